"""Which pairs of passages overlap on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.model import Span

Sides = Mapping[str, Sequence[Span]]
BLOCK = 256


class Overlaps:
    """Pairs of passages, to ask whether others overlap with one of them on two sides at once."""

    def __init__(self) -> None:
        self._pairs: list[Sides] = []
        self._blocks: defaultdict[tuple[str, int], set[tuple[int, int, int]]] = defaultdict(set)

    def add(self, sides: Sides) -> None:
        """Know of one more pair."""
        for span in (span for spans in sides.values() for span in spans):
            for block in blocks(span):
                self._blocks[block].add((span.start, span.end, len(self._pairs)))
        self._pairs.append(sides)

    def touching(self, sides: Sides) -> set[int]:
        """The pairs, by the order in which they were added, that overlap with two of `sides`."""
        seen: set[int] = set()
        twice: set[int] = set()
        for spans in sides.values():
            here = {number for span in spans for number in self._over(span)}
            twice |= seen & here
            seen |= here
        return twice

    def _over(self, span: Span) -> set[int]:
        near = (one for block in blocks(span) for one in self._blocks.get(block, ()))
        return {number for start, end, number in near if start < span.end and span.start < end}


def blocks(span: Span) -> list[tuple[str, int]]:
    """The stretches of the document that `span` reaches into."""
    return [(span.document, block) for block in range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)]
