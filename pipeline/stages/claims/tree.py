"""A document's dependency trees, read by index: children, subtrees, paths upward."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Annotation, Mention, Span, Token


@dataclass(frozen=True)
class Tree:
    """All trees of one document. `children[i]` lists the token indices below token i, in text order, `starts` where the
    tokens begin, `ended` the heads of the mentions that end at a character."""

    document: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    mention_at: dict[int, Mention]
    starts: tuple[int, ...]
    ended: dict[int, tuple[int, ...]]

    def inside(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def up(self, index: int) -> Iterator[int]:
        """The heads above `index`, nearest first, the root last."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def below(self, index: int) -> list[int]:
        """`index` and all tokens below it, in text order."""
        found, queue = [], [index]
        while queue:
            current = queue.pop()
            found.append(current)
            queue.extend(self.children[current])
        return sorted(found)

    def span(self, indices: list[int]) -> Span:
        """The span from the first to the last of `indices` (token indices, not empty)."""
        first, last = self.tokens[min(indices)], self.tokens[max(indices)]
        return Span(self.document, first.start, last.end)


def grow(annotation: Annotation) -> Tree:
    """Index the tokens of `annotation`; a head token knows the longest mention that it heads."""
    children: list[list[int]] = [[] for _ in annotation.tokens]
    for index, token in enumerate(annotation.tokens):
        if token.head != index:
            children[token.head].append(index)
    heads: dict[int, Mention] = {}
    for mention in sorted(annotation.mentions, key=lambda one: one.span.end - one.span.start):
        heads[mention.head] = mention
    for mention in annotation.mentions:
        for index in loose_ends(annotation.tokens, mention):
            heads.setdefault(index, mention)
    ended: dict[int, tuple[int, ...]] = {}
    for head, mention in heads.items():
        ended[mention.span.end] = (*ended.get(mention.span.end, ()), head)
    starts = tuple(token.start for token in annotation.tokens)
    return Tree(annotation.document, annotation.tokens, tuple(map(tuple, children)), heads, starts, ended)


def loose_ends(tokens: tuple[Token, ...], mention: Mention) -> list[int]:
    """The tokens of a name that the parser hung elsewhere than below its head: each stands for the name."""
    if mention.kind != "name":
        return []
    starts = mention.head
    while starts > 0 and tokens[starts - 1].start >= mention.span.start:
        starts -= 1
    inside = []
    while starts < len(tokens) and tokens[starts].end <= mention.span.end:
        inside.append(starts)
        starts += 1
    return [one for one in inside if tokens[one].head == one or tokens[one].head not in inside]
