"""The lattice of times: equal, within, overlapping. Nothing is made finer than the text has it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model import Temporal

FIRST, LAST = "0000-01-01", "9999-12-31"
_PLAIN = re.compile(r"\d{4}(-\d{2}){0,2}")
# Words like "since" date the same event as "in"; these do not.
_APART = {"before", "after", "until", "by"}


class Interval(NamedTuple):
    """Inclusive ISO dates; an open end is FIRST or LAST."""

    earliest: str
    latest: str


EVER = Interval(FIRST, LAST)


def interval(time: Temporal | None) -> Interval | None:
    """The widest interval that `time` means for its event; None where it has no date (a duration, a set, no time)."""
    if time is None or (time.earliest is None and time.latest is None):
        return None
    earliest, latest = time.earliest or FIRST, time.latest or LAST
    if time.relation in ("since", "after"):
        return Interval(earliest, LAST)
    if time.relation in ("until", "by", "before"):
        return Interval(FIRST, latest)
    return Interval(earliest, latest)


def key(time: Temporal | None) -> str:
    """What two times share exactly when they are the same time; empty for none."""
    if time is None:
        return ""
    value = time.edtf or (f"{time.earliest}/{time.latest}" if time.earliest or time.latest else time.timex)
    return f"{time.relation} {value}" if time.relation in _APART else value


def beginning(time: Temporal) -> Temporal:
    """When what lasts *since* `time` began: a time whose end is left open without that end."""
    start, _, end = (time.edtf or "").partition("/")
    if time.relation != "since" or end != ".." or not _PLAIN.fullmatch(start):
        return time
    return replace(time, edtf=start, latest=last_day(start), relation="at")


def last_day(date: str) -> str:
    """The last day of a year, a month or a day."""
    year, *rest = date.split("-")
    if not rest:
        return f"{year}-12-31"
    return date if len(rest) > 1 else f"{date}-{monthrange(int(year), int(rest[0]))[1]}"


def within(inner: Interval, outer: Interval) -> bool:
    """True when `inner` lies in `outer`, or is it."""
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def overlap(one: Interval, other: Interval) -> bool:
    """True when some day is in both."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def hull(intervals: Sequence[Interval]) -> Interval | None:
    """The interval from the first day to the last of all; None of none."""
    if not intervals:
        return None
    return Interval(min(one.earliest for one in intervals), max(one.latest for one in intervals))


def meeting(one: Temporal | None, other: Temporal | None) -> bool:
    """True when the two can be one moment: they overlap, or one of them is not told."""
    left, right = interval(one), interval(other)
    return left is None or right is None or overlap(left, right)


def days(when: Interval) -> int:
    """How long an interval is; good for comparing intervals, months taken as 31 days."""
    return ordinal(when.latest) - ordinal(when.earliest)


def ordinal(date: str) -> int:
    """A number that grows with the date (ISO, years of four digits or more, BCE with a minus sign)."""
    year, month, day = date[date.startswith("-") :].split("-")
    return (-int(year) if date.startswith("-") else int(year)) * 372 + int(month) * 31 + int(day[:2])
