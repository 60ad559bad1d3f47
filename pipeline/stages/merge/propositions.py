"""From a statement to the propositions that it tells: roles resolved, plural fillers split or kept together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from pipeline.model import Quantity, Statement, Temporal
from pipeline.stages.merge import amounts, times
from pipeline.stages.merge.fillers import TEXT, Filler, Lexicon, fill
from pipeline.stages.merge.lore import Lore
from pipeline.stages.merge.referring import Referrer

# What may be the place of an event: a city, a state, the seat that a body stands for.
PLACES = frozenset({"place", "state", "organization"})
NOWHERE: frozenset[str] = frozenset()

Roles = tuple[tuple[str, tuple[Filler, ...]], ...]
RoleKeys = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that one statement says. `roles` are sorted by name, the fillers of each by key."""

    statement: Statement
    lore: Lore
    roles: Roles
    place: Filler | None

    @property
    def time(self) -> Temporal | None:
        return self.statement.time

    @property
    def quantity(self) -> Quantity | None:
        return self.statement.quantity

    def named(self, role: str, prefix: str) -> tuple[str, ...]:
        """The ids in `role` that begin with `prefix`."""
        fillers = next((fillers for name, fillers in self.roles if name == role), ())
        return tuple(filler.id for filler in fillers if filler.id is not None and filler.id.startswith(prefix))

    def key(self) -> tuple[str, RoleKeys, str, str, str]:
        """Equal for propositions that are the same: predicate, roles, place, time, quantity."""
        place = self.place.key if self.place else ""
        return self.lore.name, role_keys(self.roles), place, times.key(self.time), amounts.key(self.quantity)


def role_keys(roles: Roles) -> RoleKeys:
    """The roles as plain keys."""
    return tuple((name, tuple(filler.key for filler in fillers)) for name, fillers in roles)


def tell(statement: Statement, lore: Lore, referrer: Referrer, lexicon: Lexicon) -> Iterator[Proposition]:
    """The propositions of `statement`, one for each way to pick a filler for the roles that are told of each.

    A pronoun that stands for nobody known fills no role: « elle l'a ratifié » alone tells a reader nothing; beside
    somebody known it stays as it is written (« la Grèce l'a ratifié »). Where an adjective alone would tell who does it
    (*a joint company*) and the text does not tell whom it means, nothing is told.
    """
    roles: defaultdict[str, dict[str, Filler]] = defaultdict(dict)
    unknown: dict[str, Filler] = {}
    for argument in statement.arguments:
        role = "subject" if argument.role in lore.pooled else argument.role
        for filler in fill(argument, statement.language, referrer, lexicon, lore.takes.get(argument.role, NOWHERE)):
            if filler.shared and filler.id is None:
                return
            if filler.bare:
                unknown[role] = filler
            else:
                roles[role].setdefault(filler.key, filler)
    if any(one.id for one in roles.get("subject", {}).values()):
        roles.update({role: alone(one) for role, one in unknown.items() if role not in roles})
    if any(
        one.role in lore.required and one.role not in roles and one.role not in lore.pooled
        for one in statement.arguments
    ):
        return
    place = fill(statement.place, statement.language, referrer, lexicon, PLACES)[:1] if statement.place else ()
    names = sorted(roles)
    for choice in product(*(choices(name, roles[name], lore) for name in names)):
        yield Proposition(statement, lore, tuple(zip(names, choice, strict=True)), place[0] if place else None)


def alone(unknown: Filler) -> dict[str, Filler]:
    """A pronoun that nobody resolved as a filler that equals no other: two of them need not mean the same."""
    place = "" if unknown.span is None else f"{unknown.span.document}:{unknown.span.start}"
    own = replace(unknown, key=f"{TEXT}{place}", units=frozenset({f"{unknown.language}~{place}"}))
    return {own.key: own}


def choices(role: str, fillers: dict[str, Filler], lore: Lore) -> list[tuple[Filler, ...]]:
    """All fillers together where the predicate is done together, or the words say so, else each alone."""
    ordered = tuple(fillers[key] for key in sorted(fillers))
    if role == "subject" and (lore.collective or all(filler.shared for filler in ordered)):
        return [ordered]
    return [(filler,) for filler in ordered]
