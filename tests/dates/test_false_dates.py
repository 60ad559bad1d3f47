"""What looks like a date and is none; what is one in spite of its looks."""

from __future__ import annotations

import pytest
from dates_world import document

from pipeline.knowledge import Knowledge
from pipeline.stages import annotate, dates

NONE = [
    ("fr", "Le taux est de 33% et la part de 1999 % est absurde."),
    ("fr", "L'article 1999 du code et la résolution 1244 ne disent rien."),
    ("fr", "Le règlement (CE) n° 2003 et la directive 2004/38 ont été adoptés."),
    ("fr", "L'armée compte 1 500 hommes, 2000 soldats et 300 000 réservistes."),
    ("fr", "Il a été décidé que sept pays ou plus signeraient."),
    ("fr", "Le second traité a été rejeté, comme le premier."),
    ("fr", "Voir page 1968, téléphone 01 42 17 18 00."),
    ("fr", "Le texte coûta 2 000 dollars et 1990 euros."),
    ("fr", "La Constitution compte 12 chapitres ; la seconde partie en a sept."),
    ("fr", "Le Printemps arabe a surpris les deux parties."),
    ("en", "The rate is 33% and 1999 percent would be absurd."),
    ("en", "Article 1999 and Resolution 1701 say nothing."),
    ("en", "See page 1968 and memo No. 182, phone 555-1234."),
    ("en", "The army has 300,000 men, 2000 soldiers and 1,500 tanks."),
    ("en", "It may be that troops march on, but nothing is certain."),
    ("en", "The second treaty was rejected, and so was the first."),
    ("en", "It cost $1,990 and later 2000 euros."),
    ("en", "The fall of the Berlin Wall surprised both parties."),
    ("en", "The Good Friday Agreement binds the parties."),
    ("en", "The Prague Spring was crushed and the fall of the regime delayed."),
]

SOME = [
    ("fr", "L'été 1995 a été chaud.", ["1995-SU"]),
    ("fr", "En mars, la marche a repris.", ["XXXX-03"]),
    ("fr", "En 1999, 2000 soldats sont partis.", ["1999"]),
    ("fr", "La résolution 1244 (1999) fut adoptée le 10 juin.", ["1999", "1999-06-10"]),
    ("en", "In May, they may march.", ["XXXX-05"]),
    ("en", "In 1999, 2000 soldiers left.", ["1999"]),
    ("en", "Resolution 1244 (1999) was adopted on 10 June.", ["1999", "1999-06-10"]),
    ("en", "The fall of 1989 changed Europe.", ["1989-FA"]),
    ("en", "The 2000 elections were won in 2001.", ["2000", "2001"]),
]


@pytest.fixture(scope="session")
def found(knowledge: Knowledge) -> dict[str, list[str]]:
    """TIMEX3 values by text, with the real annotation."""
    texts = [(language, text) for language, text in NONE] + [(language, text) for language, text, _ in SOME]
    documents = [document(text, language, None, f"n{number}") for number, (language, text) in enumerate(texts)]
    return {
        made.text: [e.timex for e in dates.find(made, annotation, knowledge).expressions if e.layer == "timex"]
        for made, annotation in zip(documents, annotate.annotate(documents, knowledge), strict=True)
    }


@pytest.mark.parametrize(("language", "text"), NONE)
def test_none(language: str, text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == []


@pytest.mark.parametrize(("language", "text", "expected"), SOME)
def test_some(language: str, text: str, expected: list[str], found: dict[str, list[str]]) -> None:
    assert found[text] == expected
