"""What two texts tell in different ways: an event and its outcome, one plan, one verdict, a verdict and its reverse."""

import pytest
from merge_world import claims_of, ties

ELECTION = {"subject": "actor-finland", "object": "presidential election"}


@pytest.mark.parametrize(
    ("office", "of", "time", "kinds"),
    [
        ("président", "actor-finland", "1994-03", {"refines"}),
        ("président", "actor-finland", "1995-03", set()),  # another year
        ("président", "actor-norway", "1994-03", set()),  # another state
        ("ministre", "actor-finland", "1994-03", set()),  # another office
    ],
)
def test_who_came_to_office_tells_how_the_election_ended(world, office, of, time, kinds):
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "holds_office", subject="actor-ahtisaari", office=office, of=of, time=time)
    world.say("b", "held_election", time="1994", **ELECTION)
    graph = world.merge()
    assert {link.kind for link in graph.links} == kinds
    assert claims_of(graph, "held_election")[0].status == ("corroborated" if kinds else "single")


def test_of_two_in_office_in_that_year_neither_is_the_outcome(world):
    world.document("a", "fr")
    world.document("b", "en")
    for name, month in (("actor-koivisto", "1994-01"), ("actor-ahtisaari", "1994-03")):
        world.say("a", "holds_office", subject=name, office="président", of="actor-finland", time=month)
    world.say("b", "held_election", time="1994", **ELECTION)
    assert world.merge().links == ()


@pytest.mark.parametrize(
    ("words", "time", "modality", "kinds"),
    [
        ("the single currency", "2010", "planned", ["refines"]),
        ("the single currency", "2012", "planned", []),  # another year
        ("the single currency", "2010", "asserted", []),  # no plan
        ("the border troops", "2010", "planned", []),  # another matter
    ],
)
def test_one_plan_in_other_words(world, words, time, modality, kinds):
    world.document("a", "fr")
    world.document("b", "en")
    near = world.say("a", "met", subject="actor-oman", object="actor-qatar")
    world.align(near, world.say("b", "met", subject="actor-oman", object="actor-qatar"))
    world.say("a", "provides", subject="treaty-doha", object="union monétaire", time="2010", modality="planned")
    world.say("b", "adopts_currency", object=words, time=time, modality=modality)
    graph = world.merge()
    assert [link.kind for link in graph.links] == kinds
    assert all(one.status == "corroborated" for one in claims_of(graph, "provides") if kinds)


def test_plans_of_texts_on_other_affairs_or_of_other_actors_are_not_one(world):
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "provides", subject="treaty-doha", object="union monétaire", time="2010", modality="planned")
    one = world.say("b", "adopts_currency", object="the single currency", time="2010", modality="planned")
    assert world.merge().links == ()
    world.align(world.say("a", "met", subject="actor-oman", object="actor-qatar"), one)
    world.say("b", "adopts_currency", subject="actor-kenya", object="single currency", time="2010", modality="planned")
    assert ties(world.merge()) == {("refines", "provides 2010", "adopts_currency 2010")}
    assert len(world.merge().links) == 1


FRUITLESS = [
    ("little visible effect", "HAITI CUBA", {"refines"}),
    ("no effect", "HAITI CUBA", {"refines"}),
    ("visible effect", "HAITI CUBA", set()),  # there were some
    ("little visible effect", "HAITI", set()),  # one of the parties alone
    ("few visible weapons", "HAITI CUBA", set()),  # little of something else
]


@pytest.mark.parametrize(("verdict", "named", "kinds"), FRUITLESS)
def test_both_find_that_little_came_of_it(world, verdict, named, kinds):
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "party_to", subject=["actor-haiti", "actor-cuba"], object="treaty-port")
    world.say("a", "states", subject="treaty-port", object="peu de conséquence")
    world.say("b", "states", subject=f"talks of {named}", object=verdict)
    graph = world.merge()
    assert {link.kind for link in graph.links} == kinds
    assert {claim.status for claim in claims_of(graph, "states")} == ({"corroborated"} if kinds else {"single"})


@pytest.mark.parametrize(
    ("verdict", "subject", "what", "kinds"),
    [
        ("un caractère déclaratoire", "treaty-port", "clear deadline", {"tension"}),
        ("un caractère déclaratoire", "treaty-annex", "clear deadline", {"tension"}),  # told beside the treaty
        ("un caractère solennel", "treaty-port", "clear deadline", set()),
        ("un caractère déclaratoire", "treaty-port", "clear waters", set()),
    ],
)
def test_a_declaratory_treaty_and_its_deadlines(world, verdict, subject, what, kinds):
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "states", subject="treaty-port", object=verdict)
    beside = world.say("b", "replaces", subject="treaty-port", object="treaty-old")
    world.say("b", "provides", subject=subject, object=what, sentence=beside.sentence)
    assert {link.kind for link in world.merge().links} == kinds


def test_one_text_may_set_its_verdict_against_the_deadlines_itself(world):
    world.document("a", "en")
    world.say("a", "states", subject="treaty-port", object="a declaratory character")
    world.say("a", "provides", subject="treaty-port", object="clear deadline")
    assert world.merge().links == ()
