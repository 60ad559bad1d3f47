"""What merging knows of a predicate, gathered from models/claims in one place."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.knowledge import Knowledge
from pipeline.knowledge.merge import COLLECTIVE, IMPLIES, ONCE, WEAKER_OPPOSITES
from pipeline.knowledge.predicates import TEXT, Predicate


@dataclass(frozen=True, slots=True)
class Lore:
    """One predicate. `worded` roles are told in words: a name fills them only where it is all that is told.

    `opposites` exclude it (same subject, same object, same time), `contrary` is the one
    that names it in turn, `weaker` strain against it; `implies` maps a
    predicate that it also says, in a coarser way, to this one's roles with their names there. A `collective` predicate
    is done by its subjects together, and `pooled` are the roles of those who do it with them. `once`: it happens to
    the same roles at one time only. `lasting`: it holds over its time instead of happening in it.
    """

    name: str
    roles: tuple[str, ...] = ()
    worded: frozenset[str] = frozenset()
    pooled: frozenset[str] = frozenset()
    treaty_roles: frozenset[str] = frozenset()
    symmetric: bool = False
    collective: bool = False
    lasting: bool = False
    once: bool = False
    opposites: frozenset[str] = frozenset()
    contrary: str | None = None
    weaker: frozenset[str] = frozenset()
    implies: dict[str, dict[str, str]] = field(default_factory=dict)
    slot: str | None = None
    status: str | None = None


def gather(knowledge: Knowledge) -> dict[str, Lore]:
    """Predicate name → lore; opposition is read in both directions."""
    return {predicate.name: lore(predicate, knowledge.predicates) for predicate in knowledge.predicates}


def lore(predicate: Predicate, known: tuple[Predicate, ...]) -> Lore:
    """The lore of one predicate among all `known` ones."""
    name = predicate.name
    return Lore(
        name=name,
        roles=tuple(predicate.roles),
        treaty_roles=frozenset(role for role, kind in predicate.roles.items() if "treaty" in kind.types),
        worded=frozenset(role for role, kind in predicate.roles.items() if set(kind.types) == {TEXT}),
        pooled=pooled(predicate),
        symmetric=predicate.symmetric,
        collective=predicate.symmetric or name in COLLECTIVE,
        lasting=predicate.time == "state",
        once=name in ONCE,
        contrary=next((one.name for one in known if (one.name, one.opposite) == (predicate.opposite, name)), None),
        opposites=frozenset(one.name for one in known if one.opposite == name or one.name == predicate.opposite),
        weaker=frozenset(WEAKER_OPPOSITES.get(name, ()))
        | {one for one, strained in WEAKER_OPPOSITES.items() if name in strained},
        implies=IMPLIES.get(name, {}),
        slot=predicate.treaty_slot,
        status=predicate.status,
    )


def pooled(predicate: Predicate) -> frozenset[str]:
    """The roles whose fillers do the same as the subject: A met B, A agreed with B."""
    roles = {"object"} if predicate.symmetric else set()
    if predicate.symmetric or predicate.name in COLLECTIVE:
        roles |= {"with"} & predicate.roles.keys()
    return frozenset(roles)
