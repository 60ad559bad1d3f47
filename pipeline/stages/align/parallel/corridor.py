"""The corridor: the narrow band of positions in which the best path is looked for, so that time stays linear.

Coarse to fine, after vecalign (Thompson & Koehn 2019): neighbouring sentences are summed until few are left, these are
aligned in full, and each finer step looks only around the path of the step before. Where that path leaves out many
sentences at once the corridor is as wide as they are, but only there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.parallel.beads import LONGEST

WIDTH = 40  # positions of the right text that are looked at for each position of the left one, where none is left out
COARSE_WIDTH = 48
BESIDE = LONGEST  # rows beside a gap where it is looked for: with more, beads are made of what has no counterpart
COARSEST = 256  # sentences that are aligned in full
SKIP = 0.1  # what leaving a sentence out costs, in cosine
NEVER = -1e9
TOGETHER = 8192  # cells that are looked at together: enough for arrays, few enough to stay near the processor

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Corridor:
    """A band of cells: of each row the columns from `first` to before `stop`, neither ever falling. What is told of the
    cells lies flat, row after row. In that of two texts of n and m sentences rows are the n + 1 positions between left
    sentences, columns the m + 1 between right ones."""

    first: Places
    stop: Places

    @property
    def left(self) -> int:
        """The last row."""
        return len(self.first) - 1

    @property
    def right(self) -> int:
        """The last column."""
        return int(self.stop[-1]) - 1

    @property
    def size(self) -> int:
        """How many cells there are."""
        return int(self.starts[-1])

    @cached_property
    def starts(self) -> Places:
        """Where the cells of each row begin, and where the last one's end."""
        return np.concatenate([[0], np.cumsum(self.stop - self.first)])

    @cached_property
    def rows(self) -> Places:
        """The row of each cell."""
        return np.repeat(np.arange(len(self.first)), self.stop - self.first)

    @cached_property
    def columns(self) -> Places:
        """The column of each cell."""
        return np.arange(self.size) - (self.starts[:-1] - self.first)[self.rows]

    def cells(self, rows: Places, columns: Places) -> Places:
        """Where some cells lie; `size`, behind the last one, for those outside."""
        held = np.clip(rows, 0, self.left)
        there = (rows == held) & (columns >= self.first[held]) & (columns < self.stop[held])
        return np.where(there, (self.starts[:-1] - self.first)[held] + columns, self.size)

    def blocks(self) -> Iterator[range]:
        """All rows in order, as many together as have `TOGETHER` cells, at least one."""
        row = 0
        while row <= self.left:
            end = int(np.searchsorted(self.starts, self.starts[row] + TOGETHER, side="right")) - 1
            yield range(row, max(row + 1, end))
            row = max(row + 1, end)

    def part(self, rows: range) -> slice:
        """The cells of some rows."""
        return slice(int(self.starts[rows.start]), int(self.starts[rows.stop]))


@dataclass(frozen=True)
class Trail:
    """The lowest and the highest position of the right text that a path touches at each of the n + 1 left ones."""

    low: Floats
    high: Floats

    @property
    def middle(self) -> Floats:
        """Halfway between the two."""
        return (self.low + self.high) / 2

    def across(self, right: int) -> Trail:
        """The same path seen from the right text of `right` sentences."""
        columns = np.arange(right + 1)
        low, high = np.searchsorted(self.high, columns), np.searchsorted(self.low, columns, side="right") - 1
        return Trail(low.astype(np.float64), high.astype(np.float64))


def everything(left: int, right: int) -> Corridor:
    """The corridor of `left` and `right` sentences that leaves nothing out."""
    return Corridor(np.zeros(left + 1, dtype=np.int64), np.full(left + 1, right + 1))


def around(path: Trail, right: int, width: int = WIDTH, beside: int = BESIDE) -> Corridor:
    """The corridor of `width` around a path to `right` sentences. Where the path leaves out more than half of that at
    once, all of them are in it for the rows `beside` too: the gap may begin there."""
    reach = width // 2
    middle = np.round(path.middle).astype(np.int64)
    middle[-1] = right
    first = np.clip(middle - reach, 0, max(0, right + 1 - width))
    stop = np.minimum(first + width, right + 1)
    for row in np.nonzero(path.high - path.low > reach)[0]:
        before, after = slice(max(0, row - beside), row + 1), slice(row, row + beside + 1)
        stop[before] = np.maximum(stop[before], min(right, int(path.high[row]) + reach // 2) + 1)
        first[after] = np.minimum(first[after], max(0, int(path.low[row]) - reach // 2))
    return Corridor(np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(stop))


def trail(left: Vectors, right: Vectors) -> Trail:
    """The best path of single pairs and gaps, found coarse to fine."""
    levels = [(left, right)]
    while max(map(len, levels[-1])) > COARSEST:
        levels.append((halved(levels[-1][0]), halved(levels[-1][1])))
    rows, columns = map(len, levels[-1])
    path = one_to_one(*levels[-1], everything(rows, columns))
    for ours, theirs in reversed(levels[:-1]):
        path = one_to_one(ours, theirs, around(finer(path, len(ours)), len(theirs), COARSE_WIDTH, COARSE_WIDTH // 2))
    return path


def halved(vectors: Vectors) -> Vectors:
    """Every two neighbours summed, unit length; a last odd one stays."""
    even = len(vectors) // 2 * 2
    summed = np.vstack([vectors[:even:2] + vectors[1:even:2], vectors[even:]])
    unit: Vectors = summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-6)
    return unit


def finer(path: Trail, left: int) -> Trail:
    """The path of halved texts, told of the whole ones, the left of them of `left` sentences."""
    rows, halves = np.arange(left + 1) / 2, np.arange(len(path.low))
    return Trail(np.interp(rows, halves, 2 * path.low), np.interp(rows, halves, 2 * path.high))


def one_to_one(left: Vectors, right: Vectors, band: Corridor) -> Trail:
    """The best path of single pairs and gaps within a band."""
    how = np.zeros(band.size, dtype=np.int8)
    best = np.where(np.arange(band.first[0], band.stop[0]) == 0, 0.0, NEVER)
    for row in range(len(left) + 1):
        start, taken = (best, 0) if row == 0 else met(best, left[row - 1], right, band, row)
        slide = SKIP * np.arange(len(start))
        best = np.maximum.accumulate(start + slide) - slide
        how[band.part(range(row, row + 1))] = np.where(best > start + 1e-9, 3, taken)
    return walk(how, band)


def met(before: Floats, vector: Vectors, right: Vectors, band: Corridor, row: int) -> tuple[Floats, NDArray[np.int8]]:
    """The best ways into a row from the one before, and which: 1 with the right sentence there, 2 without."""
    width, by = int(band.stop[row] - band.first[row]), int(band.first[row] - band.first[row - 1])
    down, across = shifted(before, by, width) - SKIP, shifted(before, by - 1, width)
    near = right[max(0, int(band.first[row]) - 1) : int(band.stop[row]) - 1] @ vector
    across[width - len(near) :] += near
    return np.maximum(down, across), np.where(across >= down, 1, 2).astype(np.int8)


def walk(how: NDArray[np.int8], band: Corridor) -> Trail:
    """The trail of the best path, from the end back."""
    low, high = np.full(band.left + 1, float(band.right)), np.zeros(band.left + 1)
    row, column = band.left, band.right
    while True:
        low[row], high[row] = min(low[row], column), max(high[row], column)
        if row == 0 and column == 0:
            return Trail(low, high)
        held = min(max(column, int(band.first[row])), int(band.stop[row]) - 1)
        step = int(how[band.starts[row] + held - band.first[row]]) if row else 3
        row, column = row - (step != 3), max(0, column - (step != 2))


def shifted(row: Floats, by: int, width: int) -> Floats:
    """`width` cells of `row` from the one numbered `by`; cells from outside are `NEVER`."""
    moved = np.full(width, NEVER)
    start, end = max(0, -by), min(width, len(row) - by)
    if end > start:
        moved[start:end] = row[start + by : end + by]
    return moved


def products(left: Vectors, right: Vectors, band: Corridor) -> Floats:
    """The products of left and right vectors in the cells of `band`, flat; a last 0 stands for all outside."""
    found = np.zeros(band.size + 1)
    for row, vector in enumerate(left):
        found[band.part(range(row, row + 1))] = right[band.first[row] : band.stop[row]] @ vector
    return found
