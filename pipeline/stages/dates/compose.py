"""The operations that templates name: what was captured → a meaning. They know calendars, no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.grammar import Capture, Operation, Piece, Setting
from pipeline.stages.dates.meaning import Meaning

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "M", "half": "M", "season": "M", "year": "Y", "decade": "Y", "century": "Y",
    "millennium": "Y",
}  # fmt: skip
FACTORS = {"quarter": 3, "half": 6, "season": 3, "decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
VAGUE_CODES = {"decade": "DE", "century": "CE", "millennium": "L", "quarter": "Q"}


def values(captures: list[Capture]) -> dict[str, Capture]:
    """The captures by kind; the last one counts where a kind stands twice."""
    return {capture.kind: capture for capture in captures}


def long_year(capture: Capture, near: int | None = None) -> int:
    """A year of two digits in the century of `near` (or the last one): « octobre 98 », 1996–97."""
    year = int(capture.value)
    if capture.kind not in ("yy", "short"):
        return year
    if near is not None:
        return near - near % 100 + year
    return 1900 + year if year >= 30 else 2000 + year


def date(captures: list[Capture], setting: Setting) -> Meaning | None:
    """A day, month, season or year out of its parts; refuses days that do not exist."""
    at = values(captures)
    year_at = next((at[kind] for kind in ("yyyy", "year", "yy", "short") if kind in at), None)
    year = long_year(year_at) if year_at else None
    day = at["day"].value if "day" in at else at["ordinal"].value if "ordinal" in at else None
    weekday = at["weekday"].value if "weekday" in at else None
    if "month" in at:
        return _month_day(year, at["month"].value, day, weekday)
    if "season" in at:
        return Meaning(kind="point", grain="season", year=year, index=at["season"].value)
    if weekday is not None:
        return Meaning(kind="point", grain="day", weekday=weekday, day=day)
    if day is not None:
        return Meaning(kind="point", grain="day", day=day)
    return Meaning(kind="point", grain="year", year=year) if year is not None else None


def _month_day(year: int | None, month: int, day: int | None, weekday: int | None) -> Meaning | None:
    if day is None:
        return Meaning(kind="point", grain="month", year=year, index=month)
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest:
        return None
    return Meaning(kind="point", grain="day", year=year, index=month, day=day, weekday=weekday)


def numeric(captures: list[Capture], setting: Setting) -> Meaning | None:
    """2015-02-12, 12/02/2015, 12.02.2015 in the order of the language; the other order where that one cannot be."""
    first, second, third = (int(part) for part in captures[0].value)
    if first > 31:
        orders = [(first, second, third)]
    elif setting.order == "mdy":
        orders = [(third, first, second), (third, second, first)]
    else:
        orders = [(third, second, first), (third, first, second)]
    for year, month, day in orders:
        if 1 <= month <= 12 and 1 <= day <= 31:
            full = year if year > 99 else 1900 + year if year >= 30 else 2000 + year
            return _month_day(full, month, day, None)
    return None


def days(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """« les 5 et 6 février 2015 », 5–8 April, April 2 and 3, 1997: a piece for each day."""
    shared = date([capture for capture in captures if capture.kind != "day"], setting)
    first_day = next(number for number, capture in enumerate(captures) if capture.kind == "day")
    marks = [number for number, capture in enumerate(captures) if capture.kind == "day"]
    if shared is None or shared.index is None:
        return None
    made: list[Piece] = []
    start = captures[0].item.start
    for turn, number in enumerate(marks):
        meaning = _month_day(shared.year, shared.index, captures[number].value, None)
        if meaning is None:
            return None
        last = turn == len(marks) - 1
        end = captures[-1].item.end if last else captures[number].item.end
        made.append((start if turn == 0 or number == first_day else captures[number].item.start, end, meaning))
    return made


def months(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """April and May 1996, « de mars à mai 1997 », spring and summer 2000: a piece for each, the year shared."""
    year = next((long_year(c) for c in captures if c.kind in ("yyyy", "year", "yy", "short")), None)
    parts = [capture for capture in captures if capture.kind in ("month", "season")]
    made: list[Piece] = []
    for capture in parts:
        meaning = Meaning(kind="point", grain=capture.kind, year=year, index=capture.value)
        end = captures[-1].item.end if capture is parts[-1] else capture.item.end
        made.append((capture.item.start, end, meaning))
    return made


def years(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """1996–97, 1996-1999: two pieces; refuses what does not run forward."""
    first, second = (capture for capture in captures if capture.kind in ("year", "yyyy", "yy", "short"))
    start = int(first.value)
    end = long_year(second, start)
    if not start < end < start + 400:
        return None
    return [
        (first.item.start, first.item.end, Meaning(kind="point", grain="year", year=start)),
        (second.item.start, second.item.end, Meaning(kind="point", grain="year", year=end)),
    ]


def decade(captures: list[Capture], setting: Setting) -> Meaning | None:
    """1990s, « années 60 », the nineties."""
    at = captures[-1]
    year = int(at.value)
    if year % 10:
        return None
    return Meaning(kind="point", grain="decade", year=year if year > 99 else 1900 + year)


def century(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The 19th century, « XIXe siècle »; before our era with an era word."""
    at = values(captures)
    number = int((at.get("ordinal") or at["roman"]).value)
    if not 1 <= number <= 30:
        return None
    return Meaning(kind="point", grain="century", year=-number * 100 + 1 if "before_era" in at else (number - 1) * 100)


def era(captures: list[Capture], setting: Setting) -> Meaning | None:
    """490 BC, « 52 avant J.-C. », AD 476; with the month before it where there is one."""
    at = values(captures)
    number = int(at["number"].value)
    year = 1 - number if "before_era" in at else number
    if not 0 < number < 5000:
        return None
    if "month" in at:
        return _month_day(year, at["month"].value, at["day"].value if "day" in at else None, None)
    if "season" in at:
        return Meaning(kind="point", grain="season", year=year, index=at["season"].value)
    return Meaning(kind="point", grain="year", year=year)


def part(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The first quarter of 2000, « premier semestre 1999 », the second half of the nineties (an edge)."""
    at = values(captures)
    number = int(at["ordinal"].value) if "ordinal" in at else int(at["quarter_name"].value)
    unit = at["part"].value if "part" in at else "quarter"
    inner = _inner(captures)
    if inner is None:
        return Meaning(kind="point", grain=unit, index=number) if number <= {"quarter": 4, "half": 2}[unit] else None
    if inner.grain == "year" and number <= {"quarter": 4, "half": 2}[unit]:
        return _within(Meaning(kind="point", grain=unit, index=number), inner)
    if unit == "half" and number in (1, 2) and inner.grain in ("month", "decade", "century", "season"):
        return replace(inner, mod="START" if number == 1 else "END")
    return None


def _inner(captures: list[Capture]) -> Meaning | None:
    for capture in captures:
        if isinstance(capture.value, Meaning):
            return capture.value
        if capture.kind in ("yyyy", "year"):
            return Meaning(kind="point", grain="year", year=int(capture.value))
    return None


def _within(outer: Meaning, inner: Meaning) -> Meaning:
    if inner.base is None and inner.anchor is None and inner.year is not None:
        return replace(outer, year=inner.year)
    return replace(outer, base="at", anchor=inner)


def edge(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Early 2000, « la fin de 1993 », « mi-juillet », the end of the year: the mod is kept beside the value."""
    at = values(captures)
    inner, mod = _inner(captures), at["edge"].value
    if "unit" in at and at["unit"].value in CALENDAR_UNITS:
        inner = Meaning(kind="point", grain=at["unit"].value, base="here", unit=at["unit"].value)
    if inner is None or inner.kind != "point" or inner.mod is not None:
        return None
    return replace(inner, mod=mod)


def approx(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Around 1850, « vers 1850 », more than ten years: how exactly the value is meant."""
    inner, word = captures[-1].value, captures[0]
    if inner.mod is not None or (word.kind == "compare" and inner.kind != "span") or (inner.kind == "span" and inner.base):
        return None
    return replace(inner, mod=word.value)


def span(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Ten years, « trois mois », a few days (X for an unknown number)."""
    at = values(captures)
    unit = at["unit" if "unit" in at else "plural"].value
    return duration(_amount(at), unit)


def _amount(at: dict[str, Capture]) -> float | None:
    number = next((at[kind].value for kind in ("number", "a") if kind in at), None)
    extra = float(at["fraction"].value) if "fraction" in at else 0.0
    return None if number is None else float(number) + extra


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


def ago(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Five years ago, « il y a cinq ans », eight months earlier, « cinq mois plus tard »."""
    at = values(captures)
    base, sign = at["ago"].value[:-1], 1 if at["ago"].value.endswith("+") else -1
    length: Meaning = at["span"].value if "span" in at else duration(_amount(at), at["unit"].value)
    counted = _whole(length)
    if counted is None:
        vague = length.number is None
        return Meaning(kind="ref", value="FUTURE_REF" if sign > 0 else "PAST_REF", base=base) if vague else None
    unit, number = counted
    return Meaning(
        kind="point", grain=unit, base=base, count=sign * number, unit=unit, mod="APPROX" if length.mod else None
    )


def _whole(length: Meaning) -> tuple[str, int] | None:
    """A duration as a whole number of calendar units (a fortnight is two weeks); None for hours and unknown numbers."""
    unit, factor = ("week", 2) if length.unit == "fortnight" else (length.unit, 1)
    if unit not in CALENDAR_UNITS or length.number is None or length.number != int(length.number):
        return None
    return (unit, int(length.number) * factor) if length.number < 100_000 else None


def after(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Two days after 5 May 1945, « trois ans après 1990 »: counted from the expression inside it."""
    at = values(captures)
    length: Meaning = at["span"].value
    inner = at["point"].value
    counted = _whole(length)
    if counted is None:
        return None
    sign = 1 if at["side"].value == "+" else -1
    place = (at["point"].item.start, at["point"].item.end)
    return Meaning(
        kind="point", grain=counted[0], base="at", anchor=inner, anchor_at=place, count=sign * counted[1], unit=counted[0]
    )


def turn(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Last year, next March, « mardi dernier », the following day, « cette année »: a neighbour by name."""
    at = values(captures)
    base, count = _turned(at["turn"].value)
    if "unit" in at:
        unit = at["unit"].value
        return Meaning(kind="point", grain=unit, base=base, count=count, unit=unit) if unit in CALENDAR_UNITS else None
    inner = _inner(captures)
    if inner is None or inner.year is not None or inner.base is not None:
        return None
    return replace(inner, base=base, count=count, day=inner.day if inner.index else None)


def _turned(word: str) -> tuple[str, int]:
    """`then+1` as what it counts from and how far."""
    base = word.rstrip("+-0123456789")
    return base, int(word.removeprefix(base))


CALENDAR_UNITS = ("day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century")


def deictic(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Yesterday, « aujourd'hui », « le lendemain », « la veille », tonight: word values such as `now-1 day TEV`."""
    word = values(captures)["deictic"].value
    where, unit, *clock = word.split()
    base = "now" if where.startswith("now") else "then"
    return Meaning(
        kind="point", grain=unit, base=base, count=int(where.removeprefix(base)), unit=unit, clock=" ".join(clock)
    )


def reference(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Now, currently, recently, the future."""
    return Meaning(kind="ref", value=values(captures)["ref"].value, base="now")


def inside(captures: list[Capture], setting: Setting) -> Meaning | None:
    """June last year, « mars de l'année suivante », 3 May of that year: the outer one takes its year from the inner."""
    points = [capture.value for capture in captures if isinstance(capture.value, Meaning)]
    if len(points) != 2 or points[0].year is not None or points[0].index is None or points[0].base is not None:
        return None
    return _within(points[0], points[1]) if points[1].grain == "year" else None


def stretch(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The last week of August, « la première semaine de mai »: one unit of it, where in it not counted."""
    return duration(1, values(captures)["unit"].value)


def nearby(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The past two years, « les mois suivants », the next few days: a duration that ends or begins at now or then."""
    at = values(captures)
    number = float(at["number"].value) if "number" in at else None
    made = at["span"].value if "span" in at else duration(number, at["plural" if "plural" in at else "unit"].value)
    where = at["around"].value
    return replace(made, base=where[:-1], count=1 if where.endswith("+") else -1)


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


def rate(captures: list[Capture], setting: Setting) -> list[Piece]:
    """« par an », twice a year: a set, spanned from the unit or its article."""
    at = values(captures)
    start = at["rate"].item.start if "rate" in at else at["unit"].item.start
    return [(start, at["unit"].item.end, Meaning(kind="set", value=duration(1, at["unit"].value).value))]


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
    """Monday evening, hier à 10 h, 9 a.m. Tuesday, that afternoon: a time of day, of a day where one stands beside it."""
    at = values(captures)
    time = str(at["daypart"].value) if "daypart" in at else ""
    if "hour" in at:
        time = at["hour"].value.clock if isinstance(at["hour"].value, Meaning) else at["hour"].value
        time = afternoon(time, at["meridiem"].value) if "meridiem" in at else time
    if "turn" in at:
        base, count = _turned(at["turn"].value)
        return Meaning(kind="point", clock=time, base=base, count=count, grain="day", unit="day")
    inner = next((capture.value for capture in captures if capture.kind == "point"), None)
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


OPERATIONS: dict[str, Operation] = {
    "date": date, "numeric": numeric, "days": days, "months": months, "years": years, "decade": decade,
    "century": century, "era": era, "part": part, "edge": edge, "approx": approx, "span": span, "ago": ago,
    "after": after, "turn": turn, "deictic": deictic, "reference": reference, "inside": inside, "nearby": nearby, "stretch": stretch,
    "every": every, "rate": rate, "hour": hour, "clock": clock,
}  # fmt: skip
