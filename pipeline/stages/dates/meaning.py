"""What an expression says by itself, before it is resolved on the document's date or on another expression."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """`kind`: `point`, `span` (a duration), `set`, `ref` (a vague now, past or future) or `clock` (a time of day).

    A point has a `grain` and what of `year`, `index`, `day`, `weekday` the text says (as in `Calendar`; None where it
    says nothing). `base` is what it counts from when relative: `now` (the document), `then` (an expression before it)
    or `at` (the expression inside it, in `anchor`); `count` × `unit` is how far. `value` is the TIMEX3 value of the
    other kinds; `clock` a time of day within a point (`TEV`, `T18:00`). `tokens` counts what composed it.
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
