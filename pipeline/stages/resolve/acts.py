"""Predicates by what they tell of treaties and offices, as models/claims says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.knowledge.predicates import Predicate

# What may make a treaty, the firmest first.
_FIRMEST = ("signing", "agreement", "negotiation")
# What a phrase of a type of mention may refer to, where that is more than, or other than, a node of that type.
_NODES = {"organization": ("organization", "group"), "group": ("organization", "group"), "demonym": ("state",)}


@dataclass(frozen=True, slots=True)
class Acts:
    """Names of predicates: whose time dates a treaty (the firmest first), those of them that are its signing, whose
    subjects are its parties, by which it comes into force, by which it makes a body, who tells of an office; the types
    of nodes that fill each role of a predicate."""

    dating: tuple[str, ...]
    signing: frozenset[str]
    binding: frozenset[str]
    entering: frozenset[str]
    establishing: frozenset[str]
    holding: frozenset[str]
    takes: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)


def acts(predicates: Sequence[Predicate]) -> Acts:
    """Read the fields `makes`, `treaty_slot`, `speaks_for` and `implies`."""
    ranked = sorted((_FIRMEST.index(one.makes), one.name) for one in predicates if one.makes)
    bound = {one.name for one in predicates if one.treaty_slot == "parties"}
    offices = {one.name for one in predicates if one.speaks_for}
    return Acts(
        dating=tuple(name for _, name in ranked),
        signing=frozenset(one.name for one in predicates if one.makes == _FIRMEST[0]),
        binding=frozenset(bound.union(name for _, name in ranked)),
        entering=frozenset(one.name for one in predicates if one.treaty_slot == "entry_into_force"),
        establishing=frozenset(one.name for one in predicates if one.treaty_slot == "establishes"),
        holding=frozenset(
            one.name for one in predicates if {one.name, *(other.predicate for other in one.implies)} & offices
        ),
        takes={(one.name, name): _nodes(role.types) for one in predicates for name, role in one.roles.items()},
    )


def _nodes(types: Sequence[str]) -> frozenset[str]:
    """The types of nodes that phrases of these types may refer to; none where words alone fill the role."""
    return frozenset(node for one in types if one != "text" for node in _NODES.get(one, (one,)))
