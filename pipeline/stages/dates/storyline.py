"""The years of a narrative: each day, month or season without a year takes the one that keeps the story shortest.

A path over all points of a text (Viterbi 1967): the stated ones are fixed, the others have the years around them to
choose from. Going on costs the days between, going back costs more, no leap costs more than LEAP, so that a flashback
is left as cheaply as it was entered, and returning to the point before the last one is nearly as cheap as staying.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dates.calendar import Calendar, bounds, valid
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.resolve import agreeing

Place = tuple[int, int]
# First and last day, counted from the beginning of the era.
Stretch = tuple[float, float]
BACK = 1.7
LEAP = 900.0
RETURN = 150.0
BEAM = 16
TOGETHER = 2.0
WINDOW = 6
GRAINS_TOLD = ("day", "month", "season", "quarter", "half", "year")
STATED = 0.5
CROSS = 120.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the story: where it stands, where its sentence begins, what it may be.

    `stated`: its year is in the text. `after`: how many years after the point before it is (« l'année suivante »: 1).
    """

    place: Place
    sentence: int
    readings: tuple[Calendar, ...]
    stretches: tuple[Stretch, ...]
    stated: bool = False
    after: int | None = None


def belongs(meaning: Meaning) -> bool:
    """Is this a point of a story: a stretch of the calendar with or without its year, or so many years later?"""
    if meaning.kind != "point" or meaning.grain not in GRAINS_TOLD:
        return False
    if meaning.base is not None:
        return _later(meaning) is not None
    return meaning.index is not None or meaning.grain == "year"


def _later(meaning: Meaning) -> int | None:
    """How many years after what was told: the following year, « avril de l'année suivante »; None: it tells none."""
    year = meaning.anchor if meaning.base == "at" else meaning
    counted = year is not None and year.base == "then" and year.unit == year.grain == "year"
    return year.count if year is not None and counted else None


def points_of(told: Sequence[tuple[Place, int, Meaning]], seasons: dict[str, tuple[int, int]]) -> list[Point]:
    """The points with their readings: the year that is stated, else those stated near, and the years beside them."""
    stated = [(number, meaning.year) for number, (_, _, meaning) in enumerate(told) if meaning.year is not None]
    made: list[Point] = []
    counts: list[int] = []
    for number, (place, sentence, meaning) in enumerate(told):
        after = _later(meaning) if meaning.base else None
        if after is not None and after < 0 and not _tells_on(told, number):
            continue
        years = [meaning.year] if meaning.year is not None else _around(stated, number, [after or 0, *counts])
        counts = [after] if after is not None else counts if meaning.year is None else []
        around = [Calendar(meaning.grain, year, meaning.index or 0, meaning.day or 0) for year in years]
        readings = tuple(agreeing([value for value in around if valid(value)], meaning.weekday))
        stretches = tuple(_stretch(value, seasons) for value in readings)
        if readings:
            made.append(Point(place, sentence, readings, stretches, meaning.year is not None, after))
    return made


def _tells_on(told: Sequence[tuple[Place, int, Meaning]], number: int) -> bool:
    """A look back (ten years earlier) is a point of the story where its sentence goes on from it (in September)."""
    following = told[number + 1] if number + 1 < len(told) else None
    return following is not None and following[1] == told[number][1] and following[2].year is None


def _around(stated: list[tuple[int, int]], number: int, counts: list[int]) -> list[int]:
    """The years of the nearest stated points on both sides, with their neighbours and what is `counts` from them."""
    here = bisect_left(stated, (number,))
    before, after = stated[max(0, here - WINDOW // 2) : here], stated[here : here + WINDOW // 2]
    near = dict.fromkeys(year for _, year in [*reversed(before), *after])
    steps = (1, -1, *counts, *(count + 1 for count in counts))
    return list(dict.fromkeys([*near, *(year + step for year in near for step in steps)]))


def _stretch(value: Calendar, seasons: dict[str, tuple[int, int]]) -> Stretch:
    first, last = (day[0] * 365.25 + day[1] * 30.44 + day[2] for day in bounds(value, seasons))
    return first, last


def _leap(one: Stretch, other: Stretch) -> float:
    """The cost of going from one stretch to another: none where they overlap; more out of a year told as a whole."""
    ahead, behind = other[0] - one[1], one[0] - other[1]
    out = CROSS if max(ahead, behind) > 0 and one[1] - one[0] > 300 else 0.0
    return min(LEAP, out + (ahead if ahead > 0 else BACK * behind if behind > 0 else 0.0))


@dataclass(frozen=True, slots=True)
class Step:
    """The cheapest way to a pair of readings, of the point before and of this one, and the step before it."""

    cost: float
    before: int
    now: int
    last: Step | None


def years_of(points: Sequence[Point]) -> dict[Place, tuple[int, Place]]:
    """The year of each point on the cheapest path, and the stated point that it has it from."""
    if not any(point.stated for point in points):
        return {}
    steps = [Step(0.0, -1, now, None) for now in range(len(points[0].readings))]
    for number in range(1, len(points)):
        steps = _onward(steps, points, number)
    step: Step | None = min(steps, key=lambda one: one.cost)
    years: list[int] = []
    for point in reversed(points):
        assert step is not None
        years.append(point.readings[step.now].year)
        step = step.last
    return _with_sources(points, years[::-1])


def _with_sources(points: Sequence[Point], years: list[int]) -> dict[Place, tuple[int, Place]]:
    """Each year with the nearest stated point of that year: the last one before, else the next, else the last one."""
    ahead: dict[int, Place] = {}
    following: list[Place | None] = []
    for point, year in zip(reversed(points), reversed(years), strict=True):
        following.append(ahead.get(year))
        if point.stated:
            ahead[year] = point.place
    behind: dict[int, Place] = {}
    last = next(point.place for point in points if point.stated)
    found: dict[Place, tuple[int, Place]] = {}
    for point, year, after in zip(points, years, reversed(following), strict=True):
        found[point.place] = (year, behind.get(year) or after or last)
        if point.stated:
            behind[year] = last = point.place
    return found


def _onward(steps: list[Step], points: Sequence[Point], number: int) -> list[Step]:
    """The BEAM cheapest steps to the point of that number."""
    here, last = points[number], points[number - 1]
    weight = (TOGETHER if here.sentence == last.sentence else 1.0) * (STATED if here.stated else 1.0)
    found: dict[tuple[int, int], Step] = {}
    for step in steps:
        for following, stretch in enumerate(here.stretches):
            leap = _leap(last.stretches[step.now], stretch)
            if here.after is not None:
                leap = LEAP * (here.readings[following].year != last.readings[step.now].year + here.after)
            elif step.before >= 0:
                leap = min(leap, RETURN + _leap(points[number - 2].stretches[step.before], stretch))
            cost = step.cost + weight * leap
            known = found.get((step.now, following))
            if known is None or cost < known.cost:
                found[step.now, following] = Step(cost, step.now, following, step)
    return sorted(found.values(), key=lambda one: one.cost)[:BEAM]
