"""Claims of one subject, told in aligned passages, of which one says also the other: *rejected* beside *opposes*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.opposition import targets
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.phrasing import one_matter
from pipeline.stages.merge.stances import agree


def kin(drafts: Sequence[Draft], passages: Passages) -> Iterator[Link]:
    """Links `refines` from the claim that says more; alignment and a common matter are both asked for."""
    cells: defaultdict[tuple[int, str], dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        for number in {number for one in draft.statements for number in passages.of(one.span)}:
            for subject in draft.fillers("subject"):
                cells[number, subject.key][draft.id] = draft
    for cell in cells.values():
        for one, other in permutations(cell.values(), 2):
            if other.lore.name in one.lore.implies and agree(one, other) and times.meeting(one.time, other.time):
                yield from related(one, other)


def related(one: Draft, other: Draft) -> Iterator[Link]:
    """The link of two claims of which the first predicate implies the second."""
    for left in targets(one):
        for right in targets(other):
            why = one_matter(left, right)
            if why:
                words = f"{one.lore.name} says also {other.lore.name}; {why}; the passages are aligned"
                yield Link("refines", one.id, other.id, words)
                return
