"""Movable feasts: days counted from Easter, or the nth weekday of a month (Thanksgiving)."""

from __future__ import annotations

from datetime import timedelta

from pipeline.stages.dates.calendar import Calendar, as_day, nth_in

FIRST, LAST = 326, 4099


def feast_day(rule: str, year: int) -> Calendar | None:
    """The day of a feast in a year: `easter+49`, or `11/4/4` (month, weekday, which one).

    Easter by dateutil: Julian before 1583, Gregorian after. None outside the years that it knows.
    """
    if not FIRST <= year <= LAST:
        return None
    if rule.startswith("easter"):
        from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

        sunday = easter(year, EASTER_WESTERN if year >= 1583 else EASTER_JULIAN)
        return Calendar("day", *as_day(sunday + timedelta(int(rule.removeprefix("easter")))))
    month, weekday, which = (int(part) for part in rule.split("/"))
    return nth_in(Calendar("month", year, month), "day", which, weekday, {})
