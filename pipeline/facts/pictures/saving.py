"""Charts as files: a page that needs no network, or an image."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from pipeline.facts.faults import MissingExtra
from pipeline.facts.pictures.look import INSTALL

if TYPE_CHECKING:
    import altair as alt

SUFFIXES = (".html", ".png", ".svg")
SHARPNESS = 2.0


def save(chart: alt.Chart, path: str | Path) -> Path:
    """Write `chart` to `path` as its suffix says, and return the path. No network is needed, then or later: a page has
    all scripts inside (`.html`, with tooltips), an image (`.png`, `.svg`) is drawn here.

    Raises ValueError for another suffix, MissingExtra where the converter is not installed.
    """
    target = Path(path)
    if target.suffix not in SUFFIXES:
        raise ValueError(f"{target.name}: a picture is saved as {', '.join(SUFFIXES)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == ".html":
        converter()
        target.write_text(chart.to_html(inline=True), encoding="utf-8")
    elif target.suffix == ".svg":
        target.write_text(svg(chart), encoding="utf-8")
    else:
        target.write_bytes(converter().vegalite_to_png(chart.to_dict(), scale=SHARPNESS))
    return target


def svg(chart: alt.Chart) -> str:
    """`chart` as SVG. Raises MissingExtra."""
    drawn: str = converter().vegalite_to_svg(chart.to_dict())
    return drawn


def converter() -> ModuleType:
    """The module vl_convert. Raises MissingExtra, which names the command that installs it."""
    try:
        return import_module("vl_convert")
    except ImportError:
        raise MissingExtra("vl-convert-python", INSTALL) from None
