"""The nearest vectors of another language: exactly where there are few, by an index where there are many.

The index (inverted file, Jégou et al. 2011) sorts the pool into cells around centres found on a sample, and looks only
into the cells nearest to a query. All is matrix products over a cell and the queries that look into it: linear memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import Vectors

Numbers = NDArray[np.intp]

LARGE = 40_000  # vectors in the pool from which an index is built: below, all with all is quicker
BLOCK = 2_000_000  # cosines held at once
PER_CELL = 64  # vectors in a cell, about
SAMPLE = 32  # vectors a cell that its centre is learnt from, at most
ROUNDS = 6
PROBES = 96  # cells looked into
TOGETHER = 4096  # queries looked up at once
SEED = 20_031  # any: the same pool gives the same cells


@dataclass(frozen=True)
class Nearest:
    """For each query, its nearest vectors of the pool, the nearest first: rows of `pool` and cosines, both (n, k)."""

    rows: Numbers
    cosines: Vectors

    def first(self, count: int) -> Vectors:
        """The mean of the `count` highest cosines of each query (n,)."""
        mean: Vectors = self.cosines[:, :count].mean(axis=1)
        return mean

    def rival(self, query: int, row: int) -> float:
        """The highest cosine of `query` outside `row`; 0 where there is no other."""
        own = self.rows[query]
        if own[0] != row:
            return float(self.cosines[query, 0])
        return float(self.cosines[query, 1]) if own.size > 1 else 0.0


def nearest(queries: Vectors, pool: Vectors, count: int, large: int = LARGE) -> Nearest:
    """The `count` nearest of `pool` for each of `queries` (unit vectors); fewer where the pool has fewer."""
    count = min(count, len(pool))
    search = by_cells if len(pool) >= large and len(queries) > PROBES else by_all
    return search(queries, pool, count)


def by_all(queries: Vectors, pool: Vectors, count: int) -> Nearest:
    """Exactly, a block of queries at a time."""
    size = max(1, BLOCK // max(1, len(pool)))
    found = [
        highest(np.round(queries[start : start + size] @ pool.T, 4), count) for start in range(0, len(queries), size)
    ]
    rows = np.vstack([one.rows for one in found]) if found else np.zeros((0, count), np.intp)
    cosines = np.vstack([one.cosines for one in found]) if found else np.zeros((0, count), np.float32)
    return Nearest(rows, cosines)


def highest(cosines: Vectors, count: int) -> Nearest:
    """The `count` highest of each row, the first in the row where two are equal."""
    rows = np.argpartition(-cosines, count - 1, axis=1)[:, :count] if count < cosines.shape[1] else every(cosines.shape)
    return ordered(rows, np.take_along_axis(cosines, rows, axis=1))


def every(shape: tuple[int, ...]) -> Numbers:
    """All column numbers in each row."""
    return np.tile(np.arange(shape[1]), (shape[0], 1))


def ordered(rows: Numbers, cosines: Vectors) -> Nearest:
    """Each row by cosine, the highest first, then by number."""
    order = np.lexsort((rows, -cosines), axis=1)
    return Nearest(np.take_along_axis(rows, order, axis=1), np.take_along_axis(cosines, order, axis=1))


def by_cells(queries: Vectors, pool: Vectors, count: int, probes: int = PROBES) -> Nearest:
    """Through the cells nearest to each query; -1 and cosine -1 where these hold too few."""
    middles = centres(pool)
    cells = members(by_all(pool, middles, 1).rows[:, 0], len(middles))
    probes = min(probes, len(middles))
    found = [
        probed(queries[start : start + TOGETHER], pool, (middles, cells), (count, probes))
        for start in range(0, len(queries), TOGETHER)
    ]
    return Nearest(np.vstack([one.rows for one in found]), np.vstack([one.cosines for one in found]))


def probed(queries: Vectors, pool: Vectors, index: tuple[Vectors, list[Numbers]], size: tuple[int, int]) -> Nearest:
    """One block of queries: the best of each cell it asks, then the best of these."""
    middles, cells = index
    count, probes = size
    asked = by_all(queries, middles, probes).rows
    rows = np.full((len(queries), probes, count), -1, np.int32)
    cosines = np.full((len(queries), probes, count), -1.0, np.float32)
    for who, cell in visits(asked, cells):
        near = queries[who // probes] @ pool[cell].T
        kept = min(count, len(cell))
        best = np.argpartition(-near, kept - 1, axis=1)[:, :kept]
        rows[who // probes, who % probes, :kept] = cell[best]
        cosines[who // probes, who % probes, :kept] = np.take_along_axis(near, best, axis=1)
    flat = highest(np.round(cosines.reshape(len(queries), -1), 4), count)
    return Nearest(np.take_along_axis(rows.reshape(len(queries), -1), flat.rows, axis=1).astype(np.intp), flat.cosines)


def visits(asked: Numbers, cells: list[Numbers]) -> Iterator[tuple[Numbers, Numbers]]:
    """For each cell that is asked: where in `asked`, laid flat, and its members."""
    askers = members(asked.ravel(), len(cells))
    for cell, who in zip(cells, askers, strict=True):
        if len(cell) and len(who):
            yield who, cell


def members(labels: Numbers, count: int) -> list[Numbers]:
    """Positions by label, in order."""
    order = np.argsort(labels, kind="stable")
    return np.split(order, np.searchsorted(labels[order], np.arange(1, count)))


def centres(pool: Vectors) -> Vectors:
    """Unit vectors in the middle of the cells: spherical k-means on a sample."""
    count = max(1, len(pool) // PER_CELL)
    chance = np.random.default_rng(SEED)
    sample = pool[np.sort(chance.choice(len(pool), min(len(pool), SAMPLE * count), replace=False))]
    middles = sample[np.sort(chance.choice(len(sample), count, replace=False))]
    for _ in range(ROUNDS):
        labels = by_all(sample, middles, 1).rows[:, 0]
        sums = np.stack(
            [sample[one].sum(axis=0) if len(one) else middles[at] for at, one in enumerate(members(labels, count))]
        )
        middles = (sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)).astype(np.float32)
    return middles
