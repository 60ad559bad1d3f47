"""The suite of Microsoft's Recognizers-Text: from its JSON to cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from bench.evaluate.gold import Json
from bench.evaluate.peers.cases import Case, Loose, Side, Wanted
from bench.evaluate.peers.stretches import DAY, Stretch, stretch

SUITE = "recognizers"
WRITTEN = "2016-11-07"
MODS = {"start": "START", "mid": "MID", "end": "END", "approx": "APPROX", "more": "MORE_THAN", "less": "LESS_THAN"}
SIDES: dict[str, Side] = {"after": "from", "since": "from", "before": "to", "until": "to"}
SEASON = re.compile(r"(?:(?:\d{4}|XXXX)-)?(?:SP|SU|FA|WI)")


def cases(records: list[Json]) -> Iterator[Case]:
    """All cases, in the order of the file."""
    written = written_dates(records)
    for number, record in enumerate(records, 1):
        entities = record["entities"]
        yield Case(
            suite=SUITE, number=number, language=record["lang"], text=record["text"], written=written[number - 1],
            peer="; ".join(f"{one['type'] or 'mixed'} {' | '.join(shown(one))}" for one in entities) or "nothing",
            wanted=tuple(wanted(one, record["text"]) for one in entities if one["values"]),
        )  # fmt: skip


def shown(entity: Json) -> list[str]:
    """The peer's notation of an entity, each reading once."""
    return list(dict.fromkeys(one + mark for one, mark in zip(map(str, entity["timex"]), marks(entity), strict=True)))


def marks(entity: Json) -> Iterator[str]:
    """The modifiers of the readings, as ` (before)`."""
    for one in entity["values"]:
        yield f" ({one['Mod']})" if "Mod" in one else ""


def written_dates(records: list[Json]) -> list[str]:
    """The day each text was written on.

    Most French texts are the English ones translated, in the same order, with the same expected values and without
    their day: they take it from the English text that they stand beside.
    """
    result = [record["ref"][:10] if record["ref"] else "" for record in records]
    there = [number for number, record in enumerate(records) if record["lang"] == "en"]
    here = [number for number, record in enumerate(records) if record["lang"] != "en" and not record["ref"]]
    pairs = SequenceMatcher(None, [values(records[n]) for n in there], [values(records[n]) for n in here], False)
    for kind, first, last, start, end in pairs.get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - start):
            for one, other in zip(there[first:last], here[start:end], strict=True):
                result[other] = result[one]
    return [day or WRITTEN for day in result]


def values(record: Json) -> tuple[tuple[str, ...], ...]:
    """What a text should give, whatever its words."""
    return tuple((one["type"], *map(str, one["timex"])) for one in record["entities"])


def wanted(entity: Json, text: str) -> Wanted:
    """An entity in our terms."""
    start = place(entity, text)
    first, kind = entity["values"][0], entity["type"]
    timex, (mod, side) = str(first.get("timex")), modifier(first.get("Mod", ""))
    plain = Wanted(
        text=entity["text"], start=start, end=start + len(entity["text"]), kind="name", value=timex, mod=mod,
        loose=loose(timex),
    )  # fmt: skip
    if kind == "set":
        return replace(plain, kind="set")
    if kind == "duration":
        return replace(plain, kind="length")
    if first.get("Mod") == "ref_undef":
        return plain
    if SEASON.fullmatch(timex):
        return replace(plain, kind="season")
    if side:
        return opened(plain, entity["values"], side)
    return closed(plain, entity["values"])


def opened(plain: Wanted, readings: list[Json], side: Side) -> Wanted:
    """Since, until, before, after: one end, and the unit that it is the end of."""
    ends = [bound for one in readings if (bound := day(one.get("start") or one.get("end")))]
    unit = unit_of(plain.value, ends[0]) if ends else None
    return replace(plain, kind="open", side=side, unit=unit, stretches=tuple((bound, bound) for bound in ends))


def closed(plain: Wanted, readings: list[Json]) -> Wanted:
    """A day or a stretch, part of a unit, or something within one."""
    spans = tuple(found for one in readings if (found := days_of(one)))
    if not spans:
        return plain
    unit = unit_of(plain.value, spans[0][0])
    if plain.mod in ("START", "MID", "END"):
        return replace(plain, kind="part", unit=unit, stretches=spans)
    narrower = unit is not None and unit != spans[0] and unit[0] <= spans[0][0] and spans[0][1] <= unit[1]
    return replace(plain, kind="within" if narrower else "stretch", unit=unit, stretches=spans)


def days_of(value: Json) -> Stretch | None:
    """The days of one reading; its end is exclusive."""
    if "start" in value and "end" in value:
        first, after = day(value["start"]), day(value["end"])
        return (first, max(first, after - DAY)) if first and after else None
    only = day(value.get("value"))
    return (only, only) if only else None


def day(value: str | None) -> date | None:
    """A day as the peer writes it; None for none and for one that the calendar has not."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def unit_of(timex: str, near: date) -> Stretch | None:
    """The unit that a notation names, its year taken from one of its days where it leaves it open."""
    filled = timex.replace("XXXX-XX", f"{near:%Y-%m}").replace("XXXX", f"{near.year:04d}")
    return stretch(filled)


def modifier(mod: str) -> tuple[str | None, Side | None]:
    """since-end: END of the unit, open towards later."""
    side = next((at for word, at in SIDES.items() if mod.split("-")[0] == word), None)
    return next((ours for word, ours in MODS.items() if mod.split("-")[-1] == word), None), side


def loose(timex: str) -> Loose:
    """What a notation leaves open."""
    if "XXXX-WXX" in timex and not re.match(r"XXXX-\d\d", timex):
        return "week"
    if "XXXX-XX" in timex:
        return "month"
    return "year" if "XX" in timex else ""


def place(entity: Json, text: str) -> int:
    """Where an entity begins: the places that the peer gives in French texts are off by some characters."""
    near = entity["start"] or 0
    found = [one.start() for one in re.finditer(re.escape(entity["text"]), text, re.IGNORECASE)]
    return min(found, key=lambda at: abs(at - near), default=near)
