"""Years of fewer than four digits: « en 843 », in 62. They are years only among others of their kind.

A text that has told a year before 1000 goes on with such years, and after one before our era with those before it
(from 58 to 51 BC; in 44 …), until it tells a year of four digits.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.dates.grammar import wrap
from pipeline.stages.dates.lexing import Item
from pipeline.stages.dates.meaning import Meaning

FIRST_FULL = 1000
# From here on « les années quarante » are those of the twentieth century.
LATE = 1890
# How many years before the document « en 97 » may be.
RECENT = 15


def settle(blocks: list[list[Item]], written: int | None) -> list[list[Item]]:
    """The blocks, their years as the text around them means them.

    Decades of two digits fall in the century told; early years are kept, moved before our era, or taken back where the
    text is not about them.
    """
    era = next((year for block in blocks for item in block if (year := _stated(item)) is not None), FIRST_FULL)
    settled: list[list[Item]] = []
    for block in blocks:
        made: list[Item] = []
        for item in block:
            if item.kinds:
                stated = _stated(item)
                era = era if stated is None else stated
                item = _settled(item, era, written)
            made.append(item)
        settled.append(made)
    return settled


def _point(item: Item) -> Meaning | None:
    found = item.kinds.get("point")
    return found if isinstance(found, Meaning) else None


def _stated(item: Item) -> int | None:
    """The year of an expression that needs no other to be one."""
    point = _point(item)
    if point is None or point.year is None or point.grain in ("decade", "century", "millennium"):
        return None
    if point.early and not (point.grain == "day" and point.year > 99):
        return None
    return point.year


def _modern(year: int) -> int:
    """« octobre 98 », '89: the last century's from 30 on."""
    return year if year > 99 else year + (1900 if year >= 30 else 2000)


def _settled(item: Item, era: int, written: int | None) -> Item:
    point = _point(item)
    if point is None or not point.early or point.year is None:
        return item
    if point.grain == "decade" or point.short:
        near = era - era % 100 + point.year % 100
        if FIRST_FULL < era < LATE:
            return wrap(item.start, item.end, replace(point, year=near))
        return wrap(item.start, item.end, replace(point, year=_modern(point.year))) if point.short else item
    if era < 1:
        return wrap(item.start, item.end, replace(point, year=1 - point.year))
    full = point.index is not None and point.year >= 100
    if era < FIRST_FULL or full:
        return item
    if point.index is not None:
        return wrap(item.start, item.end, replace(point, year=_modern(point.year)))
    recent = next((c + point.year for c in (1900, 2000) if written and 0 <= written - c - point.year <= RECENT), None)
    if recent is not None and point.recent and point.mod is None:
        return wrap(item.start, item.end, replace(point, year=recent))
    return replace(item, kinds={})
