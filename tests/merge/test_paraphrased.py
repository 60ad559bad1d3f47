"""Opinions and plans that two texts tell in other words are offered as passages; events are left to the aligner."""

from dataclasses import replace

import pytest
from merge_world import World

from pipeline.model import OFFERED


def both(world: World, predicate: str, **told: object):
    """The same told in a French and in an English document."""
    world.document("rome", "fr")
    world.document("oslo", "en")
    return tuple(world.say(name, predicate, **told) for name in ("rome", "oslo"))


def offered(world: World) -> list[dict]:
    return [one.sides for one in world.merge().alignments if one.score == OFFERED]


@pytest.mark.parametrize(
    ("predicate", "told"),
    [
        ("rejected", {"subject": "actor-union", "object": "treaty-rome"}),
        ("adopts_currency", {"subject": "actor-malta", "object": "actor-lira", "modality": "planned", "time": "2008"}),
    ],
)
def test_a_stance_and_a_plan_are_offered(world: World, predicate: str, told: dict) -> None:
    french, english = both(world, predicate, **told)
    graph = world.merge()
    (pair,) = graph.alignments
    assert pair.sides == {"en": (english.span,), "fr": (french.span,)}
    assert (pair.kind, pair.score, pair.decision) == ("comparable", OFFERED, None)
    assert pair.claims == tuple(claim.id for claim in graph.claims if claim.predicate == predicate)


def test_an_event_is_not(world: World) -> None:
    both(world, "signed", subject="actor-malta", object="treaty-rome", time="1957")
    assert world.merge().alignments == ()


def test_two_claims_of_which_one_says_more(world: World) -> None:
    world.document("rome", "fr")
    world.document("oslo", "en")
    french = world.say("rome", "rejected", subject="actor-union", object="treaty-rome", time="1957-03")
    english = world.say("oslo", "rejected", subject="actor-union", object="treaty-rome")
    graph = world.merge()
    assert {link.kind for link in graph.links} == {"refines"}
    assert [one.sides for one in graph.alignments] == [{"en": (english.span,), "fr": (french.span,)}]


def test_what_stands_against_each_other_is_not(world: World) -> None:
    world.document("rome", "fr")
    world.document("oslo", "en")
    world.say("rome", "rejected", subject="actor-union", object="treaty-rome")
    world.say("oslo", "accepted", subject="actor-union", object="treaty-rome")
    assert offered(world) == []


def test_passages_with_a_counterpart_keep_it(world: World) -> None:
    french, english = both(world, "rejected", subject="actor-union", object="treaty-rome")
    other = world.say("oslo", "met", subject="actor-a", object="actor-b")
    world.align(french, other)
    assert offered(world) == []
    world.alignments.clear()
    world.align(french, english)
    assert offered(world) == []


def test_a_pair_that_a_person_rejected_is_not_offered_again(world: World) -> None:
    french, english = both(world, "rejected", subject="actor-union", object="treaty-rome")
    world.align(french, english)
    world.alignments = [replace(one, decision="rejected", score=0.0) for one in world.alignments]
    assert offered(world) == []
    assert len(world.merge().alignments) == 1


def test_a_claim_told_again_and_again_is_one_pair_and_order_does_not_matter(world: World) -> None:
    both(world, "rejected", subject="actor-union", object="treaty-rome")
    for _ in range(3):
        world.say("rome", "rejected", subject="actor-union", object="treaty-rome")
    assert len(offered(world)) == 1
    assert world.merge().alignments == world.merge(reverse=True).alignments
