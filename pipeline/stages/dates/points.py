"""Operations that make points of the calendar out of days, months and years. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import values
from pipeline.stages.dates.grammar import FIRST, LAST, Capture, Piece, Setting
from pipeline.stages.dates.meaning import Meaning


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
    year_at = next((at[kind] for kind in ("yyyy", "year", "yyy", "yy", "short", "number") if kind in at), None)
    if year_at is not None and year_at.kind == "number" and not 100 <= year_at.value < 2200:
        return None
    early = year_at is not None and year_at.kind in ("yy", "yyy", "short")
    year = None if year_at is None else int(year_at.value) if early else long_year(year_at)
    day = at["day"].value if "day" in at else at["ordinal"].value if "ordinal" in at else None
    weekday = at["weekday"].value if "weekday" in at else None
    if "feast" in at:
        return Meaning(kind="point", grain="day", year=year, feast=str(at["feast"].value))
    if "holiday" in at:
        month, feast = (int(part) for part in at["holiday"].value.split("-"))
        return _month_day(year, month, feast, None)
    if "month" in at:
        made = _month_day(year, at["month"].value, day, weekday)
        return replace(made, early=early) if made and early else made
    if "season" in at:
        return Meaning(kind="point", grain="season", year=year, index=at["season"].value, early=early)
    if weekday is not None:
        return Meaning(kind="point", grain="day", weekday=weekday, day=day)
    if day is not None:
        return Meaning(kind="point", grain="day", day=day)
    short = year_at is not None and year_at.kind == "short"
    return Meaning(kind="point", grain="year", year=year, early=short, short=short) if year is not None else None


def _month_day(year: int | None, month: int, day: int | None, weekday: int | None) -> Meaning | None:
    if day is None:
        return Meaning(kind="point", grain="month", year=year, index=month)
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest:
        return None
    return Meaning(kind="point", grain="day", year=year, index=month, day=day, weekday=weekday)


def numeric(captures: list[Capture], setting: Setting) -> Meaning | None:
    """2015-02-12, 12/02/2015, 12.02.2015 in the order of the language; the other order where that one cannot be."""
    first, second, third = (int(part) for part in values(captures)["fulldate"].value)
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


def year_month(captures: list[Capture], setting: Setting) -> Meaning | None:
    """2015-03, 12-2015, 2/2013: a year and the number of a month, with nothing between but their mark."""
    if not all(capture.item.glued for capture in captures[1:]):
        return None
    numbers = {capture.kind: capture.value for capture in captures if capture.kind != "dash"}
    month = numbers["number"]
    if month != int(month) or not 1 <= month <= 12:
        return None
    year = numbers["year"] if "year" in numbers else numbers["yyyy"]
    return Meaning(kind="point", grain="month", year=int(year), index=int(month))


def on_day(captures: list[Capture], setting: Setting) -> list[Piece]:
    """On the 18th, « le 16 »: a date even where no month has been told."""
    article, day = captures
    return [(article.item.start, day.item.end, Meaning(kind="point", grain="day", day=day.value, ahead=True))]


def days(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """« les 5 et 6 février 2015 », 5–8 April, April 2 and 3, 1997: a piece for each day."""
    shared = date([capture for capture in captures if capture.kind not in ("day", "weekday")], setting)
    marks = [number for number, capture in enumerate(captures) if capture.kind == "day"]
    if shared is None or shared.index is None:
        return None
    made: list[Piece] = []
    for turn, number in enumerate(marks):
        meaning = _month_day(shared.year, shared.index, captures[number].value, None)
        if meaning is None:
            return None
        last = turn == len(marks) - 1
        end = captures[-1].item.end if last else captures[number].item.end
        named = number - 1 if captures[number - 1].kind == "weekday" else number
        made.append((captures[named].item.start if turn else FIRST, end, meaning))
    return made


def months(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """April and May 1996, « de novembre à février 2017 » (the first of 2016): a piece for each, the year shared."""
    year = next((long_year(c) for c in captures if c.kind in ("yyyy", "year", "yy", "short")), None)
    parts = [capture for capture in captures if capture.kind in ("month", "season")]
    made: list[Piece] = []
    for capture in parts:
        before = capture.kind == parts[-1].kind and capture.value > parts[-1].value
        meaning = Meaning(
            kind="point", grain=capture.kind, year=year - before if year is not None else None, index=capture.value
        )
        end = captures[-1].item.end if capture is parts[-1] else capture.item.end
        made.append((capture.item.start, end, meaning))
    return made


def years(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """1996–97, the years 1955 to 1957: two pieces that run forward; no « années 1950 et 1960 »."""
    first, second = (capture for capture in captures if capture.kind in ("year", "yyyy", "yy", "short"))
    start = int(first.value)
    end = long_year(second, start)
    decades_told = not start % 10 and not end % 10 and all(capture.kind != "dash" for capture in captures)
    if decades_told or not start < end < start + 400:
        return None
    return [
        (FIRST, first.item.end, Meaning(kind="point", grain="year", year=start)),
        (second.item.start, second.item.end, Meaning(kind="point", grain="year", year=end)),
    ]


def decade(captures: list[Capture], setting: Setting) -> Meaning | None:
    """1990s, « années 60 », the nineties."""
    at = captures[-1]
    year = int(at.value)
    if year % 10:
        return None
    return Meaning(kind="point", grain="decade", year=year if year > 99 else 1900 + year, early=year < 100)


def decades(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """« les années 1950 et 1960 »: two pieces, the word for the decade shared."""
    one, other = (capture for capture in captures if capture.kind != "dash")
    first, second = decade([one], setting), decade([other], setting)
    if first is None or second is None:
        return None
    return [(FIRST, one.item.end, first), (other.item.start, other.item.end, second)]


def winter(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The winter of 1989–90, « l'hiver 1989-1990 »: the season that begins in the first of the two years."""
    season, first, second = (capture for capture in captures if capture.kind != "dash")
    if long_year(second, int(first.value)) != int(first.value) + 1:
        return None
    return Meaning(kind="point", grain="season", year=int(first.value), index=season.value)


def century(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The 19th century, « XIXe siècle »; before our era with an era word."""
    at = values(captures)
    number = int((at.get("ordinal") or at["roman"]).value)
    if not 1 <= number <= 30:
        return None
    return Meaning(kind="point", grain="century", year=-number * 100 + 1 if "before_era" in at else (number - 1) * 100)


def centuries(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """The 18th and 19th centuries, « du XIIe au XVIIe siècle »: two pieces, the word shared."""
    one, other = (capture for capture in captures if capture.kind != "dash")
    first, second = century([one], setting), century([other], setting)
    if first is None or second is None:
        return None
    return [(FIRST, one.item.end, first), (other.item.start, LAST, second)]


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


def winter_before(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The winter of 480–479 BC: the season that begins in the first of the two years."""
    numbers = [int(capture.value) for capture in captures if capture.kind == "number"]
    if numbers[0] != numbers[1] + 1:
        return None
    return Meaning(kind="point", grain="season", year=1 - numbers[0], index=captures[0].value)


def ancient(captures: list[Capture], setting: Setting) -> Meaning | None:
    """« En 843 », in 62: a number that is a year only in a text about such years."""
    year = captures[0]
    return Meaning(kind="point", grain="year", year=int(year.value), early=True, recent="recent" in year.item.kinds)


def eras(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """499–493 BC, 496 and 495 BC: two pieces, the era shared."""
    numbers = [capture for capture in captures if capture.kind == "number"]
    last = era([capture for capture in captures if capture is not numbers[0]], setting)
    first = era([numbers[0], *(capture for capture in captures if capture.kind == "before_era")], setting)
    if first is None or last is None:
        return None
    return [(numbers[0].item.start, numbers[0].item.end, first), (numbers[1].item.start, captures[-1].item.end, last)]
