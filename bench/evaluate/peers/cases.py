"""A case of a peer's suite, and what the peer wants found in it, in our terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bench.evaluate.peers.stretches import Stretch

Kind = Literal["stretch", "part", "within", "open", "length", "set", "season", "name"]
Side = Literal["from", "to"]
Loose = Literal["", "year", "nth", "month", "week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One expression that the peer finds, in its own notation (`value`) and as the days it means (`stretches`).

    A part has its `mod` and, where the peer tells it, its `unit`; an open stretch has one end (`side`) and the unit it
    is counted from. `loose` is what the phrase leaves open: 3 March leaves the year (so does
    the first Tuesday of March: nth), Monday the week.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: str
    stretches: tuple[Stretch, ...] = ()
    unit: Stretch | None = None
    mod: str | None = None
    side: Side | None = None
    loose: Loose = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text of a suite; `number` is its line in the file, `peer` what the peer wants, on one line."""

    suite: str
    number: int
    language: str
    text: str
    written: str
    peer: str
    wanted: tuple[Wanted, ...] = ()
