"""What merging knows of a predicate, gathered from models/claims in one place."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.knowledge.merge import COLLECTIVE, IMPLIES, ONCE, WEAKER_OPPOSITES
from pipeline.knowledge.predicates import Predicate


@dataclass(frozen=True, slots=True)
class Lore:
    """One predicate.

    `opposites` exclude it (same subject, same object, same time), `weaker` strain against it; `implies` are what it
    also says in a coarser way. A `collective` predicate is done by its subjects together. `once`: it happens to the
    same roles at one time only. `lasting`: it holds over its time instead of happening in it.
    """

    name: str
    roles: tuple[str, ...] = ()
    treaty_roles: frozenset[str] = frozenset()
    symmetric: bool = False
    collective: bool = False
    lasting: bool = False
    once: bool = False
    opposites: frozenset[str] = frozenset()
    weaker: frozenset[str] = frozenset()
    implies: frozenset[str] = frozenset()
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
        symmetric=predicate.symmetric,
        collective=predicate.symmetric or name in COLLECTIVE,
        lasting=predicate.time == "state",
        once=name in ONCE,
        opposites=frozenset(one.name for one in known if one.opposite == name or one.name == predicate.opposite),
        weaker=frozenset(WEAKER_OPPOSITES.get(name, ()))
        | {one for one, strained in WEAKER_OPPOSITES.items() if name in strained},
        implies=closure(name),
        slot=predicate.treaty_slot,
        status=predicate.status,
    )


def closure(name: str) -> frozenset[str]:
    """All that `name` implies, directly or by another predicate."""
    found: set[str] = set()
    queue = list(IMPLIES.get(name, ()))
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue.extend(IMPLIES.get(one, ()))
    return frozenset(found)
