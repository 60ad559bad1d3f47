"""The record of an alignment: what its passages share, why they were taken together, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment
from pipeline.stages.align.notes import notes
from pipeline.stages.align.passages import Passage
from pipeline.text import place_id

Kind = Literal["parallel", "comparable"]


def record(
    left: Sequence[Passage],
    right: Sequence[Passage],
    score: float,
    kind: Kind,
    knowledge: Knowledge,
) -> Alignment:
    """The alignment of passages in two languages, all that any of them shares with any of the other side's."""
    pairs = [(ours, theirs) for ours in left for theirs in right]
    spans = {one.language: tuple(one.span for one in side) for side in (left, right) for one in side}
    return Alignment(
        id=place_id("align", (span for side in spans.values() for span in side)),
        kind=kind,
        sides=spans,
        score=score,
        actors=gathered(ours.actors & theirs.actors for ours, theirs in pairs),
        treaties=gathered(ours.treaties & theirs.treaties for ours, theirs in pairs),
        dates=gathered(shared_dates(ours, theirs) for ours, theirs in pairs),
        numbers=gathered(ours.numbers & theirs.numbers for ours, theirs in pairs),
        notes=tuple(dict.fromkeys(note for pair in pairs for note in notes(*pair, knowledge))),
    )


def gathered(shares: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Everything in `shares`, sorted."""
    return tuple(sorted({item for share in shares for item in share}))


def shared_dates(left: Passage, right: Passage) -> set[str]:
    """EDTF of dates in one passage that lie within a date of the other: the finer of the two."""
    shared = set()
    for ours, (start, end) in left.dates.items():
        for theirs, (begin, until) in right.dates.items():
            if begin <= start and end <= until:
                shared.add(ours)
            elif start <= begin and until <= end:
                shared.add(theirs)
    return shared
