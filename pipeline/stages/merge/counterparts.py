"""Counterparts in aligned passages: the same predicate at the same time, told of less here and of more there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.stances import agree


def counterparts(drafts: Sequence[Draft], passages: Passages) -> Iterator[Link]:
    """Links `refines` from the claim with more roles; each must be the only one of its predicate on its side."""
    cells: defaultdict[tuple[int, str], defaultdict[str, dict[str, Draft]]] = defaultdict(lambda: defaultdict(dict))
    for draft in drafts:
        for one in draft.statements:
            for number in passages.of(one.span):
                cells[number, draft.lore.name][one.language][draft.id] = draft
    for cell in cells.values():
        if len(cell) > 1 and all(len(side) == 1 for side in cell.values()):
            found = sorted((next(iter(side.values())) for side in cell.values()), key=fullness, reverse=True)
            for coarse in found[1:]:
                if coarse.id != found[0].id and compatible(found[0], coarse):
                    why = f"aligned passages tell {coarse.lore.name} of one time, one of them of more"
                    yield Link("refines", found[0].id, coarse.id, why)


def fullness(draft: Draft) -> tuple[int, int, str]:
    """How much a draft tells: its roles, the fineness of its time."""
    when = times.interval(draft.time)
    return len(draft.roles), -times.days(when or times.EVER), draft.id


def compatible(fine: Draft, coarse: Draft) -> bool:
    """True when the two are dated alike, share a stance, and no role names two different actors or treaties."""
    inner, outer = times.interval(fine.time), times.interval(coarse.time)
    if inner is None or outer is None or not times.within(inner, outer) or not agree(fine, coarse):
        return False
    return all(same_names(fine, coarse, role) for role, _ in coarse.roles)


def same_names(fine: Draft, coarse: Draft, role: str) -> bool:
    """True unless both name who fills `role` and name different ones."""
    here = {filler.id for filler in fine.fillers(role) if filler.id}
    there = {filler.id for filler in coarse.fillers(role) if filler.id}
    return not here or not there or here == there
