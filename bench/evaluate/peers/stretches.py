"""Stretches of days, both ends included, and how they move: what two notations of the same time are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

Stretch = tuple[date, date]

DAY = timedelta(1)
PLAIN = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)Q)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)


def stretch(value: str) -> Stretch | None:
    """The days of 2018, 2018-05, 2018-05-03 or 2018-W22; None for any other notation and for no such day."""
    found = PLAIN.fullmatch(value)
    try:
        return _days(found) if found else None
    except ValueError:
        return None


def _days(found: re.Match[str]) -> Stretch:
    year, week, month, day = (int(part) if part else 0 for part in found.group("year", "week", "month", "day"))
    if week:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + 6 * DAY
    if day:
        return date(year, month, day), date(year, month, day)
    return date(year, month or 1, 1), month_end(date(year, month or 12, 1))


def month_end(day: date, months: int = 1) -> date:
    """The last day of the month that `day` is in, or of the stretch of `months` that begins with it."""
    return move_months(day.replace(day=1), months) - DAY


def move_months(day: date, count: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    month = day.year * 12 + day.month - 1 + count
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + (day.day - 1) * DAY, following - DAY)


def moved(one: Stretch, loose: str) -> Iterator[Stretch]:
    """`one`, and where else it may lie when the phrase leaves the year, the month or the week open."""
    yield one
    for count in (-2, -1, 1, 2):
        if loose == "week":
            yield one[0] + 7 * count * DAY, one[1] + 7 * count * DAY
        elif loose == "nth":
            yield from ((day, day) for day in same_weekday(one[0], one[0].year + count))
        elif loose:
            first, last = (move_months(day, count * (12 if loose == "year" else 1)) for day in one)
            yield first, last
            if one[0].isoweekday() == 1 and days(one) == 7:
                yield from (week_of(day) for day in (first, last))


def week_of(day: date) -> Stretch:
    """From Monday to Sunday."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def same_weekday(day: date, year: int) -> Iterator[date]:
    """The third Tuesday of September, the last Friday of October, in another year."""
    first, last = day.replace(year=year, day=1), month_end(day.replace(year=year, day=1))
    yield first + ((day.weekday() - first.weekday()) % 7 + (day.day - 1) // 7 * 7) * DAY
    yield last - ((last.weekday() - day.weekday()) % 7 + (month_end(day).day - day.day) // 7 * 7) * DAY


def inside(inner: Stretch, outer: Stretch) -> bool:
    """Does `outer` hold all of `inner`?"""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def shared(one: Stretch, other: Stretch) -> int:
    """How many days the two have in common."""
    return max(0, (min(one[1], other[1]) - max(one[0], other[0])).days + 1)


def days(one: Stretch) -> int:
    """How many days it has."""
    return (one[1] - one[0]).days + 1


def amount(length: str) -> tuple[float, float, float] | None:
    """Months, days and seconds of P2Y, P1.5W, PT1H30M; None for any other notation."""
    found = LENGTH.fullmatch(length)
    if found is None or length == "P":
        return None
    years, quarters, months, weeks, plain, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return years * 12 + quarters * 3 + months, weeks * 7 + plain, hours * 3600 + minutes * 60 + seconds
