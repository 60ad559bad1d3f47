"""Meanings → calendar values: counted from the document's date or an expression before, or with a year found near."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.stages.dates.calendar import GRAINS, Calendar, bounds, coarsen, shift, valid
from pipeline.stages.dates.meaning import Meaning

Place = tuple[int, int]
FAR = 75
HOUR_REACH = 200
PART_REACH = 600
NARRATIVE_BACK = 1.5
AGAINST = 1.5


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved meaning: its calendar value (None when only its kind is known), its basis, what it counts from."""

    meaning: Meaning
    calendar: Calendar | None
    basis: str = "stated"
    anchor: Place | None = None


@dataclass(slots=True)
class Context:
    """What expressions are resolved on. `past` asks whether the clause at a place tells what is past or to come
    (-1, 0, 1); `narrative`: years come from the text around, not from the document's date. `current` is where the
    narrative stands; `flashbacks` are the expressions that it returns from at once."""

    seasons: dict[str, tuple[int, int]]
    written: Calendar | None
    narrative: bool
    history: list[tuple[Place, Calendar]] = field(default_factory=list)
    tense: int = 0
    place: int = 0
    sentence: int = 0
    flashbacks: frozenset[Place] = frozenset()
    current: tuple[Place, Calendar] | None = None

    def before(self, grain: str) -> tuple[Place, Calendar] | None:
        """The nearest expression before that is fine enough to be counted in `grain`."""
        for place, value in reversed(self.history[-12:]):
            if GRAINS.index(value.grain) <= GRAINS.index(grain):
                return place, value
        return None


def resolve(meaning: Meaning, context: Context) -> Value | None:
    """The value of a point; None when it cannot be one here (a bare day number with nothing before it)."""
    if meaning.base is not None:
        return _relative(meaning, context)
    if meaning.year is not None and not (meaning.grain == "day" and meaning.index is None):
        value = Calendar(meaning.grain, meaning.year, meaning.index or 0, meaning.day or 0)
        return Value(meaning, value) if valid(value) else None
    if meaning.index is not None:
        return _without_year(meaning, context)
    if meaning.weekday is not None:
        return _weekday(meaning, context)
    return _bare_day(meaning, context)


def _relative(meaning: Meaning, context: Context) -> Value | None:
    if context.narrative and meaning.base == "now" and meaning.unit == "day" and not meaning.count:
        return Value(meaning, None, "relative")
    again = _same_part(meaning, context)
    if again is not None:
        return again
    base, place = _base(meaning, context)
    if base is None:
        return Value(meaning, None, "relative", place)
    if not meaning.unit:
        return Value(meaning, _neighbour(meaning, base, context), "relative", place)
    start = coarsen(base, meaning.unit, context.seasons)
    if start is None:
        return Value(meaning, _coarse(meaning, base), "relative", place)
    return Value(meaning, shift(start, meaning.count), "relative", place)


def _same_part(meaning: Meaning, context: Context) -> Value | None:
    """A year earlier in a text about a quarter means that quarter of the year before."""
    if meaning.unit != "year" or not meaning.count or meaning.base == "at" or not context.history:
        return None
    place, value = context.history[-1]
    if value.grain not in ("quarter", "half") or context.place - place[1] > PART_REACH:
        return None
    found = replace(value, year=value.year + meaning.count)
    return Value(replace(meaning, grain=value.grain, index=value.index), found, "relative", place)


def _base(meaning: Meaning, context: Context) -> tuple[Calendar | None, Place | None]:
    if meaning.base == "here" and meaning.clock:
        found = context.before("day")
        return (found[1], found[0]) if found and context.place - found[0][1] < HOUR_REACH else (context.written, None)
    if meaning.base == "now" or (meaning.base == "here" and not context.narrative):
        return context.written, None
    if meaning.base == "at" and meaning.anchor is not None:
        inner = resolve(meaning.anchor, context)
        return (inner.calendar if inner else None), meaning.anchor_at or (inner.anchor if inner else None)
    found = context.before(meaning.unit or "year")
    return (found[1], found[0]) if found else (None, None)


def _coarse(meaning: Meaning, base: Calendar) -> Calendar | None:
    """Counting months or days from a year: the value stays as coarse as what it counts from, where it can."""
    lengths = {"month": 12, "quarter": 4, "season": 4, "half": 2, "week": 52, "day": 365}
    if base.grain == "year" and meaning.unit in lengths and meaning.count % lengths[meaning.unit] == 0:
        return shift(base, meaning.count // lengths[meaning.unit])
    return None


def _neighbour(meaning: Meaning, base: Calendar, context: Context) -> Calendar | None:
    """Last March, next Monday, the third quarter of last year, « l'été suivant »: a partial date seen from `base`."""
    if meaning.weekday is not None and meaning.index is None:
        return _weekday_from(meaning.weekday, base, meaning.count)
    if meaning.index is None:
        return None
    year = bounds(base, context.seasons)[0][0]
    if meaning.base == "at" or meaning.count == 0:
        found = Calendar(meaning.grain, year, meaning.index, meaning.day or 0)
        return found if valid(found) else None
    for candidate in range(year - 1, year + 2)[:: 1 if meaning.count > 0 else -1]:
        found = Calendar(meaning.grain, candidate, meaning.index, meaning.day or 0)
        if valid(found) and _beyond(found, base, meaning.count, context):
            return found
    return None


def _beyond(found: Calendar, base: Calendar, direction: int, context: Context) -> bool:
    here, there = bounds(base, context.seasons), bounds(found, context.seasons)
    return there[0] > here[0] if direction > 0 else there[1] < here[1]


def _weekday_from(weekday: int, base: Calendar, direction: int) -> Calendar | None:
    if base.grain != "day" or base.year < 1:
        return None
    here = date(base.year, base.index, base.day).isoweekday()
    back = (here - weekday) % 7
    if direction < 0:
        return shift(base, -(back or 7))
    if direction > 0:
        return shift(base, (weekday - here) % 7 or 7)
    return shift(base, weekday - here)


def _weekday(meaning: Meaning, context: Context) -> Value | None:
    """A bare weekday: the nearest one before the document's day, or after it in a clause that tells what is to come."""
    base, place = (context.written, None)
    if context.narrative or base is None or base.grain != "day":
        found = context.before("day")
        if found is not None:
            place, base = found
        if base is None or base.grain != "day":
            return Value(meaning, None)
    assert meaning.weekday is not None
    here = date(base.year, base.index, base.day).isoweekday() if base.year > 0 else 0
    if meaning.day is not None:
        return _weekday_and_day(meaning, base, place)
    if here == meaning.weekday:
        return Value(meaning, base, "relative", place)
    return Value(meaning, _weekday_from(meaning.weekday, base, 1 if context.tense > 0 else -1), "relative", place)


def _weekday_and_day(meaning: Meaning, base: Calendar, place: Place | None) -> Value | None:
    """« lundi 12 »: the nearest 12th that is a Monday."""
    assert meaning.day is not None
    around = [shift(Calendar("month", base.year, base.index), count) for count in (0, 1, -1, 2, -2)]
    for month in around:
        value = Calendar("day", month.year, month.index, meaning.day) if month else None
        if value and valid(value) and date(value.year, value.index, value.day).isoweekday() == meaning.weekday:
            return Value(replace(meaning, index=value.index), value, "relative", place)
    return None


def _bare_day(meaning: Meaning, context: Context) -> Value | None:
    """« Le 12 » after « les 5 et 6 février »: a day of the month that was just spoken of, later than that day."""
    found = context.before("month")
    if found is None or meaning.day is None:
        return None
    place, value = found
    month = Calendar("month", value.year, value.index)
    result = Calendar("day", month.year, month.index, meaning.day)
    return Value(meaning, result, "relative", place) if valid(result) else None


def _without_year(meaning: Meaning, context: Context) -> Value | None:
    """A day, month or season without a year."""
    assert meaning.index is not None
    base, place = _local(context) if context.narrative or context.written is None else (context.written, None)
    if base is None:
        return Value(meaning, None)
    value = _nearest(meaning, base, context)
    return Value(meaning, value, "relative", place)


def _local(context: Context) -> tuple[Calendar | None, Place | None]:
    """Where a narrative stands: in the same sentence even when that is a flashback."""
    last = context.history[-1] if context.history else None
    if last is not None and last[0][0] >= context.sentence and last[1].grain in ("day", "month"):
        return last[1], last[0]
    if context.current is None:
        return context.written, None
    return context.current[1], context.current[0]


def _nearest(meaning: Meaning, base: Calendar, context: Context) -> Calendar | None:
    """The day, month or season of that name nearest to `base`; the tense decides only where it is far."""
    year = bounds(base, context.seasons)[0][0]
    around = [Calendar(meaning.grain, year + turn, meaning.index or 0, meaning.day or 0) for turn in (0, 1, -1)]
    real = [value for value in around if valid(value)]
    if base.grain in ("year", "decade", "century") or not real:
        return real[0] if real else None
    here = _middle(base, context)
    return min(real, key=lambda value: _distance(_middle(value, context) - here, context))


def _middle(value: Calendar, context: Context) -> float:
    first, last = bounds(value, context.seasons)
    return sum(day[0] * 365.25 + day[1] * 30.4 + day[2] for day in (first, last)) / 2


def _distance(days: float, context: Context) -> float:
    """How far a reading is, the side that the tense speaks against counted for more."""
    if context.narrative:
        return days if days >= 0 else -days * NARRATIVE_BACK
    against = (context.tense > 0 and days < -FAR) or (context.tense < 0 and days > FAR)
    return abs(days) * (AGAINST if against else 1)


def remember(context: Context, place: Place, value: Calendar | None) -> None:
    """Let later expressions count from this one, and move the narrative on unless it is a flashback."""
    if value is None:
        return
    context.history.append((place, value))
    if place in context.flashbacks or value.grain in ("decade", "century", "millennium"):
        return
    if context.current is None or value.grain != "year" or context.current[1].year != value.year:
        context.current = (place, value)


def flashbacks(told: list[tuple[Place, int]]) -> frozenset[Place]:
    """Of the years that a text states, those that it leaves at once: their neighbours are nearer to each other."""
    found: set[Place] = set()
    before: int | None = None
    for number, (place, year) in enumerate(told):
        after = told[number + 1][1] if number + 1 < len(told) else None
        if (
            before is not None
            and after is not None
            and abs(before - after) < min(abs(year - before), abs(year - after))
        ):
            found.add(place)
        else:
            before = year
    return frozenset(found)
