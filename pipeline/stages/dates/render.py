"""Resolved values → Temporal records: TIMEX3, EDTF, and the widest interval meant."""

from __future__ import annotations

from typing import Literal, cast

from pipeline.knowledge.dates import DatesPack, EdgeTable
from pipeline.model import Basis, Span, Temporal
from pipeline.stages.dates.calendar import (
    YEARS_OF,
    Calendar,
    Day,
    bounds,
    coarsen,
    edtf,
    iso,
    iso_year,
    month_length,
    months_between,
    shift,
    timex,
)  # fmt: skip
from pipeline.stages.dates.ends import left, right
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.resolve import Context, Value

EDGES = ("START", "MID", "END")
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


def interval(value: Calendar, mod: str | None, pack: DatesPack) -> tuple[Day, Day]:
    """First and last day meant: the stretch itself, or the part of it that early, mid or late means in this pack."""
    first, last = bounds(value, pack.seasons)
    return edge_of(value, mod, pack.edges) or (first, last)


def edge_of(value: Calendar, mod: str | None, edges: EdgeTable) -> tuple[Day, Day] | None:
    """The part that START, MID or END means; None where the pack reads none for this grain."""
    table = getattr(edges, value.grain, {}) if mod in EDGES else {}
    if mod is None or mod not in table:
        return None
    start, stop = table[mod]
    if value.grain in ("century", "decade"):
        return months_between(value.year + start, 1, value.year + stop, 12)
    if value.grain == "year":
        return months_between(value.year, start, value.year, stop)
    return (value.year, value.index, start), (
        value.year, value.index, stop or month_length(value.year, value.index),
    )  # fmt: skip


def edtf_of(value: Calendar, mod: str | None, pack: DatesPack) -> str:
    """EDTF of a value with its mod: `1990/1993~`, `1994~/1996~`, `1997~/1999`, `1999-07~`."""
    part = edge_of(value, mod, pack.edges)
    if part is None:
        plain = edtf(value)
        return f"{plain}~" if mod == "APPROX" and "/" not in plain and "X" not in plain else plain
    first, last = (_at_grain(day, value.grain) for day in part)
    before = "" if mod == "START" else "~"
    after = "" if mod == "END" else "~"
    return f"{first}{before}/{last}{after}"


def _at_grain(day: Day, grain: str) -> str:
    year = iso_year(day[0])
    if grain in ("century", "decade"):
        return year
    return f"{year}-{day[1]:02d}" if grain == "year" else iso(day)


def temporal(span: Span, text: str, value: Value, context: Context, pack: DatesPack) -> Temporal | None:
    """The record of an expression; None for what dates nothing."""
    meaning = value.meaning
    if meaning.kind == "ref":
        return _reference(span, text, meaning, context)
    if meaning.kind in ("span", "set"):
        return _length(span, text, value, context, pack)
    return _point(span, text, value, pack)


def _point(span: Span, text: str, value: Value, pack: DatesPack) -> Temporal:
    meaning, calendar = value.meaning, value.calendar
    kind: Kind = "TIME" if meaning.clock else "DATE"
    if calendar is None:
        return Temporal(span=span, text=text, type=kind, timex=unresolved(meaning), mod=meaning.mod,
                        basis=cast(Basis, value.basis), anchor=_anchor(span, value))  # fmt: skip
    first, last = interval(calendar, meaning.mod, pack)
    mod = meaning.mod
    return Temporal(
        span=span, text=text, type=kind, timex=timex(calendar) + meaning.clock, mod=mod,
        edtf=edtf_of(calendar, mod, pack), earliest=iso(first), latest=iso(last),
        basis=cast(Basis, value.basis), anchor=_anchor(span, value), relation=meaning.relation,
    )  # fmt: skip


def _anchor(span: Span, value: Value) -> Span | None:
    return Span(span.document, *value.anchor) if value.anchor else None


def unresolved(meaning: Meaning) -> str:
    """TIMEX3 of a point that nothing in reach resolves: XXXX-06, XXXX-WXX-3, or a vague reference."""
    if meaning.grain == "day" and meaning.index is not None:
        return f"XXXX-{meaning.index:02d}-{meaning.day or 0:02d}{meaning.clock}"
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}{meaning.clock}"
    if meaning.index is not None:
        marks = {"month": f"{meaning.index:02d}", "season": ("SP", "SU", "FA", "WI")[(meaning.index - 1) % 4],
                 "quarter": f"Q{meaning.index}", "half": f"H{meaning.index}"}  # fmt: skip
        return f"XXXX-{marks[meaning.grain]}" if meaning.grain in marks else "XXXX"
    if meaning.count == 0:
        return "PRESENT_REF" if not meaning.clock else f"XXXX-XX-XX{meaning.clock}"
    return "FUTURE_REF" if meaning.count > 0 else "PAST_REF"


def _reference(span: Span, text: str, meaning: Meaning, context: Context) -> Temporal:
    """Now, recently, the future: approximately the document's date, or open from it."""
    now = context.written if meaning.base == "now" else None
    month = (coarsen(now, "month", context.seasons) or now) if now else None
    if month is None:
        return Temporal(span=span, text=text, type="DATE", timex=meaning.value, mod=meaning.mod, basis="relative")
    first, last = (iso(day) for day in bounds(month, context.seasons))
    plain = edtf(month)
    return Temporal(
        span=span, text=text, type="DATE", timex=meaning.value, mod=meaning.mod, basis="relative",
        edtf=f"{plain}/.." if meaning.value == "FUTURE_REF" else f"{plain}~",
        earliest=None if meaning.value == "PAST_REF" else first, latest=None if meaning.value == "FUTURE_REF" else last,
    )  # fmt: skip


def _length(span: Span, text: str, value: Value, context: Context, pack: DatesPack) -> Temporal:
    meaning = value.meaning
    kind: Kind = "DURATION" if meaning.kind == "span" else "SET"
    near = _stretch(value, pack) if meaning.base and value.calendar else None
    return Temporal(
        span=span, text=text, type=kind, timex=meaning.value, mod=meaning.mod, edtf=near[0] if near else None,
        earliest=near[1] if near else None, latest=near[2] if near else None,
        basis="relative" if meaning.base else "stated", anchor=_anchor(span, value),
    )  # fmt: skip


def _stretch(value: Value, pack: DatesPack) -> tuple[str, str, str] | None:
    """« les mois suivants », the past two years: that many units from the anchor (`vague_length` if unknown)."""
    meaning, base = value.meaning, value.calendar
    if base is None:
        return None
    vague = meaning.number is None
    count = (pack.vague_length if vague else int(meaning.number or 0)) * YEARS_OF.get(meaning.unit, 1)
    near, far = shift(base, meaning.count), shift(base, meaning.count * count)
    if near is None or far is None or count < 1 or base.grain in ("week", "weekend"):
        return None
    first, last = (near, far) if meaning.count > 0 else (far, near)
    mark = "~" if vague else ""
    before, after = ("", mark) if meaning.count > 0 else (mark, "")
    shown = f"{left(edtf(first))}{before}/{right(edtf(last))}{after}"
    return shown, iso(bounds(first, pack.seasons)[0]), iso(bounds(last, pack.seasons)[1])
