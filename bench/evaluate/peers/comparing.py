"""Does an expression of ours mean what the peer wants? Meaning is compared, not notation.

A verdict names the convention under which the two are the same, `exact` for none. The conventions:

- left open: a phrase without a year (month, week) and without a tense may lie before or after; the peers leave it open
  (XXXX-05-12) or look forward only, as a calendar does, and a report looks back.
- last unit included: from 2014 to 2018 ends with 2018 in prose, with its first day at the peer's.
- unit of the offset: two months ago is a month in TIMEX3, the same day of the month at the peer's.
- part at an end: from the end of 2007 begins with a part of it, at the peer's with the next year.
- whole units: the last two years are the two years before this one in TIMEX3 (or Duckling), 730 days at Recognizers'.
- part of the unit: early March has other days in each peer's table; unit and part are compared.
- within the unit: later this month is the rest of the month at Recognizers', the month in TIMEX3.
- season: by the sun at Duckling's, by whole months here.
- vague number: some days are three at the peer's, PXD in TIMEX3.
- now: at this time is today at the peer's, PRESENT_REF in TIMEX3.
- within a length: within nine months is a length whose place the event tells; the peer puts it after today.
- edge of the unit: after 2014 and since 2014 are the same to Duckling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bench.evaluate.peers.cases import Wanted
from bench.evaluate.peers.stretches import DAY, Stretch, amount, days, inside, month_end, moved, shared, stretch
from pipeline.model import Temporal

EXACT = "exact"
UNIT = re.compile(r"\d{4}(?:-\d\d|-W\d\d|-Q\d|-H\d|-(?:SP|SU|FA|WI))?|\d{3}|\d\d")
NUMBER = re.compile(r"[\d.]+")
SEASON_SHIFT = 31
WITHIN = re.compile(r"within|dans les\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression of ours with its days; an end that is open or unknown is None."""

    found: Temporal
    first: date | None
    last: date | None

    @property
    def span(self) -> Stretch | None:
        """Its days where both ends are known."""
        return (self.first, self.last) if self.first and self.last else None


def reading(found: Temporal) -> Reading:
    """Our record with its ends as days."""
    return Reading(found, *(date.fromisoformat(end) if end and end[0] != "-" else None
                            for end in (found.earliest, found.latest)))  # fmt: skip


def same(wanted: Wanted, one: Reading, written: str) -> str | None:
    """The convention under which `one` means what the peer wants; None where it does not."""
    if one.found.timex == "PRESENT_REF" and is_now(wanted, written):
        return "now"
    if wanted.kind in ("length", "set"):
        return same_length(wanted, one.found)
    if wanted.kind == "season":
        return same_season(wanted, one)
    if wanted.kind == "open":
        return same_open(wanted, one)
    if wanted.kind == "part":
        return same_part(wanted, one)
    if wanted.kind == "name":
        return EXACT if one.found.timex == wanted.value else None
    return same_stretch(wanted, one)


def is_now(wanted: Wanted, written: str) -> bool:
    """At this time is the day of writing to a calendar; in prose it is the present."""
    return wanted.value == "PRESENT_REF" or [(str(a), str(b)) for a, b in wanted.stretches] == [(written, written)]


def same_length(wanted: Wanted, found: Temporal) -> str | None:
    """Durations and sets by their amount."""
    if found.type != ("SET" if wanted.kind == "set" else "DURATION") or not same_bound(wanted, found):
        return None
    if wanted.kind == "set" and set_of(found.timex) == set_of(wanted.value):
        return EXACT
    if found.timex == wanted.value or (amount(found.timex) and amount(found.timex) == amount(wanted.value)):
        return EXACT
    vague = NUMBER.sub("X", wanted.value) == found.timex and not NUMBER.search(wanted.text)
    return "vague number" if vague else None


def set_of(value: str) -> str:
    """Every weekend is XXXX-WXX-WE and P1WE at the peer's, by turns."""
    return value.replace("XXXX-WXX-WE", "P1WE")


def same_bound(wanted: Wanted, found: Temporal) -> bool:
    """More than, less than: the same side of the amount."""
    return wanted.mod is None or wanted.mod.split("_")[0] in (found.mod or "")


def same_season(wanted: Wanted, one: Reading) -> str | None:
    """Seasons by name, or by their days give or take a month."""
    if not wanted.stretches:
        there, here = wanted.value.split("-"), one.found.timex.split("-")
        named = there[-1] == here[-1] and (len(there) == 1 or there[0] in ("XXXX", here[0]))
        return EXACT if named else None
    if one.span is None:
        return None
    near = all(
        abs((here - there).days) <= SEASON_SHIFT for here, there in zip(one.span, wanted.stretches[0], strict=True)
    )
    return "season" if near else None


def same_open(wanted: Wanted, one: Reading) -> str | None:
    """The end that is there, on the same side; for part of a unit (since the end of 1989) the unit and the part."""
    ours, other = (one.first, one.last) if wanted.side == "from" else (one.last, one.first)
    if ours is None or other is not None or one.found.layer != "range":
        return None
    if wanted.mod:
        return "part of the unit" if one.found.mod == wanted.mod and named_unit(wanted, one) else None
    places = {day for day, _ in moved((ours, ours), wanted.loose)}
    if places & bounds(wanted):
        return EXACT
    return "edge of the unit" if places & edges(wanted) else None


def bounds(wanted: Wanted) -> set[date]:
    """The days that the peer's end may be: its ends are exclusive, but a day that is named is included."""
    ends = {end for there in wanted.stretches for end in there}
    return ends if wanted.side == "from" else ends | {end - DAY for end in ends}


def edges(wanted: Wanted) -> set[date]:
    """Where a stretch that is counted from the unit may begin or end."""
    if wanted.unit is None:
        return set()
    first, last = wanted.unit
    return {first, last + DAY} if wanted.side == "from" else {first - DAY, last}


def same_part(wanted: Wanted, one: Reading) -> str | None:
    """Early, mid, late: the same part of the same unit; the peers' tables of days differ."""
    if one.found.mod != wanted.mod:
        return None
    return "part of the unit" if named_unit(wanted, one) else None


def named_unit(wanted: Wanted, one: Reading) -> bool:
    """Is our unit the peer's, or, where it tells only the days of the part, one that holds them in fair proportion?"""
    ours = stretch(one.found.timex)
    if ours is None:
        return unresolved(wanted, one)
    if wanted.unit:
        return any(there == ours for there in moved(wanted.unit, wanted.loose))
    return any(
        inside(there, ours) and days(there) * 7 >= days(ours) for there in moved(wanted.stretches[0], wanted.loose)
    )


def same_stretch(wanted: Wanted, one: Reading) -> str | None:
    """Days by days, then by the conventions."""
    if WITHIN.match(wanted.text) and amount(one.found.timex) and amount(one.found.timex) == amount(length_of(wanted)):
        return "within a length"
    if one.span is None:
        return "left open" if wanted.loose and unresolved(wanted, one) else None
    if one.span in wanted.stretches and one.found.mod in (None, "APPROX"):
        return EXACT
    if one.found.mod is None and any(one.span in set(moved(there, wanted.loose)) for there in wanted.stretches):
        return "left open"
    if one.found.layer == "range" and any(last_included(there, one.span, wanted) for there in wanted.stretches):
        return "last unit included"
    return by_unit(wanted, one, one.span)


def by_unit(wanted: Wanted, one: Reading, span: Stretch) -> str | None:
    """Stretches that differ by how finely the two count."""
    if wanted.kind == "within" and wanted.unit and named_unit(wanted, one):
        return "within the unit"
    if one.found.timex.startswith("PX") and not NUMBER.search(wanted.text):
        return "vague number" if any(shared(there, span) for there in wanted.stretches) else None
    if one.found.layer == "range" and any(part_at_an_end(there, one, span, wanted.loose) for there in wanted.stretches):
        return "part at an end"
    if one.found.type == "DURATION" and any(whole_units(wanted, there, one, span) for there in wanted.stretches):
        return "whole units"
    relative = one.found.basis == "relative" and UNIT.fullmatch(one.found.timex) and one.found.mod is None
    offset = wanted.kind == "stretch" and "," not in wanted.value.split("datetime ")[0]
    finer = any(days(there) < days(span) and inside(there, span) for there in wanted.stretches)
    return "unit of the offset" if relative and offset and finer and counted(one.found.text) else None


def counted(text: str) -> bool:
    """Does the phrase count units, as in two months ago?"""
    return (
        re.search(r"\b(\d+|an?|one|two|three|four|five|un|une|deux|trois|quatre|cinq)\b", text, re.IGNORECASE)
        is not None
    )


def whole_units(wanted: Wanted, there: Stretch, one: Reading, span: Stretch) -> bool:
    """The next two weeks: the same number of units on the same side, from today or from the next unit."""
    length = length_of(wanted)
    same_amount = amount(length) is not None and amount(length) == amount(one.found.timex)
    return (same_amount or days(there) == days(span)) and 2 * shared(there, span) >= days(there)


def part_at_an_end(there: Stretch, one: Reading, span: Stretch, loose: str) -> bool:
    """From the end of March to mid-September: units by units, where ours begins or ends with part of one."""
    units = [stretch(unit) for unit in one.found.timex.split("/")]
    if len(units) != 2 or units[0] is None or units[1] is None:
        return False
    (start, stop), (begin, end) = units[0], units[1]
    parted = span[0] != start or span[1] != end
    return parted and any(
        start <= first <= stop + DAY and begin - DAY <= last <= end for first, last in moved(there, loose)
    )  # fmt: skip


def length_of(wanted: Wanted) -> str:
    """P5Y of (2018-08-31,2023-08-31,P5Y)."""
    return wanted.value.strip("()").split(",")[-1]


def last_included(there: Stretch, span: Stretch, wanted: Wanted) -> bool:
    """Ours ends with the unit that the peer's ends before: the day, the month, the quarter, the year it names last."""
    end = there[1] + DAY
    ends: Iterable[date] = {end, month_end(end), month_end(end, 3), month_end(end, 12)}
    if end.day != 1:
        ends = {end}
    return any((here[0], here[1]) in {(there[0], last) for last in ends} for here in moved(span, wanted.loose))


def unresolved(wanted: Wanted, one: Reading) -> bool:
    """XXXX-05-12 and XXXX-WXX-5: the parts that the phrase names, where nothing tells the rest."""
    timex = one.found.timex
    if timex.startswith("XXXX-WXX-"):
        return wanted.loose == "week" and str(wanted.stretches[0][0].isoweekday()) == timex[-1]
    names = {there.isoformat()[5:][: len(timex) - 5] for there, _ in wanted.stretches}
    return wanted.loose == "year" and timex.startswith("XXXX-") and timex[5:] in names
