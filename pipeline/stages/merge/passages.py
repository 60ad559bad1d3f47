"""Which aligned passages a stretch of text stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Alignment, Span


@dataclass(frozen=True, slots=True)
class Passages:
    """For each document its aligned spans, sorted, with the number of their alignment."""

    sides: dict[str, tuple[tuple[Span, int], ...]]
    longest: dict[str, int]

    def of(self, span: Span) -> tuple[int, ...]:
        """The numbers of the alignments with a side that covers the start of `span`."""
        sides = self.sides.get(span.document, ())
        last = bisect_right(sides, span.start, key=lambda side: side[0].start)
        found = []
        for side, number in reversed(sides[:last]):
            if side.start + self.longest[span.document] <= span.start:
                break
            if span.start < side.end:
                found.append(number)
        return tuple(sorted(set(found)))


# From this score on an alignment is evidence that two phrases say the same thing.
SURE = 0.7


def index(alignments: Sequence[Alignment], least: float = 0.0) -> Passages:
    """Index the sides of the alignments that score `least` or that a person accepted, without the rejected ones."""
    sides: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, alignment in enumerate(alignments):
        sure = alignment.score >= least or alignment.decision in ("accepted", "edited")
        if sure and alignment.decision != "rejected":
            for spans in alignment.sides.values():
                for span in spans:
                    sides[span.document].append((span, number))
    ordered = {document: tuple(sorted(pairs)) for document, pairs in sides.items()}
    longest = {document: max(span.end - span.start for span, _ in pairs) for document, pairs in ordered.items()}
    return Passages(ordered, longest)
