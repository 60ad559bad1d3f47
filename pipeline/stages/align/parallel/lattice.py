"""Sums over all ways to cut two texts into beads: a semi-Markov conditional random field (Sarawagi & Cohen 2004).

A path runs from (0, 0) to (n, m) through the corridor; each bead of a shape in `SHAPES` is a step. The score of a path
is the sum of its beads' scores; its chance is in proportion to the exponential of that.
"""

from __future__ import annotations

import numpy as np

from pipeline.stages.align.parallel.beads import INSERTION, SHAPES
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, Places

Step = tuple[int, int, int]  # shape, left end, right end

STEPS = np.array([number for number, (left, _) in enumerate(SHAPES) if left])  # shapes that lead to another row
EVERY = np.arange(len(SHAPES))
GAP_GAIN = 0.5  # a gap that is rightly left open counts half of a bead that is rightly joined


def posteriors(scores: Floats, band: Corridor) -> Floats:
    """The chance of each bead, by shape and cell of its end; shape as `scores`: (15, cells)."""
    ahead, behind = forward(scores, band), backward(scores, band)
    total = ahead[band.size - 1]
    chances = np.zeros_like(scores)
    for rows in band.blocks():
        part = band.part(rows)
        way = ahead[away(band, rows, EVERY, -1)] + scores[:, part] + behind[part] - total
        chances[:, part] = np.where(scores[:, part] > NEVER, np.exp(np.clip(way, -700, 0)), 0.0)
    return chances


def away(band: Corridor, rows: range, shapes: Places, sign: int) -> Places:
    """Where beads begin that end in the cells of some rows (`sign` -1), or end that begin there (1); shape (shapes,
    cells)."""
    row, column = band.rows[band.part(rows)], band.columns[band.part(rows)]
    return np.stack([band.cells(row + sign * SHAPES[one][0], column + sign * SHAPES[one][1]) for one in shapes])


def forward(scores: Floats, band: Corridor) -> Floats:
    """The log of the summed exponentials of all ways from the beginning to each cell; a last one for all outside."""
    sums = np.full(band.size + 1, NEVER)
    for rows in band.blocks():
        begins = away(band, rows, STEPS, -1)
        for row in rows:
            part, here = within(band, rows, row)
            ways = sums[begins[:, here]] + scores[STEPS, part]
            start = np.logaddexp.reduce(ways, axis=0) if row else beginning(band)
            slide = np.cumsum(passable(scores[INSERTION, part]))
            sums[part] = np.maximum(np.logaddexp.accumulate(start - slide) + slide, NEVER)
    return sums


def backward(scores: Floats, band: Corridor) -> Floats:
    """The same from each cell to the end."""
    sums = np.full(band.size + 1, NEVER)
    for rows in reversed([*band.blocks()]):
        ends = away(band, rows, STEPS, 1)
        gained = scores[STEPS[:, None], np.minimum(ends, band.size - 1)]
        for row in reversed(rows):
            part, here = within(band, rows, row)
            ways = sums[ends[:, here]] + gained[:, here]
            start = np.logaddexp.reduce(ways, axis=0) if row < band.left else ending(band)
            slide = np.cumsum(passable(scores[INSERTION, part]))
            sums[part] = np.maximum(np.logaddexp.accumulate((start + slide)[::-1])[::-1] - slide, NEVER)
    return sums


def within(band: Corridor, rows: range, row: int) -> tuple[slice, slice]:
    """The cells of a row among all, and among those of `rows`."""
    start, stop, before = int(band.starts[row]), int(band.starts[row + 1]), int(band.starts[rows.start])
    return slice(start, stop), slice(start - before, stop - before)


def likeliest(chances: Floats, band: Corridor) -> list[Step]:
    """The path whose beads are rightest in sum (minimum Bayes risk), in order."""
    gains = chances * np.array([1.0 if min(shape) else GAP_GAIN for shape in SHAPES])[:, None]
    gains[chances <= 0] = NEVER
    return best_path(gains, band)


def best_path(gains: Floats, band: Corridor) -> list[Step]:
    """The path of highest summed gain, in order; `gains` as `scores` above."""
    best = np.full(band.size + 1, NEVER)
    how = np.full(band.size, INSERTION)
    for rows in band.blocks():
        begins = away(band, rows, STEPS, -1)
        for row in rows:
            part, here = within(band, rows, row)
            ways = best[begins[:, here]] + gains[STEPS, part]
            start = np.maximum(ways.max(axis=0), NEVER) if row else beginning(band)
            slide = np.cumsum(passable(gains[INSERTION, part]))
            run = np.maximum.accumulate(start - slide) + slide
            how[part] = np.where((run > start + 1e-12) | (start <= NEVER), INSERTION, STEPS[ways.argmax(axis=0)])
            best[part] = np.maximum(run, NEVER)
    return steps_back(how, band)


def steps_back(how: Places, band: Corridor) -> list[Step]:
    """The steps that lead to the end, in order."""
    row, column, steps = band.left, band.right, []
    while row or column:
        number = int(how[band.starts[row] + column - band.first[row]])
        steps.append((number, row, column))
        row, column = row - SHAPES[number][0], column - SHAPES[number][1]
    return steps[::-1]


def beginning(band: Corridor) -> Floats:
    """Only position 0 of the right text can be where a path begins."""
    return np.where(np.arange(band.first[0], band.stop[0]) == 0, 0.0, NEVER)


def ending(band: Corridor) -> Floats:
    """Only the last position of the right text can be where a path ends."""
    return np.where(np.arange(band.first[-1], band.stop[-1]) == band.right, 0.0, NEVER)


def passable(scores: Floats) -> Floats:
    """Scores of insertions, 0 where there is none: the cells before them are out of reach anyway."""
    return np.where(scores > NEVER, scores, 0.0)
