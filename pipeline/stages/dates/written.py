"""When a document was written: as its head states it, else between the latest past year and the first one to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Document, Field, Temporal
from pipeline.stages.dates.calendar import Calendar, iso, iso_year, timex, valid
from pipeline.stages.dates.lexing import Item
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.places import Places
from pipeline.stages.dates.render import edtf_of, interval
from pipeline.stages.dates.tense import tense_at


@dataclass(frozen=True, slots=True)
class Told:
    """A year, the words that say it, and the tense of their clause."""

    year: int
    words: str
    tense: int


def stated(head: Field, pack: DatesPack, read: Callable[[str], list[Item]]) -> Temporal | None:
    """The date in a document's head (or from corpus.toml); None where it is no date."""
    spelled = _iso_month(head)
    if spelled is not None:
        return spelled
    for item in read(head.value):
        meaning = item.kinds.get("point")
        if isinstance(meaning, Meaning) and meaning.year is not None and meaning.base is None:
            value = Calendar(meaning.grain, meaning.year, meaning.index or 0, meaning.day or 0)
            if valid(value):
                first, last = interval(value, meaning.mod, pack)
                return Temporal(
                    span=head.span, text=head.value, type="DATE", timex=timex(value), mod=meaning.mod,
                    edtf=edtf_of(value, meaning.mod, pack), earliest=iso(first), latest=iso(last), layer="document",
                )  # fmt: skip
    return None


def _iso_month(head: Field) -> Temporal | None:
    """2000-12, the one ISO spelling that running text does not use."""
    year, _, month = head.value.strip().partition("-")
    if not (len(year) == 4 and year.isdigit() and len(month) == 2 and month.isdigit()):
        return None
    value = Calendar("month", int(year), int(month))
    if not valid(value):
        return None
    first, last = interval(value, None, DatesPack())
    return Temporal(span=head.span, text=head.value, type="DATE", timex=timex(value), edtf=timex(value),
                    earliest=iso(first), latest=iso(last), layer="document")  # fmt: skip


def inferred(document: Document, blocks: list[list[Item]], pack: DatesPack, places: Places) -> Temporal | None:
    """Not before the latest year told as past, not after the first year still to come; None without a past year."""
    told = [found for block in blocks for item in block if (found := _told(document, item, pack, places))]
    to_come = {found.year for found in told if found.tense > 0}
    past = [found for found in told if found.tense < 0 and found.year not in to_come]
    if not past:
        return None
    latest = max(past, key=lambda found: found.year)
    later = [found for found in told if found.tense > 0 and found.year > latest.year]
    first = min(later, key=lambda found: found.year) if later else None
    end = max(first.year - 1, latest.year) if first else None
    reasons = [f"latest past year: {latest.words}"] + ([f"earliest year to come: {first.words}"] if first else [])
    start = iso_year(latest.year)
    edtf = f"{start}/{iso_year(end) if end is not None else '..'}"
    return Temporal(
        span=None, text="", type="DATE", timex=edtf, edtf=start if end == latest.year else edtf,
        earliest=f"{start}-01-01", latest=f"{iso_year(end)}-12-31" if end is not None else None,
        basis="inferred", reasons=tuple(reasons), layer="document",
    )  # fmt: skip


def _told(document: Document, item: Item, pack: DatesPack, places: Places) -> Told | None:
    meaning = item.kinds.get("point")
    if (
        not isinstance(meaning, Meaning)
        or meaning.year is None
        or meaning.base
        or meaning.grain in ("decade", "century")
    ):
        return None
    return Told(meaning.year, document.text[item.start : item.end], tense_at(item.start, places, pack))
