"""Comparing dates of treaties by their intervals."""

from __future__ import annotations

from datetime import date

from pipeline.model import Temporal

Interval = tuple[str, str]


def interval(time: Temporal) -> Interval | None:
    """The widest interval meant, None when an end is open or unknown."""
    return (time.earliest, time.latest) if time.earliest and time.latest else None


def agree(a: Interval, b: Interval) -> bool:
    """Whether one refines the other (1999 and 1999-12)."""
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def finest(times: list[Interval]) -> Interval | None:
    """The shortest interval, the earliest among equals."""
    return min(times, key=lambda one: (days(one), one), default=None)


def days(one: Interval) -> int:
    """The number of days that an interval spans."""
    return (date.fromisoformat(one[1]) - date.fromisoformat(one[0])).days + 1


def to_month(one: Interval) -> bool:
    """Known to the month or finer."""
    return days(one) <= 31
