"""Descriptions and pronouns inside a document, groups and bodies across documents."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# Language, text, the pointing phrase, and the names that it refers to (none: it must stay open).
POINTING = [
    ("fr", "La Hongrie et la Roumanie se méfiaient. Les deux pays ont signé un traité en 1996.", "Les deux pays", ["Hongrie", "Roumanie"]),
    ("en", "Hungary and Romania were rivals. Both countries wanted to join NATO.", "Both countries", ["Hungary", "Romania"]),
    ("en", "Japan met Peru in Lima. The two states signed a treaty.", "The two states", ["Japan", "Peru"]),
    ("fr", "Le Japon, le Pérou et le Chili ont négocié. Les deux pays ont signé.", "Les deux pays", []),
    ("en", "Norway protested. The two states signed a treaty.", "The two states", []),
    ("en", "Egyptian President Anwar Sadat flew to Jerusalem. The Egyptian president addressed the Knesset.", "The Egyptian president", ["Anwar Sadat"]),
    ("fr", "Konrad Adenauer, chancelier de l'Allemagne, a signé le traité. Le chancelier allemand voulait la paix.", "Le chancelier", ["Konrad Adenauer"]),
    ("en", "Norwegian Prime Minister Gro Harlem Brundtland resigned. The Swedish prime minister stayed.", "The Swedish prime minister", []),
    ("fr", "Louis Joxe a rencontré Krim Belkacem. Ce dernier représentait le FLN.", "Ce dernier", ["Krim Belkacem"]),
    ("en", "Konrad Adenauer signed the treaty. He died in 1967.", "He", ["Konrad Adenauer"]),
    ("fr", "Willy Brandt a signé le traité. Il a visité Varsovie.", "Il", ["Willy Brandt"]),
    ("en", "Poland signed the Treaty of Riga in 1921. It was clear that peace would not last.", "It", []),
    ("fr", "Lech Walesa a rencontré Mieczysław Rakowski. Il y a eu une crise.", "Il", []),
    ("en", "Willy Brandt met Walter Scheel and Egon Bahr met Michael Kohl. They saw him.", "him", []),
    ("en", "Chile and Argentina signed the treaty. They respected the border.", "They", ["Argentina", "Chile"]),
    ("fr", "La Finlande a adhéré à l'OTAN. Le pays a une longue frontière.", "Le pays", ["Finlande"]),
    ("fr", "La Finlande et la Suède ont adhéré à l'OTAN. Le pays a une longue frontière.", "Le pays", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase", "names"), POINTING)
def test_what_a_phrase_points_to(build, language: str, text: str, phrase: str, names: list[str]) -> None:
    world = build(**{language: text})
    expected = sorted(id for name in names for id in world.refers(language, name))
    assert list(world.refers(language, phrase)) == expected
    if names:
        assert all(reference.because for reference in world.references(language, phrase))


# French and English text, phrase in each, one actor or two.
ACTORS = [
    ("Biélorussie et Pologne ont négocié.", "Belarus and Poland talked.", "Biélorussie", "Belarus", True),
    ("La Fédération de Russie a signé.", "Russia signed.", "Fédération de Russie", "Russia", True),
    ("L'URSS a signé.", "Russia signed.", "URSS", "Russia", False),
    ("L'URSS a signé.", "The Soviet Union signed.", "URSS", "Soviet Union", True),
    ("La CEI a protesté.", "The CIS protested.", "CEI", "CIS", True),
    ("L'opposition ukrainienne a rejeté le texte.", "The Ukrainian opposition rejected the text.", "opposition ukrainienne", "Ukrainian opposition", True),
    ("L'opposition ukrainienne a rejeté le texte.", "The Georgian opposition rejected the text.", "opposition ukrainienne", "Georgian opposition", False),
    ("Les observateurs russes ont critiqué le vote.", "Russian diplomats criticized the vote.", "observateurs russes", "Russian diplomats", False),
    ("Le gouvernement norvégien a négocié.", "The Norwegian government negotiated.", "gouvernement norvégien", "Norwegian government", True),
    ("Leonid Koutchma a été élu.", "President Kuchma was elected.", "Leonid Koutchma", "Kuchma", True),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "french", "english", "one"), ACTORS)
def test_actors_across_languages(build, fr: str, en: str, french: str, english: str, one: bool) -> None:
    world = build(fr=fr, en=en)
    ours, theirs = world.refers("fr", french), world.refers("en", english)
    assert ours
    assert theirs
    assert (ours == theirs) is one


def test_a_demonym_refers_to_its_state(build) -> None:
    world = build(fr="La Norvège a signé. Les diplomates norvégiens ont négocié.")
    assert world.refers("fr", "norvégiens") == world.refers("fr", "Norvège")


def test_a_bracket_introduces_an_acronym(build) -> None:
    world = build(en="The Kosovo Liberation Army (KLA) accepted the plan. The KLA disarmed.")
    assert world.refers("en", "Kosovo Liberation Army") == world.refers("en", "KLA", " disarmed") != ()


def test_a_general_name_counts_within_its_document(build) -> None:
    world = build(
        en="The Supreme Council met in 1919.", fr="Le Comité exécutif a voté. Le Comité exécutif a démissionné."
    )
    again = build(en=["The Executive Committee met in 1919.", "The Executive Committee met in 1991."])
    names = [actor for actor in again.resolution.actors if actor.labels.get("en", "").endswith("Executive Committee")]
    assert len(names) in (0, 2)
    assert world.refers("fr", "Comité exécutif", " a voté") == world.refers("fr", "Comité exécutif", " a dém")


def test_a_group_without_state_is_the_one_described_before(build) -> None:
    world = build(en="The Ukrainian opposition criticized the agreement. Later the opposition accepted it.")
    assert world.refers("en", "the opposition", " accepted") == world.refers("en", "Ukrainian opposition") != ()


def test_the_title_of_a_name_means_its_bearer(build) -> None:
    world = build(fr="Le traité a été signé en mars 1979 par le président égyptien Anouar el-Sadate.")
    assert world.refers("fr", "président") == world.refers("fr", "Anouar el-Sadate") != ()
