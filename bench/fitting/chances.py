"""The likelihood of gold beads and its gradient: the sums of the aligner's lattice, over many stretches at once."""

from __future__ import annotations

import numpy as np

from bench.fitting.stretches import Stretches
from pipeline.stages.align.parallel.beads import INSERTION, SHAPES
from pipeline.stages.align.parallel.corridor import Floats

NEVER = -1e6


def loss(weights: Floats, one: Stretches, ridge: float) -> tuple[float, Floats]:
    """The negative log-likelihood of the gold, with the ridge, and its gradient (names)."""
    scores = (one.signs @ weights.astype(np.float32)).reshape(one.there.shape).astype(np.float64)
    scores = np.where(one.there, scores, NEVER)
    slides = np.cumsum(np.where(one.there[:, :, INSERTION], scores[:, :, INSERTION], 0.0), axis=2)
    ahead, behind = forward(scores, slides), backward(scores, slides, one)
    total = ahead[np.arange(len(one.ends)), one.ends[:, 0], one.ends[:, 1]]
    chances = np.zeros_like(scores)
    for number, (left, right) in enumerate(SHAPES):
        before = np.full_like(ahead, NEVER)
        before[:, left:, right:] = ahead[:, : ahead.shape[1] - left, : ahead.shape[2] - right]
        chances[:, :, number] = np.exp(np.clip(before + scores[:, :, number] + behind - total[:, None, None], -700, 0))
    chances[~one.there] = 0
    expected = chances.reshape(-1).astype(np.float32) @ one.signs
    value = total.sum() - one.gold @ weights + ridge / 2 * weights @ weights
    return float(value), (expected - one.gold + ridge * weights).astype(np.float64)


def forward(scores: Floats, slides: Floats) -> Floats:
    """Log sums over all ways to each cell, shape (B, rows, columns)."""
    stretches, rows, _, columns = scores.shape
    sums = np.full((stretches, rows, columns), NEVER)
    for row in range(rows):
        ways = [
            moved(sums[:, row - left], right) + scores[:, row, number]
            for number, (left, right) in enumerate(SHAPES)
            if 0 < left <= row
        ]
        start = np.logaddexp.reduce(np.stack(ways), axis=0) if ways else beginning(stretches, columns)
        run = slides[:, row]
        sums[:, row] = np.maximum(np.logaddexp.accumulate(start - run, axis=1) + run, NEVER)
    return sums


def backward(scores: Floats, slides: Floats, one: Stretches) -> Floats:
    """Log sums over all ways from each cell to its stretch's end."""
    stretches, rows, _, columns = scores.shape
    sums = np.full((stretches, rows, columns), NEVER)
    for row in range(rows - 1, -1, -1):
        ways = [
            moved(sums[:, row + left] + scores[:, row + left, number], -right)
            for number, (left, right) in enumerate(SHAPES)
            if left and row + left < rows
        ]
        start = np.logaddexp.reduce(np.stack(ways), axis=0) if ways else np.full((stretches, columns), NEVER)
        last = np.nonzero(one.ends[:, 0] == row)[0]
        start[last, one.ends[last, 1]] = np.logaddexp(start[last, one.ends[last, 1]], 0)
        run = slides[:, row]
        sums[:, row] = np.maximum(np.logaddexp.accumulate((start + run)[:, ::-1], axis=1)[:, ::-1] - run, NEVER)
    return sums


def beginning(stretches: int, columns: int) -> Floats:
    """Only the first cell of each stretch can be where a path begins."""
    start = np.full((stretches, columns), NEVER)
    start[:, 0] = 0
    return start


def moved(rows: Floats, by: int) -> Floats:
    """`rows` (B, columns) moved to the right by `by` cells, to the left where negative."""
    out = np.full_like(rows, NEVER)
    if by > 0:
        out[:, by:] = rows[:, :-by]
    elif by < 0:
        out[:, :by] = rows[:, -by:]
    else:
        out[:] = rows
    return out
