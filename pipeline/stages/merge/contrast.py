"""One sentence, two sides: *while A dismissed the vote, B accepted it*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.model import Link
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.opposition import keys
from pipeline.stages.merge.stances import told


def contrasted(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Tensions between contrary stances of different subjects on one target, where one sentence sets them side by side.

    Elsewhere it is no conflict that two actors differ.
    """
    cells: defaultdict[tuple[str, str, tuple[str, ...]], dict[str, Draft]] = defaultdict(dict)
    for draft in filter(told, drafts):
        if draft.lore.contrary is not None and keys(draft):
            for statement in draft.statements:
                cells[statement.span.document, statement.sentence, tuple(keys(draft))][draft.id] = draft
    for cell in cells.values():
        for one, other in combinations(cell.values(), 2):
            if one.lore.contrary == other.lore.name and subjects(one) != subjects(other):
                why = f"one sentence sets {one.lore.name} and {other.lore.name} of the same thing side by side"
                yield Link("tension", one.id, other.id, why)


def subjects(draft: Draft) -> list[str]:
    """Who takes the stance, as plain keys."""
    return [filler.key for filler in draft.fillers("subject")]
