"""Resolved values → Temporal records: TIMEX3, EDTF, and the widest interval meant."""

from __future__ import annotations

from math import ceil
from typing import Literal, cast

from pipeline.knowledge.dates import DatesPack
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
    nth_in,
    shift,
    timex,
)  # fmt: skip
from pipeline.stages.dates.context import Context, Value
from pipeline.stages.dates.ends import left, right
from pipeline.stages.dates.meaning import Meaning

EDGES = ("START", "MID", "END")
# What a stretch is counted in when a part of it is meant: days of a month, months of a year, else years.
UNITS_IN = {"month": 30, "year": 12, "decade": 10, "century": 100, "millennium": 1000}
Share = tuple[int, int]
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


def interval(value: Calendar, mod: str | None, pack: DatesPack, share: Share | None = None) -> tuple[Day, Day]:
    """First and last day meant: the stretch itself, a share of it, or what early, mid or late means in this pack."""
    return part_of(value, mod, share, pack) or bounds(value, pack.seasons)


def part_of(value: Calendar, mod: str | None, share: Share | None, pack: DatesPack) -> tuple[Day, Day] | None:
    """The part of a stretch that a share (its first half) or an edge (early, mid, late) means; None for the whole."""
    table = getattr(pack.edges, value.grain, {}) if mod in EDGES else {}
    if share is not None and value.grain in UNITS_IN:
        return _stretch_in(value, *_cuts(value, share))
    return _stretch_in(value, *table[mod]) if mod is not None and mod in table else None


def _cuts(value: Calendar, share: Share) -> tuple[int, int]:
    """First and last unit of a share, counted as the edges of a pack are."""
    number, parts = share
    total, first = UNITS_IN[value.grain], 0 if value.grain in YEARS_OF and value.grain != "year" else 1
    last = ceil(total * number / parts) - 1 + first
    return ceil(total * (number - 1) / parts) + first, 0 if value.grain == "month" and number == parts else last


def _stretch_in(value: Calendar, start: int, stop: int) -> tuple[Day, Day]:
    """From one unit to another: years of a decade or more, months of a year, days of a month (0: its last)."""
    if value.grain == "month":
        end = stop or month_length(value.year, value.index)
        return (value.year, value.index, start), (value.year, value.index, end)
    if value.grain == "year":
        return months_between(value.year, start, value.year, stop)
    return months_between(value.year + start, 1, value.year + stop, 12)


def edtf_of(value: Calendar, mod: str | None, pack: DatesPack, share: Share | None = None) -> str:
    """EDTF of a value with its mod: `1990/1993~`, `1994~/1996~`, `1997~/1999`, `1999-07~`; `1800/1849` for a half."""
    part = part_of(value, mod, share, pack)
    if part is None:
        plain = edtf(value)
        return f"{plain}~" if mod == "APPROX" and "/" not in plain and "X" not in plain else plain
    first, last = (_at_grain(day, value.grain) for day in part)
    mark = "" if share and UNITS_IN[value.grain] % share[1] == 0 else "~"
    before = "" if mod == "START" else mark
    after = "" if mod == "END" else mark
    return f"{first}{before}/{last}{after}"


def _at_grain(day: Day, grain: str) -> str:
    year = iso_year(day[0])
    if grain == "month":
        return iso(day)
    return f"{year}-{day[1]:02d}" if grain == "year" else year


def temporal(span: Span, text: str, value: Value, context: Context, pack: DatesPack) -> Temporal | None:
    """The record of an expression; None for what dates nothing."""
    meaning = value.meaning
    if meaning.kind == "ref":
        return _reference(span, text, meaning, context)
    if meaning.kind in ("span", "set"):
        return _length(span, text, value, context, pack)
    return _point(span, text, value, pack, context.written)


def _point(span: Span, text: str, value: Value, pack: DatesPack, written: Calendar | None) -> Temporal:
    meaning, calendar = value.meaning, value.calendar
    kind: Kind = "TIME" if meaning.clock else "DATE"
    if calendar is None:
        return Temporal(span=span, text=text, type=kind, timex=unresolved(meaning), mod=meaning.mod,
                        basis=cast(Basis, value.basis), anchor=_anchor(span, value))  # fmt: skip
    mod, share = meaning.mod, meaning.share
    first, last = interval(calendar, mod, pack, share)
    shown = edtf_of(calendar, mod, pack, share)
    if meaning.side:
        first, last = beside(calendar, meaning, written, pack)
        shown = edtf(calendar) if (first, last) == bounds(calendar, pack.seasons) else f"{iso(first)}/{iso(last)}"
    return Temporal(
        span=span, text=text, type=kind, timex=timex(calendar) + meaning.clock, mod=mod,
        edtf=shown, earliest=iso(first), latest=iso(last),
        basis=cast(Basis, value.basis), anchor=_anchor(span, value), relation=meaning.relation,
    )  # fmt: skip


def beside(calendar: Calendar, meaning: Meaning, written: Calendar | None, pack: DatesPack) -> tuple[Day, Day]:
    """Earlier this year: up to the document's day; later: from it on. The whole where that day is not in it."""
    first, last = bounds(calendar, pack.seasons)
    if written is None or written.grain != "day" or meaning.base not in ("now", "here"):
        return first, last
    today = bounds(written, pack.seasons)[0]
    if not first <= today <= last:
        return first, last
    return (first, today) if meaning.side < 0 else (today, last)


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
    if meaning.clock and meaning.count == 0:
        return f"XXXX-XX-XX{meaning.clock}"
    if meaning.base != "now":
        return UNKNOWN.get(meaning.grain, "XXXX")
    return "PRESENT_REF" if meaning.count == 0 else "FUTURE_REF" if meaning.count > 0 else "PAST_REF"


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
    basis = value.basis if meaning.base == "at" else "relative" if meaning.base else "stated"
    return Temporal(
        span=span, text=text, type=kind, timex=meaning.value, mod=meaning.mod, edtf=near[0] if near else None,
        earliest=near[1] if near else None, latest=near[2] if near else None,
        basis=cast(Basis, basis), anchor=_anchor(span, value),
    )  # fmt: skip


def _stretch(value: Value, pack: DatesPack) -> tuple[str, str, str] | None:
    """« les mois suivants », the past two years: that many units from the anchor (`vague_length` if unknown)."""
    meaning, base = value.meaning, value.calendar
    if base is None:
        return None
    vague = meaning.number is None
    count = (pack.vague_length if vague else int(meaning.number or 0)) * (
        YEARS_OF.get(meaning.unit, 1) if meaning.base != "at" else 1
    )
    if meaning.base == "at":
        near, far = (nth_in(base, meaning.unit, meaning.count * turn, None, pack.seasons) for turn in (1, count))
    else:
        near, far = shift(base, meaning.count), shift(base, meaning.count * count)
    if near is None or far is None or count < 1:
        return None
    first, last = (near, far) if meaning.count > 0 else (far, near)
    mark = "~" if vague else ""
    before, after = ("", mark) if meaning.count > 0 else (mark, "")
    shown = f"{left(edtf(first))}{before}/{right(edtf(last))}{after}"
    return shown, iso(bounds(first, pack.seasons)[0]), iso(bounds(last, pack.seasons)[1])
