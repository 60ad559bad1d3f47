"""Operations that place a unit within a stretch: the first Tuesday in October, the last two weeks of 1914.

They know no language.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import CALENDAR_UNITS, amount, inner_of, values
from pipeline.stages.dates.grammar import Capture, Setting
from pipeline.stages.dates.lengths import duration
from pipeline.stages.dates.meaning import Meaning


def nth(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The first week of May, « le dernier jour d'octobre 2015 », the third last Friday in June."""
    at = values(captures)
    inner = inner_of(captures)
    number = position(at)
    if inner is None or not number:
        return None
    if "weekday" in at:
        return at_anchor(Meaning(kind="point", grain="day", unit="day", weekday=at["weekday"].value, nth=number), inner)
    unit = at["unit"].value
    if unit not in CALENDAR_UNITS or unit in ("weekend", "season") or not finer(unit, inner.grain):
        return None
    return at_anchor(Meaning(kind="point", grain=unit, unit=unit, nth=number), inner)


def nth_after(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The 15th day of next month: what was read as a day is the number of the unit."""
    points = [capture.value for capture in captures if isinstance(capture.value, Meaning)]
    unit = values(captures)["unit"].value
    if len(points) != 2 or points[0].day is None or points[0].index is not None or not finer(unit, points[1].grain):
        return None
    return at_anchor(Meaning(kind="point", grain=unit, unit=unit, nth=points[0].day), points[1])


def portion_of(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The last three weeks of this year, the first ten days of May: a length told before what it is a part of."""
    at = values(captures)
    length, inner = at["span"].value, at["point"].value
    if not length.count or length.base not in (None, "now") or length.number is None or length.mod is not None:
        return None
    return at_anchor(replace(length, base=None), inner) if finer(length.unit, inner.grain) else None


def nth_weekday(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The first Tuesday in October, « le dernier lundi de mars »."""
    points = [capture.value for capture in captures if isinstance(capture.value, Meaning)]
    if len(points) != 2 or not _bare_weekday(points[0]) or points[1].grain in ("day", "week", "weekend"):
        return None
    return at_anchor(replace(points[0], unit="day", nth=position(values(captures))), points[1])


def _bare_weekday(point: Meaning) -> bool:
    return point.weekday is not None and point.index is None and point.day is None and point.base is None


def day_of(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The 20th of next month, « le 3 du mois suivant »."""
    at = values(captures)
    inner = at["point"].value
    if inner.grain != "month" or inner.index is not None:
        return None
    return at_anchor(Meaning(kind="point", grain="day", unit="day", nth=at["day"].value), inner)


def nth_here(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The last day of the month: of the one where the text stands."""
    at = values(captures)
    large = str(captures[-1].value)
    if large not in CALENDAR_UNITS:
        return None
    here = Meaning(kind="point", grain=large, base="here", unit=large)
    if "point" in at:
        named = at["point"].value
        return at_anchor(replace(named, unit="day", nth=position(at)), here) if _bare_weekday(named) else None
    small = str(next(capture.value for capture in captures if capture.kind == "unit"))
    return (
        at_anchor(Meaning(kind="point", grain=small, unit=small, nth=position(at)), here)
        if finer(small, large)
        else None
    )


def position(at: dict[str, Capture]) -> int:
    """Which one: the third is 3, the last is -1, the third last is -3; 0 where no word says it."""
    if "rank" in at:
        return -int(at["ordinal"].value) if "ordinal" in at else -1
    return int(at["ordinal"].value) if "ordinal" in at else 0


def finer(unit: str, grain: str) -> bool:
    """Is `unit` a part of a stretch of that grain?"""
    order = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
    return unit in order and grain in order and order.index(unit) < order.index(grain)


def portion(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The first ten months of 1915, the last two weeks of May: a length that begins or ends where the whole does."""
    at = values(captures)
    inner = inner_of(captures)
    unit = at["plural"].value if "plural" in at else at["unit"].value
    if inner is None or inner.kind != "point" or not finer(unit, inner.grain):
        return None
    return at_anchor(replace(duration(amount(at), unit), count=-1 if "rank" in at else 1), inner)


def week_of(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The week of April 10th, « la semaine du 4 février »."""
    inner = inner_of(captures)
    if inner is None or inner.grain != "day":
        return None
    return at_anchor(Meaning(kind="point", grain="week", unit="week"), inner)


def week_number(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Week 31, « semaine 12 de 2018 »."""
    at = values(captures)
    number = int(at["number"].value)
    if not 1 <= number <= 53:
        return None
    return Meaning(kind="point", grain="week", index=number, year=int(at["yyyy"].value) if "yyyy" in at else None)


def at_anchor(outer: Meaning, inner: Meaning) -> Meaning:
    """The outer one counted from the inner one."""
    return replace(outer, base="at", anchor=inner)
