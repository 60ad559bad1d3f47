"""The suite of Facebook's Duckling: from its JSON to cases. A text is one expression, its expected value one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bench.evaluate.gold import Json
from bench.evaluate.peers.cases import Case, Loose, Side, Wanted
from bench.evaluate.peers.stretches import DAY, Stretch, month_end

SUITE = "duckling"
TIME = re.compile(r"\((-?\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
EXPECTED = re.compile(
    r"datetime(Interval|OpenInterval|Holiday)?(?: (After|Before))? [^A-Z]*(Day|Week|Month|Quarter|Year)\b"
)
MONTHS = {"Month": 1, "Quarter": 3, "Year": 12}
SIDES: dict[str, Side] = {"After": "from", "Before": "to"}


def cases(records: list[Json], words: dict[str, dict[str, str]]) -> Iterator[Case]:
    """All cases, in the order of the file."""
    for number, record in enumerate(records, 1):
        found = wanted(record["expected"], record["text"], words[record["lang"]])
        yield Case(
            suite=SUITE, number=number, language=record["lang"], text=record["text"], written=record["ref"][:10],
            peer=record["expected"], wanted=(found,) if found else (),
        )  # fmt: skip


def wanted(expected: str, text: str, words: dict[str, str]) -> Wanted | None:
    """The whole text as one expression; None for what is finer than a day or out of our calendar."""
    found, times = EXPECTED.match(expected), [day(*map(int, one.groups())) for one in TIME.finditer(expected)]
    if found is None or not times:
        return None
    grain, first = found.group(3), times[0]
    if first is None:
        return Wanted(text=text, start=0, end=len(text), kind="name", value=era(expected))
    plain = Wanted(
        text=text, start=0, end=len(text), kind="stretch", value=expected, loose=loose(text, words),
        stretches=((first, unit_end(first, grain)),), unit=(first, unit_end(first, grain)),
    )  # fmt: skip
    if found.group(1) == "OpenInterval":
        return replace(plain, kind="open", side=SIDES[found.group(2)])
    if found.group(1) == "Interval" and len(times) > 1 and times[1]:
        return interval(replace(plain, unit=None), (first, times[1] - DAY), words)
    return plain


def interval(plain: Wanted, found: Stretch, words: dict[str, str]) -> Wanted:
    """A stretch, which may be a season or the beginning, middle or end of a unit."""
    mod = next((mod for mod in ("START", "MID", "END") if re.search(words[mod], plain.text, re.IGNORECASE)), None)
    season = re.search(words["season"], plain.text, re.IGNORECASE)
    return replace(plain, kind="part" if mod else "season" if season else "stretch", mod=mod, stretches=(found,))


def day(year: int, month: int, number: int, *_: int) -> date | None:
    """A day; the peer counts months and days from nought in some coarse values. None before the year 1."""
    return date(year, month or 1, number or 1) if year > 0 else None


def era(expected: str) -> str:
    """TIMEX3 of a year before Christ, which the peer gives as a negative one."""
    found = re.search(r"\(-(\d+),", expected)
    return f"BC{int(found.group(1)):04d}" if found else ""


def unit_end(first: date, grain: str) -> date:
    """The last day of the unit that begins with `first`."""
    if grain in MONTHS:
        return month_end(first, MONTHS[grain])
    return first + 6 * DAY if grain == "Week" else first


def loose(text: str, words: dict[str, str]) -> Loose:
    """What a phrase leaves open: it names no year and counts from nothing, and has no tense to tell the direction."""

    def has(word: str) -> bool:
        return re.search(words[word], text, re.IGNORECASE) is not None

    dated = re.search(r"\d", text) is not None
    if has("relative") or (has("month") and has("weekday") and dated):
        return ""  # a weekday with its date tells the year
    if has("month"):
        return "nth" if has("weekday") else "year"
    return "week" if has("weekday") and not dated else "month"
