"""What merging knows of a predicate, gathered from models/claims in one place."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.knowledge import Knowledge
from pipeline.knowledge.predicates import Outcome, Predicate
from pipeline.stages.merge.referring import TREATY


@dataclass(frozen=True, slots=True)
class Lore:
    """One predicate. `takes` maps a role to the types of nodes that may fill it, none where it is told in words;
    no claim goes without its `required` roles.

    `opposites` exclude it (same subject, same object, same time), `contrary` is the one
    that names it in turn, `weaker` strain against it; `implies` maps a
    predicate that it also says, in a coarser way, to this one's roles with their names there. A `collective` predicate
    is done by its subjects together, and `pooled` are the roles of those who do it with them. `once`: it happens to
    the same roles at one time only. `lasting`: it holds over its time instead of happening in it. `speaks_for`: the
    role of who speaks, and the role of the one spoken for.
    """

    name: str
    roles: tuple[str, ...] = ()
    takes: dict[str, frozenset[str]] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
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
    speaks_for: tuple[str, str] | None = None
    outsider: bool = False
    stance: str | None = None
    slot: str | None = None
    makes: str | None = None
    status: str | None = None
    denied_status: str | None = None
    outcome: Outcome | None = None


# Types of mentions that become another type of node; a body may be read as a group and a group as a body.
NODES = {
    "person": {"person"},
    "organization": {"organization", "group"},
    "group": {"organization", "group"},
    "state": {"state"},
    "place": {"place"},
    "demonym": {"state", "place"},
    "treaty": {TREATY},
}


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
        takes={role: nodes(kind.types) for role, kind in predicate.roles.items()},
        required=frozenset(role for role, kind in predicate.roles.items() if kind.required),
        pooled=pooled(predicate),
        symmetric=predicate.symmetric,
        collective=predicate.symmetric or predicate.collective,
        lasting=predicate.time == "state",
        once=predicate.once,
        contrary=next((one.name for one in known if (one.name, one.opposite) == (predicate.opposite, name)), None),
        opposites=frozenset(one.name for one in known if one.opposite == name or one.name == predicate.opposite),
        weaker=frozenset({*predicate.strains, *(one.name for one in known if name in one.strains)}),
        implies={one.predicate: one.roles for one in predicate.implies},
        speaks_for=spoken_for(predicate, known),
        outsider=predicate.outsider,
        stance=predicate.stance,
        slot=predicate.treaty_slot,
        makes=predicate.makes,
        status=predicate.status,
        denied_status=predicate.denied_status,
        outcome=predicate.outcome,
    )


def nodes(types: tuple[str, ...]) -> frozenset[str]:
    """The types of actors, and `treaty`, that phrases of these types of mention may refer to."""
    return frozenset(node for one in types for node in NODES.get(one, ()))


def pooled(predicate: Predicate) -> frozenset[str]:
    """The roles whose fillers do the same as the subject: A met B, A agreed with B."""
    roles = {"object"} if predicate.symmetric else set()
    if predicate.symmetric or predicate.collective:
        roles |= {"with"} & predicate.roles.keys()
    return frozenset(roles)


def spoken_for(predicate: Predicate, known: tuple[Predicate, ...]) -> tuple[str, str] | None:
    """Which role speaks for which: as the predicate says itself, or through one that it implies."""
    if predicate.speaks_for:
        return "subject", predicate.speaks_for
    offices = {one.name: one.speaks_for for one in known if one.speaks_for}
    for implied in predicate.implies:
        back = {theirs: mine for mine, theirs in implied.roles.items()}
        office = offices.get(implied.predicate)
        if office in back and "subject" in back:
            return back["subject"], back[str(office)]
    return None
