"""Subjects and objects that the parser hung elsewhere: behind an insertion, behind a comma, before the verb."""

import pytest

TABLE = [
    (
        "fr",
        "L'accord fut signé. La Suède, dont le roi avait rejeté le pacte, ne l'a jamais ratifié.",
        "ratified",
        "Suède",
    ),
    ("fr", "Olof Palme et Willy Brandt, réunis à Vienne, saluèrent le traité.", "met", "Olof Palme; Willy Brandt"),
    ("fr", "Le traité fut signé en 1920. Le Sénat le ratifia en 1921.", "ratified", "Sénat"),
    ("fr", "Le pacte cède la Savoie à la France, attribue le Tyrol à l'Italie.", "provides", "pacte"),
]


@pytest.mark.parametrize(("language", "text", "predicate", "subjects"), TABLE)
def test_subject(read, language, text, predicate, subjects):
    told = [one for one in read(language, text) if one.dropped is None and one.predicate == predicate]
    found = {argument.text for one in told for argument in one.arguments if argument.role == "subject"}
    assert found >= set(subjects.split("; ")), [(one.predicate, one.dropped) for one in read(language, text)]


def test_name_behind_its_noun(read):
    [told] = [
        one
        for one in read("fr", "L'agence Frontex, créée en 2004, a son siège à Varsovie.")
        if one.predicate == "founded"
    ]
    assert [one.text for one in told.arguments if one.role == "object"] == ["Frontex"]


def test_relative_clause_keeps_its_own_subject(read):
    told = read("fr", "Le traité fut signé par la Suède, dont le roi rejeta le pacte.")
    assert [a.text for one in told if one.predicate == "rejected" for a in one.arguments if a.role == "subject"] == [
        "roi"
    ]
