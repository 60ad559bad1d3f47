"""Which token and which sentence stand at a place of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.model import Annotation, Token


class Places:
    """Which token, in which sentence, stands at a place of the text."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[int] = ()) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.starts = [token.start for token in tokens]

    def index(self, place: int) -> int | None:
        """The index of the token that covers `place`."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and self.tokens[number].end > place else None

    def sentence_start(self, place: int) -> int:
        """Where the sentence at `place` begins."""
        number = bisect_right(self.sentences, place) - 1
        return self.sentences[number] if number >= 0 else 0

    def at(self, place: int) -> Token | None:
        """The token that covers `place`."""
        number = self.index(place)
        return None if number is None else self.tokens[number]


def tokens_of(annotation: Annotation) -> Places:
    """The tokens of a document by place."""
    return Places(annotation.tokens, [sentence.span.start for sentence in annotation.sentences])
