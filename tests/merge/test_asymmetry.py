"""What the texts of one language alone tell, and why; what an alignment's passages both tell."""

from merge_world import World

from pipeline.model import Graph


def reasons(graph: Graph) -> dict[str, str | None]:
    predicate = {claim.id: claim.predicate for claim in graph.claims}
    return {predicate[one.claim]: one.why for one in graph.asymmetry}


def test_what_came_after_a_text_cannot_stand_in_it(world: World) -> None:
    world.document("a", "fr", "2010")
    world.document("b", "en", "1996-12")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", time="2000-04-14")
    world.say("b", "negotiated", subject="actor-duma", object="treaty-start")
    why = reasons(world.merge())
    assert "2000" in why["ratified"]
    assert "1996-12" in why["ratified"]
    assert why["negotiated"] is None


def test_a_plan_for_later_could_stand_in_an_earlier_text(world: World) -> None:
    world.document("a", "fr", "1999")
    world.document("b", "en", "1996-12")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", time="2001", modality="planned")
    world.say("b", "negotiated", subject="actor-duma", object="treaty-start")
    assert reasons(world.merge())["ratified"] is None


def test_an_undated_text_gives_no_reason(world: World) -> None:
    world.document("a", "fr", "2010")
    world.document("b", "en")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", time="2000-04-14")
    world.say("b", "negotiated", subject="actor-duma", object="treaty-start")
    assert reasons(world.merge())["ratified"] is None


def test_a_treaty_that_the_others_do_not_speak_of(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo")
    world.say("b", "supports", subject="actor-rabin", object="peace")
    assert reasons(world.merge()) == {
        "signed": "the English texts do not speak of treaty-oslo",
        "supports": None,
    }


def test_what_both_tell_is_not_asymmetric(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo", time="1993")
    world.say("b", "signed", subject="actor-rabin", object="treaty-oslo", time="1993-09")
    assert world.merge().asymmetry == ()


def test_one_language_alone_has_no_asymmetry(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "fr")
    world.say("a", "signed", subject="actor-rabin", object="treaty-oslo")
    assert world.merge().asymmetry == ()


def test_an_alignment_lists_what_both_sides_tell(world: World) -> None:
    world.document("a", "fr")
    world.document("b", "en")
    one = world.say("a", "signed", subject="actor-rabin", object="treaty-oslo")
    other = world.say("b", "signed", subject="actor-rabin", object="treaty-oslo")
    third = world.say("a", "signed", subject="actor-peres", object="treaty-oslo")
    world.align(one, other)
    world.align(third, other)
    graph = world.merge()
    claims = {claim.roles["subject"]: claim.id for claim in graph.claims}
    assert [alignment.claims for alignment in graph.alignments] == [(claims[("actor-rabin",)],), ()]


def test_an_undated_claim_has_the_time_of_its_sentence(world: World) -> None:
    world.document("a", "fr", "2010")
    world.document("b", "en", "1996-12")
    world.say("a", "rejected", subject="actor-duma", object="la proposition", since="2002")
    world.say("b", "negotiated", subject="actor-duma", object="treaty-start")
    assert "2002" in reasons(world.merge())["rejected"]


def test_what_its_own_text_awaits_is_no_fact_yet(world: World) -> None:
    world.document("a", "fr", "1999")
    world.document("b", "en", "1996-12")
    world.say("a", "ratified", subject="actor-duma", object="treaty-start", time="2001")
    world.say("b", "negotiated", subject="actor-duma", object="treaty-start")
    assert reasons(world.merge())["ratified"] is None
