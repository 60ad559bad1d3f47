"""What an expression says by itself, before it is resolved on the document's date or on another expression."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """`kind`: `point`, `span` (a duration), `set`, `ref` (a vague now, past or future) or `clock` (a time of day).

    A point has a `grain` and what of `year`, `index`, `day`, `weekday` the text says (as in `Calendar`; None where it
    says nothing). `base` is what it counts from when relative: `now` (the document), `then` (an expression before it)
    or `at` (the expression inside it, in `anchor`); `count` × `unit` is how far. `value` is the TIMEX3 value of the
    other kinds; `clock` a time of day within a point (`TEV`, `T18:00`). `share` is which of how many equal parts of the
    point is meant: (1, 2) its first half. `feast` is the rule of a movable feast; `early`: its year has
    fewer digits than a year by itself needs, `short`: with an apostrophe before them, `recent`: two, after a word that
    a year follows. `side` is the part before (-1) or after (1) the document's own date; `nth` counts units (or
    weekdays) within `anchor`, from its end when negative. `ahead`: a length from now on if the clause is about what is
    to come. `told`: in a narrative it points at what was told before (this day).
    """

    kind: str
    grain: str = ""
    year: int | None = None
    index: int | None = None
    day: int | None = None
    weekday: int | None = None
    base: str | None = None
    count: int = 0
    unit: str = ""
    anchor: Meaning | None = None
    anchor_at: tuple[int, int] | None = None
    mod: str | None = None
    value: str = ""
    clock: str = ""
    number: float | None = None
    relation: str = "at"
    share: tuple[int, int] | None = None
    nth: int = 0
    short: bool = False
    recent: bool = False
    feast: str = ""
    side: int = 0
    early: bool = False
    ahead: bool = False
    told: bool = False
