"""Acronyms that a text explains, read by value: what they stand for, also where the authority or the model differs."""

from __future__ import annotations

import pytest

BODIES = [
    ("en", "The Delta Fishing Rights Council (DFRC) met. The DFRC left.",
     ["Delta Fishing Rights Council", "DFRC", "DFRC"]),
    ("en", "The Blue Nile People's Front (BNPF) refused.", ["Blue Nile People's Front", "BNPF"]),
    ("fr", "Le Front populaire de libération du delta (FPLD) a refusé. Le FPLD est parti.",
     ["Front populaire de libération du delta", "FPLD", "FPLD"]),
    ("fr", "Le Comité pour la défense des rivières (CDR) s'est réuni.", ["Comité pour la défense des rivières", "CDR"]),
]  # fmt: skip
NOT_BODIES = [
    ("en", "The Upper Delta Water Treaty (UDWT) was signed.", "UDWT"),
    ("fr", "Le Traité sur les eaux du delta (TED) fut signé.", "TED"),
]


@pytest.mark.parametrize(("language", "text", "expected"), BODIES)
def test_a_long_name_and_its_initials_are_a_body(read, language, text, expected):
    _, annotation = read(text, language)
    named = [one for one in annotation.mentions if one.kind == "name" and one.type == "organization"]
    assert [one.text for one in named] == expected


@pytest.mark.parametrize(("language", "text", "short"), NOT_BODIES)
def test_the_initials_of_a_treaty_are_none(read, language, text, short):
    _, annotation = read(text, language)
    assert not [one for one in annotation.mentions if one.text == short and one.source == "acronym"]


@pytest.mark.parametrize(
    ("language", "text", "short", "authority"),
    [
        ("fr", "La Commission économique estonienne (CEE) siège à Tallinn. La CEE attend.", "CEE", None),
        ("en", "The Estonian Economic Commission (EEC) sits in Tallinn. The EEC waits.", "EEC", None),
        ("en", "The Palestinian Liberation Organization (PLO) signed. The PLO waited.", "PLO", "org:plo"),
        ("fr", "La Communauté économique européenne (CEE) a signé. La CEE attend.", "CEE", "org:eec"),
    ],
)
def test_what_the_text_says_of_an_acronym_beats_the_authority(read, language, text, short, authority):
    _, annotation = read(text, language)
    assert {one.authority for one in annotation.mentions if one.text == short} == {authority}
