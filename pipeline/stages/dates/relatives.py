"""Operations that count from the document, from an expression before, or from one inside. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import CALENDAR_UNITS, amount, inner_of, values
from pipeline.stages.dates.grammar import Capture, Piece, Setting
from pipeline.stages.dates.lengths import duration
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.points import date


def ago(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Five years ago, « il y a cinq ans », eight months earlier, « cinq mois plus tard »."""
    at = values(captures)
    base, sign = at["ago"].value[:-1], 1 if at["ago"].value.endswith("+") else -1
    length: Meaning = at["span"].value if "span" in at else duration(amount(at), at["unit"].value)
    counted = _whole(length)
    if counted is None:
        vague = length.number is None
        return Meaning(kind="ref", value="FUTURE_REF" if sign > 0 else "PAST_REF", base=base) if vague else None
    unit, number = counted
    return Meaning(
        kind="point", grain=unit, base=base, count=sign * number, unit=unit, mod="APPROX" if length.mod else None
    )


def ago_closed(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """Three years before, « deux ans après, … »: only where nothing follows that they could stand before."""
    made = ago(captures, setting)
    return None if made is None else [(captures[0].item.start, values(captures)["ago"].item.end, made)]


def _whole(length: Meaning) -> tuple[str, int] | None:
    """A duration as a whole number of calendar units (a fortnight is two weeks); None for hours and unknown numbers."""
    unit, factor = ("week", 2) if length.unit == "fortnight" else (length.unit, 1)
    if unit not in CALENDAR_UNITS or length.number is None or length.number != int(length.number):
        return None
    return (unit, int(length.number) * factor) if length.number < 100_000 else None


def after(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Two days after 5 May 1945, « trois ans après 1990 »: counted from the expression inside it."""
    at = values(captures)
    length: Meaning = at["span"].value
    inner = at["point"].value
    counted = _whole(length)
    if counted is None:
        return None
    sign = 1 if at["side"].value == "+" else -1
    place = (at["point"].item.start, at["point"].item.end)
    return Meaning(
        kind="point",
        grain=counted[0],
        base="at",
        anchor=inner,
        anchor_at=place,
        count=sign * counted[1],
        unit=counted[0],
    )


def turn(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Last year, next March, « mardi dernier », the following day, « cette année »: a neighbour by name."""
    at = values(captures)
    base, count = turned(at["turn"].value)
    if "unit" in at:
        unit = at["unit"].value
        return Meaning(kind="point", grain=unit, base=base, count=count, unit=unit) if unit in CALENDAR_UNITS else None
    inner = inner_of(captures) or date(
        [capture for capture in captures if capture.kind in ("month", "season")], setting
    )
    if inner is None or inner.year is not None or inner.base is not None:
        return None
    return replace(inner, base=base, count=count, day=inner.day if inner.index else None)


def turned(word: str) -> tuple[str, int]:
    """`then+1` as what it counts from and how far."""
    base = word.rstrip("+-0123456789")
    return base, int(word.removeprefix(base))


def deictic(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Yesterday, « aujourd'hui », « le lendemain », « la veille », tonight: word values such as `now-1 day TEV`."""
    word = values(captures)["deictic"].value
    where, unit, *clock = word.split()
    base = "now" if where.startswith("now") else "then"
    return Meaning(
        kind="point", grain=unit, base=base, count=int(where.removeprefix(base)), unit=unit, clock=" ".join(clock)
    )


def reference(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Now, currently, recently, the future."""
    return Meaning(kind="ref", value=values(captures)["ref"].value, base="now")


def reference_bare(captures: list[Capture], setting: Setting) -> list[Piece]:
    """At that time, « à cette époque »: the reference without the preposition that shows it to be one."""
    item = captures[-1].item
    return [(item.start, item.end, Meaning(kind="ref", value=captures[-1].value, base="then"))]
