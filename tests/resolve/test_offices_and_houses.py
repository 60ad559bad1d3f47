"""Persons behind titles, two persons at once, and houses of parliament described by a demonym."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# Language, text, the phrase, the names that it refers to.
TITLES = [
    ("fr", "Le ministre danois des Affaires étrangères, Lars Rasmussen, a signé l'accord.", "ministre danois des Affaires étrangères", ["Lars Rasmussen"]),
    ("en", "The Danish foreign minister, Lars Rasmussen, signed the agreement. The minister of Sweden left.", "Danish foreign minister", ["Lars Rasmussen"]),
    ("en", "Danish Foreign Minister Lars Rasmussen signed the agreement.", "Foreign Minister", ["Lars Rasmussen"]),
    ("fr", "Olof Palme a signé le texte. L'intéressé a démenti.", "L'intéressé", ["Olof Palme"]),
    ("en", "Kofi Annan met Jacques Chirac in Dakar. Both men were optimistic.", "Both men", ["Kofi Annan", "Jacques Chirac"]),
    ("fr", "Kofi Annan s'est entretenu avec Jacques Chirac à Dakar. Les deux dirigeants étaient optimistes.", "Les deux dirigeants", ["Kofi Annan", "Jacques Chirac"]),
    ("en", "Kofi Annan spoke. Journalists praised Jacques Chirac. Both men were optimistic.", "Both men", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase", "names"), TITLES)
def test_who_a_title_means(build, language: str, text: str, phrase: str, names: list[str]) -> None:
    world = build(**{language: text})
    assert list(world.refers(language, phrase)) == sorted(id for name in names for id in world.refers(language, name))


def test_a_title_alone_is_no_actor(build) -> None:
    world = build(fr="Le ministre danois des Affaires étrangères, Lars Rasmussen, a signé l'accord.")
    assert [actor.labels["fr"] for actor in world.resolution.actors if "ministre" in actor.labels["fr"]] == []


# French and English text, phrase in each, one actor or two.
HOUSES = [
    ("Le Sénat brésilien a approuvé le traité.", "The Brazilian Senate approved the treaty.", "Sénat brésilien", "Brazilian Senate", True),
    ("Le Sénat brésilien a approuvé le traité.", "The Chilean Senate approved the treaty.", "Sénat brésilien", "Chilean Senate", False),
    ("Le ministère japonais des Affaires étrangères a protesté.", "The Japanese Foreign Ministry protested.", "ministère japonais des Affaires étrangères", "Japanese Foreign Ministry", True),
    ("Le gouvernement danois de Poul Schlüter a signé le traité.", "The Danish government signed the treaty.", "Le gouvernement danois de Poul Schlüter", "Danish government", True),
    ("La Douma russe a ratifié le traité.", "The Russian State Duma ratified the treaty.", "Douma russe", "Russian State Duma", True),
    ("Ali Akbar-Salehi a signé.", "Ali Akbar Salehi signed the treaty.", "Ali Akbar-Salehi", "Ali Akbar Salehi", True),
    ("Le royaume des Serbes, Croates et Slovènes a signé.", "The Kingdom of Serbs, Croats and Slovenes signed.", "royaume des Serbes, Croates et Slovènes", "Kingdom of Serbs, Croats and Slovenes", True),
    ("La Turquie a signé.", "Turkey signed.", "Turquie", "Turkey", True),
    ("Mary Robinson a signé l'accord.", "Uachtarán Mary Robinson signed the agreement.", "Mary Robinson", "Uachtarán Mary Robinson", True),
    ("Anna Maria Lindh a signé.", "Maria Lindh signed the treaty. Anna Berg left.", "Anna Maria Lindh", "Anna Berg", False),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "french", "english", "one"), HOUSES)
def test_one_actor_in_two_languages(build, fr: str, en: str, french: str, english: str, one: bool) -> None:
    world = build(fr=fr, en=en)
    ours, theirs = world.refers("fr", french), world.refers("en", english)
    assert ours
    assert theirs
    assert (ours == theirs) is one


def test_a_state_is_shown_by_its_common_name(build) -> None:
    world = build(en="The US signed. US diplomats left.")
    (state,) = [actor for actor in world.resolution.actors if actor.type == "state"]
    assert state.labels["en"] == "United States"
