"""Clauses: in a long sentence a date belongs to a part of it, and a part may be all that is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Span, Temporal

# Punctuation that ends a clause in any language of the house; a comma inside a number ends none.
CUT = re.compile(r"[,;:()–—]\s|--|\s\(")
SHORTEST = 25  # characters: a shorter piece says too little alone and goes with the piece before it


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with its words, and the months (`YYYY-MM`) and years of the dates in it.

    `text` leaves the dates out: they are compared as dates.
    """

    text: str
    words: tuple[str, ...]
    months: frozenset[str]
    years: frozenset[str]

    def same_time(self, other: Clause) -> bool:
        """They share a month; or a year, where not both name months."""
        return bool(self.months & other.months) or (
            bool(self.years & other.years) and not (self.months and other.months)
        )


def clauses_of(
    text: str, span: Span, dates: Sequence[Temporal], words: Sequence[tuple[str, int]]
) -> tuple[Clause, ...]:
    """The clauses of the sentence at `span`, with those of `dates` that stand in each; `words` come with where they
    start. A sentence of one clause without a date has none: it is compared whole."""
    found = []
    parts = tuple(pieces(text))
    for start, end in parts:
        inside = [one for one in dates if one.span and start <= one.span.start - span.start < end]
        bounds = [(one.earliest, one.latest) for one in inside if one.earliest and one.latest]
        years = frozenset(first[:4] for first, last in bounds if first[:4] == last[:4])
        months = frozenset(first[:7] for first, last in bounds if first[:7] == last[:7])
        if len(parts) > 1 or years:
            spans = [(one.span.start - span.start, one.span.end - span.start) for one in inside if one.span]
            here = tuple(
                word
                for word, place in words
                if start <= place - span.start < end and not any(a <= place - span.start < b for a, b in spans)
            )
            found.append(Clause(without(text, start, end, spans), here, months, years))
    return tuple(found)


def without(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """`text[start:end]` less what stands in `spans`."""
    return "".join(
        letter for at, letter in enumerate(text[start:end], start) if not any(a <= at < b for a, b in spans)
    ).strip()


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of `text` stand, in order, together all of it."""
    start = 0
    for cut in [*(match.end() for match in CUT.finditer(text)), len(text)]:
        if cut - start >= SHORTEST or cut == len(text):
            yield start, cut
            start = cut


def of_one_time(ours: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses of two sentences that speak of one time."""
    return ((one, other) for one in ours for other in theirs if one.same_time(other))
