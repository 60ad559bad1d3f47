"""The states of a treaty's life that the texts tell: proposed, negotiated, signed, … withdrawn, dated where told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.knowledge.merge import BY_ONE
from pipeline.model import Slot
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.propositions import Proposition


def states(drafts: Sequence[Draft]) -> dict[str, list[Slot]]:
    """Treaty id → its states. What is only planned, possible or asked about has not come about."""
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for draft in drafts:
        for proposition in draft.propositions:
            for treaty, slot in state(proposition):
                found[treaty].append(slot)
    return dict(found)


def state(proposition: Proposition) -> Iterator[tuple[str, Slot]]:
    """The state that one proposition gives to the treaties in its last role: what is done is done to the object."""
    told = proposition.statement
    if told.modality != "asserted":
        return
    lore = proposition.lore
    name = lore.denied_status if told.polarity == "negated" else lore.status
    if name is not None:
        for treaty in proposition.named("object" if "object" in lore.roles else "subject", "treaty-"):
            yield treaty, Slot(value=name, spans=(told.span,), time=told.time, actor=doer(proposition, name))


def doer(proposition: Proposition, state: str) -> str | None:
    """Who gave a treaty a state that is not for all: one party may reject what the others sign."""
    actors = proposition.named("subject", "actor-")
    return actors[0] if state in BY_ONE and len(actors) == 1 else None
