"""Forms of verbs that a model gets wrong. Gold by hand."""

from __future__ import annotations

import pytest

from pipeline.knowledge.annotate import VerbForms
from pipeline.stages.annotate.verbs import features_of, infinitive_of

FRENCH = VerbForms(
    infinitives=frozenset({"er", "ir", "re"}),
    endings={"e": "er", "é": "er", "ça": "cer", "a": "er"},
    participles={"ée": "Gender=Fem|Tense=Past|VerbForm=Part"},
    presents={"e": "Tense=Pres|VerbForm=Fin"},
    finites={"èrent": "Number=Plur|VerbForm=Fin"},
)


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("signe", "signe", "signer"),
        ("lança", "lança", "lancer"),
        ("signe", "signer", "signer"),  # what the model knows stands
        ("dit", "dit", "dit"),  # no ending tells
        ("a", "a", "a"),  # an ending is no verb
    ],
)
def test_a_lemma_is_an_infinitive(form, lemma, expected):
    assert infinitive_of(form, lemma, FRENCH) == expected


@pytest.mark.parametrize(
    ("form", "morph", "expected"),
    [("demeure", "Tense=Pres|VerbForm=Fin", "demeurer"), ("rompre", "VerbForm=Inf", "rompre")],
)
def test_a_finite_form_is_no_infinitive(form, morph, expected):
    assert infinitive_of(form, form, FRENCH, morph) == expected


@pytest.mark.parametrize(
    ("form", "morph", "expected"),
    [
        ("négociée", "VerbForm=Inf", "Gender=Fem|Tense=Past|VerbForm=Part"),
        ("négocier", "VerbForm=Inf", "VerbForm=Inf"),
        ("dote", "VerbForm=Inf", "Tense=Pres|VerbForm=Fin"),
        ("apposèrent", "Tense=Past|VerbForm=Part", "Number=Plur|VerbForm=Fin"),
        ("signé", "Tense=Past|VerbForm=Part", "Tense=Past|VerbForm=Part"),
    ],
)
def test_a_form_has_the_features_of_its_ending(form, morph, expected):
    assert features_of(form, morph, FRENCH) == expected


def test_a_language_without_endings_keeps_what_the_model_says():
    assert infinitive_of("signed", "signed", VerbForms()) == "signed"
    assert features_of("signed", "VerbForm=Inf", VerbForms()) == "VerbForm=Inf"
