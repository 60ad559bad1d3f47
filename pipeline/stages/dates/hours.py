"""Operations that make times of day. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import values
from pipeline.stages.dates.grammar import Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.relatives import turned


def hour(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """15 h 45, « à 10 heures », 6 a.m.: a time of day, without the words before it."""
    numbers = [capture for capture in captures if capture.kind == "number"]
    figures = [int(capture.value) for capture in numbers] + [0]
    if figures[0] > 24 or figures[1] > 59 or any(capture.value != int(capture.value) for capture in numbers):
        return None
    time = f"T{figures[0]:02d}:{figures[1]:02d}"
    at = values(captures)
    if "meridiem" in at:
        time = afternoon(time, at["meridiem"].value)
    return [(numbers[0].item.start, captures[-1].item.end, Meaning(kind="hour", clock=time))]


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
