"""Movable feasts by the rule of their year."""

from __future__ import annotations

import pytest
from dates_world import Bare

from pipeline.stages.dates.calendar import Calendar
from pipeline.stages.dates.feasts import feast_day

# Easter Sundays as the Churches list them; before 1583 by the Julian calendar.
EASTERS = [(1492, 4, 22), (1582, 4, 15), (1648, 4, 12), (1818, 3, 22), (1916, 4, 23), (1943, 4, 25), (2038, 4, 25)]


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter(year: int, month: int, day: int) -> None:
    assert feast_day("easter+0", year) == Calendar("day", year, month, day)


def test_the_nth_weekday_of_a_month() -> None:
    assert feast_day("11/4/4", 1918) == Calendar("day", 1918, 11, 28)


@pytest.mark.parametrize("year", [-44, 0, 325, 4100, 9999])
def test_a_year_without_a_rule(year: int) -> None:
    assert feast_day("easter+0", year) is None


def test_a_feast_takes_its_year_from_the_story(bare: Bare) -> None:
    for text, language in (
        ("L'insurrection éclate à Pâques 1916 ; elle échoue le lundi de Pâques.", "fr"),
        ("The rising began at Easter 1916; it failed on Easter Monday.", "en"),
    ):
        assert [one.edtf for one in bare(text, language).expressions] == ["1916-04-23", "1916-04-24"]
