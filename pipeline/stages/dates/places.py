"""Which token and which sentence stand at a place of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.model import Annotation, Token

AMOUNT = 6
NAMED = ("person", "place")


class Places:
    """Which token, in which sentence, stands at a place of the text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        sentences: Sequence[int] = (),
        names: Sequence[tuple[int, int]] = (),
        titles: frozenset[str] = frozenset(),
    ) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.names = names
        self.titles = frozenset(title.rstrip(".") for title in titles)
        self.starts = [token.start for token in tokens]

    def index(self, place: int) -> int | None:
        """The index of the token that covers `place`."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and self.tokens[number].end > place else None

    def sentence_start(self, place: int) -> int:
        """Where the sentence at `place` begins."""
        number = bisect_right(self.sentences, place) - 1
        return self.sentences[number] if number >= 0 else 0

    def in_name(self, start: int, end: int) -> bool:
        """Is this a part of a longer name of a person, a place or an organization?"""
        last = bisect_right(self.names, (start, len(self.starts) + end + 1))
        return any(
            first <= start and end <= stop and stop - first > end - start
            for first, stop in self.names[max(0, last - 4) : last]
        )

    def titled(self, start: int) -> bool:
        """Does a title stand right before (Mrs, général)?"""
        here = self.index(start)
        return here is not None and here > 0 and self.tokens[here - 1].text.casefold().rstrip(".") in self.titles

    def number_before(self, place: int) -> bool:
        """Does an amount stand among the few tokens before, in the same sentence ($10 million, or 12 cents a share)?"""
        here = self.index(place)
        if here is None:
            return False
        near = self.tokens[max(0, here - AMOUNT) : here]
        return any(token.pos in ("NUM", "SYM") and token.start >= self.sentence_start(place) for token in near)

    def after(self, place: int) -> Token | None:
        """The token after the one that covers `place`."""
        here = self.index(place)
        return self.tokens[here + 1] if here is not None and here + 1 < len(self.tokens) else None

    def at(self, place: int) -> Token | None:
        """The token that covers `place`."""
        number = self.index(place)
        return None if number is None else self.tokens[number]


def tokens_of(annotation: Annotation, titles: frozenset[str] = frozenset()) -> Places:
    """The tokens of a document by place, its names, and the titles that stand before a person's."""
    named = [(one.span.start, one.span.end) for one in annotation.mentions if one.kind == "name" and one.type in NAMED]
    return Places(annotation.tokens, [sentence.span.start for sentence in annotation.sentences], sorted(named), titles)
