"""Who or what may fill a role: the types that its predicate declares."""

import pytest
from merge_world import PREDICATES, World
from msgspec import structs

from pipeline.knowledge.predicates import Role

# A role's types, the type of the actor behind the phrase, and whether it fills the role.
FITS = [
    (("person",), "person", True),
    (("person", "text"), "state", False),
    (("state", "demonym"), "state", True),
    (("organization",), "group", True),
    (("state",), "place", False),
    (("text",), "person", False),
    (("currency", "text"), "state", False),
]


@pytest.mark.parametrize(("types", "kind", "fits"), FITS)
def test_a_role_takes_only_nodes_of_its_types(world: World, types: tuple[str, ...], kind: str, fits: bool) -> None:
    supports = next(one for one in PREDICATES if one.name == "supports")
    roles = {**supports.roles, "object": Role(types=types)}
    changed = structs.replace(supports, roles=roles)
    world.predicates = tuple(changed if one is supports else one for one in PREDICATES)
    world.document("a", "en")
    world.types["actor-x"] = kind
    world.say("a", "supports", subject="actor-sadat", object="actor-x")
    (claim,) = world.merge().claims
    assert (claim.roles["object"] == ("actor-x",)) == fits


def test_several_are_taken_one_by_one(world: World) -> None:
    world.document("a", "en")
    world.types |= {"actor-x": "state", "actor-y": "place"}
    world.say("a", "supports", subject=("actor-x", "actor-y"), object="treaty-kyoto")
    (claim,) = world.merge().claims
    assert claim.roles["subject"] == ("actor-x",)
