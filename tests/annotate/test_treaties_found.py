"""Where the names and descriptions of treaties begin and end, by value; who their parties are stands inside."""

from __future__ import annotations

import pytest

NAMES = [
    ("en", "The Egypt–Israel peace treaty was signed in 1979.", "Egypt–Israel peace treaty"),
    ("en", "The Egypt-Israel treaty held.", "Egypt-Israel treaty"),
    ("en", "The Anglo-Irish Agreement was a first step.", "Anglo-Irish Agreement"),
    ("en", "The Hillsborough Agreement in November angered them.", "Hillsborough Agreement"),
    ("en", "The Anti-Ballistic Missile Treaty in June was dead.", "Anti-Ballistic Missile Treaty"),
    ("en", "The Simla Agreement in July 1972 followed the war.", "Simla Agreement"),
    ("en", "The Windsor Agreement and France's reply were discussed.", "Windsor Agreement"),
    (
        "en",
        "The Treaty of Friendship, Commerce and Navigation lapsed.",
        "Treaty of Friendship, Commerce and Navigation",
    ),
    ("en", "The Framework Convention on Climate Change in Rio failed.", "Framework Convention on Climate Change"),
    ("en", "The Treaty on Open Borders in Europe failed.", "Treaty on Open Borders in Europe"),
    ("fr", "Le traité du Quirinal est entré en vigueur.", "traité du Quirinal"),
    ("fr", "L'accord Sykes-Picot fut signé en 1916.", "accord Sykes-Picot"),
    ("en", "They read the Joint Plan of Action.", "Joint Plan of Action"),
    ("en", "They ended the Exchange of Weather Information Agreement.", "Exchange of Weather Information Agreement"),
]
DESCRIPTIONS = [
    ("en", "Parliament ratified the agreement on 3 May 1921.", "agreement"),
    ("en", "Parliament kept the agreement of 3 May 1921.", "agreement of 3 May 1921"),
    ("en", "The Russian-Belorussian treaty failed.", "Russian-Belorussian treaty"),
    ("en", "The German–Soviet pact was broken.", "German–Soviet pact"),
    ("en", "The Indo-Pakistani agreement was signed.", "Indo-Pakistani agreement"),
    (
        "en",
        "A treaty of friendship, cooperation and mutual assistance between Hungary and Romania was signed.",
        "treaty of friendship, cooperation and mutual assistance between Hungary and Romania",
    ),
    ("en", "A treaty of peace and friendship was signed.", "treaty of peace and friendship"),
    ("en", "An agreement on trade and the war ended it.", "agreement on trade"),
    ("fr", "Le traité israélo-égyptien est signé.", "traité israélo-égyptien"),
    ("fr", "La Diète ratifia le traité le 3 mai 1921.", "traité"),
    ("fr", "La Diète signa l'accord de paix le 3 mai.", "accord de paix"),
    ("fr", "La Diète maintint le traité du 3 mai 1921.", "traité du 3 mai 1921"),
    ("fr", "Un nouveau traité fut signé.", "nouveau traité"),
    (
        "fr",
        "Un traité d'amitié, de coopération et d'assistance mutuelle entre l'URSS et la Finlande est conclu.",
        "traité d'amitié, de coopération et d'assistance mutuelle entre l'URSS et la Finlande",
    ),
    (
        "fr",
        "Le traité de commerce et de navigation entre la Prusse, la Bavière et la Saxe fut rompu.",
        "traité de commerce et de navigation entre la Prusse, la Bavière et la Saxe",
    ),
    ("fr", "Le traité d'extradition et la loi furent votés.", "traité d'extradition"),
]


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [(*row[:2], "name", row[2]) for row in NAMES] + [(*row[:2], "nominal", row[2]) for row in DESCRIPTIONS],
)
def test_treaties(read, language, text, kind, expected):
    _, annotation = read(text, language)
    found = [(mention.kind, mention.text) for mention in annotation.mentions if mention.type == "treaty"]
    assert found == [(kind, expected)]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The Egypt–Israel peace treaty was signed.", ["state:EG", "state:IL"]),
        ("en", "The Anglo-Irish Agreement was signed.", ["demonym:GB", "demonym:IE"]),
        ("en", "The German–Soviet pact was broken.", ["demonym:DE", "demonym:SU"]),
        ("fr", "Le traité israélo-égyptien est signé.", ["demonym:IL", "demonym:EG"]),
    ],
)
def test_the_parties_inside_a_name_are_mentions(read, language, text, parties):
    _, annotation = read(text, language)
    assert [mention.authority for mention in annotation.mentions if mention.type in ("state", "demonym")] == parties


@pytest.mark.parametrize(
    ("language", "text", "type_", "expected"),
    [
        ("en", "Both parties ratified the accord.", "group", ["Both parties"]),
        ("en", "The parties to the treaty agreed.", "group", ["parties"]),
        ("en", "The signatories kept to the pact.", "group", ["signatories"]),
        ("en", "Opposition parties rejected the treaty.", "group", []),
        ("en", "Opposition parties rejected the treaty.", "organization", ["Opposition parties"]),
        ("en", "The parties split over taxes.", "organization", ["parties"]),
        ("fr", "Les deux parties signent le traité.", "group", ["deux parties"]),
        ("fr", "Les parties contractantes se consultent. L'accord tient.", "group", ["parties contractantes"]),
        ("fr", "Les signataires du pacte se consultent.", "group", ["signataires du pacte"]),
    ],
)
def test_the_parties_of_a_treaty_are_no_political_ones(read, language, text, type_, expected):
    _, annotation = read(text, language)
    assert [mention.text for mention in annotation.mentions if mention.type == type_] == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [("Un nouveau traité fut signé.", "traité"), ("Le traité réaffirme les principes.", "traité")],
)
def test_nouns_for_treaties_are_nouns(read, text, form):
    _, annotation = read(text, "fr")
    token = next(token for token in annotation.tokens if token.text == form)
    assert (token.pos, token.lemma) == ("NOUN", "traité")


@pytest.mark.parametrize(
    ("language", "text", "demonym"),
    [
        ("en", "Post-Soviet states left.", "demonym:SU"),
        ("en", "The pro-Russian camp won.", "demonym:RU"),
        ("fr", "Les milieux ex-yougoslaves protestent.", "demonym:YU"),
    ],
)
def test_prefixes_leave_the_state_behind_a_demonym(read, language, text, demonym):
    _, annotation = read(text, language)
    assert demonym in [mention.authority for mention in annotation.mentions]
