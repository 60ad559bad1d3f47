"""Persons by value: where their names begin and end, and what the model takes for one or for another."""

from __future__ import annotations

import pytest

PERSONS = [
    ("en", "Zine El Abidine Ben Ali resigned.", ["Zine El Abidine Ben Ali"]),
    ("en", "Mohamed ould Abdel Aziz was elected in 2009.", ["Mohamed ould Abdel Aziz"]),
    ("en", "Ludwig Erhard and Chadli Bendjedid met de Gaulle.", ["Ludwig Erhard", "Chadli Bendjedid", "de Gaulle"]),
    ("en", "Taoiseach Bertie Ahern met him.", ["Bertie Ahern"]),
    ("en", "King Abdullah II of Jordan sent greetings.", ["Abdullah II"]),
    (
        "en",
        "Prime Minister Rishi Sunak and European Commission President Ursula von der Leyen met in Windsor.",
        ["Rishi Sunak", "Ursula von der Leyen"],
    ),
    ("en", "Brexit was said to be near.", []),
    ("en", "Washington had pressed Bonn to add the text.", []),
    ("en", "Under the deal, a Stormont Brake lets them object to new rules.", []),
    ("en", "Policy Recommendations. They should meet.", []),
    ("fr", "Zine El Abidine Ben Ali a signé.", ["Zine El Abidine Ben Ali"]),
    ("fr", "Mohamed ould Abdel Aziz fut élu.", ["Mohamed ould Abdel Aziz"]),
    ("fr", "Le roi Hassan II du Maroc est venu.", ["Hassan II"]),
    ("fr", "Le roi Hussein de Jordanie a reçu Yitzhak Rabin.", ["Hussein", "Yitzhak Rabin"]),
    ("fr", "Lord Curzon et Ismet Inönü ont négocié.", ["Curzon", "Ismet Inönü"]),
    ("fr", "Le Premier ministre d'Irlande du Nord est venu.", []),
    ("fr", "Boutros Boutros-Ghali a appuyé le projet.", ["Boutros Boutros-Ghali"]),
    ("fr", "Il a parlé au chef de l'État Sergio Mattarella.", ["Sergio Mattarella"]),
    ("fr", "Le Brexit menace la paix.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), PERSONS)
def test_persons(read, language, text, expected):
    _, annotation = read(text, language)
    found = [mention.text for mention in annotation.mentions if mention.type == "person" and mention.kind == "name"]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Zine El Abidine Ben Ali resigned."),
        ("fr", "Zine El Abidine Ben Ali a signé."),
        ("fr", "Mohamed ould Abdel Aziz fut élu."),
    ],
)
def test_no_sentence_begins_inside_a_name(read, language, text):
    _, annotation = read(text, language)
    assert [(sentence.span.start, sentence.span.end) for sentence in annotation.sentences] == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan signed the convention.", ["state:JO"]),
        ("The Jordanian king left. Jordan waited.", ["state:JO"]),
        ("Michael Jordan came. Jordan signed the shirt.", []),
    ],
)
def test_a_state_that_is_also_a_first_name(read, text, expected):
    _, annotation = read(text, "en")
    assert [mention.authority for mention in annotation.mentions if mention.text == "Jordan" and mention.authority] == (
        expected
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The joint Air Defense system is old."),
        ("en", "Integration is one way to solve it, in one form or another."),
        ("en", "Soft power has its limits."),
        ("fr", "Recommandations. Il faut agir d'une part et d'autre part."),
    ],
)
def test_memos_name_nobody_here(read, language, text):
    _, annotation = read(text, language)
    assert [mention.text for mention in annotation.mentions if mention.kind != "pronoun"] == []
