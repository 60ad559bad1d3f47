"""Names and their types, by value: [the name|its type] in running text, about other treaties than the corpus."""

from __future__ import annotations

import re

import pytest

MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)\]")
ACTORS = {"person", "organization", "state", "place", "group", "demonym", "treaty", "law", "event", "facility"}

NAMES = [
    (
        "en",
        "The [Élysée Treaty|treaty] was signed by [Konrad Adenauer|person] and President [Charles de Gaulle|person].",
    ),
    ("en", "The [Good Friday Agreement|treaty], or [Belfast Agreement|treaty], was signed in 1998."),
    ("en", "The [Camp David Accords|treaty] angered the [Arab League|organization] and [Syria|state]."),
    (
        "en",
        "[Russia|state] and [Ukraine|state] signed the [Minsk Protocol|treaty], as the [OSCE|organization] had asked.",
    ),
    ("en", "[Minsk II|treaty] followed the [Treaty of Lisbon|treaty]."),
    ("en", "The [Treaty on Creating the Alliance|treaty] was never ratified by [Poland|state]."),
    ("en", "The [Conflict Prevention Program|treaty] set deadlines for [Moldova|state] and [Armenia|state]."),
    ("en", "The [NPT|treaty] entered into force in 1970, unlike [New START|treaty]."),
    ("en", "[Yugoslavia|state] and the [GDR|state] no longer exist."),
    ("en", "The [Kremlin|facility] and the [European Commission|organization] rejected the [1994 referendum|event]."),
    ("fr", "Le [traité de l'Élysée|treaty] a été signé par [Konrad Adenauer|person] et [Charles de Gaulle|person]."),
    ("fr", "Les [accords d'Évian|treaty] ont mis fin à la guerre entre la [France|state] et le [FLN|organization]."),
    ("fr", "Le [pacte de Varsovie|treaty] liait l'[URSS|state] et la [RDA|state]."),
    ("fr", "Un « [Traité sur la création d'un parlement|treaty] » a été signé par la [Pologne|state]."),
    ("fr", "Le [protocole de Kyoto|treaty] a été ratifié par le [Canada|state]."),
    ("fr", "Les [accords de Minsk II|treaty] ont été violés par la [Russie|state]."),
    (
        "fr",
        "La [Communauté européenne du charbon et de l'acier|organization] a précédé l'[Union européenne|organization].",
    ),
    ("fr", "L'[Alliance Grèce-Bulgarie|organization] n'a pas duré."),
    ("fr", "La [crise de 1962|event] a divisé l'[OTAN|organization]."),
    ("fr", "La [conférence de Yalta|event] réunit [Staline|person] et [Churchill|person]."),
]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, place = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        spans.append((len(text), len(text) + len(match.group(1)), match.group(2)))
        text += match.group(1)
        place = match.end()
    return text + marked[place:], spans


def outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return [a for a in spans if not any(b is not a and b[0] <= a[0] and a[1] <= b[1] for b in spans)]


@pytest.mark.parametrize(("language", "marked"), NAMES)
def test_names_are_found_and_typed(read, language, marked):
    text, expected = unmarked(marked)
    _, annotation = read(text, language)
    found = [
        (mention.span.start, mention.span.end, mention.type)
        for mention in annotation.mentions
        if mention.kind == "name" and mention.type in ACTORS
    ]
    assert outermost(found) == expected


@pytest.mark.parametrize(
    ("language", "text", "demonyms"),
    [
        ("fr", "Le conflit russo-ukrainien dure.", ["demonym:RU", "demonym:UA"]),
        ("fr", "Les Biélorusses et l'armée polonaise ont protesté.", ["demonym:BY", "demonym:PL"]),
        ("fr", "L'accord franco-allemand plaît aux États baltes.", ["demonym:FR", "demonym:DE"]),
        ("en", "The Sino-Soviet border was closed.", ["demonym:CN", "demonym:SU"]),
        ("en", "Russian-Belorussian talks failed.", ["demonym:RU", "demonym:BY"]),
        ("en", "He likes to polish china in turkey season.", []),
    ],
)
def test_demonyms_have_the_state_behind_them(read, language, text, demonyms):
    _, annotation = read(text, language)
    assert [mention.authority for mention in annotation.mentions if mention.type == "demonym"] == demonyms


@pytest.mark.parametrize(
    ("language", "text", "form", "authority"),
    [
        ("en", "Georgia asked for help after the war. Tbilisi was bombed.", "Georgia", "state:GE"),
        ("en", "Georgia voted for the Democrats in November.", "Georgia", None),
        ("en", "Rebels in the Congo fled to Kinshasa.", "Congo", "state:CD"),
        ("en", "Congo signed the convention.", "Congo", None),
        ("fr", "La Corée a signé la convention.", "Corée", None),
        ("fr", "L'ONU siège à New York.", "ONU", "org:un"),
        ("fr", "Les Etats-Unis ont refusé.", "Etats-Unis", "state:US"),
        ("en", "FRANCE SIGNED THE TREATY.", "FRANCE", "state:FR"),
    ],
)
def test_ambiguous_forms_get_no_guess(read, language, text, form, authority):
    _, annotation = read(text, language)
    assert authority in [mention.authority for mention in annotation.mentions if mention.text == form] or (
        authority is None and not any(mention.authority for mention in annotation.mentions if mention.text == form)
    )


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Michael Jordan met Colin Powell.", ["Michael Jordan", "Colin Powell"]),
        ("en", "Charles de Gaulle left. The vote angered de Gaulle.", ["Charles de Gaulle", "de Gaulle"]),
        ("fr", "Le président français Jacques Chirac a reçu M. Blair.", ["Jacques Chirac", "M. Blair"]),
    ],
)
def test_persons_without_titles_and_with_particles(read, language, text, names):
    _, annotation = read(text, language)
    assert [mention.text for mention in annotation.mentions if mention.type == "person"] == names


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It paid $30 for gas, or 450 million euros.", [("money", "$30"), ("money", "450 million euros")]),
        ("en", "The deficit was 100 million (US) dollars.", [("money", "100 million (US) dollars")]),
        ("en", "Prices were 2-2.5 times lower.", [("cardinal", "2-2.5")]),
        ("fr", "Le texte a été approuvé à 90,8 %.", [("percent", "90,8 %")]),
        ("fr", "L'aide atteint 30 millions d'euros en 1997.", [("money", "30 millions d'euros")]),
        ("fr", "Le 2 avril 1997, il est parti.", []),
    ],
)
def test_numbers(read, language, text, expected):
    numbers = {"money", "percent", "cardinal", "ordinal", "quantity"}
    _, annotation = read(text, language)
    assert [(mention.type, mention.text) for mention in annotation.mentions if mention.type in numbers] == expected
