"""Persons by known given names, places by what stands before them, courtesies, and names that hold a place."""

from __future__ import annotations

import pytest

TYPED = [
    ("en", "Kassym-Jomart Bekov resigned.", "person", ["Kassym-Jomart Bekov"]),
    ("en", "Aleksandr Gruzdev and Nguyen Van Lo met them.", "person", ["Aleksandr Gruzdev", "Nguyen Van Lo"]),
    ("en", "The rebels left the town of Zarubino.", "place", ["Zarubino"]),
    ("en", "The Georgia Tech team came.", "person", []),
    ("fr", "Le texte fut remis à Sergueï Grouzdev et à Xi Weimin.", "person", ["Sergueï Grouzdev", "Xi Weimin"]),
    ("fr", "Les rebelles ont quitté la ville de Zaroubino.", "place", ["Zaroubino"]),
    ("fr", "Il est né en Caroline du Sud.", "person", []),
    ("fr", "M. Herriot et Mme Veil ont signé.", "person", ["M. Herriot", "Mme Veil"]),
    ("en", "Mr. Herriot and Mrs. Veil signed.", "person", ["Herriot", "Veil"]),
]


@pytest.mark.parametrize(("language", "text", "type_", "expected"), TYPED)
def test_names_of_a_type(read, language, text, type_, expected):
    _, annotation = read(text, language)
    assert [one.text for one in annotation.mentions if one.kind == "name" and one.type == type_] == expected


def test_two_surnames_that_the_model_takes_for_one_name_are_two_persons(read):
    text = "Salva Kiir Mayardit and Riek Machar signed in Juba. Kiir and Machar fell out in 2013."
    _, annotation = read(text, "en")
    persons = [one.text for one in annotation.mentions if one.type == "person" and one.kind == "name"]
    assert persons == ["Salva Kiir Mayardit", "Riek Machar", "Kiir", "Machar"]
