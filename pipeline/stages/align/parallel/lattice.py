"""Sums over all ways to cut two texts into beads: a semi-Markov conditional random field (Sarawagi & Cohen 2004).

A path runs from (0, 0) to (n, m) through the corridor; each bead of a shape in `SHAPES` is a step. The score of a path
is the sum of its beads' scores; its chance is in proportion to the exponential of that.
"""

from __future__ import annotations

import numpy as np

from pipeline.stages.align.parallel.beads import INSERTION, SHAPES
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, shifted

Step = tuple[int, int, int]  # shape, left end, right end

STEPS = tuple((number, shape) for number, shape in enumerate(SHAPES) if shape[0])
GAP_GAIN = 0.5  # a gap that is rightly left open counts half of a bead that is rightly joined


def posteriors(scores: Floats, band: Corridor) -> Floats:
    """The chance of each bead, by shape, left end and cell of the right end; shape as `scores`: (15, n + 1, width)."""
    ahead, behind = forward(scores, band), backward(scores, band)
    total = ahead[band.left, band.right - band.first[band.left]]
    chances = np.zeros_like(scores)
    for number, (left, right) in enumerate(SHAPES):
        for row in range(left, band.left + 1):
            before = shifted(ahead[row - left], int(band.first[row] - band.first[row - left]) - right, band.width)
            chances[number, row] = np.exp(np.clip(before + scores[number, row] + behind[row] - total, -700, 0))
    return np.where(scores > NEVER, chances, 0.0)


def forward(scores: Floats, band: Corridor) -> Floats:
    """The log of the summed exponentials of all ways from the beginning to each cell, shape (n + 1, width)."""
    sums = np.full((band.left + 1, band.width), NEVER)
    for row in range(band.left + 1):
        ways = [
            shifted(sums[row - left], int(band.first[row] - band.first[row - left]) - right, band.width)
            + scores[number, row]
            for number, (left, right) in STEPS
            if left <= row
        ]
        start = np.logaddexp.reduce(np.stack(ways), axis=0) if ways else beginning(band)
        slide = np.cumsum(passable(scores[INSERTION, row]))
        sums[row] = inside(np.logaddexp.accumulate(start - slide) + slide, row, band)
    return sums


def backward(scores: Floats, band: Corridor) -> Floats:
    """The same from each cell to the end."""
    sums = np.full((band.left + 1, band.width), NEVER)
    for row in range(band.left, -1, -1):
        ways = [
            shifted(
                sums[row + left] + scores[number, row + left],
                int(band.first[row] - band.first[row + left]) + right,
                band.width,
            )
            for number, (left, right) in STEPS
            if row + left <= band.left
        ]
        start = np.logaddexp.reduce(np.stack(ways), axis=0) if ways else ending(band)
        slide = np.cumsum(passable(scores[INSERTION, row]))
        sums[row] = inside(np.logaddexp.accumulate((start + slide)[::-1])[::-1] - slide, row, band)
    return sums


def likeliest(chances: Floats, band: Corridor) -> list[Step]:
    """The path whose beads are rightest in sum (minimum Bayes risk), in order."""
    gains = np.stack([chances[number] * (1.0 if min(shape) else GAP_GAIN) for number, shape in enumerate(SHAPES)])
    return best_path(np.where(chances > 0, gains, NEVER), band)


def best_path(gains: Floats, band: Corridor) -> list[Step]:
    """The path of highest summed gain, in order; `gains` as `scores` above."""
    best = np.full((band.left + 1, band.width), NEVER)
    how = np.full((band.left + 1, band.width), INSERTION)
    for row in range(band.left + 1):
        start = np.full(band.width, NEVER) if row else beginning(band)
        for number, (left, right) in STEPS:
            if left > row:
                continue
            before = shifted(best[row - left], int(band.first[row] - band.first[row - left]) - right, band.width)
            gained = before + gains[number, row]
            how[row] = np.where(gained > start, number, how[row])
            start = np.maximum(start, gained)
        slide = np.cumsum(passable(gains[INSERTION, row]))
        run = np.maximum.accumulate(start - slide) + slide
        how[row] = np.where(run > start + 1e-12, INSERTION, how[row])
        best[row] = inside(run, row, band)
    return steps_back(how, band)


def steps_back(how: Floats, band: Corridor) -> list[Step]:
    """The steps that lead to the end, in order."""
    row, column, steps = band.left, band.right, []
    while row or column:
        number = int(how[row, column - band.first[row]])
        steps.append((number, row, column))
        row, column = row - SHAPES[number][0], column - SHAPES[number][1]
    return steps[::-1]


def beginning(band: Corridor) -> Floats:
    """Only position 0 of the right text can be where a path begins."""
    return np.where(band.first[0] + np.arange(band.width) == 0, 0.0, NEVER)


def ending(band: Corridor) -> Floats:
    """Only the last position of the right text can be where a path ends."""
    return np.where(band.first[band.left] + np.arange(band.width) == band.right, 0.0, NEVER)


def passable(scores: Floats) -> Floats:
    """Scores of insertions, 0 where there is none: the cells before them are out of reach anyway."""
    return np.where(scores > NEVER, scores, 0.0)


def inside(sums: Floats, row: int, band: Corridor) -> Floats:
    """`sums`, out of reach beyond the end of the right text."""
    return np.where(band.first[row] + np.arange(band.width) <= band.right, np.maximum(sums, NEVER), NEVER)
