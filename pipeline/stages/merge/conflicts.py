"""What cannot both be right: two dates of one signature, two amounts of one measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.model import Link
from pipeline.stages.merge import amounts, reasons, times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.lattice import whole
from pipeline.stages.merge.propositions import role_keys
from pipeline.stages.merge.stances import told

# Of so many rival values all pairs are linked; of more only neighbours, so that work stays linear.
ALL_PAIRS = 20


def moments(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Things that happen once, told of two times that do not meet. Plans are no facts: a new date is no conflict."""
    cells: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.lore.once and told(draft):
            cells[draft.lore.name, role_keys(draft.roles)].append(draft)
    for cell in cells.values():
        for one, other in pairs(sorted(cell, key=lambda draft: (times.interval(draft.time) or times.EVER, draft.id))):
            if not times.meeting(one.time, other.time):
                why = f"it happens once, and is told of {reasons.shown(one.time)} and of {reasons.shown(other.time)}"
                yield Link("contradicts", one.id, other.id, why)
            elif crossed(one, other) or crossed(other, one):
                yield Link("equal", one.id, other.id, "it happens once; one text tells its place, the other its time")


def crossed(one: Draft, other: Draft) -> bool:
    """True when `one` alone tells the place and `other` alone, or more finely, the time."""
    wide, narrow = times.interval(one.time) or times.EVER, times.interval(other.time) or times.EVER
    return one.place is not None and other.place is None and wide != narrow and times.within(narrow, wide)


def quantities(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Two amounts of the same thing at the same time that cannot both be meant."""
    cells: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.quantity is not None and draft.time is not None and told(draft) and draft.roles:
            cells[draft.lore.name, role_keys(whole(draft)), times.key(draft.time)].append(draft)
    for cell in cells.values():
        for one, other in pairs(sorted(cell, key=lambda draft: (amounts.key(draft.quantity), draft.id))):
            if one.quantity and other.quantity and amounts.clash(one.quantity, other.quantity):
                yield Link("contradicts", one.id, other.id, "two amounts of the same thing at the same time")


def pairs(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """All pairs of a few drafts, neighbours of many."""
    if len(drafts) <= ALL_PAIRS:
        return combinations(drafts, 2)
    return pairwise(drafts)
