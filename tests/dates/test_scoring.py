"""How dates are scored: the marks of our gold, what counts as right, and the days of a value."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bench.evaluate.dateless import time_word
from bench.evaluate.expressions import Tally, tally
from bench.evaluate.own_dates import DATELESS, FOLDER, read_marked
from bench.evaluate.timex import canonical, days

MARKED = [path for path in sorted(FOLDER.glob("*.??.txt")) if not path.name.startswith(DATELESS)]


def expression(start: int, end: int, value: str, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "type": "DATE", "value": value, "mod": None, **more}


def test_marks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.fr.txt"
    path.write_text(
        "# Essai\n@ A 1999-05-17\n⟦fin 1993|1993|END⟧ puis ⟦un jour|P1D||optional⟧.\n\n⟦1994|1994⟧\n@ B -\nRien.\n"
    )
    first, second = read_marked(path)
    assert (first.name, first.written, first.text) == ("A", "1999-05-17", "fin 1993 puis un jour.\n\n1994")
    assert [(one["text"], one["value"], one["mod"], one["optional"]) for one in first.gold] == [
        ("fin 1993", "1993", "END", False),
        ("un jour", "P1D", None, True),
        ("1994", "1994", None, False),
    ]
    assert (second.written, second.gold) == (None, [])


@pytest.mark.parametrize("text", ["@ A -\n⟦1994⟧", "@ A -\n⟦1994|1994", "⟦1994|1994⟧"])
def test_a_broken_mark_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.fr.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.fr\.txt, line"):
        list(read_marked(path))


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.name)
def test_our_gold_can_be_scored(path: Path) -> None:
    for document in read_marked(path):
        assert document.written is None or date.fromisoformat(document.written)
        assert all(one["value"] for one in document.gold)
        assert all(one["mod"] is None or one["mod"].isupper() for one in document.gold)
        assert all(first["end"] <= second["start"] for first, second in pairwise(document.gold))


def test_what_counts() -> None:
    text = "in late 1993, on 1 May 1994, one day"
    gold = [
        expression(3, 12, "1993", mod="END"),
        expression(17, 27, "1994-05-01"),
        expression(29, 36, "P1D", optional=True),
    ]
    found = [
        expression(0, 13, "1993", mod="END"),
        expression(23, 27, "1994"),
        expression(29, 36, "P2D"),
    ]
    assert tally(text, gold, found) == Tally(
        gold=2, found=2, relaxed=2, strict=0, value=1, with_interval=2, interval=1, with_mod=1, mod=1
    )


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("199X", "START", "1990-01-01", "1993-12-31"),
        ("18XX", None, "1800-01-01", "1899-12-31"),
        ("1993", "END", "1993-09-01", "1993-12-31"),
        ("2000-02", None, "2000-02-01", "2000-02-29"),
        ("1939-WI", None, "1939-12-01", "1940-02-29"),
        ("2000-Q2", None, "2000-04-01", "2000-06-30"),
        ("2000-H2", None, "2000-07-01", "2000-12-31"),
        ("2000-W52-WE", None, "2000-12-30", "2000-12-31"),
        ("1999-07-28T18:00", None, "1999-07-28", "1999-07-28"),
    ],
)
def test_days_of_a_value(value: str, mod: str | None, first: str, last: str) -> None:
    assert days(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


def test_no_days() -> None:
    assert [days(value) for value in ("P3D", "PAST_REF", "XXXX-05", "2000-13", "2000-02-30", "")] == [None] * 6
    assert canonical("199") == "199X"
    assert canonical("1999-07-28T18:00:00Z") == "1999-07-28T18:00"


@pytest.mark.parametrize(
    ("language", "kept", "dropped"),
    [
        ("fr", "La planète Mars a sept lunes, or le second été n'en a pas.", "En mars, tout changea."),
        ("en", "General March may fall twice, 33% said in article 12.", "He came in March."),
        ("en", "The second spring was dry.", "It was 1999."),
        ("fr", "Page 12, à 1,5 euro.", "Il partit à 14\u202fh 30."),
    ],
)
def test_time_words(language: str, kept: str, dropped: str) -> None:
    assert not time_word(language).search(kept)
    assert time_word(language).search(dropped)
