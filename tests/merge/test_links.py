"""Links between claims and what links nothing, in words of other treaties than the seeds'."""

import pytest
from merge_world import World, claims_of, ties

from pipeline.model import Quantity, Span

NOWHERE = Span("", 0, 0)


def amount(value: float, unit: str = "EUR", *, approximate: bool = False, comparison: str | None = None) -> Quantity:
    return Quantity(value, 1, unit, approximate, NOWHERE, comparison=comparison)


def test_a_month_refines_its_year_without_conflict(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "signed", subject="actor-begin", object="treaty-camp", time="1978")
    world.say("b", "signed", subject="actor-begin", object="treaty-camp", time="1978-09")
    world.say("b", "signed", subject="actor-begin", object="treaty-camp", time="1978-09-17")
    graph = world.merge()
    assert ties(graph) == {
        ("refines", "signed 1978-09", "signed 1978"),
        ("refines", "signed 1978-09-17", "signed 1978-09"),
    }
    assert {(claim.time.edtf, claim.status) for claim in graph.claims} == {
        ("1978", "corroborated"),
        ("1978-09", "corroborated"),
        ("1978-09-17", "single"),
    }
    assert not graph.asymmetry[1:]
    assert graph.asymmetry[0].language == "en"


def test_elected_in_a_month_refines_in_office_in_that_year(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "holds_office", subject="actor-havel", office="président", of="actor-czechia", time="1993")
    world.say("b", "elected", object="actor-havel", office="president", of="actor-czechia", time="1993-01")
    graph = world.merge()
    assert ties(graph) == {("refines", "elected 1993-01", "holds_office 1993")}
    assert {claim.status for claim in graph.claims} == {"corroborated"}
    assert graph.asymmetry == ()


def test_months_that_only_look_alike_do_not_refine(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "holds_office", subject="actor-havel", office="président", of="actor-czechia", time="1993")
    world.say("b", "elected", object="actor-havel", office="president", of="actor-czechia", time="1998-01")
    world.say("b", "elected", object="actor-klaus", office="president", of="actor-czechia", time="1993-02")
    assert world.merge().links == ()


def test_a_slipping_target_is_a_series_without_conflict(world: World) -> None:
    world.document("a", "fr", "2003")
    for year in ("1995", "2000", "2005", "2010"):
        world.say("a", "adopts_currency", subject="actor-gulf", object="monnaie unique", time=year, modality="planned")
    graph = world.merge()
    assert [claim.time.edtf for claim in sorted(graph.claims, key=lambda one: one.time.edtf)] == [
        "1995", "2000", "2005", "2010",
    ]  # fmt: skip
    assert graph.links == ()
    assert {claim.status for claim in graph.claims} == {"single"}


def test_supports_and_opposes_the_same_contradict(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "supports", subject="actor-greens", object="treaty-nice")
    world.say("b", "opposes", subject="actor-greens", object="treaty-nice")
    graph = world.merge()
    assert {link.kind for link in graph.links} == {"contradicts"}
    assert {claim.status for claim in graph.claims} == {"disputed"}
    assert [issue.kind for issue in graph.issues] == ["conflict"]


def test_supports_and_opposes_overlapping_targets_is_a_tension(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "supports", subject="actor-greens", object="l intégration avec SERBIA")
    world.say("b", "opposes", subject="actor-greens", object="a common state")
    world.say("b", "opposes", subject="actor-greens", object="nuclear tests")
    graph = world.merge()
    (link,) = graph.links
    assert link.kind == "tension"
    assert "integration" in link.why
    assert {claim.status for claim in graph.claims} == {"single"}


def test_opposition_years_apart_is_no_conflict(world: World) -> None:
    world.document("a", "fr")
    world.say("a", "supports", subject="actor-labour", object="treaty-maastricht", time="1993")
    world.say("a", "opposes", subject="actor-labour", object="treaty-maastricht", time="1983")
    assert world.merge().links == ()


def test_two_actors_may_differ(world: World) -> None:
    world.document("a", "fr")
    world.say("a", "supports", subject="actor-labour", object="treaty-nice")
    world.say("a", "opposes", subject="actor-tories", object="treaty-nice")
    assert world.merge().links == ()


def test_the_same_words_about_different_things_link_nothing(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "implements", object="treaty-minsk", polarity="negated", also="lettre morte")
    world.say("b", "implements", object="treaty-oslo", polarity="negated", also="a dead letter")
    graph = world.merge()
    assert len(graph.claims) == 2
    assert graph.links == ()


def test_no_step_at_all_strains_against_particular_deeds(world: World) -> None:
    world.document("a", "fr", "2003")
    world.document("b", "en", "2000")
    world.say("a", "states", object="aucune mesure pour SYRIA EGYPT", time="2003", polarity="negated", since="1999")
    world.say("b", "held_exercise", subject=("actor-syria", "actor-egypt"), time="2000-08")
    world.say("b", "held_exercise", subject=("actor-syria", "actor-egypt"), time="1997-08")
    world.say("b", "held_exercise", subject=("actor-syria", "actor-iran"), time="2000-09")
    world.say("b", "held_exercise", subject=("actor-egypt", "actor-iran"), time="2000-10")
    world.say("b", "held_exercise", subject=("actor-syria", "actor-egypt"), time="since 2002")
    (link,) = (graph := world.merge()).links
    times = {claim.id: claim.time.text for claim in graph.claims}
    assert (link.kind, {times[link.a], times[link.b]}) == ("tension", {"2003", "2000-08"})


def test_denied_in_general_and_told_of_one_day_contradict(world: World) -> None:
    world.document("a", "en", "1998")
    world.document("b", "fr", "1999")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", polarity="negated")
    world.say("b", "ratified", subject="actor-duma", object="treaty-start", time="1996-01-26")
    graph = world.merge()
    assert {link.kind for link in graph.links} == {"contradicts"}
    assert {claim.status for claim in graph.claims} == {"disputed"}


def test_not_yet_is_no_conflict_with_later(world: World) -> None:
    world.document("a", "en", "1998")
    world.document("b", "fr", "2001")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", polarity="negated")
    world.say("b", "ratified", subject="actor-duma", object="treaty-start", time="2000-04-14")
    assert world.merge().links == ()


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("1992-02-07", "1992-02-07", []),
        ("1992-02", "1992-02-07", ["refines"]),
        ("1992-02-07", "1991-12-10", ["contradicts"]),
        ("1992-02", "1992-03-01", ["contradicts"]),
    ],
)
def test_two_dates_of_one_signature(world: World, one: str, other: str, kinds: list[str]) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "signed", subject="actor-kohl", object="treaty-maastricht", time=one)
    world.say("b", "signed", subject="actor-kohl", object="treaty-maastricht", time=other)
    assert [link.kind for link in world.merge().links] == kinds


def test_two_meetings_are_no_conflict(world: World) -> None:
    world.document("a", "en")
    world.say("a", "met", subject=("actor-reagan", "actor-gorbachev"), time="1985-11")
    world.say("a", "met", subject=("actor-reagan", "actor-gorbachev"), time="1986-10")
    assert world.merge().links == ()


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (amount(100), amount(100), []),
        (amount(100), amount(120), ["contradicts"]),
        (amount(100, approximate=True), amount(104), ["refines"]),
        (amount(100, comparison=">"), amount(120), ["refines"]),
        (amount(100, comparison="<"), amount(120), ["contradicts"]),
        (amount(100, "EUR"), amount(120, "USD"), []),
    ],
)
def test_two_amounts_of_one_thing(world: World, one: Quantity, other: Quantity, kinds: list[str]) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "measures", subject="actor-budget", amount=one, time="2007")
    world.say("b", "measures", subject="actor-budget", amount=other, time="2007")
    assert [link.kind for link in world.merge().links] == kinds


def test_amounts_of_different_years_are_no_conflict(world: World) -> None:
    world.document("a", "en")
    world.say("a", "measures", subject="actor-budget", amount=amount(100), time="2006")
    world.say("a", "measures", subject="actor-budget", amount=amount(120), time="2007")
    assert world.merge().links == ()


def test_more_said_of_the_same_target_refines(world: World) -> None:
    world.document("a", "en")
    world.say("a", "supports", subject="actor-orban", object="sanctions")
    world.say("a", "supports", subject="actor-orban", object="sanctions oil RUSSIA")
    graph = world.merge()
    finer = next(claim for claim in graph.claims if "RUSSIA" in claim.roles["object"][0])
    assert [(link.kind, link.a) for link in graph.links] == [("refines", finer.id)]


@pytest.mark.parametrize("kind", ["group", "state"])
def test_a_stronger_word_about_an_overlapping_target_refines(world: World, kind: str) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.types["actor-sdlp"] = kind
    one = world.say("a", "opposes", subject="actor-sdlp", object="la création d une union")
    other = world.say("b", "rejected", subject="actor-sdlp", object="the idea of political integration")
    assert [link.kind for link in world.merge().links] == (["refines"] if kind == "group" else [])
    world.align(one, other)
    graph = world.merge()
    (link,) = graph.links
    assert (link.kind, link.a) == ("refines", claims_of(graph, "rejected")[0].id)


def test_opposing_the_end_of_a_thing_is_being_for_it(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "supports", subject="actor-sdlp", object="l union avec SERBIA")
    world.say("b", "opposes", subject="actor-sdlp", object="dissolution of the union")
    assert world.merge().links == ()


def test_two_sides_in_one_sentence_are_a_tension(world: World) -> None:
    world.document("a", "en")
    one = world.say("a", "rejected", subject="actor-osce", object="elections")
    world.say("a", "accepted", subject="actor-cis", object="elections", sentence=one.sentence)
    world.say("a", "accepted", subject="actor-iran", object="elections")
    graph = world.merge()
    (link,) = graph.links
    assert link.kind == "tension"
    subjects = {claim.id: claim.roles["subject"][0] for claim in graph.claims}
    assert {subjects[link.a], subjects[link.b]} == {"actor-osce", "actor-cis"}


@pytest.mark.parametrize(("year", "kinds"), [("2002", ["refines"]), ("1999", [])])
def test_counterparts_in_aligned_passages_need_one_time(world: World, year: str, kinds: list[str]) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    one = world.say("a", "adopts_currency", subject="actor-greece", object="euro", time=year, modality="planned")
    other = world.say("b", "adopts_currency", object="the single currency", time="2002", modality="planned")
    assert world.merge().links == ()
    world.align(one, other)
    graph = world.merge()
    assert [link.kind for link in graph.links] == kinds
    assert {claim.status for claim in graph.claims} == ({"corroborated"} if kinds else {"single"})


def test_counterparts_that_name_different_actors_are_none(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    one = world.say("a", "adopts_currency", subject="actor-greece", object="euro", time="2002")
    other = world.say("b", "adopts_currency", subject="actor-italy", object="the single currency", time="2002")
    world.align(one, other)
    assert world.merge().links == ()


def test_the_place_here_and_the_day_there_are_of_one_signature(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "signed", subject="actor-gaulle", object="treaty-elysee", time="1963", place="actor-paris")
    world.say("b", "signed", subject="actor-gaulle", object="treaty-elysee", time="1963-01-22")
    graph = world.merge()
    assert [link.kind for link in graph.links] == ["equal"]
    assert {claim.status for claim in graph.claims} == {"corroborated"}


def test_one_actor_may_come_round_within_a_sentence(world: World) -> None:
    world.document("a", "en")
    one = world.say("a", "rejected", subject="actor-serbia", object="plan", time="1993")
    world.say("a", "accepted", subject="actor-serbia", object="plan", time="1995", sentence=one.sentence)
    assert world.merge().links == ()


def test_not_elected_does_not_say_not_in_office(world: World) -> None:
    world.document("a", "en")
    how = {"office": "president", "of": "actor-france", "polarity": "negated"}
    world.say("a", "elected", object="actor-poher", **how)
    world.say("a", "holds_office", subject="actor-poher", **how)
    assert world.merge().links == ()


VERDICTS = [
    ("found the vote fair", "actor-cis", "vote", 1),
    ("vote rigged", "actor-cis", "vote", 0),
    ("the vote fair", "actor-usa", "vote", 0),
    ("the treaty fair", "actor-cis", "vote", 0),
    ("the vote", "actor-cis", "vote", 0),
]


@pytest.mark.parametrize(("verdict", "judge", "target", "tensions"), VERDICTS)
def test_a_verdict_of_another_on_what_is_rejected(
    world: World, verdict: str, judge: str, target: str, tensions: int
) -> None:
    world.document("a", "en")
    one = world.say("a", "rejected", subject="actor-usa", object=target)
    world.say("a", "states", subject=judge, object=verdict, sentence=one.sentence)
    assert [link.kind for link in world.merge().links] == ["tension"] * tensions
