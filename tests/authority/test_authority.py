"""The authority: what it lists, how it is looked up, and what it says of a broken line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge import KnowledgeFault
from pipeline.knowledge.authority import Authority, Entry, load_authority, plain
from pipeline.model import MENTION_TYPES

FOLDER = Path(__file__).parents[2] / "models" / "authority"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority(FOLDER, ("en", "fr"))


FORMS = [
    ("Biélorussie", "fr", "state:BY"),
    ("Bélarus", "fr", "state:BY"),
    ("Belorussia", "en", "state:BY"),
    ("Fédération de Russie", "fr", "state:RU"),
    ("Russian Federation", "en", "state:RU"),
    ("République de Moldova", "fr", "state:MD"),
    ("Islamic Republic of Iran", "en", "state:IR"),
    ("Birmanie", "fr", "state:MM"),
    ("Burma", "en", "state:MM"),
    ("Côte d’Ivoire", "fr", "state:CI"),
    ("Etats-Unis", "fr", "state:US"),
    ("RFA", "fr", "state:FRG"),
    ("FRG", "en", "state:FRG"),
    ("République fédérale d'Allemagne", "fr", "state:DE"),
    ("Federal Republic of Germany", "en", "state:DE"),
    ("GDR", "en", "state:DDDE"),
    ("URSS", "fr", "state:SU"),
    ("Soviet Union", "en", "state:SU"),
    ("Hong Kong SAR China", "en", "place:HK"),
    ("CEI", "fr", "org:cis"),
    ("CIS", "en", "org:cis"),
    ("OTAN", "fr", "org:nato"),
    ("Ligue arabe", "fr", "org:arab-league"),
    ("traité de Maastricht", "fr", "treaty:maastricht"),
    ("Traité de Maastricht", "fr", "treaty:maastricht"),
    ("Maastricht Treaty", "en", "treaty:maastricht"),
    ("traité de Gand", "fr", "treaty:ghent"),
    ("Treaty of Ghent", "en", "treaty:ghent"),
    ("pacte Briand-Kellogg", "fr", "treaty:kellogg-briand"),
    ("Briand–Kellogg Pact", "en", "treaty:kellogg-briand"),
    ("traités de Nimègue", "fr", "treaty:nijmegen"),
    ("Treaties of Nijmegen", "en", "treaty:nijmegen"),
    ("Droit et justice", "fr", "party:law-justice"),
    ("Law and Justice", "en", "party:law-justice"),
    ("Tigres tamouls", "fr", "party:ltte"),
    ("LTTE", "en", "party:ltte"),
    ("FNUOD", "fr", "org:undof"),
    ("UNDOF", "en", "org:undof"),
    ("Provinces-Unies", "fr", "state:dutch-republic"),
    ("Dutch Republic", "en", "state:dutch-republic"),
]

# What several bear is nobody's: parties and treaties of many countries, acronyms of several bodies.
SHARED = [
    ("Parti socialiste", "fr"),
    ("Labour Party", "en"),
    ("traité de Varsovie", "fr"),
    ("Treaty of London", "en"),
    ("PCC", "fr"),
]


@pytest.mark.parametrize(("form", "language"), SHARED)
def test_what_several_bear_is_not_listed(authority, form, language):
    assert authority.find(form, language) == ()


@pytest.mark.parametrize(("form", "language", "id"), FORMS)
def test_forms(authority, form, language, id):
    assert [entry.id for entry in authority.find(form, language)] == [id]


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("us", "en"),
        ("turkey", "en"),
        ("cei", "fr"),
        ("Biélorussie", "en"),
        ("Germany", "fr"),
        ("Minskaya", "en"),
        ("", "fr"),
    ],
)
def test_no_forms(authority, form, language):
    assert authority.find(form, language) == ()


@pytest.mark.parametrize(
    ("form", "language", "states"),
    [
        ("biélorusses", "fr", ["state:BY"]),
        ("Biélorusse", "fr", ["state:BY"]),
        ("bélarusse", "fr", ["state:BY"]),
        ("russo-", "fr", ["state:RU"]),
        ("Sino-", "en", ["state:CN"]),
        ("soviétique", "fr", ["state:SU"]),
        ("grecque", "fr", ["state:GR"]),
        ("françaises", "fr", ["state:FR"]),
        ("Poles", "en", ["state:PL"]),
        ("Frenchmen", "en", ["state:FR"]),
        ("Congolese", "en", ["state:CD", "state:CG"]),
        ("Western", "en", ["place:west"]),
        ("Moscow", "en", []),
    ],
)
def test_demonyms(authority, form, language, states):
    assert [entry.id for entry in authority.demonym(form, language)] == states


@pytest.mark.parametrize(
    ("form", "language", "states"),
    [
        ("Minsk", "en", ["state:BY"]),
        ("Moscou", "fr", ["state:RU"]),
        ("Kyiv", "en", ["state:UA"]),
        ("Kremlin", "fr", ["state:RU"]),
        ("White House", "en", ["state:US"]),
        ("Quai d’Orsay", "fr", ["org:french-foreign-ministry"]),
        ("Bonn", "fr", ["state:FRG"]),
        ("Munich", "fr", []),
    ],
)
def test_capitals_and_seats(authority, form, language, states):
    assert [entry.id for entry in authority.capital(form, language)] == states


def test_an_ambiguous_form_gives_all_its_bearers(authority):
    assert [entry.id for entry in authority.find("Georgia", "en")] == ["place:us-georgia", "state:GE"]
    assert [entry.id for entry in authority.find("Congo", "fr")] == ["state:CD", "state:CG"]
    assert authority.risky("Jordan", "en")
    assert not authority.risky("Jordanie", "fr")
    assert [entry.id for entry in authority.find("Suisse", "fr")] == ["state:CH"]
    assert [entry.id for entry in authority.find("suisse", "fr")] == ["demonym:CH"]


def test_states_of_the_past_know_their_years_and_heirs(authority):
    union = authority.entry("state:SU")
    assert union is not None
    assert (union.since, union.until, union.successors) == ("1922-12-30", "1991-12-26", ("state:RU",))
    past = [entry for entry in authority.entries.values() if entry.until]
    assert all(entry.type == "state" for entry in past)


def test_every_entry_is_whole(authority):
    for entry in authority.entries.values():
        assert entry.type in MENTION_TYPES
        assert entry.forms
        for language, forms in entry.forms.items():
            assert entry.labels[language] == forms[0]
            assert len(set(forms)) == len(forms)
            assert all(form == form.strip() and form for form in forms)
            assert all(form in forms for form in entry.risky.get(language, ()))
        assert all(re.fullmatch(r"(wikidata:Q[1-9]\d*|iso3166:[A-Z]{2}|m49:\d{3})", same) for same in entry.same_as)


def test_every_form_leads_back_to_its_entry(authority):
    for entry in authority.entries.values():
        for language, forms in entry.forms.items():
            for form in forms:
                assert entry in authority.find(form, language)


def test_no_two_entries_are_the_same_thing_elsewhere(authority):
    same = [id for entry in authority.entries.values() for id in entry.same_as]
    assert len(same) == len(set(same))


def test_every_sovereign_state_has_both_names_and_most_a_capital(authority):
    states = {id for id, entry in authority.entries.items() if entry.type == "state" and not entry.until}
    assert all(set(authority.entries[id].labels) >= {"en", "fr"} for id in states)
    capitals = {id for entry in authority.entries.values() for id in entry.capital_of}
    assert len(states & capitals) >= 175


def test_organisations_come_in_both_languages(authority):
    organisations = [entry for entry in authority.entries.values() if entry.id.startswith(("org:", "party:"))]
    assert len(organisations) >= 60
    assert all(set(entry.labels) == {"en", "fr"} for entry in organisations)


def test_a_third_language_gets_its_states_from_cldr():
    authority = load_authority(FOLDER, ("de", "en", "fr"))
    assert [entry.id for entry in authority.find("Frankreich", "de")] == ["state:FR"]
    assert authority.entries["state:FR"].labels == {"de": "Frankreich", "en": "France", "fr": "France"}


@pytest.mark.parametrize(
    ("lines", "key", "where"),
    [
        ('{"id": "state:X"}', "top level", ":1"),
        ('{"id": "a", "type": "state"}\n{"id": "b", "type": "state", "colour": "red"}', "top level", ":2"),
        ('{"id": "a", "type": "state", "forms": {"fr": "Ah"}}', "forms", ":1"),
        ('{"id": "a", "type": "state"}\n\n{"id": "a", "type": "place"}', "id", ":3"),
        ('{"id": "a", "type": "place", "capital_of": ["state:ZZ"]}', "capital_of", ":1"),
        ('{"id": "a", "type": "planet"}', "type", ":1"),
        ('{"id": "a"', "JSON", ":1"),
    ],
)
def test_a_broken_line_is_named(tmp_path, lines, key, where):
    (tmp_path / "broken.jsonl").write_text(lines, encoding="utf-8")
    with pytest.raises(KnowledgeFault) as fault:
        load_authority(tmp_path, ("en",))
    assert fault.value.path.endswith("broken.jsonl" + where)
    assert key in fault.value.key


@given(st.text())
def test_plain_keeps_the_length_and_is_idempotent(text):
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_the_entries_changes_nothing(ids):
    entries = [Entry(id=id, type="place", forms={"en": ("Springfield",)}) for id in ids]
    assert [entry.id for entry in Authority(entries).find("Springfield", "en")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("id", "language", "label"),
    [
        ("state:RO", "en", "Romania"),
        ("state:DE", "fr", "Allemagne"),
        ("state:DE", "en", "Germany"),
        ("state:FRG", "en", "West Germany"),
        ("state:RU", "fr", "Russie"),
        ("state:GB", "en", "United Kingdom"),
        ("place:north-africa", "en", "North Africa"),
    ],
)
def test_the_label_is_the_common_name(authority, id, language, label):
    assert authority.entry(id).labels[language] == label
