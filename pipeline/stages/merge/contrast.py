"""One sentence, two sides: *while A dismissed the vote, B accepted it*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.model import Link
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.opposition import keys, targets
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


def judged(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Tensions between a stance and the contrary judgement of another in its sentence: *A dismissed it, B found it
    fair*."""
    cells: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in filter(told, drafts):
        for place in sorted({(one.span.document, one.sentence) for one in draft.statements}):
            cells[place].append(draft)
    for cell in cells.values():
        for one in cell:
            for other in cell:
                if (
                    one.lore.stance
                    and not other.lore.stance
                    and subjects(one) != subjects(other)
                    and differ(one, other)
                ):
                    why = f"one sentence tells who {one.lore.name} it and who judges otherwise"
                    yield Link("tension", one.id, other.id, why)


def differ(one: Draft, other: Draft) -> bool:
    """True when a phrase of `other` judges the target of `one`, or what a pronoun points to, contrary to its stance."""
    contrary = {"for": "against", "against": "for"}[str(one.lore.stance)]
    phrases = [filler for name, fillers in other.roles if name != "subject" for filler in fillers]
    return any(
        {kind for _, kind in phrase.judges} == {contrary} and same_thing(target, phrase)
        for phrase in phrases
        for target in targets(one)
    )


def same_thing(target: Filler, judgement: Filler) -> bool:
    """True when the judgement names the target, or points back to something and names nothing."""
    rest = judgement.units - {word for word, _ in judgement.judges}
    if rest:
        return target.units <= rest
    return judgement.points and target.span is not None and judgement.span is not None and target.span < judgement.span


def subjects(draft: Draft) -> list[str]:
    """Who takes the stance, as plain keys."""
    return [filler.key for filler in draft.fillers("subject")]
