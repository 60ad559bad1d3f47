"""TIMEX3 values: spellings that mean the same, and the days that a value with its mod stands for.

The definitions are those of the reference scorer beside the project, so that figures on our gold and on public gold
can be compared; nothing here is shared with what the pipeline does, or it would be its own judge.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
Fields = tuple[str, ...]

MODS = ("START", "MID", "END")
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
MINUTE = re.compile(r"(T\d\d:\d\d):00(?:\.0+)?Z?")


def canonical(value: str | None) -> str:
    """One spelling for what is written in several: decades, centuries, full minutes."""
    text = (value or "").strip()
    if re.fullmatch(r"\d{3}", text):
        return f"{text}X"
    if re.fullmatch(r"\d{2}", text):
        return f"{text}XX"
    day, mark, hour = text.partition("T")
    if mark and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        return day + MINUTE.sub(r"\1", mark + hour) if MINUTE.fullmatch(mark + hour) else text
    return text


def days(value: str | None, mod: str | None = None) -> Days | None:
    """The first and the last day of a value; None where it names no stretch of the calendar."""
    text = canonical(value)
    for pattern, read in READINGS:
        found = pattern.fullmatch(text)
        if found:
            try:
                return read(found.groups(""), mod or "")
            except ValueError:  # a day, a month or a week that no calendar has
                return None
    return None


def decade(fields: Fields, mod: str) -> Days:
    """The nineties; early is 1990 to 1993, mid 1994 to 1996, late from 1997."""
    first = int(fields[0]) * 10
    low, high = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(mod, (0, 9))
    return date(first + low, 1, 1), date(first + high, 12, 31)


def century(fields: Fields, mod: str) -> Days:
    """The 19th century in thirds."""
    first = int(fields[0]) * 100
    low, high = {"START": (0, 33), "MID": (34, 66), "END": (67, 99)}.get(mod, (0, 99))
    return date(max(first + low, 1), 1, 1), date(first + high, 12, 31)


def year(fields: Fields, mod: str) -> Days:
    """A year in four months each."""
    low, high = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}.get(mod, (1, 12))
    return months(int(fields[0]), low, high)


def month(fields: Fields, mod: str) -> Days:
    """A month in ten days each."""
    number, place = int(fields[0]), int(fields[1])
    last = monthrange(number, place)[1]
    low, high = {"START": (1, 10), "MID": (11, 20), "END": (21, last)}.get(mod, (1, last))
    return date(number, place, low), date(number, place, high)


def day(fields: Fields, mod: str) -> Days:
    """A day, with or without an hour."""
    only = date(int(fields[0]), int(fields[1]), int(fields[2]))
    return only, only


def season(fields: Fields, mod: str) -> Days:
    """A season; winter runs into the next year."""
    number = int(fields[0])
    if fields[1] == "WI":
        return date(number, 12, 1), months(number + 1, 2, 2)[1]
    return months(number, *SEASONS[fields[1]])


def quarter(fields: Fields, mod: str) -> Days:
    """A quarter."""
    place = int(fields[1])
    return months(int(fields[0]), 3 * place - 2, 3 * place)


def half(fields: Fields, mod: str) -> Days:
    """Half a year."""
    place = int(fields[1])
    return months(int(fields[0]), 6 * place - 5, 6 * place)


def week(fields: Fields, mod: str) -> Days:
    """A week, or its weekend."""
    first = date.fromisocalendar(int(fields[0]), int(fields[1]), 1)
    return first + timedelta(5 if fields[2] else 0), first + timedelta(6)


def months(number: int, low: int, high: int) -> Days:
    """From the first day of one month to the last of another."""
    return date(number, low, 1), date(number, high, monthrange(number, high)[1])


READINGS: tuple[tuple[re.Pattern[str], Callable[[Fields, str], Days]], ...] = (
    (re.compile(r"(\d{3})X"), decade),
    (re.compile(r"(\d{2})XX"), century),
    (re.compile(r"(\d{4})"), year),
    (re.compile(r"(\d{4})-(\d{2})"), month),
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?"), day),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), season),
    (re.compile(r"(\d{4})-Q([1-4])"), quarter),
    (re.compile(r"(\d{4})-H([12])"), half),
    (re.compile(r"(\d{4})-W(\d{2})(-WE)?"), week),
)
