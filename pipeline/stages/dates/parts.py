"""Operations that make parts of a stretch: quarters, halves, thirds; early, mid, late; a month of a year named apart.

They know no language.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import CALENDAR_UNITS, inner_of, values, within
from pipeline.stages.dates.grammar import Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.positions import finer

# How many parts a word for a part cuts its whole into.
CUTS = {"half": 2, "third": 3, "quarter": 4}
# Parts that the calendar itself counts within a year.
COUNTED = ("quarter", "half")


def part(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The first quarter of 2000, « premier semestre 1999 », « le dernier tiers du XVIe siècle » (a share of it)."""
    at = values(captures)
    unit = next((at[kind].value for kind in ("part", "share") if kind in at), "quarter")
    number = _rank(at, CUTS[unit])
    inner = inner_of(captures)
    if not 1 <= number <= CUTS[unit] or (inner is None and (unit not in COUNTED or "share" in at)):
        return None
    if inner is None and "topic" in at:
        inner = Meaning(kind="point", grain="year", base="now", count=int(at["topic"].value), unit="year")
    if inner is None:
        return Meaning(kind="point", grain=unit, index=number)
    if inner.grain == "year" and unit in COUNTED:
        return within(Meaning(kind="point", grain=unit, index=number), inner)
    if inner.kind != "point" or inner.mod is not None or inner.grain in ("day", "weekend", "quarter", "half"):
        return None
    return replace(inner, mod=_side(number, CUTS[unit]), share=(number, CUTS[unit]))


def half_named(captures: list[Capture], setting: Setting) -> Meaning | None:
    """H2 2019, 2019-H1, « S1 2020 »."""
    year, at = inner_of(captures), values(captures)
    return within(Meaning(kind="point", grain="half", index=int(at["half_name"].value)), year) if year else None


def _rank(at: dict[str, Capture], parts: int) -> int:
    """Which part: an ordinal, Q3, or the last one."""
    if "rank" in at:
        return parts
    return int(at["ordinal"].value) if "ordinal" in at else int(at["quarter_name"].value)


def _side(number: int, parts: int) -> str:
    """The mod of a share: TIMEX3 has none finer than beginning, middle and end."""
    return "START" if number == 1 else "END" if number == parts else "MID"


def edge(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Early 2000, « la fin de 1993 », « mi-juillet », the end of the year: the mod is kept beside the value."""
    at = values(captures)
    inner, mod = inner_of(captures), at["edge"].value
    if "unit" in at and at["unit"].value in CALENDAR_UNITS:
        inner = Meaning(kind="point", grain=at["unit"].value, base="here", unit=at["unit"].value)
    if inner is None or inner.kind != "point" or inner.mod is not None:
        return None
    return replace(inner, mod=mod)


def beside_now(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Earlier this year, later that month: the part of it before (or after) where the text stands."""
    made = edge(captures, setting)
    return replace(made, side=-1 if made.mod == "START" else 1) if made else None


def edge_led(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """« en fin d'année »: the edge without the preposition that shows it to be a date."""
    made = edge(captures, setting)
    return [(captures[0].item.start, captures[-1].item.end, made)] if made else None


def part_here(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The second half of the century: of the one where the text stands."""
    at = values(captures)
    grain = at["unit"].value
    unit = next(at[kind].value for kind in ("part", "share") if kind in at)
    number = _rank(at, CUTS[unit])
    if grain not in CALENDAR_UNITS or not 1 <= number <= CUTS[unit]:
        return None
    here = Meaning(kind="point", grain=grain, base="here", unit=grain)
    if grain == "year" and unit in COUNTED:
        return replace(Meaning(kind="point", grain=unit, index=number), base="at", anchor=here)
    return replace(here, mod=_side(number, CUTS[unit]), share=(number, CUTS[unit]))


def inside(captures: list[Capture], setting: Setting) -> Meaning | None:
    """June last year, « mars de l'année suivante », 3 May of that year: the outer one takes its year from the inner."""
    points = [capture.value for capture in captures if isinstance(capture.value, Meaning)]
    return (_inside(points[0], points[1]) or _week_first(points[1], points[0])) if len(points) == 2 else None


def _week_first(day: Meaning, week: Meaning) -> Meaning | None:
    """Next week Tuesday, « la semaine prochaine mardi »."""
    return _inside(day, week) if week.grain == "week" and week.base is not None else None


def possessed(captures: list[Capture], setting: Setting) -> Meaning | None:
    """This year's third quarter, last year's autumn: the year stands first."""
    points = [capture.value for capture in captures if isinstance(capture.value, Meaning)]
    return _inside(points[1], points[0]) if len(points) == 2 else None


def _inside(inner: Meaning, whole: Meaning) -> Meaning | None:
    if inner.base == "now" and inner.count == -1 and finer(inner.grain, whole.grain) and not inner.clock:
        return replace(inner, base="at", anchor=whole, count=0, nth=-1, unit=inner.grain)
    if inner.year is not None or inner.base is not None:
        return None
    if whole.base == "now" and whole.unit == "day" and inner.weekday is not None and inner.index is None:
        return whole
    if whole.grain == "week" and inner.weekday is not None and inner.day is None:
        return replace(inner, base="at", anchor=whole)
    if whole.grain == "month" and inner.grain == "day" and inner.index is None and inner.weekday is None:
        return replace(inner, base="at", anchor=whole, unit="day", nth=inner.day or 0)
    return within(inner, whole) if whole.grain == "year" and inner.index is not None else None
