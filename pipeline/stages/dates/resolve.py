"""Meanings → calendar values: counted from the document's date or an expression before, or with a year found near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.stages.dates.calendar import GRAINS, Calendar, as_day, bounds, coarsen, nth_in, ordinal, shift, valid
from pipeline.stages.dates.context import Context, Place, Value
from pipeline.stages.dates.feasts import feast_day
from pipeline.stages.dates.meaning import Meaning

FAR = 75
NEAR_YEARS = 6
YEARLY = ("P1Y", "P6M", "P2Y")
HOUR_REACH = 200
PART_REACH = 600
BESIDE = 7
AGAINST = 10.0
AGAINST_QUARTER = 3.0


def resolve(meaning: Meaning, context: Context) -> Value | None:
    """The value of a point; None when it cannot be one here (a bare day number with nothing before it).

    What does not exist (the 29th of February in the year that was told) keeps its kind and has no calendar value.
    """
    value = _resolved(meaning, context)
    if value is None or value.calendar is None or valid(value.calendar):
        return value
    return replace(value, calendar=None)


def _resolved(meaning: Meaning, context: Context) -> Value | None:
    if meaning.base is not None:
        return _relative(meaning, context)
    if meaning.feast:
        return _feast(meaning, context)
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
        return _told_day(meaning, context)
    if meaning.base == "topic":
        return _topic(meaning, context)
    again = _same_part(meaning, context)
    if again is not None:
        return again
    base, place = _base(meaning, context)
    if base is None:
        return Value(meaning, None, "relative", place)
    if meaning.nth:
        found = nth_in(base, meaning.unit, meaning.nth, meaning.weekday, context.seasons)
        return Value(meaning, found, basis_of(meaning), place) if found else None
    if not meaning.unit:
        return Value(meaning, _neighbour(meaning, base, context), "relative", place)
    start = coarsen(base, meaning.unit, context.seasons)
    if start is None:
        return Value(meaning, _coarse(meaning, base), "relative", place)
    return Value(meaning, shift(start, meaning.count), "relative", place)


def basis_of(meaning: Meaning) -> str:
    """Stated where all that a value counts from is: the first Tuesday in October 2014."""
    anchor = meaning.anchor
    return "stated" if anchor and anchor.base is None and anchor.year is not None else "relative"


def _told_day(meaning: Meaning, context: Context) -> Value:
    """This day in a narrative is the day just told; today is nobody's."""
    found = context.before("day") if meaning.told else None
    return Value(meaning, found[1], "relative", found[0]) if found else Value(meaning, None, "relative")


def _same_part(meaning: Meaning, context: Context) -> Value | None:
    """An amount a year earlier, in a text about a quarter, is that of the same quarter of the year before."""
    if meaning.unit != "year" or meaning.count != -1 or meaning.base == "at" or not context.amount:
        return None
    told = context.accounts()
    if told is None or context.place - told[0][1] > PART_REACH:
        return None
    place, value = told
    found = replace(value, year=value.year + meaning.count)
    return Value(replace(meaning, grain=value.grain, index=value.index), found, "relative", place)


def _topic(meaning: Meaning, context: Context) -> Value | None:
    """The quarter or half that the text is about, else the last whole quarter before the document's date."""
    told = context.accounts()
    if told is None and meaning.year is not None:
        return Value(meaning, Calendar("year", meaning.year))
    if told is None and (meaning.told or context.narrative or context.written is None):
        return None
    place, value = told if told is not None else (None, _last_whole(context.written, context))
    found = replace(value, year=meaning.year or value.year + meaning.count) if value else None
    return Value(replace(meaning, grain=value.grain, index=value.index) if value else meaning, found, "relative", place)


def _last_whole(written: Calendar | None, context: Context) -> Calendar | None:
    here = coarsen(written, "quarter", context.seasons) if written else None
    return shift(here, -1) if here else None


def _base(meaning: Meaning, context: Context) -> tuple[Calendar | None, Place | None]:
    if meaning.base == "here" and meaning.clock:
        return _day_of_clock(context)
    if meaning.told and context.narrative and (context.written is None or context.tense < 0):
        told = context.before(meaning.unit)
        return (told[1], told[0]) if told else (context.written, None)
    if meaning.base == "now" or (meaning.base == "here" and not context.narrative):
        return context.written, None
    if meaning.base == "at" and meaning.anchor is not None:
        inner = resolve(meaning.anchor, context)
        return (inner.calendar if inner else None), meaning.anchor_at or (inner.anchor if inner else None)
    found = context.before(meaning.unit or "year")
    if found is None and not context.narrative and meaning.count:
        return context.written, None
    return (found[1], found[0]) if found else (None, None)


def _day_of_clock(context: Context) -> tuple[Calendar | None, Place | None]:
    """The day of a bare time of day: the last one told if it is near; in a narrative never the document's own."""
    found = context.before("day")
    if found and (context.narrative or context.place - found[0][1] < HOUR_REACH):
        return found[1], found[0]
    return (None, None) if context.narrative else (context.written, None)


def _coarse(meaning: Meaning, base: Calendar) -> Calendar | None:
    """Counting months or days from a year: the value stays as coarse as what it counts from, where it can."""
    lengths = {"month": 12, "quarter": 4, "season": 4, "half": 2, "week": 52, "day": 365}
    if base.grain == "year" and meaning.unit in lengths and meaning.count % lengths[meaning.unit] == 0:
        return shift(base, meaning.count // lengths[meaning.unit])
    return None


def _neighbour(meaning: Meaning, base: Calendar, context: Context) -> Calendar | None:
    """Last March, next Monday, the third quarter of last year, « l'été suivant »: a partial date seen from `base`."""
    if meaning.feast:
        return _feast_from(meaning, base, context)
    if meaning.weekday is not None and meaning.index is None:
        return _weekday_from(meaning.weekday, base, meaning.count, context.tense)
    if meaning.index is None:
        return None
    year = bounds(base, context.seasons)[0][0]
    if meaning.grain == "season" and meaning.count == 0 and meaning.base != "at":
        return _nearest(replace(meaning, base=None), base, replace(context, tense=0))
    if meaning.base == "at" or meaning.count == 0:
        found = Calendar(meaning.grain, year, meaning.index, meaning.day or 0)
        return found if valid(found) else None
    for candidate in range(year - 1, year + 2)[:: 1 if meaning.count > 0 else -1]:
        found = Calendar(meaning.grain, candidate, meaning.index, meaning.day or 0)
        if valid(found) and _beyond(found, base, meaning.count, context):
            return replace(found, year=candidate + meaning.count - (1 if meaning.count > 0 else -1))
    return None


def _beyond(found: Calendar, base: Calendar, direction: int, context: Context) -> bool:
    here, there = bounds(base, context.seasons), bounds(found, context.seasons)
    return there[0] > here[0] if direction > 0 else there[1] < here[1]


def _weekday_from(weekday: int, base: Calendar, direction: int, tense: int = 0) -> Calendar | None:
    """`direction` weekdays of that name later (earlier when negative); 0 is the one of the same week."""
    if base.year < 1 or base.grain not in ("day", "week"):
        return None
    if base.grain == "week":
        return Calendar("day", *as_day(date.fromisocalendar(base.year, base.index, weekday)))
    here = date(base.year, base.index, base.day).isoweekday()
    if direction < 0:
        return shift(base, -((here - weekday) % 7 or 7) + 7 * (direction + 1))
    if direction > 0:
        return shift(base, ((weekday - here) % 7 or 7) + 7 * (direction - 1))
    same = shift(base, weekday - here)
    return shift(base, weekday - here + 7) if tense > 0 and weekday < here else same


def _weekday(meaning: Meaning, context: Context) -> Value | None:
    """A bare weekday: the nearest one before the document's day, or after it in a clause that tells what is to come."""
    base, place = (context.written, None)
    if context.narrative or base is None or base.grain != "day":
        found = context.before("month" if meaning.day is not None else "day")
        if found is not None:
            place, base = found
        if base is not None and base.grain != "day":
            base = coarsen(base, "month", context.seasons) if meaning.day is not None else None
        if base is None:
            return Value(meaning, None)
    assert meaning.weekday is not None
    if meaning.day is not None:
        return _weekday_and_day(meaning, base, place, context)
    here = date(base.year, base.index, base.day).isoweekday() if base.year > 0 else 0
    if here == meaning.weekday:
        return Value(meaning, base, "relative", place)
    return Value(meaning, _weekday_from(meaning.weekday, base, 1 if context.tense > 0 else -1), "relative", place)


def _weekday_and_day(meaning: Meaning, base: Calendar, place: Place | None, context: Context) -> Value | None:
    """« lundi 12 »: the nearest 12th that is a Monday."""
    assert meaning.day is not None
    steps = sorted(range(-6, 7), key=lambda count: (abs(count), -count * (context.tense or 1)))
    around = [shift(Calendar("month", base.year, base.index), count) for count in steps]
    for month in around:
        value = Calendar("day", month.year, month.index, meaning.day) if month else None
        if value and valid(value) and date(value.year, value.index, value.day).isoweekday() == meaning.weekday:
            return Value(replace(meaning, index=value.index), value, "relative", place)
    return None


def _bare_day(meaning: Meaning, context: Context) -> Value | None:
    """« Le 12 » after « les 5 et 6 février »: a day of the month that was just spoken of, later than that day."""
    found = context.before("month")
    if found is None and meaning.ahead:
        return _day_near(meaning, context)
    if found is None or meaning.day is None:
        return None
    place, value = found
    month = Calendar("month", value.year, value.index)
    result = Calendar("day", month.year, month.index, meaning.day)
    return Value(meaning, result, "relative", place) if valid(result) else None


def _day_near(meaning: Meaning, context: Context) -> Value | None:
    """On the 18th, where no month has been told: the nearest one to the document's day, by the tense of the clause."""
    written = context.written
    if context.narrative or written is None or written.grain != "day":
        return None
    months = [shift(Calendar("month", written.year, written.index), turn) for turn in (0, 1, -1)]
    days = [Calendar("day", one.year, one.index, meaning.day or 0) for one in months if one]
    ahead = [day for day in days if valid(day) and context.tense * (ordinal(day) - ordinal(written)) >= 0]
    here = _middle(written, context)
    nearest = min(ahead, key=lambda day: abs(_middle(day, context) - here), default=None)
    return Value(meaning, nearest, "relative") if nearest else None


def _without_year(meaning: Meaning, context: Context) -> Value | None:
    """A day, month or season without a year: the story's in a narrative, else the nearest to the document's date."""
    assert meaning.index is not None
    if context.recurring:
        return Value(meaning, None)
    if context.narrative and context.here in context.years:
        year, place = context.years[context.here]
        return Value(meaning, Calendar(meaning.grain, year, meaning.index, meaning.day or 0), "relative", place)
    if context.narrative and context.history:
        place, last = context.history[-1]
        return Value(meaning, _nearest(meaning, last, context), "relative", place)
    beside = _within_last(meaning, context)
    if beside is not None:
        return beside
    if context.written is None:
        return Value(meaning, None)
    opening = context.history[-1] if context.history and context.history[-1][0] == context.opening else None
    if opening is not None and opening[1].grain == meaning.grain:
        return Value(meaning, _next_from(meaning, opening[1]), "relative", opening[0])
    return Value(meaning, _nearest(meaning, context.written, context), "relative")


def _within_last(meaning: Meaning, context: Context) -> Value | None:
    """Six months later, on November 22; last year: in January: a part of what was told right before it."""
    place, whole = context.history[-1] if context.history else ((0, 0), None)
    if whole is None or not 0 <= context.place - place[1] <= BESIDE or place[0] < context.sentence:
        return None
    (first, last), year = bounds(whole, context.seasons), whole.year
    found = Calendar(meaning.grain, year, meaning.index or 0, meaning.day or 0)
    if GRAINS.index(meaning.grain) >= GRAINS.index(whole.grain) or not valid(found):
        return None
    start, end = bounds(found, context.seasons)
    return Value(meaning, found, "relative", place) if first <= start and end <= last else None


def _feast(meaning: Meaning, context: Context) -> Value | None:
    """A movable feast of the year told, else the nearest one to where the text stands."""
    if meaning.year is not None:
        found = feast_day(meaning.feast, meaning.year)
        return Value(meaning, found) if found else None
    place, base = context.history[-1] if context.narrative and context.history else (None, context.written)
    if base is None or base.year < 1:
        return Value(meaning, None)
    around = [feast_day(meaning.feast, base.year + turn) for turn in (0, 1, -1)]
    here = _middle(base, context)
    real = [day for day in around if day is not None]
    found = min(real, key=lambda day: _distance("day", _middle(day, context) - here, context), default=None)
    return Value(meaning, found, "relative", place)


def _feast_from(meaning: Meaning, base: Calendar, context: Context) -> Calendar | None:
    """Last Thanksgiving: the feast before or after a day; that of the year itself for this one."""
    around = [day for turn in (-1, 0, 1) if (day := feast_day(meaning.feast, base.year + turn)) is not None]
    if meaning.count == 0:
        return feast_day(meaning.feast, base.year)
    beyond = [day for day in around if _beyond(day, base, meaning.count, context)]
    return beyond[0 if meaning.count > 0 else -1] if beyond else None


def _next_from(meaning: Meaning, start: Calendar) -> Calendar:
    """The first day, month or season of that name from another on: the end of a range."""
    same = Calendar(meaning.grain, start.year, meaning.index or 0, meaning.day or 0)
    return same if (same.index, same.day) >= (start.index, start.day) else replace(same, year=start.year + 1)


def _nearest(meaning: Meaning, base: Calendar, context: Context) -> Calendar | None:
    """The day, month or season of that name nearest to `base`, on the side that the tense of the clause speaks of."""
    year = bounds(base, context.seasons)[0][0]
    turns = (0, 1, -1) if meaning.weekday is None else sorted(range(-NEAR_YEARS, NEAR_YEARS + 1), key=abs)
    around = [Calendar(meaning.grain, year + turn, meaning.index or 0, meaning.day or 0) for turn in turns]
    real = agreeing([value for value in around if valid(value)], meaning.weekday)
    if base.grain in ("year", "decade", "century") or not real:
        return real[0] if real else None
    here = _middle(base, context)
    return min(real, key=lambda value: _distance(value.grain, _middle(value, context) - here, context))


def agreeing(values: list[Calendar], weekday: int | None) -> list[Calendar]:
    """Of some days those that fall on the weekday that is told; all where none does."""
    if weekday is None:
        return values
    right = [
        one for one in values if 1 <= one.year <= 9999 and date(one.year, one.index, one.day).isoweekday() == weekday
    ]
    return right or values


def _middle(value: Calendar, context: Context) -> float:
    first, last = bounds(value, context.seasons)
    return sum(day[0] * 365.25 + day[1] * 30.4 + day[2] for day in (first, last)) / 2


def _distance(grain: str, days: float, context: Context) -> float:
    """How far a reading is, the side that the tense speaks against counted for more (results of a quarter are told of
    in any tense)."""
    against = (context.tense > 0 and days < -FAR) or (context.tense < 0 and days > FAR)
    return abs(days) * ((AGAINST_QUARTER if grain in ("quarter", "half") else AGAINST) if against else 1)


def note_recurrence(context: Context, meaning: Meaning) -> None:
    """After every year, each summer, usually: the rest of the sentence tells of no particular year."""
    if meaning.kind == "set" and (
        (meaning.value.startswith("XXXX-") and "W" not in meaning.value) or meaning.value in YEARLY
    ):
        context.yearly = context.sentence


def remember(context: Context, place: Place, value: Value) -> None:
    """Let later expressions count from this one."""
    if value.calendar is None:
        return
    context.history.append((place, value.calendar))
    if value.meaning.base == "then" and value.meaning.count < 0:
        context.asides.add(place)
    counted = value.meaning.count < 0 or (value.meaning.base == "topic" and value.meaning.year is not None)
    if counted and value.calendar.grain in ("quarter", "half"):
        context.compared.add(place)
