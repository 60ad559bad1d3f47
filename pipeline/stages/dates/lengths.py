"""Operations that make durations and sets. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import amount, values
from pipeline.stages.dates.grammar import Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "M", "half": "M", "season": "M", "year": "Y", "decade": "Y", "century": "Y",
    "millennium": "Y",
}  # fmt: skip
FACTORS = {"quarter": 3, "half": 6, "season": 3, "decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
VAGUE_CODES = {"decade": "DE", "century": "CE", "millennium": "L", "quarter": "Q"}


def span(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Ten years, « trois mois », a few days (X for an unknown number)."""
    at = values(captures)
    unit = at["unit" if "unit" in at else "plural"].value
    return duration(amount(at), unit)


def lengths(captures: list[Capture], setting: Setting) -> list[Piece]:
    """« de 8 à 24 mois », ten or fifteen years: two durations, the unit shared."""
    first, second = (capture for capture in captures if capture.kind == "number")
    unit = values(captures)["unit"]
    return [
        (first.item.start, first.item.end, duration(float(first.value), unit.value)),
        (second.item.start, unit.item.end, duration(float(second.value), unit.value)),
    ]


def half(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Half a century, « un demi-siècle », « une demi-heure »."""
    wholes = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month"), "hour": (30, "minute"),
              "day": (12, "hour")}  # fmt: skip
    unit = values(captures)["unit"].value
    return duration(*wholes[unit]) if unit in wholes else None


def duration(number: float | None, unit: str) -> Meaning:
    """A duration of so many units; no number says that it is not known."""
    if number is None:
        code = VAGUE_CODES.get(unit, CODES[unit])
        return Meaning(kind="span", value=_period("X", code), unit=unit)
    total = number * FACTORS.get(unit, 1)
    shown = f"{int(total)}" if total == int(total) else f"{total:g}"
    return Meaning(kind="span", value=_period(shown, CODES[unit]), unit=unit, number=number)


def _period(number: str, code: str) -> str:
    return f"PT{number}{code[1]}" if code.startswith("T") and len(code) > 1 else f"P{number}{code}"


def nearby(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The past two years, « les mois suivants », the next few days: a duration that ends or begins at now or then."""
    at = values(captures)
    number = float(at["number"].value) if "number" in at else 1.0 if "unit" in at else None
    made = at["span"].value if "span" in at else duration(number, at["plural" if "plural" in at else "unit"].value)
    where = at["around"].value
    return replace(made, base=where[:-1], count=1 if where.endswith("+") else -1)


def stretch(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The last week of August, « la première semaine de mai »: one unit of it, where in it not counted."""
    return duration(1, values(captures)["unit"].value)


def every(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Every year, « chaque trimestre », « tous les deux ans », a year in dollars a year, weekly, every Monday."""
    at = values(captures)
    if "weekday" in at:
        return Meaning(kind="set", value=f"XXXX-WXX-{at['weekday'].value}")
    if "point" in at:
        return _every_point(at["point"].value)
    if "span" in at:
        return Meaning(kind="set", value=at["span"].value.value)
    if "adverb" in at:
        return Meaning(kind="set", value=at["adverb"].value)
    return Meaning(kind="set", value=duration(1, at["unit"].value).value)


def _every_point(point: Meaning) -> Meaning | None:
    if point.year is not None or point.base is not None:
        return None
    if point.weekday is not None and point.index is None:
        return Meaning(kind="set", value=f"XXXX-WXX-{point.weekday}")
    if point.grain == "month":
        return Meaning(kind="set", value=f"XXXX-{point.index:02d}")
    if point.grain == "season":
        return Meaning(kind="set", value="XXXX-" + ("SP", "SU", "FA", "WI")[(point.index or 1) - 1])
    return None


def rate(captures: list[Capture], setting: Setting) -> list[Piece]:
    """« par an », twice a year: a set, spanned from the unit or its article."""
    at = values(captures)
    start = at["rate"].item.start if "rate" in at else at["unit"].item.start
    return [(start, at["unit"].item.end, Meaning(kind="set", value=duration(1, at["unit"].value).value))]


def approx(captures: list[Capture], setting: Setting) -> Meaning | list[Piece] | None:
    """Around 1850, « vers 1850 », more than ten years: how exactly the value is meant."""
    inner: Meaning = captures[-1].value
    word = captures[0]
    if inner.kind == "point" and inner.clock:
        return [(captures[-1].item.start, captures[-1].item.end, replace(inner, mod=word.value))]
    if (
        inner.mod is not None
        or (word.kind == "compare" and inner.kind != "span")
        or (inner.kind == "span" and inner.base)
    ):
        return None
    return replace(inner, mod=word.value)
