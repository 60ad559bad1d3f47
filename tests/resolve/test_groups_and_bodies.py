"""Groups and bodies by description: whose they are, what tells them apart, and what their forms are."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# Language, text, the form that some actor has and its type; the type empty where no actor may have it.
FORMS = [
    ("en", "Western diplomats criticised the pact.", "Western diplomats", "group"),
    ("en", "Nordic governments rejected the pact.", "Nordic governments", "group"),
    ("en", "Independent lawyers criticised the pact.", "Independent lawyers", "group"),
    ("en", "Most Danish farmers reject the pact.", "Danish farmers", "group"),
    ("en", "Gulf negotiators accept the pact.", "Gulf negotiators", "group"),
    ("en", "Economists at a Vienna institute criticised the pact.", "Economists at a Vienna institute", "group"),
    ("en", "The founding members accusing Norway rejected the pact.", "founding members", "group"),
    ("en", "The upstream states rejected the pact.", "upstream states", "group"),
    ("en", "The countries rejected the pact.", "countries", ""),
    ("en", "More troops arrived in Oslo.", "troops", ""),
    ("en", "Two Danish diplomats rejected the pact.", "Two Danish diplomats", ""),
    ("en", "Countries such as Norway rejected the pact.", "Countries", ""),
    ("en", "Sweden joined the customs union in 1960.", "customs union", "organization"),
    ("en", "The treaty establishes a joint river commission.", "joint river commission", "organization"),
    ("en", "The delegates saw a joint river commission at work.", "joint river commission", ""),
    ("en", "Obama signed the pact. Congress rejected it.", "Congress", "organization"),
    ("en", "The OSCE mission published a report.", "OSCE mission", "organization"),
    ("en", "Shell operates the Brent field in the North Sea.", "Brent field", "place"),
    ("fr", "Les diplomates occidentaux critiquent le pacte.", "diplomates occidentaux", "group"),
    ("fr", "Les députés du SPD ont rejeté le pacte.", "députés du SPD", "group"),
    ("fr", "Les industriels de São Paulo, hostiles au pacte, ont protesté.", "industriels de São Paulo", "group"),
    ("fr", "Les organisations indigènes du Pérou ont rejeté le pacte.", "organisations indigènes du Pérou", "group"),
    ("fr", "Les pays ont rejeté le pacte.", "pays", ""),
    ("fr", "Deux diplomates danois ont rejeté le pacte.", "diplomates danois", ""),
    ("fr", "La Suède a adhéré à l'union douanière en 1960.", "union douanière", "organization"),
    ("fr", "En 1990, le traité a institué une commission fluviale.", "commission fluviale", "organization"),
    ("fr", "Le Royaume-Uni a rendu l'archipel des Tuamotu.", "archipel des Tuamotu", "place"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "form", "type"), FORMS)
def test_who_has_a_form(build, language: str, text: str, form: str, type: str) -> None:
    actors = build(**{language: text}).resolution.actors
    assert [actor.type for actor in actors if form in actor.forms[language]] == ([type] if type else [])


# French and English text, phrase in each, one actor or two.
PAIRS = [
    ("Les analystes occidentaux critiquent le pacte.", "Western analysts criticise the pact.", "analystes occidentaux", "Western analysts", True),
    ("Les analystes africains critiquent le pacte.", "Western analysts criticise the pact.", "analystes africains", "Western analysts", False),
    ("Le Storting a ratifié le pacte.", "The Norwegian parliament ratified the pact.", "Storting", "Norwegian parliament", True),
    ("Le Storting a ratifié le pacte.", "The Danish parliament ratified the pact.", "Storting", "Danish parliament", False),
    ("Le ministère américain de la Défense a publié un rapport.", "The Pentagon published a report.", "ministère américain de la Défense", "Pentagon", True),
    ("Les États-Unis ont publié un rapport.", "The Pentagon published a report.", "États-Unis", "Pentagon", False),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "phrase", "other", "one"), PAIRS)
def test_across_languages(build, fr: str, en: str, phrase: str, other: str, one: bool) -> None:
    world = build(fr=fr, en=en)
    assert world.refers("fr", phrase)
    assert world.refers("en", other)
    assert (world.refers("fr", phrase) == world.refers("en", other)) is one


# Language, text, the short name with what follows it, the full one, one actor or two.
SHORT = [
    ("fr", "Le Groupe de contact trilatéral a siégé à Minsk. Le Groupe de contact siégera encore.", "Groupe de contact", " siégera", "Groupe de contact trilatéral", True),
    ("fr", "Le Groupe de contact siégera à Minsk. Le Groupe de contact trilatéral a siégé.", "Groupe de contact", " siégera", "Groupe de contact trilatéral", False),
    ("fr", "L'Union européenne a signé un accord. L'Union a promis une aide.", "Union", " a promis", "Union européenne", True),
    ("fr", "L'Union européenne et l'Union africaine ont signé un accord. L'Union a promis une aide.", "Union", " a promis", "Union européenne", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "short", "after", "full", "one"), SHORT)
def test_a_name_said_again(build, language: str, text: str, short: str, after: str, full: str, one: bool) -> None:
    world = build(**{language: text})
    [id] = world.refers(language, full)
    actor = next(actor for actor in world.resolution.actors if actor.id == id)
    assert (world.refers(language, short, after) == (id,)) is one
    assert (short in actor.forms[language]) is one
