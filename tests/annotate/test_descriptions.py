"""Descriptions, pronouns and metonymy, by value."""

from __future__ import annotations

import pytest

NOMINAL = [
    ("fr", "La Grèce et la Turquie ont négocié un accord préliminaire.", "treaty", ["accord préliminaire"]),
    ("fr", "Ils ont signé un deuxième traité établissant une alliance.", "treaty", ["deuxième traité"]),
    ("fr", "Le traité a été signé. Le document reste secret.", "treaty", ["traité", "document"]),
    ("fr", "Le document reste secret.", "treaty", []),
    ("fr", "Il est d'accord avec les réformateurs.", "treaty", []),
    ("fr", "Les deux pays ont signé.", "state", ["deux pays"]),
    ("fr", "Les nationalistes hongrois ont protesté.", "group", ["nationalistes hongrois"]),
    ("fr", "Le président polonais a quitté la ville.", "person", ["président polonais"]),
    ("en", "The economic cooperation agreement was signed in 1990.", "treaty", ["economic cooperation agreement"]),
    ("en", "Both sides accepted the deal.", "group", ["Both sides"]),
    ("en", "The two countries signed.", "state", ["two countries"]),
    ("en", "The Hungarian president resigned.", "person", ["Hungarian president"]),
    ("en", "Western observers criticised the vote.", "group", ["Western observers"]),
    # a plan is a treaty in small letters only where one was named before
    ("en", "The Marshall Plan was signed in 1948. Norway criticized the plan.", "treaty", ["plan"]),
    ("en", "The plan failed. The Marshall Plan was signed in 1948. A plan may fail.", "treaty", []),
    ("fr", "Le Plan Marshall a été signé en 1948. La Norvège a critiqué le plan.", "treaty", ["plan"]),
    ("fr", "Le plan a échoué. Le Plan Marshall a été signé en 1948. Le programme est bon.", "treaty", []),
]


@pytest.mark.parametrize(("language", "text", "type_", "expected"), NOMINAL)
def test_descriptions(read, language, text, type_, expected):
    _, annotation = read(text, language)
    found = [mention.text for mention in annotation.mentions if mention.kind == "nominal" and mention.type == type_]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paul est venu. Il a signé.", ["Il"]),
        ("fr", "Ce dernier dirigeait la délégation.", ["Ce dernier"]),
        ("fr", "En 1994, il y a eu une crise.", []),
        ("fr", "Il faut que les parties signent.", []),
        ("en", "Anna came. She signed it.", ["She", "it"]),
        ("en", "It is noteworthy that the vote failed.", []),
        ("en", "It should be added that the vote failed.", []),
        ("en", "The council met. It rejected the plan.", ["It"]),
    ],
)
def test_pronouns_that_point_to_somebody(read, language, text, expected):
    _, annotation = read(text, language)
    assert [mention.text for mention in annotation.mentions if mention.kind == "pronoun"] == expected


@pytest.mark.parametrize(
    ("language", "text", "form", "reading", "cue"),
    [
        ("en", "London and Dublin agreed to hold talks.", "London", "metonym", "agreed"),
        ("en", "Berlin is suspected of spying.", "Berlin", "metonym", "suspected"),
        ("en", "The dialogue with official Warsaw failed.", "Warsaw", "metonym", "official"),
        ("en", "They need Tehran's support.", "Tehran", "metonym", "support"),
        ("en", "The summit was held in Paris.", "Paris", "literal", "in"),
        ("en", "His first visit to Cairo was in May.", "Cairo", "literal", "visit"),
        ("en", "The Kabul military district is closed.", "Kabul", "literal", "district"),
        ("en", "Vienna was the leader, with 38.6%.", "Vienna", None, None),
        ("fr", "Varsovie a signé le traité.", "Varsovie", "metonym", "signé"),
        ("fr", "Moscou a accusé Kiev de violer l'accord.", "Kiev", "metonym", "accusé"),
        ("fr", "La réunion a eu lieu à Madrid.", "Madrid", "literal", "à"),
        ("fr", "Il a quitté Rome.", "Rome", "literal", "quitté"),
    ],
)
def test_capitals_for_governments(read, language, text, form, reading, cue):
    _, annotation = read(text, language)
    capital = next(mention for mention in annotation.mentions if mention.text == form)
    assert (capital.reading, capital.cue) == (reading, cue)


def test_a_title_is_the_cue_of_a_name(read):
    _, annotation = read("Le chancelier allemand Konrad Adenauer a signé.", "fr")
    person = next(mention for mention in annotation.mentions if mention.type == "person")
    assert (person.text, person.cue) == ("Konrad Adenauer", "chancelier allemand")
