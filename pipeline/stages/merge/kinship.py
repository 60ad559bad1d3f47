"""Claims of one subject of which one says also the other: *rejected the idea of X* beside *opposes X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.opposition import Target, aligned, common, others, undoing
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.stances import agree


def kin(
    drafts: Sequence[Draft], shelves: dict[Target, list[Draft]], passages: Passages, states: frozenset[str]
) -> Iterator[Link]:
    """Links `refines` from the claim that says more, where the two tell of one matter in two languages.

    States have many stances on one matter, so of a state the passages must be aligned; a person, a party or a group is
    known by its stance.
    """
    for draft in drafts:
        for other in others(draft, frozenset(draft.lore.implies), shelves, passages):
            near = aligned(draft, other, passages)
            if (near or (apart(draft, other) and not of_state(draft, states))) and kindred(draft, other):
                why = common(draft, other, passages)
                if why is not None:
                    yield Link("refines", draft.id, other.id, f"{draft.lore.name} says also {other.lore.name}: {why}")


def kindred(one: Draft, other: Draft) -> bool:
    """True when the two agree in stance, in direction and in time, and the first has the roles that it implies."""
    renamed = one.lore.implies[other.lore.name]
    same = renamed.get("subject") == "subject" and renamed.get("object") == "object"
    return same and agree(one, other) and undoing(one) == undoing(other) and times.meeting(one.time, other.time)


def apart(one: Draft, other: Draft) -> bool:
    """True when the two are told in different languages."""
    return {told.language for told in one.statements}.isdisjoint(told.language for told in other.statements)


def of_state(draft: Draft, states: frozenset[str]) -> bool:
    """True when a state is among the subjects."""
    return any(filler.id in states for filler in draft.fillers("subject"))
