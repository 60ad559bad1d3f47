"""What the operations share: captures by kind, the meaning inside, the units of the calendar."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.grammar import Capture
from pipeline.stages.dates.meaning import Meaning

CALENDAR_UNITS = ("day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century")


def values(captures: list[Capture]) -> dict[str, Capture]:
    """The captures by kind; the last one counts where a kind stands twice."""
    return {capture.kind: capture for capture in captures}


def inner_of(captures: list[Capture]) -> Meaning | None:
    for capture in captures:
        if isinstance(capture.value, Meaning):
            return capture.value
        if capture.kind in ("yyyy", "year"):
            return Meaning(kind="point", grain="year", year=int(capture.value))
    return None


def within(outer: Meaning, inner: Meaning) -> Meaning:
    if inner.base is None and inner.anchor is None and inner.year is not None:
        return replace(outer, year=inner.year)
    return replace(outer, base="at", anchor=inner)


def amount(at: dict[str, Capture]) -> float | None:
    number = next((at[kind].value for kind in ("number", "a") if kind in at), None)
    extra = float(at["fraction"].value) if "fraction" in at else 0.0
    return None if number is None else float(number) + extra
