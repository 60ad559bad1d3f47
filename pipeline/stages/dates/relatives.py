"""Operations that count from the document, from an expression before, or from one inside. They know no language."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.captured import CALENDAR_UNITS, amount, inner_of, values
from pipeline.stages.dates.grammar import FIRST, Capture, Piece, Setting
from pipeline.stages.dates.lengths import duration
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.points import date


def ago(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Five years ago, « il y a cinq ans », eight months earlier, « cinq mois plus tard »."""
    at = values(captures)
    base, sign = at["ago"].value[:-1], 1 if at["ago"].value.endswith("+") else -1
    length: Meaning = at["span"].value if "span" in at else duration(amount(at), at["unit"].value)
    counted = _whole(length)
    if counted is None:
        vague = length.number is None
        return Meaning(kind="ref", value="FUTURE_REF" if sign > 0 else "PAST_REF", base=base) if vague else None
    unit, number = counted
    about = "APPROX" if length.mod or ("compare" in at and at["compare"].value == "APPROX") else None
    mod = about or (at["compare"].value if "compare" in at else None)
    return Meaning(kind="point", grain=unit, base=base, count=sign * number, unit=unit, mod=mod, number=float(number))


def ahead(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """In two weeks: a length, or a point where the clause tells what is to come."""
    capture = captures[-1]
    length: Meaning = capture.value
    if length.base is not None or length.number is None or _whole(length) is None:
        return None
    return [(capture.item.start, capture.item.end, replace(length, ahead=True))]


def ago_closed(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """Three years before, « deux ans après, … »: only where nothing follows that they could stand before."""
    made = ago(captures, setting)
    return None if made is None else [(captures[0].item.start, values(captures)["ago"].item.end, made)]


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
    at_item = at["point" if "point" in at else "ref"]
    inner = at_item.value
    if inner.kind == "ref":
        inner = Meaning(kind="point", grain="day", base="now", unit="day")
    counted = _whole(length)
    if counted is None or (inner.year is not None and at["side"].value == ">"):
        return None
    sign = -1 if at["side"].value == "-" else 1
    place = (at_item.item.start, at_item.item.end)
    return Meaning(
        kind="point",
        grain=counted[0],
        base="at",
        anchor=inner,
        anchor_at=place,
        count=sign * counted[1],
        unit=counted[0],
        number=float(counted[1]),
    )


def turn(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Last year, next March, « mardi dernier », the following day, « cette année »: a neighbour by name."""
    at = values(captures)
    base, count = turned(at["turn"].value)
    if "unit" in at:
        unit = at["unit"].value
        if unit not in CALENDAR_UNITS:
            return None
        return Meaning(kind="point", grain=unit, base=base, count=count, unit=unit, told=base == "now" and not count)
    inner = inner_of(captures) or date(
        [capture for capture in captures if capture.kind in ("month", "season")], setting
    )
    if inner is None or inner.year is not None or inner.base is not None:
        return None
    return replace(inner, base=base, count=count, day=inner.day if inner.index else None)


def topic(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The latest quarter, the year-ago period: the quarter that the text is about, or that of the year before."""
    return Meaning(kind="point", grain="quarter", base="topic", unit="quarter", count=int(captures[0].value))


def topic_year(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The 1988 period: the quarter that the text is about, in that year."""
    year = inner_of(captures)
    if year is None or year.year is None:
        return None
    return Meaning(kind="point", grain="quarter", base="topic", unit="quarter", year=year.year)


def topic_told(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The quarter: only where one has been named."""
    return replace(topic(captures, setting) or Meaning(kind="ref"), told=True)


def topic_led(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """The quarter ended Sept. 30: without the word that shows it to be a period of accounts."""
    made = topic(captures, setting)
    return [(captures[0].item.start, captures[0].item.end, made)] if made else None


def here_led(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """For the year: the one where the text stands."""
    article, unit = captures
    if unit.value not in ("year", "week"):
        return None
    made = Meaning(kind="point", grain=unit.value, base="here", unit=unit.value)
    return [(article.item.start, unit.item.end, made)]


def year_led(captures: list[Capture], setting: Setting) -> list[Piece] | None:
    """The year ended 30 June: a length of one."""
    unit = captures[-1]
    return [(FIRST, unit.item.end, duration(1, unit.value))] if unit.value in ("year", "week", "month") else None


def beside(captures: list[Capture], setting: Setting) -> Meaning | None:
    """The day after Christmas, « le lendemain du 13 février »: one unit from the expression inside."""
    at = values(captures)
    inner = at["point"]
    if "deictic" in at:
        where, unit, *_ = at["deictic"].value.split()
        count = int(where.removeprefix("then").removeprefix("now"))
    else:
        unit, count = at["unit"].value, -1 if at["side"].value == "-" else 1
    if unit not in CALENDAR_UNITS or unit == "weekend" or not count:
        return None
    return Meaning(
        kind="point", grain=unit, base="at", unit=unit, count=count, anchor=inner.value,
        anchor_at=(inner.item.start, inner.item.end),
    )  # fmt: skip


def weekdays_away(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Three Fridays from now, two Thursdays ago."""
    at = values(captures)
    word, number = str(at["ago"].value), float(at["number"].value)
    if number != int(number) or not 0 < number < 100:
        return None
    count = int(number) * (1 if word.endswith("+") else -1)
    return Meaning(kind="point", grain="day", weekday=at["weekday"].value, base=word[:-1], count=count)


def turned(word: str) -> tuple[str, int]:
    """`then+1` as what it counts from and how far."""
    base = word.rstrip("+-0123456789")
    return base, int(word.removeprefix(base))


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


def reference_some(captures: list[Capture], setting: Setting) -> Meaning | None:
    """One day: some time to come, or a day's length where nothing is to come."""
    return Meaning(kind="ref", value=captures[0].value, base="now", ahead=True)


def reference_told(captures: list[Capture], setting: Setting) -> Meaning | None:
    """Former, this period: only in a narrative."""
    return Meaning(kind="ref", value=captures[0].value, base="then", told=True)


def reference_bare(captures: list[Capture], setting: Setting) -> list[Piece]:
    """At that time, « à cette époque »: the reference without the preposition that shows it to be one."""
    item = captures[-1].item
    return [(item.start, item.end, Meaning(kind="ref", value=captures[-1].value, base="then"))]
