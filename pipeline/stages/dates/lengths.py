"""Operations that make durations and sets. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import amount, values
from pipeline.stages.dates.grammar import FIRST, Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "M", "half": "M", "season": "M", "year": "Y", "decade": "Y", "century": "Y",
    "millennium": "Y",
}  # fmt: skip
FACTORS = {"quarter": 3, "half": 6, "season": 3, "decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
# A half of these is told in the next unit down: a year and a half is P1Y6M.
HALVES = {"year": "P{}Y6M", "hour": "PT{}H30M", "minute": "PT{}M30S"}
VAGUE_CODES = {"decade": "DE", "century": "CE", "millennium": "L", "quarter": "Q"}


def span(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Ten years, « trois mois », a few days (X for an unknown number)."""
    at = values(captures)
    unit = at["unit" if "unit" in at else "plural"]
    plural = "plural" in unit.item.kinds
    if ("a" in at and plural) or (not plural and "number" in at and "yyyy" in at["number"].item.kinds):
        return None
    if not set(at) - {"plural"} and CODES[unit.value].startswith("T"):
        return None
    first = "ordinal" in at and at["ordinal"].value == 1
    return replace(duration(amount(at), unit.value), count=int(first))


def mixed(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Weeks or months, « des mois et des années »: so many of the first unit that nobody knows how many."""
    return span(captures[:1], setting)


def leading(captures: list[Capture], setting: Setting) -> list[Piece]:
    """The first ten months of 1915: the months alone, without the word that leads to what they are of."""
    at = values(captures)
    unit = at["plural"]
    end = -1 if "rank" in at else int(at["ordinal"].value == 1)
    return [(FIRST, unit.item.end, replace(duration(amount(at), unit.value), count=end))]


def roughly(captures: list[Capture], setting: Setting) -> Meaning | None:
    """A year or so, « deux ans environ », « six mois au plus »."""
    made = span(captures, setting)
    return replace(made, mod=values(captures)["compare"].value) if made else None


def dozen(captures: list[Capture], setting: Setting) -> Meaning | None:
    """« une dizaine d'années »: about so many."""
    at = values(captures)
    return replace(duration(float(at["dozen"].value), at["plural"].value), mod="APPROX")


def lasting(captures: list[Capture], setting: Setting) -> Meaning | None:
    """A word that is a length by itself, « quinquennat »; the pack gives its value."""
    return Meaning(kind="span", value=str(captures[0].value))


def fraction(captures: list[Capture], setting: Setting) -> list[Piece]:
    """Three-quarters: what looks like a length and is a share of something; nothing is made of it."""
    return []


def night(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Two nights: as many days."""
    return duration(amount(values(captures)), "day")


def hours_long(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """For 3h, « pendant 2 h »: the hour as a length."""
    item, value = captures[0].item, captures[0].value
    if isinstance(value, Meaning) or not value.endswith(":00"):
        return None
    return [(item.start, item.end, duration(float(value[1:3]), "hour"))]


def whole(captures: list[Capture], setting: Setting) -> Meaning | None:
    """All day, another week, « toute la journée »: one of it."""
    return duration(1, values(captures)["unit"].value)


def compound(captures: list[Capture], setting: Setting) -> Meaning | None:
    """One hour and thirty minutes, « deux ans et trois mois »: both in one value; refuses what does not get finer."""
    numbers = [float(capture.value) for capture in captures if capture.kind in ("number", "a")]
    units = [str(capture.value) for capture in captures if capture.kind in ("unit", "plural")]
    first, second = (duration(number, unit) for number, unit in zip(numbers, units, strict=True))
    order = list(CODES)
    if order.index(units[1]) >= order.index(units[0]) or "W" in first.value + second.value:
        return None
    days, _, hours = first.value.partition("T")
    more, _, minutes = second.value.partition("T")
    clock = hours + minutes
    return Meaning(kind="span", value=f"{days}{more.removeprefix('P')}" + (f"T{clock}" if clock else ""), unit=units[0])


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
    if number > 1 and number % 1 == 0.5 and unit in HALVES:
        return Meaning(kind="span", value=HALVES[unit].format(int(number)), unit=unit, number=number)
    total = number * FACTORS.get(unit, 1)
    shown = f"{int(total)}" if total == int(total) else f"{total:g}"
    return Meaning(kind="span", value=_period(shown, CODES[unit]), unit=unit, number=number)


def _period(number: str, code: str) -> str:
    return f"PT{number}{code[1]}" if code.startswith("T") and len(code) > 1 else f"P{number}{code}"


def nearby(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The past two years, « les mois suivants », the next few days: a duration that ends or begins at now or then."""
    at = values(captures)
    number = float(at["number"].value) if "number" in at else 1.0 if "unit" in at else None
    if "span" in at:
        made = duration(number, at["span"].value.unit) if "number" in at else at["span"].value
    else:
        made = duration(number, at["plural" if "plural" in at else "unit"].value)
    if made.unit == "fortnight":
        made = duration(2 * (made.number or 1), "week")
    where = at["around"].value
    return replace(made, base=where[:-1], count=1 if where.endswith("+") else -1)


def every(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Every year, « chaque trimestre », « tous les deux ans », a year in dollars a year, weekly, every Monday."""
    at = values(captures)
    if "weekday" in at:
        return Meaning(kind="set", value=f"XXXX-WXX-{at['weekday'].value}")
    if "season" in at:
        value = at["season"].value
        return _every_point(value if isinstance(value, Meaning) else Meaning(kind="point", grain="season", index=value))
    if "point" in at:
        return _every_point(at["point"].value)
    if "span" in at:
        return Meaning(kind="set", value=at["span"].value.value)
    if "adverb" in at:
        return Meaning(kind="set", value=at["adverb"].value)
    return Meaning(kind="set", value=duration(1, at["unit"].value).value)


def other(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Every other day (two of them), every other Friday."""
    at = values(captures)
    if "point" in at:
        return _every_point(at["point"].value)
    if "weekday" in at:
        return Meaning(kind="set", value=f"XXXX-WXX-{at['weekday'].value}")
    return Meaning(kind="set", value=duration(2, at["unit"].value).value)


def _every_point(point: Meaning) -> Meaning | None:
    if point.year is not None or point.base is not None:
        return None
    if point.weekday is not None and point.index is None:
        return Meaning(kind="set", value=f"XXXX-WXX-{point.weekday}")
    if point.grain == "month":
        return Meaning(kind="set", value=f"XXXX-{point.index:02d}")
    if point.grain == "day" and point.index is not None:
        return Meaning(kind="set", value=f"XXXX-{point.index:02d}-{point.day:02d}")
    if point.grain == "season":
        return Meaning(kind="set", value="XXXX-" + ("SP", "SU", "FA", "WI")[(point.index or 1) - 1])
    return None


def by_night(captures: list[Capture], setting: Setting) -> list[Piece]:
    """At night: that part of every day."""
    part = captures[-1]
    return [(part.item.start, part.item.end, Meaning(kind="set", value=f"XXXX-XX-XX{part.value}"))]


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
    if inner.mod is not None and inner.kind == "point" and word.kind == "approx":
        return inner
    counted = inner.kind == "span" or inner.number is not None
    if inner.mod is not None or (word.kind == "compare" and not counted) or (inner.kind == "span" and inner.base):
        return None
    return replace(inner, mod=word.value)
