"""The corridor: the narrow band of positions in which the best path is looked for, so that time stays linear.

Coarse to fine, after vecalign (Thompson & Koehn 2019): neighbouring sentences are summed until few are left, these are
aligned in full, and each finer step looks only around the path of the step before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import Vectors

WIDTH = 40  # positions of the right text that are looked at for each position of the left one
COARSE_WIDTH = 48
COARSEST = 256  # sentences that are aligned in full
WIDEST = 400  # right sentences that may be left out in one place; of longer stretches only the ends are read
MARGIN = 100
SKIP = 0.1  # what leaving a sentence out costs, in cosine
NEVER = -1e9

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Corridor:
    """For each of the n + 1 positions between sentences of the left text: the first of `width` positions of the right
    text, never falling."""

    first: Places
    width: int
    left: int
    right: int

    def columns(self) -> Places:
        """The position of the right text in each cell, shape (n + 1, width)."""
        return self.first[:, None] + np.arange(self.width)


@dataclass(frozen=True)
class Trail:
    """The lowest and the highest position of the right text that a path touches at each of the n + 1 left ones."""

    low: Floats
    high: Floats

    @property
    def middle(self) -> Floats:
        """Halfway between the two."""
        return (self.low + self.high) / 2


def corridor(left: Vectors, right: Vectors, width: int = WIDTH) -> Corridor:
    """The corridor around the coarse path of two texts, from their unit vectors (n, d) and (m, d)."""
    return around(trail(left, right), len(right), width)


def around(path: Trail, right: int, width: int = WIDTH) -> Corridor:
    """The corridor around a path to `right` sentences; wider where the path leaves out many of them at once."""
    width = min(right + 1, max(width, int((path.high - path.low).max()) + width // 2))
    first = np.clip(np.round(path.middle).astype(np.int64) - width // 2, 0, right + 1 - width)
    first[-1] = right + 1 - width
    return Corridor(np.maximum.accumulate(first), width, len(path.low) - 1, right)


def worth_reading(path: Trail, right: int) -> Places:
    """Those of `right` sentences that may have a counterpart: without the middle of stretches that the path leaves out
    whole and that are too long for a corridor."""
    kept = np.ones(right, dtype=bool)
    for row in np.nonzero(path.high - path.low > WIDEST)[0]:
        kept[int(path.low[row]) + MARGIN : int(path.high[row]) - MARGIN] = False
    return np.nonzero(kept)[0]


def trail(left: Vectors, right: Vectors) -> Trail:
    """The best path of single pairs and gaps, found coarse to fine."""
    levels = [(left, right)]
    while max(map(len, levels[-1])) > COARSEST:
        levels.append((halved(levels[-1][0]), halved(levels[-1][1])))
    path = one_to_one(*levels[-1], np.zeros(len(levels[-1][0]) + 1, dtype=np.int64), len(levels[-1][1]) + 1)
    for ours, theirs in reversed(levels[:-1]):
        width = min(len(theirs) + 1, COARSE_WIDTH + 2 * int((path.high - path.low).max()))
        middle = np.interp(np.arange(len(ours) + 1) / 2, np.arange(len(path.low)), 2 * path.middle)
        first = np.clip(middle - width // 2, 0, len(theirs) + 1 - width).astype(np.int64)
        path = one_to_one(ours, theirs, np.maximum.accumulate(first), width)
    return path


def halved(vectors: Vectors) -> Vectors:
    """Every two neighbours summed, unit length; a last odd one stays."""
    even = len(vectors) // 2 * 2
    summed = np.vstack([vectors[:even:2] + vectors[1:even:2], vectors[even:]])
    unit: Vectors = summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-6)
    return unit


def one_to_one(left: Vectors, right: Vectors, first: Places, width: int) -> Trail:
    """The best path of single pairs and gaps within a band."""
    best = np.full((len(left) + 1, width), NEVER)
    how = np.zeros((len(left) + 1, width), dtype=np.int8)
    slide = SKIP * np.arange(width)
    for row in range(len(left) + 1):
        columns = first[row] + np.arange(width)
        if row:
            down = shifted(best[row - 1], first[row] - first[row - 1], width) - SKIP
            across = shifted(best[row - 1], first[row] - first[row - 1] - 1, width)
            met = np.clip(columns - 1, 0, len(right) - 1)
            across = np.where((columns >= 1) & (columns <= len(right)), across + right[met] @ left[row - 1], NEVER)
            start, how[row] = np.maximum(down, across), np.where(across >= down, 1, 2)
        else:
            start = np.where(columns == 0, 0.0, NEVER)
        run = np.maximum.accumulate(start + slide) - slide
        how[row] = np.where(run > start + 1e-9, 3, how[row])
        best[row] = np.where(columns <= len(right), run, NEVER)
    return walk(how, first, len(right))


def walk(how: NDArray[np.int8], first: Places, right: int) -> Trail:
    """The trail of the best path, from the end back."""
    low, high = np.full(len(how), float(right)), np.zeros(len(how))
    row, column = len(how) - 1, right
    while True:
        low[row], high[row] = min(low[row], column), max(high[row], column)
        if row == 0 and column == 0:
            return Trail(low, high)
        step = int(how[row, min(max(column - first[row], 0), how.shape[1] - 1)]) if row else 3
        row, column = row - (step != 3), max(0, column - (step != 2))


def shifted(row: Floats, by: int, width: int) -> Floats:
    """`row` moved by `by` cells to the left (to the right where negative); cells from outside are `NEVER`."""
    moved = np.full(width, NEVER)
    start, end = max(0, -by), min(width, width - by)
    if end > start:
        moved[start:end] = row[start + by : end + by]
    return moved


def products(left: Vectors, right: Vectors, first: Places, wide: int) -> Floats:
    """The products of each left vector with the `wide` right ones from `first` on, shape (n, wide); 0 outside."""
    found = np.zeros((len(left), wide))
    for row, vector in enumerate(left):
        start = max(0, int(first[row]))
        near = right[start : int(first[row]) + wide]
        found[row, start - int(first[row]) :][: len(near)] = near @ vector
    return found
