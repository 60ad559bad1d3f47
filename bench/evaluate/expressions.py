"""Temporal expressions found against those of a gold: spans, values, intervals and mods, counted.

Records are those of the public sets: `start, end, type, value, mod`; in the gold also `optional`, and `core` and
`outer` days where its reader wrote them; in what was found also `interval`, a pair of days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date
from itertools import product

from bench.evaluate.gold import Json, overlap
from bench.evaluate.scores import Score
from bench.evaluate.timex import MODS, Days, canonical, days

EDGES = " \t\r\n,.;:()[]\"'«»“”’"
PLACED = ("DATE", "TIME")  # the types that stand in the calendar; a duration or a set has no interval


@dataclass(frozen=True)
class Tally:
    """How many there are, how many were found, and in how many of these what is right."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    with_interval: int = 0
    interval: int = 0
    with_mod: int = 0
    mod: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Two texts together."""
        return Tally(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


def tally(text: str, gold: list[Json], found: list[Json]) -> Tally:
    """Count one text; what meets only optional gold counts neither way."""
    wanted = [one for one in gold if not one.get("optional")]
    neutral = [one for one in gold if one.get("optional")]
    found = sorted(found, key=lambda one: int(one["start"]))
    pairs = match(wanted, found)
    met = {place for _, place in pairs}
    dropped = [one for place, one in enumerate(found) if place not in met and any(shared(one, o) for o in neutral)]
    both = [(wanted[one], found[other]) for one, other in pairs]
    return Tally(
        gold=len(wanted),
        found=len(found) - len(dropped),
        relaxed=len(both),
        strict=sum(trimmed(text, one) == trimmed(text, other) for one, other in both),
        value=sum(same_value(one, other) for one, other in both),
        with_interval=sum(bool(gold_days(one)) for one in wanted),
        interval=sum(inside(one, other) for one, other in both),
        with_mod=sum(one.get("mod") in MODS for one in wanted),
        mod=sum(one.get("mod") in MODS and same_value(one, other) and same_mod(one, other) for one, other in both),
    )


def match(gold: list[Json], found: list[Json]) -> list[tuple[int, int]]:
    """Pairs of places, one to one, those first that share most of what they cover together."""
    near = [
        (-shared(one, other) / (max(one["end"], other["end"]) - min(one["start"], other["start"])), left, right)
        for (left, one), (right, other) in product(enumerate(gold), enumerate(found))
        if shared(one, other)
    ]
    pairs: list[tuple[int, int]] = []
    for _, left, right in sorted(near):
        if all(left != one and right != other for one, other in pairs):
            pairs.append((left, right))
    return pairs


def shared(one: Json, other: Json) -> int:
    """How many characters two expressions share."""
    return overlap((one["start"], one["end"]), (other["start"], other["end"]))


def trimmed(text: str, one: Json) -> tuple[int, int]:
    """The span without blanks and punctuation at its edges."""
    words = text[one["start"] : one["end"]]
    left, right = len(words) - len(words.lstrip(EDGES)), len(words.rstrip(EDGES))
    return one["start"] + left, one["start"] + max(left, right)


def same_value(gold: Json, found: Json) -> bool:
    """Is the value the gold's, however it is spelled?"""
    return canonical(gold["value"]) == canonical(found.get("value"))


def same_mod(gold: Json, found: Json) -> bool:
    """Is the mod the gold's?"""
    return bool(gold["mod"] == found.get("mod"))


def inside(gold: Json, found: Json) -> bool:
    """Does the found interval cover the gold's core and stay in its outer one?"""
    wanted = gold_days(gold)
    told = found_days(found) if wanted else None
    if not wanted or not told:
        return False
    core, outer = wanted
    return outer[0] <= told[0] <= core[0] and core[1] <= told[1] <= outer[1]


def gold_days(one: Json) -> tuple[Days, Days] | None:
    """The core and the outer interval: as the reader wrote them, else what the value says, twice."""
    if "core" in one:
        return (iso(one["core"]), iso(one["outer"])) if one["core"] else None
    meant = days(one["value"], one.get("mod")) if one.get("type") in PLACED else None
    return (meant, meant) if meant else None


def found_days(one: Json) -> Days | None:
    """The interval that was found, else what the value says."""
    return iso(one["interval"]) if one.get("interval") else days(one.get("value"), one.get("mod"))


def iso(pair: list[str] | tuple[str, str]) -> Days:
    """Two ISO dates."""
    return date.fromisoformat(pair[0]), date.fromisoformat(pair[1])


def tally_scores(part: str, language: str, counts: Tally, note: str = "") -> Iterator[Score]:
    """Spans and values, then the shares of the gold's intervals and of its START, MID and END that are right."""
    for name in ("relaxed", "strict", "value"):
        right = getattr(counts, name)
        yield Score(f"{part} {name}", language, counts.found, right, counts.gold, right, note)
    share = f"{note}, recall" if note else "recall"
    yield Score(f"{part} interval", language, *(counts.with_interval, counts.interval) * 2, share)
    yield Score(f"{part} mods", language, *(counts.with_mod, counts.mod) * 2, share)
