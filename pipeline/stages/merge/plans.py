"""One plan told in two languages in other words: monetary union set for 2005, the single currency to come in 2005."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.kinship import apart
from pipeline.stages.merge.opposition import targets
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.phrasing import LONGEST, one_matter
from pipeline.stages.merge.stances import stances


def plans(drafts: Sequence[Draft], passages: Passages) -> Iterator[Link]:
    """Links `refines` between plans for one time and one matter, from the one that names more.

    Only between documents that tell of the same affairs (some of their passages are aligned), and never where the
    two name different actors.
    """
    cells: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if times.interval(draft.time) is not None and ("affirmed", "planned") in stances(draft) and brief(draft):
            cells[times.key(draft.time)].append(draft)
    for time, cell in sorted(cells.items()):
        for one, other in combinations(cell, 2):
            matter = one_plan(one, other, passages)
            if matter is not None:
                fine, coarse = sorted((one, other), key=lambda draft: (-len(draft.ids()), draft.id))
                yield Link("refines", fine.id, coarse.id, f"both are planned for {time}: {matter}")


def brief(draft: Draft) -> bool:
    """True when what is planned is told in a phrase; whole thoughts share a topic easily."""
    return all(len(filler.units) <= LONGEST // 2 for filler in targets(draft))


def one_plan(one: Draft, other: Draft, passages: Passages) -> str | None:
    """What the two plans are both about; None where nothing says that they are one."""
    apart_ids = one.ids() and other.ids() and not one.ids() & other.ids()
    if apart_ids or not apart(one, other) or not beside(one, other, passages):
        return None
    found = (one_matter(left, right) for left in targets(one) for right in targets(other))
    return next((why for why in found if why), None)


def beside(one: Draft, other: Draft, passages: Passages) -> bool:
    """True when a document of the one and a document of the other have passages that are aligned."""
    left, right = (
        {number for told in draft.statements for _, number in passages.sides.get(told.span.document, ())}
        for draft in (one, other)
    )
    return bool(left & right)
