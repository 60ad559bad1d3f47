"""The timeline: a bar from the first to the last day that may be meant, one line of words above it."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.facts.pictures.look import (
    BLUE,
    INK,
    LINE,
    PAPER,
    SOFT,
    VERMILLION,
    Rows,
    altair,
    charted,
    finished,
    nothing,
    shortened,
)
from pipeline.facts.pictures.moments import Life, Moment, life
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import altair as alt

WIDTH, ROW, LINE_LENGTH = 860, 36, 134
TOP, BOTTOM = 0.54, 0.84  # of a row: where its bar begins and ends; the words stand above
CROSS = {"shape": "M-1,-1L1,1M1,-1L-1,1", "size": 110, "stroke": INK, "strokeWidth": 2.5, "opacity": 1}
DIAMOND = {"shape": "diamond", "size": 130, "strokeWidth": 1.5, "opacity": 1}
ARROW = {"fill": INK, "stroke": PAPER, "strokeWidth": 1, "size": 110, "opacity": 1}
LOOKS: dict[str, dict[str, Any]] = {
    "fact": {"fill": BLUE, "stroke": BLUE},
    "plan": {"fill": VERMILLION, "fillOpacity": 0.06, "stroke": VERMILLION, "strokeDash": [4, 3]},
    "denied": {"fill": SOFT, "fillOpacity": 0.06, "stroke": SOFT},
}
DAY = 1 / 366
TOLD = ("text", "edtf", "days", "holder", "status", "stance", "language")


def draw_timeline(shelf: Shelf, treaty: str | None, most: int, words: Words) -> alt.Chart:
    """The dated life of treaties, and other dated claims below."""
    shown = life(shelf, treaty, most, words)
    return picture(shown, words)


def picture(shown: Life, words: Words) -> alt.Chart:
    """`shown` as a chart: how to read it, then a panel of treaties and one of claims on one scale of time."""
    moments = (*shown.treaties, *shown.claims)
    if not moments:
        return nothing(words["timeline"], words["timeline_none"])
    ends = domain(moments)
    panels, data = [legend()], {"keys": keys(words)}
    for name, some in (("timeline_treaties", shown.treaties), ("timeline_claims", shown.claims)):
        if some:
            data[name] = values(some, ends, words)
            heading = altair().TitleParams(words[name], fontSize=13, anchor="start")
            panels.append(panel(name, len(some), ends, words).properties(title=heading))
    notes = [words["key_width"]]
    notes += [words.say("left_out", shown=len(moments), count=shown.left_out)] if shown.left_out else []
    return finished(altair().vconcat(*panels, spacing=18), words["timeline"], notes, data)


def year(day: date) -> float:
    """A day as a year with its fraction: no zone of time and no calendar of the machine has a say in it."""
    return round(day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365), 4)


def domain(moments: tuple[Moment, ...]) -> tuple[float, float]:
    """Whole years around all known days."""
    days = [day for one in moments for day in (one.first, one.last) if day]
    first, last = year(min(days)), year(max(days))
    room = max(0.5, (last - first) * 0.03)
    return round(first - room, 4), round(last + room, 4)


def values(moments: tuple[Moment, ...], ends: tuple[float, float], words: Words) -> Rows:
    """The rows of the data."""
    return [row(number, one, ends, words) for number, one in enumerate(moments)]


def row(number: int, one: Moment, ends: tuple[float, float], words: Words) -> dict[str, Any]:
    """One row of the data: where it is drawn, how, and what its tooltip says."""
    start = year(one.first) if one.first else ends[0]
    end = round(year(one.last) + DAY, 4) if one.last else ends[1]
    told = (one.text, one.edtf, days(one), one.holders, one.status, one.stance, one.languages)
    return {
        "line": shortened(one.text, LINE_LENGTH),
        "start": start,
        "end": end,
        "middle": round((start + end) / 2, 4),
        "top": number + TOP,
        "bottom": number + BOTTOM,
        "centre": number + (TOP + BOTTOM) / 2,
        "words": number + 0.3,
        "look": "fact" if one.fact else "denied" if one.denied else "plan",
        "denied": one.denied,
        "day": one.first is not None and one.first == one.last,
        "open_start": one.first is None,
        "open_end": one.last is None,
        "about": " · ".join(part for part in told if part),
        **dict(zip(TOLD, told, strict=True)),
    }


def days(one: Moment) -> str:
    """The first and last day, as far as known."""
    first, last = (day.isoformat() if day else "…" for day in (one.first, one.last))
    return first if first == last else f"{first} – {last}"


def panel(name: str, count: int, ends: tuple[float, float], words: Words) -> alt.Chart:
    """Rows with their bars, days, crosses and open ends, and the words above each."""
    alt = altair()
    chart = charted(name)
    ticks = {"tickMinStep": 1, "format": "d", "orient": "bottom", "tickCount": 10}
    time = alt.X("start:Q", scale=alt.Scale(domain=list(ends), nice=False), axis=alt.Axis(title=None, **ticks))
    rows = {"scale": alt.Scale(domain=[0, count], reverse=True, nice=False), "axis": None}
    tooltip = [alt.Tooltip(f"{name}:N", title=words[name]) for name in TOLD]
    told = {"tooltip": tooltip, "description": alt.Description("about:N")}
    at = {"x": alt.X("middle:Q"), "y": alt.Y("centre:Q", **rows)}
    across = {"x": time, "x2": alt.X2("end:Q"), "y": alt.Y("top:Q", **rows), "y2": alt.Y2("bottom:Q")}
    layers = [
        chart.mark_rule(color=LINE)
        .encode(y=alt.Y("top:Q", **rows))
        .transform_calculate(top=f"floor(datum.top + {TOP})"),
        *bars(chart, across | told),
        *points(chart, at | told),
        *ends_of(chart, at),
        chart.mark_text(align="left", baseline="middle", fontSize=12, color=INK, aria=False).encode(
            text="line:N", x=alt.value(2), y=alt.Y("words:Q", **rows)
        ),
    ]
    return alt.layer(*layers).properties(width=WIDTH, height=ROW * count)


def bars(chart: alt.Chart, across: dict[str, Any]) -> list[alt.Chart]:
    """Full bars for facts, hollow dashed ones for what is only planned or possible, hollow ones for what is denied."""
    lasting = chart.transform_filter("!datum.day")
    return [
        lasting.transform_filter(f"datum.look == '{name}'").mark_rect(strokeWidth=1.5, **look).encode(**across)
        for name, look in LOOKS.items()
    ]


def points(chart: alt.Chart, at: dict[str, Any]) -> list[alt.Chart]:
    """A diamond for a single day, and a cross over what is denied."""
    a_day = chart.transform_filter("datum.day")
    diamonds = [
        a_day.transform_filter(f"datum.look == '{name}'").mark_point(**DIAMOND, **look).encode(**at)
        for name, look in LOOKS.items()
    ]
    crossed = chart.transform_filter("datum.denied").mark_point(aria=False, **CROSS)
    return [*diamonds, crossed.encode(x=at["x"], y=at["y"])]


def ends_of(chart: alt.Chart, at: dict[str, Any]) -> list[alt.Chart]:
    """An arrow where an end is open."""
    alt = altair()
    left = chart.transform_filter("datum.open_start").mark_point(shape="triangle-left", xOffset=6, aria=False, **ARROW)
    right = chart.transform_filter("datum.open_end").mark_point(shape="triangle-right", xOffset=-6, aria=False, **ARROW)
    return [left.encode(x=alt.X("start:Q"), y=at["y"]), right.encode(x=alt.X("end:Q"), y=at["y"])]


KEYS = ("key_fact", "key_plan", "key_denied", "key_day", "key_open")
GAP, LETTER = 44, 6.2


def keys(words: Words) -> Rows:
    """The rows of the legend: one mark beside its meaning, then the next."""
    at, placed = 4.0, []
    for key in KEYS:
        placed.append({"key": key, "x": at, "middle": at + 8, "x2": at + 16, "x_words": at + 22, "words": words[key]})
        at += GAP + LETTER * len(words[key])
    return placed


def legend() -> alt.Chart:
    """How to read the bars: each mark beside its meaning."""
    alt = altair()
    chart = charted("keys")
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    bar = {"x": x, "x2": alt.X2("x2:Q"), "y": alt.value(5), "y2": alt.value(15)}
    point = {"x": alt.X("middle:Q"), "y": alt.value(10)}
    only = {key: chart.transform_filter(f"datum.key == '{key}'") for key in KEYS}
    marks = [
        *(
            only[f"key_{name}"].mark_rect(strokeWidth=1.5, aria=False, **look).encode(**bar)
            for name, look in LOOKS.items()
        ),
        only["key_denied"].mark_point(aria=False, **CROSS).encode(**point),
        only["key_day"].mark_point(aria=False, **DIAMOND, **LOOKS["fact"]).encode(**point),
        only["key_open"].mark_point(shape="triangle-right", aria=False, **ARROW).encode(**point),
        chart.mark_text(align="left", baseline="middle", fontSize=12, color=INK, aria=False).encode(
            text="words:N", x=alt.X("x_words:Q"), y=alt.value(10)
        ),
    ]
    return alt.layer(*marks).properties(width=WIDTH, height=20)
