"""How all pictures look: colours that colour-blind people tell apart, one font, and Altair itself, loaded late."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from pipeline.facts.faults import MissingExtra

if TYPE_CHECKING:
    import altair as alt

Rows: TypeAlias = "list[dict[str, Any]]"
# Okabe and Ito's palette. In the report page.css gives each of these another value in the dark.
BLUE, GREEN, VERMILLION, ORANGE, PURPLE, SKY = "#0072B2", "#009E73", "#D55E00", "#E69F00", "#CC79A7", "#56B4E9"
INK, SOFT, LINE, PAPER = "#22262b", "#59616a", "#e3dfd5", "#ffffff"
# All three have the same widths, so that a picture fits wherever it is drawn.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INSTALL = "pip install 'accord-facts[notebooks]'"


def altair() -> ModuleType:
    """The module altair. Raises MissingExtra, which names the command that installs it."""
    try:
        return import_module("altair")
    except ImportError:
        raise MissingExtra("altair", INSTALL) from None


def finished(chart: alt.Chart, title: str, notes: list[str], data: Mapping[str, Rows]) -> alt.Chart:
    """`chart` with its title, its notes below that, the look of the house, and its `data` by name.

    The rows come last, because Altair copies all that a chart holds at every step.
    """
    alt = altair()
    heading = alt.TitleParams(title, subtitle=notes, anchor="start", offset=14)
    shown = chart.properties(title=heading, background=PAPER, padding=12, config=alt.Config(**look()))
    shown.datasets = dict(data)
    return shown


def look() -> dict[str, object]:
    """What all pictures have in common."""
    colours = {"labelColor": SOFT, "titleColor": SOFT, "gridColor": LINE, "domainColor": LINE, "tickColor": LINE}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal", **colours},
        "legend": {"labelColor": INK, "titleColor": SOFT, "labelFontSize": 12, "symbolStrokeWidth": 1},
        "title": {"color": INK, "subtitleColor": SOFT, "fontSize": 15, "subtitleFontSize": 11, "subtitlePadding": 5},
    }


def charted(name: str) -> alt.Chart:
    """A chart of the rows that `finished` will bring under this name."""
    alt = altair()
    return alt.Chart(alt.NamedData(name))


def nothing(title: str, why: str) -> alt.Chart:
    """A picture of nothing, that says why."""
    alt = altair()
    text = charted("nothing").mark_text(align="left", color=SOFT, fontSize=13)
    shown = text.encode(text="why:N", x=alt.value(0)).properties(width=600, height=40)
    return finished(shown, title, [], {"nothing": [{"why": why}]})


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters, cut at a space where one is near."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > most * 0.6 else cut).rstrip(" ,;·") + "…"
