"""Deeds of which the text only says that they are like others; participles that only say who is meant."""

import pytest
from claims_prose import models, read

from pipeline.stages.claims import find


def told(language, text, predicate):
    """(the words in `subject`, grade) of each statement of the predicate."""
    prose = read(language, text)
    found = find(prose.document, prose.annotation, prose.dates, models()).statements
    kept = [one for one in found if one.predicate == predicate and one.dropped is None]
    return [([each.text for each in one.arguments if each.role == "subject"], one.grade) for one in kept]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chad and Mali held exercises in May 1999. Similar exercises took place in Niger.", ["Chad", "Mali"]),
        ("en", "Chad held exercises. Such exercises took place in Niger.", ["Chad"]),
        ("fr", "Le Tchad a mené des exercices en mai 1999. Des exercices semblables se sont déroulés au Niger.",
         ["Tchad"]),
        ("fr", "Le Tchad a mené des exercices. De telles manœuvres se sont déroulées au Niger.", ["Tchad"]),
    ],
)  # fmt: skip
def test_a_deed_like_another_has_its_doers(language, text, expected):
    assert told(language, text, "held_exercise")[1] == (expected, "derived")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad held exercises. Large exercises took place in Niger."),
        ("en", "Chad held exercises. The king left. The bank met. Similar exercises took place in Niger."),
        ("fr", "Le Tchad a mené des exercices. De grandes manœuvres se sont déroulées au Niger."),
    ],
)
def test_a_deed_of_its_own_has_none_lent(language, text):
    assert told(language, text, "held_exercise")[1][0] == []


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "In 1994 the newly elected Mandela visited Lesotho.", 0),
        ("en", "Mandela was elected president of South Africa.", 1),
        ("en", "Mandela, elected in 1994, visited Lesotho.", 1),
        ("fr", "Mandela, élu en 1994, a visité le Lesotho.", 1),
    ],
)
def test_an_epithet_is_no_claim(language, text, count):
    assert len(told(language, text, "elected")) == count
