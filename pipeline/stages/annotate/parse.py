"""What the finders work on: one document's tokens and sentences, and the names that the statistical model found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.model import Document, Sentence, Token


@dataclass(frozen=True, slots=True)
class Named:
    """A name that spaCy found: token indices, last exclusive, and its own label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parse:
    """One document as spaCy reads it, white space dropped. `children`: each token's dependents in text order.

    `parsed`: a trained model read it; else there are no parts of speech and every token is its own head.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Named, ...]
    model: str
    parsed: bool = True
    children: tuple[tuple[int, ...], ...] = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))
        object.__setattr__(self, "starts", tuple(token.start for token in self.tokens))

    def at(self, offset: int) -> int:
        """The index of the token in which (or before which) the character at `offset` stands."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def within(self, start: int, end: int) -> range:
        """The tokens that touch the characters `start:end`."""
        return range(self.at(start), self.at(max(end - 1, start)) + 1)

    def head(self, first: int, last: int) -> int:
        """The syntactic head of the tokens `first:last`: the first whose own head lies outside."""
        inside = range(first, last)
        tops = (i for i in inside if self.tokens[i].head == i or self.tokens[i].head not in inside)
        worded = [i for i in tops if self.tokens[i].pos not in ("PUNCT", "DET", "ADP", "PART", "CCONJ")]
        return worded[0] if worded else last - 1

    def text(self, first: int, last: int) -> str:
        """The clean text of the tokens `first:last`."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_of(self, index: int) -> Sentence:
        return self.sentences[self.tokens[index].sentence]

    def subtree(self, index: int, cut: frozenset[str] = frozenset()) -> Iterator[int]:
        """`index` and all below it, without the branches whose relation is in `cut`; in no order."""
        waiting = [index]
        while waiting:
            top = waiting.pop()
            yield top
            waiting.extend(child for child in self.children[top] if self.tokens[child].dep not in cut)
