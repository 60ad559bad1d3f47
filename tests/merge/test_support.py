"""Independent support, and what must hold whatever is merged."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from merge_world import World

from pipeline.knowledge import Knowledge
from pipeline.model import Alignments, Graph
from pipeline.stages.merge import merge
from pipeline.stages.merge.independence import origins


def test_a_copy_adds_no_support(world: World) -> None:
    for name in ("a", "b"):
        world.document(name, "en")
        world.say(
            name, "met", subject="actor-sadat", object="actor-begin", time="1977-11", also="They met! In Jerusalem"
        )
    (claim,) = world.merge().claims
    assert (claim.documents, claim.independent, claim.status) == (2, 1, "single")


def test_a_translation_adds_no_support(world: World) -> None:
    world.document("a", "en")
    world.document("b", "fr", translation_of="documents/a.txt")
    for name in ("a", "b"):
        world.say(name, "met", subject="actor-sadat", object="actor-begin", time="1977-11", also=name)
    (claim,) = world.merge().claims
    assert (claim.languages, claim.independent, claim.status) == (("en", "fr"), 1, "single")


def test_a_near_copy_adds_no_support(world: World) -> None:
    for name in ("a", "b"):
        world.document(name, "en")
        for number in range(9):
            world.say(name, "met", subject="actor-sadat", object=f"actor-b{number}")
    world.say("b", "met", subject="actor-sadat", object="actor-carter")
    assert {claim.independent for claim in world.merge().claims} == {1}
    assert set(origins([page.reading() for page in world.pages.values()]).values()) == {"a"}


def test_a_shared_formula_makes_no_copy(world: World) -> None:
    for name in ("a", "b"):
        world.document(name, "en")
        world.say(name, "met", subject="actor-sadat", object="actor-begin")
        for number in range(4):
            world.say(name, "met", subject=f"actor-{name}{number}", object="actor-begin")
    assert origins([page.reading() for page in world.pages.values()]) == {"a": "a", "b": "b"}


def test_a_document_does_not_corroborate_itself(world: World) -> None:
    world.document("a", "en")
    world.say("a", "signed", subject="actor-sadat", object="treaty-camp", time="1978-09", place="actor-camp")
    world.say("a", "signed", subject="actor-sadat", object="treaty-camp", time="1978")
    world.say("a", "signed", subject="actor-sadat", object="treaty-camp")
    graph = world.merge()
    assert [claim.status for claim in graph.claims] == ["single"] * 3
    assert {link.kind for link in graph.links} == {"refines"}
    world.document("b", "fr")
    world.say("b", "signed", subject="actor-sadat", object="treaty-camp", time="1978", also="encore")
    assert [claim.status for claim in world.merge().claims] == ["corroborated"] * 3


TELLINGS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(["signed", "ratified", "supports", "opposes"]),
        st.sampled_from(["actor-x", "actor-y"]),
        st.sampled_from(["treaty-t", "treaty-u"]),
        st.sampled_from([None, "1990", "1990-05", "1991"]),
        st.sampled_from(["affirmed", "affirmed", "negated"]),
        st.sampled_from(["asserted", "asserted", "planned", "question"]),
    ),
    max_size=12,
)


def told(knowledge: Knowledge, tellings: list[tuple[str, ...]], extra: bool = False) -> World:
    world = World(knowledge)
    for number, name in enumerate("abcd"):
        world.document(name, ("fr", "en")[number % 2], "1995")
    for name, predicate, subject, treaty, time, polarity, modality in tellings:
        also = f"in the words of {name}"
        world.say(
            name, predicate, subject=subject, object=treaty, time=time, polarity=polarity, modality=modality, also=also
        )
    if extra:
        world.document("z", "en", "2001")
        world.say("z", "met", subject="actor-elsewhere", object="actor-nowhere")
    return world


def support(graph: Graph) -> dict[str, tuple[int, int, int]]:
    return {claim.id: (claim.documents, len(claim.languages), claim.independent) for claim in graph.claims}


@settings(max_examples=60, deadline=None)
@given(TELLINGS)
def test_the_order_of_the_documents_does_not_matter(knowledge: Knowledge, tellings: list[tuple[str, ...]]) -> None:
    world = told(knowledge, tellings)
    assert world.merge() == world.merge(reverse=True)


@settings(max_examples=60, deadline=None)
@given(TELLINGS)
def test_a_document_that_stands_twice_counts_once(knowledge: Knowledge, tellings: list[tuple[str, ...]]) -> None:
    world = told(knowledge, tellings)
    readings = [page.reading() for page in world.pages.values()]
    known = replace(knowledge, predicates=world.predicates)
    once = merge(readings, world.resolution(), Alignments(()), known)
    assert merge([*readings, *readings], world.resolution(), Alignments(()), known) == once


@settings(max_examples=60, deadline=None)
@given(TELLINGS, st.sampled_from("abcd"))
def test_without_a_document_nothing_gains_support(
    knowledge: Knowledge, tellings: list[tuple[str, ...]], gone: str
) -> None:
    world = told(knowledge, tellings)
    whole, less = support(world.merge()), support(world.merge(only=set("abcd") - {gone}))
    assert less.keys() <= whole.keys()
    assert all(mine <= yours for id, part in less.items() for mine, yours in zip(part, whole[id], strict=True))


@settings(max_examples=60, deadline=None)
@given(TELLINGS)
def test_an_unrelated_document_changes_no_claim(knowledge: Knowledge, tellings: list[tuple[str, ...]]) -> None:
    before, after = told(knowledge, tellings).merge(), told(knowledge, tellings, extra=True).merge()
    assert [claim for claim in after.claims if claim.predicate != "met"] == list(before.claims)
    assert after.links == before.links


@settings(max_examples=60, deadline=None)
@given(TELLINGS)
def test_every_claim_has_a_voice_and_every_link_its_claims(
    knowledge: Knowledge, tellings: list[tuple[str, ...]]
) -> None:
    graph = told(knowledge, tellings).merge()
    ids = [claim.id for claim in graph.claims]
    assert len(set(ids)) == len(ids)
    assert all(claim.voices and claim.independent <= claim.documents for claim in graph.claims)
    assert {id for link in graph.links for id in (link.a, link.b)} <= set(ids)
    assert all(link.a != link.b and link.why for link in graph.links)
    kept = {statement.id for page in graph.claims for statement in (voice.statement for voice in page.voices)}
    assert len(kept) <= len(tellings)


def test_an_undeclared_translation_adds_no_support(world: World) -> None:
    for name, language in (("a", "en"), ("b", "fr")):
        world.document(name, language)
        for number in range(4):
            world.say(name, "met", subject="actor-sadat", object=f"actor-b{number}", also=name)
    pairs = list(zip(world.pages["a"].statements, world.pages["b"].statements, strict=True))
    for one, other in pairs[:2]:
        world.align(one, other)
    world.alignments = [replace(alignment, kind="parallel") for alignment in world.alignments]
    assert {claim.independent for claim in world.merge().claims} == {2}
    world.align(*pairs[2])
    world.alignments = [replace(alignment, kind="parallel") for alignment in world.alignments]
    assert {(claim.independent, claim.status) for claim in world.merge().claims} == {(1, "single")}
    world.alignments = [replace(alignment, kind="comparable") for alignment in world.alignments]
    assert {claim.independent for claim in world.merge().claims} == {2}
