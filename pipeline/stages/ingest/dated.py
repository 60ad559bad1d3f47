"""Dates in the head of a document: where one stands. What it means is for the dates room to say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.knowledge.ingest import IngestPack

YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; one that never matches where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


@lru_cache(maxsize=8)
def month_names(code: str) -> tuple[str, ...]:
    """The names of the months in a language, long and short, from CLDR."""
    from babel.dates import get_month_names

    names = {
        name.rstrip(".")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for name in get_month_names(width, context, locale=code).values()
    }
    return tuple(sorted(names))


@lru_cache(maxsize=8)
def weekday_names(code: str) -> tuple[str, ...]:
    """The names of the days in a language, from CLDR."""
    from babel.dates import get_day_names

    return tuple(sorted(set(get_day_names("wide", locale=code).values())))


def date_pattern(code: str, pack: IngestPack, year: bool = True) -> str:
    """A pattern (case ignored) for a date with a month, a season or digits; `year`: only with a year."""
    month = rf"(?:{one_of(month_names(code))})\b\.?"
    months = rf"{month}(?:\s?[-–/]\s?{month})?"
    day = rf"{DAY}(?:{one_of(pack.ordinals)})?"
    season = rf"(?:{one_of(pack.seasons)})"
    tail = rf",?\s+{YEAR}" if year else rf"(?:,?\s+{YEAR})?"
    spoken = rf"(?:{day}\s+{months}{tail}|{months}\s+{day}{tail})"
    if not year:
        return spoken
    digits = rf"{YEAR}-\d\d(?:-\d\d)?|{DAY}[./]\d{{1,2}}[./]{YEAR}"
    return rf"(?:{spoken}|{months},?\s+{YEAR}|{season}\s+{YEAR}|{digits})"
