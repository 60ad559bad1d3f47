"""The parts of alignment by themselves: vectors, numbers, clauses, words, grouping, document pairs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge.comparable import Weights
from pipeline.model import Span
from pipeline.stages.align.clauses import pieces
from pipeline.stages.align.comparable import Candidate
from pipeline.stages.align.documents import document_pairs
from pipeline.stages.align.encoder import encode
from pipeline.stages.align.grouping import grouped
from pipeline.stages.align.likeness import Reasons, score
from pipeline.stages.align.numbers import numbers_of
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.tellings import Told, agreement
from pipeline.stages.align.words import kinship

SENTENCES = ["Le traité est signé.", "The treaty was signed.", "Il pleut sur Brest.", "", "x" * 5000]
NOTHING = dict.fromkeys(Reasons.__dataclass_fields__, 0.0)


def test_a_sentence_has_one_vector_whatever_it_is_read_with():
    together, alone = encode(SENTENCES), np.vstack([encode([one]) for one in SENTENCES])
    assert together.shape == (5, 512)
    assert np.abs(together - alone).max() < 5e-5
    assert np.array_equal(encode(SENTENCES[::-1])[::-1], together)
    assert together[0] @ together[1] > together[0] @ together[2] + 0.3


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("780 millions sur 2,2 milliards", "fr", {"780", "2.2"}),
        ("780 million out of 2.2 billion", "en", {"780", "2.2"}),
        ("plus de 6 000 ogives et 1 600 vecteurs", "fr", {"6000", "1600"}),
        ("6,000 warheads on 1,600 delivery vehicles", "en", {"6000", "1600"}),
        ("START2 et G7", "fr", set()),
        ("1 234 567,5 francs", "fr", {"1234567.5"}),
        ("12 membres", "fr", {"12"}),
    ],
)
def test_numbers_have_one_form_in_both_languages(knowledge, text, code, expected):
    assert numbers_of(text, 0, [], knowledge.packs[code].align) == expected


def test_numbers_inside_dates_are_told_by_the_dates(knowledge):
    text = "Le 2 avril 1997, 3 pays"
    assert numbers_of(text, 100, [(103, 115)], knowledge.packs["fr"].align) == {"3"}


@given(st.text(alphabet="ab ,;():-—.", max_size=200))
def test_clauses_cover_the_sentence(text):
    places = list(pieces(text))
    assert "".join(text[start:end] for start, end in places) == text
    assert all(before[1] == after[0] for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("one", "other", "akin"),
    [
        ("president", "president", True),
        ("monetaire", "monetary", True),
        ("union", "unique", False),
        ("an", "and", False),
    ],
)
def test_cognates(one, other, akin):
    assert (kinship(one, other) > 0) is akin
    assert kinship(one, other) == kinship(other, one)


def test_a_date_that_cannot_be_the_same_costs(knowledge):
    near = NOTHING | {
        "cosine": 0.6,
        "margin": 0.2,
        "lead": 0.2,
        "words": 0.4,
        "contained": 0.4,
        "part": 0.6,
        "crowd": 0.0,
    }
    plain = score(Reasons(**near), knowledge.comparable)
    apart = score(Reasons(**near | {"date_conflict": 1.0, "month_conflict": 1.0}), knowledge.comparable)
    assert plain > 0.5
    assert apart < 0.8 * plain


def test_shared_facts_never_lower_a_score(knowledge):
    models = (knowledge.comparable, knowledge.comparable_in_context)
    for weights in (one for model in models for one in (model.wording, model.event, model.surrounded)):
        for helps in ("cosine", "margin", "lead", "words", "month", "year", "actors", "treaties", "numbers", "told"):
            assert getattr(weights, helps) >= 0, helps
        for hurts in ("date_conflict", "month_conflict", "treaty_conflict", "number_conflict"):
            assert getattr(weights, hurts) < 0, hurts


def test_every_reason_has_a_weight(knowledge):
    assert set(Weights.__struct_fields__) == {"bias", *NOTHING}


def told_of(predicate: str, *roles: tuple[str, str], when: str = "", affirmed: bool = True) -> Told:
    return Told(predicate, frozenset(roles), frozenset({when} - {""}), affirmed)


def test_who_accuses_is_not_who_is_accused():
    accuses = told_of("criticized", ("holder", "a"), ("target", "b"))
    assert agreement(accuses, accuses) == pytest.approx(0.6)
    assert agreement(accuses, told_of("criticized", ("holder", "b"), ("target", "a"))) == 0.0
    assert agreement(accuses, told_of("criticized", ("holder", "a"), ("target", "b"), affirmed=False)) == 0.0


def pair(left: int, right: int, value: float = 0.8) -> Candidate:
    return Candidate(left, right, Reasons(**NOTHING), value)


def test_neighbours_of_one_passage_become_one_alignment():
    groups = grouped([pair(0, 3, 0.9), pair(0, 4, 0.7), pair(2, 7), pair(2, 9)])
    assert [(group.left, group.right) for group in groups] == [((0,), (3, 4)), ((2,), (7,)), ((2,), (9,))]
    assert groups[0].score == 0.8


def test_what_is_asserted_and_what_is_offered_stay_apart():
    groups = grouped([pair(0, 3, 0.9), pair(0, 4, 0.45), pair(1, 4, 0.3)])
    assert [(group.left, group.right, group.score) for group in groups] == [((0,), (3,), 0.9), ((0, 1), (4,), 0.375)]


def told(document: str, language: str, **shares) -> Passage:
    return Passage(span=Span(document, 0, 1), language=language, text="x", section="paragraph", **shares)


def test_documents_are_compared_for_what_they_share_and_never_all_with_all():
    documents, languages = {}, {}
    for number in range(300):
        for language in ("en", "fr"):
            name = f"{language}{number:03}"
            everywhere, own = frozenset({"state-x"}), frozenset({f"treaty-{number}", f"other-{number}"})
            documents[name] = [told(name, language, actors=everywhere, treaties=own)]
            languages[name] = language
    assert document_pairs(documents, languages) == [(f"en{number:03}", f"fr{number:03}") for number in range(300)]


def test_documents_on_one_subject_are_found_by_their_vectors_whatever_their_order():
    chance = np.random.default_rng(7)
    documents, languages, vectors = {}, {}, {}
    for number in range(40):
        subject = chance.standard_normal(64)
        for language in ("en", "fr"):
            name = f"{language}{number:03}"
            rows = subject + 1.5 * chance.standard_normal((12, 64))
            vectors[name] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
            documents[name], languages[name] = [told(name, language)], language
    expected = [(f"en{number:03}", f"fr{number:03}") for number in range(40)]
    assert document_pairs(documents, languages) == []
    for order in (sorted(documents), chance.permutation(sorted(documents)).tolist()):
        shuffled = {name: documents[name] for name in order}
        found = document_pairs(shuffled, languages, {name: vectors[name] for name in order})
        assert set(expected) <= set(found)
        assert len(found) <= 50
