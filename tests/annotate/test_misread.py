"""Verbs that the tagger misreads: « entre » before a preposition is a verb; with an agent a participle is one."""

import pytest


@pytest.mark.parametrize(
    ("text", "subject", "date"),
    [
        ("Le pacte entre en vigueur le 3 mai 1921.", "pacte", "3"),
        ("Le pacte est signé. Il entre en vigueur le 3 mai 1921.", "Il", "3"),
        ("Le pacte signé à Oslo entre en vigueur le 3 mai 1921.", "pacte", "3"),
        ("Le protocole, qui entre en vigueur le 3 mai 1999, prévoit un échange.", "qui", "3"),
        ("Ratifiée par douze États, la convention entre finalement en vigueur le 3 mai 1999.", "convention", "3"),
        ("La Suède entre dans la guerre.", "Suède", ""),
    ],
)
def test_to_enter_is_a_verb_with_a_subject(read, text, subject, date):
    _, annotation = read(text, "fr")
    verb = next(i for i, token in enumerate(annotation.tokens) if token.text == "entre")
    assert (annotation.tokens[verb].pos, annotation.tokens[verb].lemma) == ("VERB", "entrer")
    below = {token.text for token in annotation.tokens if token.head == verb}
    assert {subject, date} - {""} <= below


@pytest.mark.parametrize(
    "text",
    ["Le pacte entre la Suède et la Norvège tient.", "Le conflit dure entre 1914 et 1918.", "Il choisit entre eux."],
)
def test_between_stays_a_preposition(read, text):
    _, annotation = read(text, "fr")
    assert next(token.pos for token in annotation.tokens if token.text == "entre") == "ADP"


def test_what_has_an_agent_is_a_participle(read):
    _, annotation = read("Many voters never forgave him. The convention signed in May 1921 by Chile held.", "en")
    verb = next(token for token in annotation.tokens if token.text == "signed")
    assert "VerbForm=Part" in verb.morph
