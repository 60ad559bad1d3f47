"""The rows of the timeline: each treaty's moments, then the other dated claims, those with the most support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.facts.markup import cleaned
from pipeline.facts.moments import timeline
from pipeline.facts.pictures.look import shortened
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
NAMED = ("treaties", "predicates")
NAME_LENGTH = 72
TOLD = ("id", "predicate", "text", "polarity", "modality", "edtf", "from", "to", "status", "languages", "independent")


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the timeline.

    `fact` is true where somebody says that it was or is so, `denied` where somebody denies it. `claims` are the
    ids of the claims that tell it; `first` or `last` is None at an open end.
    """

    treaty: str | None
    text: str
    edtf: str
    first: date | None
    last: date | None
    fact: bool
    denied: bool
    stance: str
    status: str
    holders: str
    languages: str
    claims: tuple[str, ...]
    weight: tuple[int, ...]

    @property
    def place(self) -> tuple[date, date, str]:
        """Where it stands in time: an open start is as early as its end."""
        first, last = self.first or self.last or date.min, self.last or date.max
        return first, last, self.text


@dataclass(frozen=True, slots=True)
class Life:
    """What the timeline shows: the moments of treaties, those of other claims, and how many of both are left out."""

    treaties: tuple[Moment, ...]
    claims: tuple[Moment, ...]
    left_out: int


def life(shelf: Shelf, treaty: str | None, most: int, words: Words) -> Life:
    """The moments to show: of treaties at most half, of claims what is left of `most`."""
    lives = Lives(shelf, words)
    told = [one for one in timeline(shelf, treaty).to_dicts() if one["from"] or one["to"]]
    own = list(lives.of_treaties(told))
    others = list(lives.of_claims({one["claim"] for one in told})) if treaty is None else []
    room = most if not others else max(most // 2, most - len(others))
    treaties = chosen(own, room)
    claims = chosen(others, most - len(treaties))
    return Life(treaties, claims, len(own) + len(others) - len(treaties) - len(claims))


def chosen(moments: list[Moment], most: int) -> tuple[Moment, ...]:
    """The `most` of the largest support, in order of time."""
    kept = sorted(moments, key=lambda one: (one.weight, one.place, one.claims))[:most]
    return tuple(sorted(kept, key=lambda one: (one.place, one.claims)))


class Lives:
    """Makes moments; each table is read once."""

    def __init__(self, shelf: Shelf, words: Words) -> None:
        self.words = words
        self.claims: dict[str, Row] = {row["id"]: row for row in dated(shelf).to_dicts()}
        self.holders = holders(shelf, list(self.claims), words)
        self.known = resolved(shelf)
        self.labels = {name: dict(shelf.frame(name).select("id", "label").iter_rows()) for name in NAMED}

    def of_treaties(self, told: list[Row]) -> Iterator[Moment]:
        """One moment for what tells the same of a treaty at the same time in the same way; a slot says nothing more
        where a claim tells of the treaty at that time."""
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in told:
            groups.setdefault((row["treaty"], row["edtf"], *stance(row)), []).append(row)
        for (treaty, *_), rows in groups.items():
            deeds: dict[str, list[Row]] = {}
            for row in (row for row in rows if row["claim"]):
                deeds.setdefault(row["what"], []).append(row)
            yield from (self.moment(some, treaty) for some in deeds.values() or [rows])

    def of_claims(self, taken: set[str | None]) -> Iterator[Moment]:
        """One moment for each dated claim that no treaty's life has taken."""
        return (self.moment([row | {"claim": id_}], None) for id_, row in self.claims.items() if id_ not in taken)

    def moment(self, rows: list[Row], treaty: str | None) -> Moment:
        """`rows`, which tell one thing, as one moment."""
        first = rows[0]
        told = [self.claims[row["claim"]] for row in rows if row["claim"]]
        voices = [holder for one in told for holder in self.holders.get(one["id"], ())]
        fact, denied = stance(first)
        stances = [*first["modality"].split("; "), *(first["polarity"].split("; ") if denied else ())]
        return Moment(
            treaty=treaty,
            text=cleaned(self.line(rows, treaty)),
            edtf=first["edtf"],
            first=first["from"],
            last=first["to"],
            fact=fact,
            denied=denied,
            stance=self.words.several("; ".join(dict.fromkeys(stances))),
            status=self.words.several("; ".join(dict.fromkeys(one["status"] for one in told))),
            holders=cleaned("; ".join(dict.fromkeys(voices))),
            languages="; ".join(sorted({code for one in told for code in one["languages"].split("; ")})),
            claims=tuple(one["id"] for one in told),
            weight=self.weight(told),
        )

    def weight(self, told: list[Row]) -> tuple[int, ...]:
        """What sorts first: independent documents, then languages, then how much of it was resolved."""
        support = max((one["independent"] for one in told), default=0)
        spoken = max((len(one["languages"].split("; ")) for one in told), default=0)
        return -support, -spoken, -max((self.known.get(one["id"], 0) for one in told), default=0)

    def line(self, rows: list[Row], treaty: str | None) -> str:
        """A lone claim's own line; else the treaty and what happened to it."""
        if len(rows) == 1 and rows[0]["claim"]:
            return str(rows[0]["text"])
        what = dict.fromkeys(self.what(row) for row in rows)
        name = shortened(str(self.labels["treaties"].get(treaty, treaty)), NAME_LENGTH)
        return f"{name} · {', '.join(what)} · {rows[0]['edtf']}"

    def what(self, row: Row) -> str:
        """What happened, in words: the predicate, the state that a treaty came to, or its slot."""
        if row["claim"]:
            return str(self.labels["predicates"].get(row["what"], row["what"]))
        return self.words[row["text"] if row["what"] == "status" else row["what"]]


def stance(row: Row) -> tuple[bool, bool]:
    """Is it told as a fact, and does somebody deny it?"""
    polarities = row["polarity"].split("; ")
    return "asserted" in row["modality"].split("; ") and "affirmed" in polarities, "negated" in polarities


def dated(shelf: Shelf) -> pl.DataFrame:
    """The claims that have a time with an end."""
    import polars as pl

    timed = pl.col("edtf").is_not_null() & (pl.col("from").is_not_null() | pl.col("to").is_not_null())
    return shelf.scan("claims").filter(timed).select(*TOLD).collect()


def holders(shelf: Shelf, claims: list[str], words: Words) -> dict[str, list[str]]:
    """Who says each claim, in words."""
    import polars as pl

    told = shelf.scan("statements").filter(pl.col("claim").is_in(claims)).collect()
    found: dict[str, list[str]] = {}
    kinds: Iterable[tuple[str, str, str | None]] = told.select("claim", "holder_kind", "holder_text").iter_rows()
    for claim, kind, text in kinds:
        voice = text if text and kind != "author" else words[kind]
        if voice not in found.setdefault(claim, []):
            found[claim].append(voice)
    return found


def resolved(shelf: Shelf) -> dict[str, int]:
    """How many roles of each claim are filled by somebody known."""
    import polars as pl

    roles = shelf.scan("roles").filter(pl.col("ref").is_not_null())
    return dict(roles.group_by("claim").len().collect().iter_rows())
