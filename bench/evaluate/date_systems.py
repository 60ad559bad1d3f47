"""What others find: recorded answers of HeidelTime and SUTime, dateparser and Microsoft Recognizers live.

Each live system is a function from a text, its language and its date to records like those of `expressions`. What it
leaves to its user (a value from an instant, a choice between two years) is decided in its favour where one rule can be.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.evaluate.gold import Json, json_lines
from bench.evaluate.timex import MODS

Live = Callable[[str, str, str], list[Json]]

LINE = re.compile(r"[^\n]+")
CULTURES = {"fr": "French", "en": "English"}
TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}  # all others are times
DECADE = re.compile(r"\((\d{3})0-01-01,\d{4}-01-01,P10Y\)")


def recorded(path: Path) -> dict[str, list[Json]]:
    """The recorded expressions by document."""
    return {one["doc"]: sorted(one["timex"], key=lambda found: found["start"]) for one in json_lines(path)}


def by_line(text: str, ask: Callable[[str], Iterator[Json]]) -> list[Json]:
    """Ask line by line: both systems take time or lose their way on long texts."""
    return [
        one | {"start": start + line.start(), "end": end + line.start(), "text": line[0][start:end]}
        for line in LINE.finditer(text)
        for one in ask(line[0])
        for start, end in [(one["start"], one["end"])]
    ]


def dateparser_live(text: str, language: str, written: str) -> list[Json]:
    """dateparser's `search_dates`."""
    now = datetime.fromisoformat(written)
    return by_line(text, lambda line: searched(line, language, now))


def searched(line: str, language: str, now: datetime) -> Iterator[Json]:
    """It tells neither offsets nor how precise it is: look the words up in order; ask twice, for the first and the last
    day that the words may mean."""
    firsts = instants(line, language, now, "first")
    lasts = dict(instants(line, language, now, "last")) if firsts else {}
    place = 0
    for words, when in firsts:
        start = line.find(words, place)
        if start >= 0:
            place = start + len(words)
            kind, value = common(when, lasts.get(words, when), now)
            yield {"start": start, "end": place, "type": kind, "value": value, "mod": None}


def instants(line: str, language: str, now: datetime, end: str) -> list[tuple[str, datetime]]:
    """dateparser's pairs of words and instant."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": now, "PREFER_DAY_OF_MONTH": end, "PREFER_MONTH_OF_YEAR": end}
    return search_dates(line, languages=[language], settings=settings) or []


def common(first: datetime, last: datetime, now: datetime) -> tuple[str, str]:
    """Type and value of what two instants have in common."""
    if first.year != last.year or first.month != last.month:
        return "DATE", f"{first:%Y}"
    if first.day != last.day:
        return "DATE", f"{first:%Y-%m}"
    if first.time() in (now.time(), datetime.min.time()):
        return "DATE", f"{first:%Y-%m-%d}"
    return "TIME", f"{first:%Y-%m-%dT%H:%M}"


def recognizers_live() -> Live | None:
    """Microsoft Recognizers-Text; None where it is not installed, or not with the old `emoji` that it needs."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its own regular expressions
            module: Any = importlib.import_module("recognizers_date_time")
    except ImportError:
        return None

    def live(text: str, language: str, written: str) -> list[Json]:
        now = datetime.fromisoformat(written)
        culture = getattr(module.Culture, CULTURES[language])

        def recognized(line: str) -> Iterator[Json]:
            for one in module.recognize_datetime(line, culture, reference=now):
                values = (one.resolution or {}).get("values") or [{}]
                kind = TYPES.get(one.type_name.partition(".")[2], "TIME")
                first = {name: text or "" for name, text in values[0].items()}
                yield {"start": one.start, "end": one.end + 1, "type": kind} | meant(first, now)

        return by_line(text, recognized)

    return live


def meant(first: dict[str, str], now: datetime) -> Json:
    """Value, mod and interval of the first of its readings, which looks back: the texts tell of what was."""
    mod = first.get("Mod", "").upper()
    return {"value": timex_of(first, now), "mod": mod if mod in MODS else None, "interval": stretch(first)}


def timex_of(value: dict[str, str], now: datetime) -> str | None:
    """A TIMEX3 value out of its own: decades are written as decades, hours with minutes, open years are filled in."""
    timex = value.get("timex", "")
    if found := DECADE.fullmatch(timex):
        return f"{found[1]}X"
    if timex.startswith("XXXX"):
        near = value.get("value") or value.get("start") or ""
        timex = near[:7] if re.fullmatch(r"XXXX-\d\d", timex) else near.replace(" ", "T")[:16]
    if re.fullmatch(r"T\d\d(:.*)?", timex):
        timex = f"{now:%Y-%m-%d}{timex}"
    return f"{timex}:00" if re.search(r"T\d\d$", timex) else timex or None


def stretch(value: dict[str, str]) -> tuple[str, str] | None:
    """Its range of days, whose end is exclusive."""
    try:
        first, after = (date.fromisoformat(value[name][:10]) for name in ("start", "end"))
    except (KeyError, ValueError):
        return None
    return first.isoformat(), max(first, after - timedelta(1)).isoformat()
