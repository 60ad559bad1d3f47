"""Relative expressions and the document's own date: values, anchors, bases, reasons."""

from __future__ import annotations

import pytest
from dates_world import Bare, document

from pipeline.knowledge import Knowledge
from pipeline.model import Temporal
from pipeline.stages import annotate, dates


def one(bare: Bare, text: str, language: str, words: str, written: str | None = None) -> Temporal:
    [found] = [e for e in bare(text, language, written).expressions if e.text == words and e.layer == "timex"]
    return found


ANCHORED = [
    ("en", "Signed in March 2000, planned eight months earlier.", "eight months earlier", "1999-07", "March 2000"),
    ("fr", "Signé en mars 2000, prévu huit mois plus tôt.", "huit mois plus tôt", "1999-07", "mars 2000"),
    ("en", "Signed in 1997. The following year it failed.", "The following year", "1998", "1997"),
    ("fr", "Signé en 1997. L'année suivante, il échoua.", "L'année suivante", "1998", "1997"),
    ("fr", "Signé le 5 mai 1949. Le lendemain, il échoua.", "Le lendemain", "1949-05-06", "le 5 mai 1949"),
    ("en", "Signed on 5 May 1949. The next day it failed.", "The next day", "1949-05-06", "5 May 1949"),
    ("en", "Signed in 1997, in force five years later.", "five years later", "2002", "1997"),
    ("fr", "Les 5 et 6 février 2015, ils négocient. Le 12, ils signent.", "Le 12", "2015-02-12", "6 février 2015"),
    ("fr", "Né en janvier 1991, il fut dissous cinq mois plus tard.", "cinq mois plus tard", "1991-06", "janvier 1991"),
    (
        "fr",
        "Conclue en octobre 1864, la paix fut signée le 30 de ce mois.",
        "le 30 de ce mois",
        "1864-10-30",
        "octobre 1864",
    ),
    (
        "en",
        "Made in October 1864, peace was signed on the 30th of this month.",
        "the 30th of this month",
        "1864-10-30",
        "October 1864",
    ),
    ("en", "Drafted in November 1991, it was signed in February.", "February", "1992-02", "November 1991"),
]


@pytest.mark.parametrize(("language", "text", "words", "value", "anchor"), ANCHORED)
def test_anchored(language: str, text: str, words: str, value: str, anchor: str, bare: Bare) -> None:
    found = one(bare, text, language, words)
    assert (found.timex, found.basis) == (value, "relative")
    assert found.anchor is not None
    assert text[found.anchor.start : found.anchor.end] == anchor


def test_following_months(bare: Bare) -> None:
    found = one(bare, "En décembre 1998, ils signent. Dans les mois suivants, rien.", "fr", "les mois suivants")
    assert (found.type, found.timex, found.edtf) == ("DURATION", "PXM", "1999-01/1999-06~")
    assert (found.earliest, found.latest, found.basis) == ("1999-01-01", "1999-06-30", "relative")


STRETCHES = [
    ("en", "the past three quarters", "2007-07/2008-03"),
    ("en", "the next two years", "2009/2010"),
    ("en", "the past two decades", "1988/2007"),
    ("fr", "les trois derniers trimestres", "2007-07/2008-03"),
    ("fr", "les deux prochaines années", "2009/2010"),
    ("fr", "les deux dernières décennies", "1988/2007"),
]


@pytest.mark.parametrize(("language", "words", "edtf"), STRETCHES)
def test_stretches(language: str, words: str, edtf: str, bare: Bare) -> None:
    found = one(bare, f"… {words}.", language, words, "2008-06-17")
    assert (found.type, found.edtf, found.basis) == ("DURATION", edtf, "relative")


DEICTIC = [
    ("en", "yesterday", "2008-06-16"),
    ("en", "last year", "2007"),
    ("en", "next month", "2008-07"),
    ("en", "two weeks ago", "2008-W23"),
    ("en", "the last decade", "199X"),
    ("fr", "hier", "2008-06-16"),
    ("fr", "l'an dernier", "2007"),
    ("fr", "le mois prochain", "2008-07"),
    ("fr", "il y a deux semaines", "2008-W23"),
    ("fr", "la dernière décennie", "199X"),
    ("fr", "ce mardi", "2008-06-17"),
]


@pytest.mark.parametrize(("language", "words", "value"), DEICTIC)
def test_deictic(language: str, words: str, value: str, bare: Bare) -> None:
    found = one(bare, f"… {words}.", language, words, "2008-06-17")
    assert (found.timex, found.basis) == (value, "relative")


def test_nothing_to_count_from(bare: Bare) -> None:
    found = one(bare, "Eight months earlier, they met.", "en", "Eight months earlier")
    assert (found.timex, found.edtf, found.earliest, found.latest) == ("XXXX-XX", None, None, None)


RELATIONS = [
    ("en", "since 1999", "since", "1999-01-01", None),
    ("en", "until 1999", "until", None, "1999-12-31"),
    ("en", "by 2005", "by", None, "2005-12-31"),
    ("en", "after 1999", "after", "2000-01-01", None),
    ("en", "before 1999", "before", None, "1998-12-31"),
    ("fr", "dès 1999", "since", "1999-01-01", None),
    ("fr", "jusqu'au 5 mai 1999", "until", None, "1999-05-05"),
    ("fr", "d'ici 2005", "by", None, "2005-12-31"),
    ("fr", "après juin 1999", "after", "1999-07-01", None),
    ("fr", "avant 1999", "before", None, "1998-12-31"),
]


@pytest.mark.parametrize(("language", "text", "relation", "earliest", "latest"), RELATIONS)
def test_open_ends(language: str, text: str, relation: str, earliest: str, latest: str, bare: Bare) -> None:
    part, whole = sorted(bare(text, language).expressions, key=lambda e: e.layer, reverse=True)
    assert (part.relation, whole.relation) == (relation, relation)
    assert (whole.earliest, whole.latest) == (earliest, latest)
    assert part.earliest is not None
    assert part.latest is not None


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2000-12", "2000-12"),
        ("December 2000", "2000-12"),
        ("5 May 1999", "1999-05-05"),
        ("1999", "1999"),
        ("soon", None),
    ],
)
def test_written_as_stated(written: str, edtf: str | None, bare: Bare) -> None:
    found = bare("Nothing.", "en", written).written
    assert (found.edtf if found else None) == edtf


INFERRED = [
    ("fr", "Le traité a été signé en 1998 et rejeté en 2003. Il entrera en vigueur en 2006.", "2003/2005", 2),
    ("en", "The treaty was signed in 1998 and rejected in 2003. It will enter into force in 2006.", "2003/2005", 2),
    ("en", "The treaty was signed in 1998 and rejected in 2003.", "2003/..", 1),
    ("en", "The treaty has no date.", None, 0),
]


@pytest.mark.parametrize(("language", "text", "edtf", "reasons"), INFERRED)
def test_written_as_inferred(language: str, text: str, edtf: str, reasons: int, knowledge: Knowledge) -> None:
    made = document(text, language)
    [annotation] = annotate.annotate([made], knowledge)
    found = dates.find(made, annotation, knowledge).written
    assert (found.edtf if found else None) == edtf
    assert found is None or (found.basis == "inferred" and len(found.reasons) == reasons)


BESIDE = [
    ("en", "In May 2020 it was denounced; it ended six months later, on November 22.", "November 22", "2020-11-22"),
    (
        "fr",
        "En mai 2020, il fut dénoncé ; il prit fin six mois plus tard, le 22 novembre.",
        "le 22 novembre",
        "2020-11-22",
    ),
    ("en", "Moscow followed last year: in January it gave notice.", "January", "2021-01"),
    ("fr", "Moscou a suivi l'an dernier : en janvier, un préavis fut donné.", "janvier", "2021-01"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), BESIDE)
def test_a_part_of_what_was_told_right_before(language: str, text: str, words: str, value: str, bare: Bare) -> None:
    assert one(bare, text, language, words, "2022-03-02").timex == value
