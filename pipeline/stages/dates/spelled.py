"""Explicit dates that no template of the pack reads: their shape is found here, dateparser says what they mean.

dateparser knows the months of some two hundred locales but is no detector: it is only asked about spans with a written
month and a four-digit year, in the document's own language, and its answer must have exactly the parts of the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Document, Field, Span, Temporal
from pipeline.stages.dates.calendar import Calendar, iso, timex
from pipeline.stages.dates.render import edtf_of, interval
from pipeline.text import fold

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WORD = r"[^\W\d_]"
SHAPE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<day>\d{{1,2}})(?:\.|{WORD}{{1,3}})?\s(?:{WORD}{{1,3}}\s)?)?"
    rf"(?P<month>{WORD}{{3,}})\.?,?\s(?:(?P<late>\d{{1,2}})(?:{WORD}{{1,3}})?,\s)?(?:{WORD}{{1,3}}\s)?(?P<year>\d{{4}})(?![\w%])"
)


def spelled(document: Document, found: Sequence[Temporal], pack: DatesPack) -> Iterator[Temporal]:
    """The dates of `document` with a written month and a year that `found` does not hold, in text order."""
    taken = bytearray(len(document.text))
    for one in found:
        if one.span:
            taken[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    for match in SHAPE.finditer(document.text):
        value = None if any(taken[match.start() : match.end()]) else read(match, document.language)
        if value is not None:
            yield record(value, match.group(), Span(document.id, match.start(), match.end()), pack)


def spelled_head(head: Field, language: str, pack: DatesPack) -> Temporal | None:
    """The date in a document's head where it has that shape; None where it has not."""
    match = SHAPE.search(head.value)
    value = read(match, language) if match else None
    return record(value, head.value, head.span, pack, "document") if value else None


def read(match: re.Match[str], language: str) -> Calendar | None:
    """What dateparser makes of a span; None unless its word is a month and it finds the parts that the shape has."""
    if fold(match["month"]) not in month_names(language):
        return None
    import dateparser

    with_day = match["day"] or match["late"]
    parts = ["day", "month", "year"] if with_day else ["month", "year"]
    settings = {"REQUIRE_PARTS": parts, "PARSERS": ["absolute-time"]}
    parsed = dateparser.parse(match.group(), languages=[language], settings=settings)
    if parsed is None or parsed.year != int(match["year"]) or (with_day and parsed.day != int(with_day)):
        return None
    return Calendar("day" if with_day else "month", parsed.year, parsed.month, parsed.day if with_day else 0)


@lru_cache(maxsize=32)
def month_names(language: str) -> frozenset[str]:
    """The names of months that dateparser knows in a language, folded; none for a language that it does not know.

    Its parser takes a third of a second to get ready: who asks only about months never waits for it in vain.
    """
    from dateparser.data.languages_info import language_order

    if language not in language_order:
        return frozenset()
    info = import_module(f"dateparser.data.date_translation_data.{language}").info
    tables = [info, *info.get("locale_specific", {}).values()]
    return frozenset(fold(name).rstrip(".") for table in tables for month in MONTHS for name in table.get(month, ()))


def record(value: Calendar, text: str, span: Span | None, pack: DatesPack, layer: str = "timex") -> Temporal:
    """A stated date."""
    first, last = interval(value, None, pack)
    return Temporal(
        span=span,
        text=text,
        type="DATE",
        timex=timex(value),
        edtf=edtf_of(value, None, pack),
        earliest=iso(first),
        latest=iso(last),
        layer="document" if layer == "document" else "timex",
    )
