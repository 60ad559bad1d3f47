"""What becomes one claim and what does not, in words of other treaties than the seeds'."""

from dataclasses import replace

from merge_world import World, claims_of

from pipeline.model import Span
from pipeline.stages.merge.fillers import TEXT, Filler
from pipeline.stages.merge.propositions import alone


def test_told_in_two_languages_is_one_claim(world: World) -> None:
    world.document("elysee", "fr")
    world.document("bonn", "en")
    world.say("elysee", "signed", subject=("actor-gaulle", "actor-adenauer"), object="treaty-elysee", time="1963-01-22")
    world.say("bonn", "signed", subject="actor-adenauer", object="treaty-elysee", time="1963-01-22")
    by_subject = {claim.roles["subject"]: claim for claim in claims_of(world.merge(), "signed")}
    both, one = by_subject[("actor-adenauer",)], by_subject[("actor-gaulle",)]
    assert (both.status, both.languages, both.documents, both.independent) == ("corroborated", ("en", "fr"), 2, 2)
    assert (one.status, one.languages, one.documents, one.independent) == ("single", ("fr",), 1, 1)


def test_both_countries_is_a_claim_for_each(world: World) -> None:
    world.document("a", "fr")
    world.say("a", "member_of", subject=("actor-france", "actor-germany"), object="actor-ecsc")
    assert {claim.roles["subject"] for claim in world.merge().claims} == {("actor-france",), ("actor-germany",)}


def test_done_together_is_one_claim(world: World) -> None:
    world.document("a", "en")
    world.say("a", "negotiated", subject=["actor-sadat", "actor-begin"], object="treaty-camp")
    assert [claim.roles["subject"] for claim in world.merge().claims] == [("actor-begin", "actor-sadat")]


def test_who_met_whom_is_the_same_either_way(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "met", subject="actor-sadat", object="actor-begin", time="1978-09")
    world.say("b", "met", subject=("actor-begin", "actor-sadat"), time="1978-09")
    (claim,) = world.merge().claims
    assert claim.roles == {"subject": ("actor-begin",), "object": ("actor-sadat",)}
    assert claim.status == "corroborated"


def test_affirmed_and_denied_is_one_disputed_claim(world: World) -> None:
    world.document("a", "en")
    world.say("a", "implements", subject="actor-sudan", object="treaty-abuja", holder="actor-khartoum")
    world.say(
        "a", "implements", subject="actor-sudan", object="treaty-abuja", holder="actor-rebels", polarity="negated"
    )
    (claim,) = world.merge().claims
    assert claim.status == "disputed"
    assert {(voice.holder_actors, voice.statement.polarity) for voice in claim.voices} == {
        ((("actor-khartoum",),), "affirmed"),
        ((("actor-rebels",),), "negated"),
    }


def test_a_question_neither_supports_nor_disputes(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "ratified", subject="actor-france", object="treaty-kyoto")
    world.say("b", "ratified", subject="actor-france", object="treaty-kyoto", modality="question", polarity="negated")
    (claim,) = world.merge().claims
    assert (claim.status, claim.documents, claim.independent) == ("single", 2, 1)


def test_two_stances_of_one_holder_stay_two_claims(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.say("a", "states", subject="actor-orban", object="full sovereignty", holder="actor-orban")
    world.say("b", "states", subject="actor-orban", object="l union de toutes les nations", holder="actor-orban")
    graph = world.merge()
    assert len(graph.claims) == 2
    assert not graph.links


def test_phrases_merge_across_languages_only_where_aligned(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    one = world.say("a", "opposes", subject="actor-senate", object="binding emission limits", time="1997")
    other = world.say("b", "opposes", subject="actor-senate", object="plafonds contraignants", time="1997")
    assert len(world.merge().claims) == 2
    world.align(one, other)
    (claim,) = world.merge().claims
    assert claim.languages == ("en", "fr")


def test_a_rival_in_the_passage_keeps_phrases_apart(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    one = world.say("a", "opposes", subject="actor-senate", object="binding limits", time="1997")
    rival = world.say("a", "opposes", subject="actor-senate", object="carbon taxes", time="1997")
    other = world.say("b", "opposes", subject="actor-senate", object="plafonds contraignants", time="1997")
    world.align(one, rival, other)
    assert len(world.merge().claims) == 3


def test_the_same_phrase_merges_without_its_articles(world: World) -> None:
    world.document("a", "en")
    world.document("b", "en")
    world.say("a", "provides", subject="treaty-maastricht", object="the single currency")
    world.say("b", "provides", subject="treaty-maastricht", object="a single currency")
    (claim,) = world.merge().claims
    assert claim.status == "corroborated"


def test_dropped_statements_stay_out(world: World) -> None:
    world.document("a", "en")
    world.say("a", "met", subject="actor-a", object="actor-b", dropped="no agent")
    assert not world.merge().claims


def test_a_plan_and_its_later_fulfilment_stay_two_claims(world: World) -> None:
    world.document("a", "en")
    world.say("a", "adopts_currency", subject="actor-greece", object="euro", time="1999", modality="planned")
    world.say("a", "adopts_currency", subject="actor-greece", object="euro", time="2001")
    assert {(claim.time.edtf, claim.status) for claim in world.merge().claims} == {
        ("1999", "single"),
        ("2001", "single"),
    }


def test_an_office_is_a_word_even_where_it_stands_for_its_holder(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    described = world.describe("president", "actor-havel")
    world.say(
        "a", "holds_office", subject="actor-havel", office=described, of="actor-czechia", time="1993", also="then"
    )
    world.say("b", "holds_office", subject="actor-havel", office="président", of="actor-czechia", time="1993")
    (claim,) = world.merge().claims
    assert claim.status == "corroborated"
    assert claim.roles["office"][0].startswith("pr")


def test_an_unsure_alignment_merges_no_phrases_until_a_person_accepts_it(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    one = world.say("a", "opposes", subject="actor-senate", object="binding emission limits", time="1997")
    other = world.say("b", "opposes", subject="actor-senate", object="plafonds contraignants", time="1997")
    world.align(one, other)
    (alignment,) = world.alignments
    world.alignments = [replace(alignment, score=0.5)]
    assert len(world.merge().claims) == 2
    world.alignments = [replace(alignment, score=0.5, decision="accepted")]
    assert len(world.merge().claims) == 1
    world.alignments = [replace(alignment, decision="rejected")]
    assert len(world.merge().claims) == 2


def test_a_place_makes_no_other_claim(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr")
    world.types |= {"actor-paris": "place", "actor-rome": "place"}
    told = {"subject": "actor-adenauer", "object": "treaty-elysee", "time": "1963-01-22"}
    world.say("a", "signed", **told, place="actor-paris")
    world.say("b", "signed", **told)
    (claim,) = world.merge().claims
    assert (claim.place, claim.languages, claim.status) == ("actor-paris", ("en", "fr"), "corroborated")
    world.say("b", "signed", **told, place="actor-rome")
    assert sorted(claim.place or "" for claim in world.merge().claims) == ["", "actor-paris", "actor-rome"]


def test_undated_meetings_in_a_place_are_others(world: World) -> None:
    world.document("a", "en")
    world.types["actor-geneva"] = "place"
    world.say("a", "met", subject="actor-reagan", object="actor-gorbachev", place="actor-geneva")
    world.say("a", "met", subject="actor-reagan", object="actor-gorbachev")
    assert len(world.merge().claims) == 2


def test_two_pronouns_that_nobody_resolved_are_two_fillers() -> None:
    places = [Span("a", start, start + 2) for start in (0, 40)]
    pronouns = [Filler(f"{TEXT}fr~l'", "l'", language="fr", bare=True, span=place) for place in places]
    (one,), (other,) = map(alone, pronouns)
    assert one != other
    assert alone(pronouns[0])[one].shown == "l'"
