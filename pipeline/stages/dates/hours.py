"""Operations that make times of day. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import values
from pipeline.stages.dates.grammar import Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.relatives import turned


def hour(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """15 h 45, « à 10 heures », 6 a.m., 5:30 p.m. GMT: a time of day, without the words before it."""
    at = values(captures)
    first = next(capture for capture in captures if capture.kind in ("number", "hour", "midday"))
    time = _figures(captures) if first.kind == "number" else str(first.value)
    if time is None or isinstance(first.value, Meaning):
        return None
    if "meridiem" in at:
        time = afternoon(time, at["meridiem"].value)
    return [(first.item.start, captures[-1].item.end, Meaning(kind="hour", clock=time))]


def hours(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """« de 8 heures à 18 heures »: two times of day."""
    half = len(captures) // 2
    first, second = hour(captures[:half], setting), hour(captures[half:], setting)
    return [*first, *second] if first and second else None


def _figures(captures: list[Capture]) -> str | None:
    """Hour and minute; None for what is no time of day."""
    numbers = [capture.value for capture in captures if capture.kind == "number"]
    if any(number != int(number) for number in numbers):
        return None
    hours, minutes = (*map(int, numbers), 0)[:2]
    return f"T{hours:02d}:{minutes:02d}" if hours <= 24 and minutes <= 59 else None


def clock(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Monday evening, hier à 10 h, 9 a.m. Tuesday, that afternoon: a time of a day where one stands beside it."""
    at = values(captures)
    time: str = str(at["daypart"].value) if "daypart" in at else ""
    if "hour" in at:
        hour_value = at["hour"].value
        time = hour_value.clock if isinstance(hour_value, Meaning) else str(hour_value)
        time = afternoon(time, at["meridiem"].value) if "meridiem" in at else time
    if "turn" in at:
        base, count = turned(at["turn"].value)
        return Meaning(kind="point", clock=time, base=base, count=count, grain="day", unit="day")
    inner: Meaning | None = next((capture.value for capture in captures if capture.kind == "point"), None)
    if inner is None:
        return Meaning(kind="point", clock=time, base="here", grain="day", unit="day")
    if inner.grain != "day" or inner.clock:
        return None
    return replace(inner, clock=time)


def afternoon(time: str, meridiem: str) -> str:
    """T03:00 with `PM` is T15:00."""
    hour, rest = int(time[1:3]), time[3:]
    if hour > 12:
        return time
    return f"T{hour % 12 + (12 if meridiem == 'PM' else 0):02d}{rest}"
