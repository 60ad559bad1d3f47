"""Word links: which word of a passage stands for which word of its counterpart.

Three things speak for a link: how alike two words are (vectors, cognates), how often the passages at hand pair them
(IBM model 1 with agreement, Brown et al. 1993, Liang et al. 2006, likeness being what it believes beforehand), and
whether the words beside them are linked too. With the extra `transformers` a fourth: how alike they are in context.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.vocabularies import SHARPNESS, Likeness, Places, Words, vocabulary

Floats = NDArray[np.float64]
Pair = tuple[Words, Words]
Table = NDArray[np.float32] | None  # how alike the words of two passages are in context, if that is known

SLOPES = {"parallel": 4.0, "comparable": 1.0}  # how much less probable a link is that crosses the whole passage
BELIEF = 5.0  # imagined sightings that likeness is worth
NOBODY = 1e-3  # that a word has no counterpart
LESSONS = 2000  # passages that are learned from
ROUNDS = 3
NEIGHBOURLY = 2.0  # what linked neighbours on the diagonal add; those straight beside add half
SETTLING = 2  # how often neighbours are asked
LEFT_OVER = 0.02
EXPECTED = 0.6  # likeness in context from which it speaks for a link
KEENNESS = 0.07  # how much of it makes a link e times as probable


@dataclass(frozen=True, slots=True)
class Bars:
    """From where two words that are each other's best are linked, and a word without a link beside another link."""

    mutual: float
    grown: float


PLAIN = Bars(mutual=0.4, grown=0.6)
KEEN = Bars(mutual=0.7, grown=0.6)  # with context: what is right is then surer, where one text translates the other


class Context(Protocol):
    """What is asked of words in context."""

    def tables(self, pairs: Sequence[Pair]) -> Iterable[NDArray[np.float32]]:
        """For each pair of passages how alike its words are, shape (left words, right words)."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two words by position, how probable that they are each other's counterpart (0–1), and how alike: by vector,
    spelling, or (where more than once) by how often they were paired."""

    left: int
    right: int
    chance: float
    likeness: float


@dataclass(frozen=True)
class Taught:
    """How often words were paired: sorted codes (left row times right words, plus right row), their counts, and the
    counts of each word of either side."""

    codes: Places
    counts: Floats
    totals: tuple[Floats, Floats]

    def of(self, codes: Places) -> Floats:
        """The counts of `codes`, 0 where never paired."""
        if not len(self.codes):
            return np.zeros(codes.shape)
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        found: Floats = np.where(self.codes[at] == codes, self.counts[at], 0.0)
        return found


@dataclass(frozen=True)
class Lesson:
    """A pair of passages: the rows of its words, their codes, likeness, and closeness: in position and in context."""

    rows: Places
    columns: Places
    codes: Places
    alike: Floats
    close: Floats


def linked(pairs: Sequence[Pair], kind: str, context: Context | None = None) -> list[tuple[Link, ...]]:
    """The links of each pair of passages, sorted; `pairs` (of the same two documents) teach each other words."""
    if not pairs:
        return []
    likeness = Likeness(*(vocabulary([pair[side] for pair in pairs]) for side in (0, 1)))
    chosen = sorted({at * len(pairs) // LESSONS for at in range(LESSONS)})
    tables: list[Table] = [*context.tables(pairs)] if context else [None] * len(pairs)
    taught = learned([lesson(pairs[at], likeness, SLOPES[kind], tables[at]) for at in chosen], likeness)
    bars = KEEN if context and kind == "parallel" else PLAIN
    return [
        links(lesson(pair, likeness, SLOPES[kind], table), likeness, taught, bars)
        for pair, table in zip(pairs, tables, strict=True)
    ]


def lesson(pair: Pair, likeness: Likeness, slope: float, table: Table) -> Lesson:
    """What is counted once for a pair of passages."""
    rows, columns = likeness.left.rows(pair[0]), likeness.right.rows(pair[1])
    places = [(np.arange(len(words)) + 0.5) / max(1, len(words)) for words in pair]
    close = np.exp(-slope * np.abs(places[0][:, None] - places[1][None, :]))
    if table is not None:
        close = close * np.exp((table.astype(np.float64) - EXPECTED) / KEENNESS)
    codes = rows[:, None] * len(likeness.right.row) + columns[None, :]
    return Lesson(rows, columns, codes, likeness.of(rows, columns).astype(np.float64), close)


def learned(lessons: Sequence[Lesson], likeness: Likeness) -> Taught:
    """What the lessons teach."""
    sizes = (len(likeness.left.row), len(likeness.right.row))
    codes, places = np.unique(np.concatenate([one.codes.ravel() for one in lessons]), return_inverse=True)
    taught = Taught(codes[:0], np.zeros(0), (np.zeros(sizes[0]), np.zeros(sizes[1])))
    for _ in range(ROUNDS):
        seen = np.concatenate([chances(one, likeness, taught).ravel() for one in lessons])
        counts = summed(places, seen, len(codes))
        totals = (summed(codes // sizes[1], counts, sizes[0]), summed(codes % sizes[1], counts, sizes[1]))
        taught = Taught(codes, counts, totals)
    return taught


def summed(places: Places, weights: Floats, size: int) -> Floats:
    """The sum of the weights at each place, shape (size,); six decimals."""
    found: Floats = np.round(np.bincount(places, weights=weights, minlength=size), 6).astype(np.float64)
    return found


def chances(one: Lesson, likeness: Likeness, taught: Taught) -> Floats:
    """How probable each link of a pair of passages is: the geometric mean of both directions."""
    counts = taught.of(one.codes)
    believed = BELIEF * np.exp(one.alike / SHARPNESS)
    across = believed / likeness.rivals[0][one.rows][:, None] + counts
    across = one.close * across / (taught.totals[0][one.rows][:, None] + BELIEF)
    back = believed / likeness.rivals[1][one.columns][None, :] + counts
    back = one.close * back / (taught.totals[1][one.columns][None, :] + BELIEF)
    shares = across / (across.sum(axis=0, keepdims=True) + NOBODY) * back / (back.sum(axis=1, keepdims=True) + NOBODY)
    found: Floats = np.sqrt(shares)
    return found


def links(one: Lesson, likeness: Likeness, taught: Taught, bars: Bars) -> tuple[Link, ...]:
    """The links of a pair of passages, sorted."""
    if not one.codes.size:
        return ()
    settled = chances(one, likeness, taught)
    for _ in range(SETTLING):
        settled = shared_out(settled * (1 + NEIGHBOURLY * beside(settled)))
    settled = np.round(settled, 4)
    pairings = taught.of(one.codes)
    often = pairings / np.sqrt(np.outer(taught.totals[0][one.rows], taught.totals[1][one.columns]) + 1.0)
    alike = np.maximum(one.alike, np.where(pairings > 1.0, often, 0.0))
    found = grown(mutual(settled, bars.mutual), settled, bars.grown)
    return tuple(sorted(Link(*at, float(settled[at]), round(float(alike[at]), 4)) for at in found))


def beside(chances: Floats) -> Floats:
    """How probable the neighbours of each link are: those on the diagonal in full, those straight beside by half."""
    wide = np.pad(chances, 1)
    diagonal = wide[:-2, :-2] + wide[2:, 2:]
    straight = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
    found: Floats = diagonal + straight / 2
    return found


def shared_out(weights: Floats) -> Floats:
    """Each weight as a share of its row's and of its column's: the geometric mean."""
    across = weights / (weights.sum(axis=0, keepdims=True) + LEFT_OVER)
    back = weights / (weights.sum(axis=1, keepdims=True) + LEFT_OVER)
    found: Floats = np.sqrt(across * back)
    return found


def mutual(chances: Floats, bar: float) -> set[tuple[int, int]]:
    """The links above `bar` that are the best of both their words."""
    across, back = chances.argmax(axis=1), chances.argmax(axis=0)
    pairs = ((row, int(column)) for row, column in enumerate(across))
    return {(row, column) for row, column in pairs if back[column] == row and chances[row, column] > bar}


def grown(found: set[tuple[int, int]], chances: Floats, bar: float) -> set[tuple[int, int]]:
    """`found` and links above `bar` of words that have none yet, beside others (grow-diag, Koehn et al. 2003)."""
    grown = set(found)
    rows, columns = {row for row, _ in grown}, {column for _, column in grown}
    likely = [(int(row), int(column)) for row, column in np.argwhere(chances > bar)]
    open_links = sorted((at for at in likely if at not in grown), key=lambda at: (-chances[at], at))
    changed = True
    while changed:
        changed = False
        for at in [one for one in open_links if one not in grown]:
            if (at[0] not in rows or at[1] not in columns) and adjoins(at, grown):
                grown.add(at)
                rows.add(at[0])
                columns.add(at[1])
                changed = True
    return grown


def adjoins(at: tuple[int, int], found: set[tuple[int, int]]) -> bool:
    """A link stands beside `at`, diagonals included."""
    return any((at[0] + down, at[1] + across) in found for down, across in product((-1, 0, 1), repeat=2))
