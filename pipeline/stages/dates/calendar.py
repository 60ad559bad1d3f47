"""Calendar values at the granularity of the text: their days, TIMEX3 and EDTF spellings, and counting from them."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

SEASON_CODES = ("SP", "SU", "FA", "WI")
MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6}
YEARS_OF = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
GRAINS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
LAST_YEAR = 9999

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A stretch of the calendar. `year` is astronomical (0 is 1 BC) and a decade's or century's first year.

    `index` is the month, ISO week, season (1 spring … 4 winter), quarter or half; `day` the day of the month.
    """

    grain: str
    year: int
    index: int = 0
    day: int = 0


def valid(value: Calendar) -> bool:
    """Does this stretch exist: a real month, a real day, a year that four digits can write?"""
    if not -LAST_YEAR <= value.year <= LAST_YEAR:
        return False
    if value.grain == "day":
        return 1 <= value.index <= 12 and 1 <= value.day <= month_length(value.year, value.index)
    tops = {"month": 12, "quarter": 4, "season": 4, "half": 2}
    if value.grain in ("week", "weekend"):
        return 1 <= value.year <= 9998 and 1 <= value.index <= date(value.year, 12, 28).isocalendar().week
    return value.grain not in tops or 1 <= value.index <= tops[value.grain]


def month_length(year: int, month: int) -> int:
    """Days of a month, in the proleptic Gregorian calendar for years before it."""
    return months.monthrange(year if 1 <= year <= 9999 else 2000 + year % 400, month)[1]


def bounds(value: Calendar, seasons: dict[str, tuple[int, int]]) -> tuple[Day, Day]:
    """First and last day. `seasons`: index → first and last month (a last before the first is in the next year)."""
    year, index = value.year, value.index
    if value.grain == "day":
        return (year, index, value.day), (year, index, value.day)
    if value.grain in ("week", "weekend"):
        monday = date.fromisocalendar(year, index, 1)
        return as_day(monday + timedelta(5 if value.grain == "weekend" else 0)), as_day(monday + timedelta(6))
    if value.grain == "season":
        first, last = seasons[str(index)]
        return months_between(year, first, year + (last < first), last)
    if value.grain in MONTHS_OF:
        width = MONTHS_OF[value.grain]
        return months_between(year, (index - 1) * width + 1, year, index * width)
    return months_between(year, 1, year + YEARS_OF[value.grain] - 1, 12)


def months_between(year: int, month: int, last_year: int, last_month: int) -> tuple[Day, Day]:
    """First day of one month and last day of another."""
    return (year, month, 1), (last_year, last_month, month_length(last_year, last_month))


def as_day(day: date) -> Day:
    """A date as year, month, day."""
    return day.year, day.month, day.day


def iso(day: Day) -> str:
    """ISO 8601 day, years before 1 with a sign."""
    return f"{iso_year(day[0])}-{day[1]:02d}-{day[2]:02d}"


def iso_year(year: int) -> str:
    """Four digits, a sign before the years before 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def timex(value: Calendar) -> str:
    """TIMEX3 value: 1997-04-02, 1997-W14, 1997-04, 2000-SP, 2000-Q1, 2000-H1, 1997, 199X, 19XX, BC0490, BC04."""
    last = value.year + (99 if value.grain == "century" else 0)
    year = f"BC{1 - last:04d}" if value.year < 1 else f"{value.year:04d}"
    if value.grain == "day":
        return f"{year}-{value.index:02d}-{value.day:02d}"
    if value.grain == "season":
        return f"{year}-{SEASON_CODES[value.index - 1]}"
    if value.grain in ("quarter", "half", "week", "weekend", "month"):
        mark = {"quarter": f"Q{value.index}", "half": f"H{value.index}", "month": f"{value.index:02d}"}
        week = f"W{value.index:02d}" + ("-WE" if value.grain == "weekend" else "")
        return f"{year}-{mark.get(value.grain, week)}"
    hidden = {"decade": 1, "century": 2, "millennium": 3}.get(value.grain, 0)
    return year[: len(year) - hidden] + ("X" * hidden if value.year > 0 else "")


def edtf(value: Calendar) -> str:
    """EDTF: seasons 21–24, quarters 33–36, halves 40–41, decades 199X, centuries 19XX, a week as its interval."""
    year = iso_year(value.year)
    if value.grain == "day":
        return f"{year}-{value.index:02d}-{value.day:02d}"
    if value.grain in ("week", "weekend"):
        first, last = bounds(value, {})
        return f"{iso(first)}/{iso(last)}"
    if value.grain in MONTHS_OF:
        offset = {"month": 0, "season": 20, "quarter": 32, "half": 39}[value.grain]
        return f"{year}-{value.index + offset:02d}"
    if value.year < 0 and value.grain != "year":
        return f"{year}/{iso_year(value.year + YEARS_OF[value.grain] - 1)}"
    return year[: len(year) - {"decade": 1, "century": 2, "millennium": 3}.get(value.grain, 0)] + "X" * (
        {"decade": 1, "century": 2, "millennium": 3}.get(value.grain, 0)
    )


def ordinal(value: Calendar) -> int:
    """The place of a stretch among those of its grain (months since year 0, weeks since 1 January 1, …)."""
    if value.grain == "day":
        return date(value.year, value.index, value.day).toordinal()
    if value.grain in ("week", "weekend"):
        return date.fromisocalendar(value.year, value.index, 1).toordinal() // 7
    if value.grain in MONTHS_OF:
        return value.year * (12 // MONTHS_OF[value.grain]) + value.index - 1
    return value.year // YEARS_OF[value.grain]


def at_ordinal(grain: str, place: int) -> Calendar:
    """The stretch of that grain at that place: the inverse of `ordinal`."""
    if grain == "day":
        return Calendar("day", *as_day(date.fromordinal(place)))
    if grain in ("week", "weekend"):
        year, week, _ = date.fromordinal(place * 7 + 1).isocalendar()
        return Calendar(grain, year, week)
    if grain in MONTHS_OF:
        per_year = 12 // MONTHS_OF[grain]
        return Calendar(grain, place // per_year, place % per_year + 1)
    return Calendar(grain, place * YEARS_OF[grain])


def coarsen(value: Calendar, grain: str, seasons: dict[str, tuple[int, int]]) -> Calendar | None:
    """The stretch of a coarser (or the same) grain that holds the first day of `value`; None when it is finer."""
    if value.grain == grain:
        return value
    if GRAINS.index(grain) < GRAINS.index(value.grain):
        return None
    year, month, day = bounds(value, seasons)[0]
    if grain in ("week", "weekend"):
        iso_week = date(year, month, day).isocalendar()
        return Calendar(grain, iso_week[0], iso_week[1])
    if grain == "season":
        return Calendar(grain, year - (month < 3), 4 if month < 3 else month // 3)
    if grain in MONTHS_OF:
        return Calendar(grain, year, (month - 1) // MONTHS_OF[grain] + 1)
    return Calendar(grain, year // YEARS_OF[grain] * YEARS_OF[grain])


def nth_in(
    whole: Calendar, grain: str, nth: int, weekday: int | None, seasons: dict[str, tuple[int, int]]
) -> Calendar | None:
    """The nth day, weekday, week or coarser stretch within `whole` (from its end when negative); None outside it.

    A week belongs to where its Thursday lies (ISO 8601), so that the first week of a year is its W01.
    """
    (year, *_), (last_year, *_) = ends = bounds(whole, seasons)
    if year < 1 or last_year > 9998:
        return None
    first, last = (date(*day) for day in ends)
    if grain in ("day", "week"):
        wanted = weekday or (4 if grain == "week" else None)
        step = 7 if wanted else 1
        ahead, back = ((wanted - first.isoweekday()) % 7, (last.isoweekday() - wanted) % 7) if wanted else (0, 0)
        found = first + timedelta(ahead + step * (nth - 1)) if nth > 0 else last - timedelta(back - step * (nth + 1))
        if not first <= found <= last:
            return None
        return coarsen(Calendar("day", *as_day(found)), grain, seasons)
    start = coarsen(Calendar("day", *as_day(first if nth > 0 else last)), grain, seasons)
    made = shift(start, nth - 1 if nth > 0 else nth + 1) if start else None
    return made if made and ends[0] <= bounds(made, seasons)[0] and bounds(made, seasons)[1] <= ends[1] else None


def shift(value: Calendar, count: int) -> Calendar | None:
    """`count` stretches of its own grain later (earlier when negative); None beyond the calendar."""
    try:
        made = at_ordinal(value.grain, ordinal(value) + count)
    except (ValueError, OverflowError):
        return None
    return made if valid(made) else None
