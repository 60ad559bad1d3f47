"""The drift list: who calls one thing by which of several names, when, how often, in whose words."""

import csv
import io

import pytest

from pipeline.model import Span
from pipeline.stages.publish.alignment.drift import drift_csv, find_drift
from pipeline.stages.publish.alignment.naming import Named, Use, apart, other_names
from pipeline.stages.publish.alignment.shared_words import inside, shared_words
from pipeline.stages.publish.alignment.terms import find_terms, terms_csv


@pytest.fixture(scope="module")
def drifting(several_names):
    """The rows of drift.csv and of terms.csv."""
    graph, readings, resolution, knowledge = several_names
    drift = rows(drift_csv(find_drift(graph, readings, resolution, knowledge), readings))
    assert drift == rows(drift_csv(find_drift(graph, readings[::-1], resolution, knowledge), readings))
    return drift, rows(terms_csv(find_terms(graph, readings, knowledge)))


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))


def told(drift, kind: str, language: str) -> list[tuple[str, ...]]:
    found = [one for one in drift if (one["kind"], one["language"]) == (kind, language)]
    return [(one["form"], one["file"], one["date"], one["count"]) for one in found]


def test_a_state_under_two_names_is_told_with_who_and_when(drifting):
    assert told(drifting[0], "state", "fr") == [
        ("Birmanie", "old.fr.txt", "1975", "2"),
        ("Myanmar", "new.fr.txt", "1995", "1"),
    ]
    assert told(drifting[0], "state", "en") == [
        ("Burma", "old.en.txt", "1975", "2"),
        ("Myanmar", "new.en.txt", "1995", "1"),
    ]


def test_a_term_with_two_counterparts_is_told(drifting):
    assert [one[:3] for one in told(drifting[0], "term", "fr")] == [
        ("devise unique", "new.fr.txt", "1995"),
        ("monnaie unique", "old.fr.txt", "1975"),
    ]
    assert {one["name"] for one in drifting[0] if one["kind"] == "term"} == {"single currency"}


def test_a_short_form_of_a_person_and_a_steady_name_are_no_drift(drifting):
    forms = {one["form"] for one in drifting[0]}
    assert not any("Nkrumah" in form or "Laos" in form for form in forms)


def test_terms_say_what_they_are(drifting):
    kinds = {(one["left"], one["right"]): (one["kind"], one["count"]) for one in drifting[1]}
    assert kinds["Birmanie", "Burma"][0] == "name"
    assert kinds["monnaie unique", "single currency"] == ("phrase", "2")
    assert kinds["signé", "signed"][0] == "word"


@pytest.mark.parametrize(
    ("one", "other", "kind", "apart"),
    [
        ("Kiev", "Kyïv", "place", True),
        ("russe", "russes", "demonym", False),
        ("Belorussian", "Belarusian", "demonym", True),
        ("Dag Hammarskjöld", "Hammarskjöld", "person", False),
        ("Aleksandr Fiodorov", "Alexander Fiodorov", "person", True),
        ("Fédération de Russie", "Russie", "state", True),
        ("United Kingdom", "Britain", "state", True),
        ("Traité de Rome", "traité de Rome", "treaty", False),
    ],
)
def test_what_counts_as_another_name(one, other, kind, apart):
    assert other_names(one, other, kind) is apart
    assert other_names(other, one, kind) is apart


def test_only_forms_that_differ_from_another_are_listed():
    assert apart(["Kofi Annan", "Annan"], "person") == set()
    assert apart(["Birmanie", "Myanmar"], "state") == {"Birmanie", "Myanmar"}
    assert apart(["Laos"], "state") == set()


def test_a_word_in_the_names_of_several_bodies_is_told(knowledge):
    def use(kind: str, id: str, form: str) -> tuple[Named, Use]:
        return Named(kind, form, id, "en"), Use(form, Span("d", 0, 1))

    named = [
        use("organization", "a", "Arctic Union"),
        use("organization", "b", "Nordic Union"),
        use("treaty", "c", "Treaty of Lagos"),
        use("treaty", "d", "Treaty of Bergen"),
        use("organization", "e", "Bank of Norway"),
        use("organization", "f", "Parliament of Norway"),
        use("state", "g", "Norway"),
        use("treaty", "h", "Charter of the Arctic Union"),
        use("state", "i", "Soviet Union"),
    ]
    told = [(one.name, use.form) for one, use in shared_words(named, {}, knowledge)]
    assert told == [("union", "Arctic Union"), ("union", "Nordic Union"), ("union", "Charter of the Arctic Union")]


def test_a_word_inside_a_name_does_not_stand_alone():
    taken = [(0, 10), (2, 4), (20, 30)]
    assert [inside(place, taken) for place in (3, 9, 10, 25, 40)] == [True, True, False, True, False]
