"""Tokens and sentences: offsets, order, boundaries; and the rule that mentions nest and never cross."""

from __future__ import annotations

import itertools
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge import KnowledgeFault
from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import MENTION_TYPES, Section, Token
from pipeline.stages.annotate import annotate
from pipeline.stages.annotate.choosing import choose
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.loading import pipeline_for
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.pieces import LONGEST, cut

EN = "The treaty  was signed.\n\nMr. Smith of the U.S. asked why? Or, he said, never.\n\n \n\nThe end"
FR = "M. Blair entre en scène. L'accord russo-ukrainien du 2 avril n'a pas plu.\n\nEntre la Grèce et l'Italie, rien."


@pytest.mark.parametrize(("language", "text"), [("en", EN), ("fr", FR)])
def test_tokens_are_slices_and_heads_stay_inside_the_sentence(read, language, text):
    made, annotation = read(text, language)
    for number, sentence in enumerate(annotation.sentences):
        assert sentence.id == f"s{number + 1}"
        for index in range(sentence.first, sentence.last):
            token = annotation.tokens[index]
            assert made.text[token.start : token.end] == token.text.strip() == token.text
            assert token.sentence == number
            assert sentence.first <= token.head < sentence.last
    assert [s.first for s in annotation.sentences[1:]] == [s.last for s in annotation.sentences[:-1]]
    assert "".join(t.text for t in annotation.tokens) == "".join(text.split())


def test_no_sentence_crosses_a_section(read):
    made, annotation = read(EN, "en")
    for sentence in annotation.sentences:
        assert any(s.start <= sentence.span.start and sentence.span.end <= s.end for s in made.sections)


def test_sentences_end_where_they_should(read):
    made, annotation = read(FR, "fr")
    sentences = [made.text[s.span.start : s.span.end] for s in annotation.sentences]
    assert sentences == [
        "M. Blair entre en scène.",
        "L'accord russo-ukrainien du 2 avril n'a pas plu.",
        "Entre la Grèce et l'Italie, rien.",
    ]


def test_the_preposition_is_no_verb(read):
    _, annotation = read("Un accord entre la Grèce et l'Italie a été signé.", "fr")
    assert next(token.lemma for token in annotation.tokens if token.text == "entre") == "entre"


@pytest.mark.parametrize(("language", "text"), [("en", EN), ("fr", FR)])
def test_mentions_are_slices_of_known_types(read, language, text):
    made, annotation = read(text, language)
    for mention in annotation.mentions:
        assert made.text[mention.span.start : mention.span.end] == mention.text
        assert mention.type in MENTION_TYPES
        head = annotation.tokens[mention.head]
        assert head.start < mention.span.end
        assert mention.span.start < head.end


def test_documents_come_back_in_order_with_progress(document, knowledge):
    made = [document(text, language) for text, language in [(FR, "fr"), ("", "en"), (EN, "en"), ("Rien.", "fr")]]
    seen: list[int] = []
    found = list(annotate(made, knowledge, seen.append))
    assert [annotation.document for annotation in found] == [one.id for one in made]
    assert seen == [1, 2, 3, 4]
    assert found[1].tokens == ()
    assert found[1].mentions == ()


def test_the_company_of_a_document_changes_nothing(document, knowledge, read):
    alone = read(EN, "en")[1]
    beside = list(annotate([document("Poland signed.", "en"), document(EN, "en")], knowledge))[1]
    assert pickle.dumps(alone.mentions) == pickle.dumps(beside.mentions)
    assert alone.tokens == beside.tokens


def test_a_long_document_is_read_whole(document, knowledge):
    text = "Poland signed the treaty. " * 1200
    annotation = next(annotate([replace(document(text, "en"), sections=())], knowledge))
    assert sum(mention.text == "Poland" for mention in annotation.mentions) == 1200
    assert annotation.tokens[-1].end == len(text.rstrip())


def test_a_missing_model_is_named(knowledge):
    pack = knowledge.packs["en"].annotate
    broken = AnnotatePack(
        models=("no_such_model",), version="3.8", install="no-such-model==3.8", entities={}, relations=pack.relations,
        nouns=pack.nouns, metonymy=pack.metonymy,
    )  # fmt: skip
    with pytest.raises(KnowledgeFault, match=r"pip install no-such-model==3\.8"):
        pipeline_for(broken, "en")


@given(st.text(alphabet="a .\n", max_size=300), st.integers(1, 40), st.lists(st.integers(0, 300), max_size=4))
def test_pieces_hold_every_word_once(document, text, longest, ends):
    marks = sorted({min(end, len(text)) for end in ends})
    made = replace(
        document(text, "en"),
        sections=tuple(Section("heading", a, b) for a, b in zip(marks[::2], marks[1::2], strict=False)),
    )
    pieces = list(cut(made, longest))
    assert "".join("".join(text[piece.start : piece.end].split()) for piece in pieces) == "".join(text.split())
    assert all(piece.end - piece.start <= longest for piece in pieces)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
    assert LONGEST == 20_000


FOUND = st.builds(
    lambda start, length, type_, rank, closed: Found(
        start=start, end=min(start + length, 30), type=type_, head=start, source="test", rank=rank, closed=closed
    ),
    st.integers(0, 29),
    st.integers(1, 12),
    st.sampled_from(["person", "state", "place", "organization", "treaty"]),
    st.integers(0, 6),
    st.booleans(),
)


@given(st.lists(FOUND, max_size=12))
def test_mentions_nest_and_never_cross(document, candidates):
    token = Token(0, 1, "a", "a", "X", "X", "dep", 0, "", 0)
    tokens = tuple(replace(token, start=i, end=i + 1, head=i) for i in range(30))
    parse = Parse(document("a" * 30, "en"), tokens, (), (), "test")
    kept = choose(parse, candidates)
    for number, a in enumerate(kept):
        for b in kept[number + 1 :]:
            apart = a.end <= b.start or b.end <= a.start
            nested = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert (a.start, a.end) != (b.start, b.end)
            assert apart or nested
    assert choose(parse, reversed(candidates)) == kept
