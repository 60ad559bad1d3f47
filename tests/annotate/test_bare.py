"""A language without a trained model: what can be read without one, and nothing guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.knowledge import Knowledge
from pipeline.knowledge.annotate import AnnotatePack, Nouns
from pipeline.knowledge.pack import LanguageTable, Pack
from pipeline.model import Annotation, Document
from pipeline.stages.annotate import annotate
from pipeline.stages.annotate.loading import pipeline_for

TEXT = "Die Schweiz und Japan unterzeichneten den Vertrag von Bern. Er kostete 12 Franken, 5 % mehr. Bern schwieg."
PACK = AnnotatePack(proper=frozenset({"von"}), nouns=Nouns(treaty=frozenset({"vertrag"}), person=frozenset({"er"})))


@pytest.fixture(scope="module")
def bare(knowledge: Knowledge, document: Callable[[str, str], Document]) -> Annotation:
    """TEXT read with a pack that names no model; the authority's forms are the German ones of CLDR."""
    pack = Pack(language=LanguageTable(code="de", names={"en": "German"}), annotate=PACK)
    known = replace(knowledge, packs={**knowledge.packs, "de": pack})
    return next(annotate([document(TEXT, "de")], known))


def test_sentences_end_by_rule(bare: Annotation):
    assert [TEXT[one.span.start : one.span.end] for one in bare.sentences] == [
        "Die Schweiz und Japan unterzeichneten den Vertrag von Bern.",
        "Er kostete 12 Franken, 5 % mehr.",
        "Bern schwieg.",
    ]


def test_every_token_is_its_own_head(bare: Annotation):
    assert [token.head for token in bare.tokens] == list(range(len(bare.tokens)))
    assert {token.dep for token in bare.tokens} == {""}
    assert {token.text: token.pos for token in bare.tokens if token.pos} == {
        **dict.fromkeys((".", ",", "%"), "PUNCT"), "12": "NUM", "5": "NUM",
    }  # fmt: skip


def test_only_names_are_found(bare: Annotation):
    found = {(one.text, one.type, one.kind, one.reading) for one in bare.mentions}
    assert found == {
        ("Schweiz", "state", "name", None),
        ("Japan", "state", "name", None),
        ("Vertrag von Bern", "treaty", "name", None),
        ("5 %", "percent", "name", None),
    }


def test_one_issue_says_so(bare: Annotation):
    (issue,) = bare.issues
    assert (issue.stage, issue.kind, issue.path) == ("annotate", "no parser", "text.de.txt")
    assert "'de'" in issue.message
    assert "models/languages/de.toml" in issue.remedy
    assert bare.models[0].startswith("spacy blank de ")


def test_a_trained_model_leaves_no_issue(read):
    assert read("Poland signed.", "en")[1].issues == ()


def test_a_code_that_spacy_does_not_know_is_read_by_its_common_rules():
    nlp, name = pipeline_for(AnnotatePack(), "oc")
    assert name.startswith("spacy blank xx ")
    assert [len(sentence) for sentence in nlp("Lo tractat es signat. Es bon.").sents] == [5, 3]
