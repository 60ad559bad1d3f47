"""What passages that a person paired share, where the machine has no record of the pair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product
from typing import Literal

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Reading, Resolution, Span
from pipeline.stages.align.notes import notes
from pipeline.stages.align.overlaps import Overlaps, Sides
from pipeline.stages.align.passages import Passage, passages
from pipeline.stages.align.records import gathered, shared_dates
from pipeline.text import place_id


class Evidence:
    """The documents of a corpus and what the machine found in them; reads a document when it is first asked for."""

    def __init__(
        self, found: Sequence[Alignment], readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge
    ) -> None:
        self._found = tuple(found)
        self._readings = {reading.document.id: reading for reading in readings}
        self._resolution, self._knowledge = resolution, knowledge
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._overlaps = Overlaps()
        self._kinds: dict[frozenset[str], Counter[Literal["parallel", "comparable"]]] = {}
        for one in found:
            self._overlaps.add(one.sides)
            self._kinds.setdefault(documents_of(one.sides), Counter())[one.kind] += 1

    def of(self, sides: dict[str, tuple[Span, ...]], score: float) -> Alignment:
        """The record of a pair: its kind is that of most pairs of the same documents, its term pairs are those of the
        machine's pairs that it was made of."""
        languages = sorted(sides)
        pairs = [
            pair
            for one, other in combinations(languages, 2)
            for pair in product(self._standing(sides[one]), self._standing(sides[other]))
        ]
        kinds = self._kinds.get(documents_of(sides), Counter())
        return Alignment(
            id=place_id("align", (span for language in languages for span in sides[language])),
            kind=kinds.most_common(1)[0][0] if kinds else "comparable",
            sides={language: sides[language] for language in languages},
            score=score,
            actors=gathered(ours.actors & theirs.actors for ours, theirs in pairs),
            treaties=gathered(ours.treaties & theirs.treaties for ours, theirs in pairs),
            dates=gathered(shared_dates(ours, theirs) for ours, theirs in pairs),
            numbers=gathered(ours.numbers & theirs.numbers for ours, theirs in pairs),
            notes=tuple(dict.fromkeys(note for pair in pairs for note in notes(*pair, self._knowledge))),
            terms=self._terms(sides),
        )

    def _standing(self, spans: Sequence[Span]) -> list[Passage]:
        """The sentences that overlap with `spans`, which stand in one document."""
        document = spans[0].document
        if document not in self._passages:
            self._passages[document] = passages(self._readings[document], self._resolution, self._knowledge)
        told = self._passages[document]
        places: set[int] = set()
        for span in spans:
            first = bisect_right(told, span.start, key=lambda one: one.span.end)
            places.update(range(first, bisect_left(told, span.end, key=lambda one: one.span.start)))
        return [told[place] for place in sorted(places)]

    def _terms(self, sides: Sides) -> tuple[tuple[Span, Span], ...]:
        near = [self._found[number] for number in sorted(self._overlaps.touching(sides))]
        spans = [span for side in sides.values() for span in side]
        kept = [pair for one in near for pair in one.terms if all(within(place, spans) for place in pair)]
        return tuple(dict.fromkeys(kept))


def documents_of(sides: Sides) -> frozenset[str]:
    """The documents that an alignment stands in."""
    return frozenset(span.document for spans in sides.values() for span in spans)


def within(place: Span, spans: Sequence[Span]) -> bool:
    """Does `place` lie inside one of `spans`?"""
    return any(
        place.document == span.document and span.start <= place.start and place.end <= span.end for span in spans
    )
