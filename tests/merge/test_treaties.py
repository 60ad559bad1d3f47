"""A treaty's slots and its life, in words of other treaties than the seeds'."""

import pytest
from merge_world import World

from pipeline.model import Graph, Temporal, Treaty
from pipeline.stages.merge.times import beginning


def treaty(graph: Graph, id: str) -> Treaty:
    return next(one for one in graph.treaties if one.id == id)


def test_slots_come_from_claims_with_their_spans(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    both = ("actor-kohl", "actor-mitterrand")
    world.types["actor-maastricht"] = "place"
    world.say("a", "signed", subject=both, object="treaty-maastricht", time="1992-02-07", place="actor-maastricht")
    world.say("b", "signed", subject="actor-kohl", object="treaty-maastricht", time="1992-02-07")
    world.say("b", "establishes", subject="treaty-maastricht", object="actor-eu")
    world.say("b", "provides", subject="treaty-maastricht", object="une monnaie unique", modality="planned")
    world.say("b", "entered_into_force", subject="treaty-maastricht", time="1993-11-01")
    world.say("b", "ratified", subject="actor-denmark", object="treaty-maastricht", time="1993-05")
    world.say("b", "party_to", subject="actor-denmark", object="treaty-maastricht")
    one = treaty(world.merge(), "treaty-maastricht")
    assert [slot.actor for slot in one.signatories] == ["actor-kohl", "actor-mitterrand"]
    assert [len(slot.spans) for slot in one.signatories] == [2, 1]
    assert [(slot.time.edtf, len(slot.spans)) for slot in one.signed] == [("1992-02-07", 2)]
    assert [slot.actor for slot in one.place] == ["actor-maastricht"]
    assert [slot.actor for slot in one.establishes] == ["actor-eu"]
    assert [(slot.value, slot.modality) for slot in one.provisions] == [("une monnaie unique", "planned")]
    assert [slot.time.edtf for slot in one.entry_into_force] == ["1993-11-01"]
    assert [(slot.actor, slot.time.edtf) for slot in one.ratified] == [("actor-denmark", "1993-05")]
    assert [slot.actor for slot in one.parties] == ["actor-denmark"]
    assert [slot.value for slot in one.status] == ["signed", "ratified", "in force"]
    assert one.missing == ()


def test_who_signs_is_an_actor(world: World) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject="eleven republics", object="treaty-almaty", time="1991-12-21")
    world.say("a", "signed", subject="actor-russia", object="treaty-almaty", time="1991-12-21")
    assert [slot.actor for slot in treaty(world.merge(), "treaty-almaty").signatories] == ["actor-russia"]


@pytest.mark.parametrize(
    ("edtf", "relation", "begun", "last"),
    [
        ("1961-06-23/..", "since", "1961-06-23", "1961-06-23"),
        ("1961-02/..", "since", "1961-02", "1961-02-28"),
        ("1961/..", "since", "1961", "1961-12-31"),
        ("1961/1963", "at", "1961/1963", "1963-12-31"),
    ],
)
def test_what_is_in_force_since_then_began_then(edtf: str, relation: str, begun: str, last: str) -> None:
    time = Temporal(span=None, text=edtf, type="DATE", timex=edtf, edtf=edtf, latest="1963-12-31", relation=relation)
    found = beginning(time)
    assert (found.edtf, found.latest) == (begun, last)


@pytest.mark.parametrize("how", [{"polarity": "negated"}, {"modality": "planned"}, {"modality": "possible"}])
def test_what_was_not_signed_is_not_signed(world: World, how: dict[str, str]) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject="actor-arafat", object="treaty-taba", time="2001", **how)
    one = treaty(world.merge(), "treaty-taba")
    assert (one.signed, one.signatories, one.status) == ((), (), ())
    assert {"signed", "signatories"} <= set(one.missing)


def test_both_dates_of_a_conflict_stay(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "signed", object="treaty-tordesillas", time="1494-06-07")
    world.say("b", "signed", object="treaty-tordesillas", time="1495-06-07")
    assert [slot.value for slot in treaty(world.merge(), "treaty-tordesillas").signed] == ["1494-06-07", "1495-06-07"]


@pytest.mark.parametrize(
    ("predicate", "how", "state"),
    [
        ("implements", {"polarity": "negated"}, "not implemented"),
        ("implements", {}, "implemented"),
        ("negotiated", {}, "negotiated"),
        ("rejected", {}, "rejected"),
        ("replaces", {}, "superseded"),
        ("withdrew_from", {}, "withdrawn"),
    ],
)
def test_states_of_a_life(world: World, predicate: str, how: dict[str, str], state: str) -> None:
    world.document("a", "en")
    world.say("a", predicate, subject="actor-usa", object="treaty-abm", time="2002", **how)
    (slot,) = treaty(world.merge(), "treaty-abm").status
    assert (slot.value, slot.time.edtf, len(slot.spans)) == (state, "2002", 1)


def test_the_later_treaty_supersedes_the_earlier(world: World) -> None:
    world.document("a", "en")
    world.say("a", "replaces", subject="treaty-lisbon", object="treaty-nice")
    graph = world.merge()
    assert [slot.value for slot in treaty(graph, "treaty-nice").status] == ["superseded"]
    assert treaty(graph, "treaty-lisbon").status == ()


def test_the_treaties_of_two_years_are_told_of_each(world: World) -> None:
    world.document("a", "fr")
    world.say("a", "implements", object=("treaty-oslo", "treaty-taba"), polarity="negated")
    graph = world.merge()
    assert [[slot.value for slot in one.status] for one in graph.treaties] == [["not implemented"]] * 2


def test_an_undated_signature_joins_the_only_dated_one(world: World) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo", time="1993-09-13")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo")
    (slot,) = treaty(world.merge(), "treaty-oslo").signatories
    assert (slot.actor, slot.time.edtf, len(slot.spans)) == ("actor-rabin", "1993-09-13", 2)


def test_two_dates_of_a_signature_are_an_issue(world: World) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo", time="1993-09-13")
    world.say("a", "signed", subject="actor-arafat", object="treaty-oslo", time="1993-09")
    assert world.merge().issues == ()
    world.say("a", "signed", subject="actor-peres", object="treaty-oslo", time="1995")
    (issue,) = world.merge().issues
    assert (issue.stage, issue.kind, issue.about) == ("merge", "conflict", ("treaty-oslo",))


def test_the_finest_of_times_that_agree_is_the_date(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "signed", object="treaty-oslo", time="1993")
    world.say("b", "signed", object="treaty-oslo", time="1993-09")
    (slot,) = treaty(world.merge(), "treaty-oslo").signed
    assert (slot.value, len(slot.spans)) == ("1993-09", 2)


def test_a_state_is_bound_by_who_holds_its_office(world: World) -> None:
    world.document("a", "en")
    world.types |= {"actor-egypt": "state", "actor-israel": "state", "actor-usa": "state"}
    world.say("a", "elected", object="actor-sadat", office="president", of="actor-egypt", time="1970-10")
    world.say("a", "holds_office", subject="actor-sadat", office="president", of="actor-egypt")
    world.say("a", "holds_office", subject="actor-begin", office="prime minister", of="actor-israel", time="1985")
    world.say("a", "signed", subject=("actor-sadat", "actor-begin", "actor-usa"), object="treaty-camp", time="1978")
    one = treaty(world.merge(), "treaty-camp")
    assert [slot.actor for slot in one.parties] == ["actor-egypt", "actor-usa"]
    assert [len(slot.spans) for slot in one.parties] == [2, 1]


def test_who_rejects_a_treaty_is_named(world: World) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject=("actor-wilson", "actor-lloyd"), object="treaty-versailles", time="1919-06")
    world.say("a", "rejected", subject="actor-senate", object="treaty-versailles", time="1920-03")
    world.say("a", "rejected", subject="actor-china", object="treaty-versailles", time="1919-06")
    status = treaty(world.merge(), "treaty-versailles").status
    assert {(slot.value, slot.actor) for slot in status} == {
        ("signed", None),
        ("rejected", "actor-senate"),
        ("rejected", "actor-china"),
    }


def test_a_mediator_is_no_party(world: World) -> None:
    world.document("a", "en")
    world.types |= dict.fromkeys(("actor-egypt", "actor-israel", "actor-usa"), "state")
    world.say("a", "holds_office", subject="actor-carter", office="president", of="actor-usa")
    world.say("a", "signed", subject=["actor-egypt", "actor-israel", "actor-carter"], object="treaty-camp", time="1978")
    world.say("a", "mediated", subject="actor-carter", object="treaty-camp")
    one = treaty(world.merge(), "treaty-camp")
    assert [slot.actor for slot in one.parties] == ["actor-egypt", "actor-israel"]
    assert len(one.signatories) == 3


def test_nothing_is_superseded_by_replacing_something_else(world: World) -> None:
    world.document("a", "en")
    world.say("a", "replaces", subject="treaty-maastricht", object="actor-eec")
    world.say("a", "replaces", subject="treaty-nice", object="treaty-amsterdam", time="2003-02")
    graph = world.merge()
    assert treaty(graph, "treaty-maastricht").status == ()
    assert [slot.time.edtf for slot in treaty(graph, "treaty-amsterdam").status] == ["2003-02"]
