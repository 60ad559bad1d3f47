"""Gold beads cut into short stretches, so that sums over all paths run over many of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.evaluate.novels import Novel
from pipeline.stages.align.parallel.beads import SHAPES
from pipeline.stages.align.parallel.corridor import Floats
from pipeline.stages.align.parallel.lattice import Step
from pipeline.stages.align.parallel.pairing import Cells, Pairing
from pipeline.stages.align.parallel.signs import possible, signs

ROWS, COLUMNS = 24, 44  # sentences of a stretch, at most


@dataclass(frozen=True)
class Stretches:
    """B stretches. `signs`: (B · rows · shapes · columns, names); `there`, which beads are possible: (B, rows, shapes,
    columns); `ends`: (B, 2); `gold`, the summed signs of the gold: (names)."""

    names: tuple[str, ...]
    signs: NDArray[np.float32]
    there: NDArray[np.bool_]
    ends: NDArray[np.int64]
    gold: Floats


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the left and right position `start` to `end`, the gold's beads between them."""

    start: tuple[int, int]
    end: tuple[int, int]
    steps: tuple[Step, ...]


def stretches_of(gold: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """The gold cut into stretches. A bead whose shape the aligner does not know is in none."""
    start, end = (0, 0), (0, 0)
    steps: list[Step] = []
    for shape, row, column in steps_of(gold):
        full = row - start[0] > ROWS or column - start[1] > COLUMNS
        if steps and (full or shape is None):
            yield Stretch(start, end, tuple(steps))
            start, steps = end, []
        if shape is None:
            start = (row, column)
        else:
            steps.append((shape, row, column))
        end = (row, column)
    if steps:
        yield Stretch(start, end, tuple(steps))


def steps_of(gold: Sequence[tuple[int, int]]) -> Iterator[tuple[int | None, int, int]]:
    """Each gold bead as (shape, left end, right end). A gap of several sentences is several gaps."""
    row = column = 0
    for left, right in gold:
        single = [(left, right)] if left and right else [(1, 0)] * left + [(0, 1)] * right
        for one in single:
            row, column = row + one[0], column + one[1]
            yield (SHAPES.index(one) if one in SHAPES else None), row, column


def stack(pairs: Sequence[tuple[Novel, Pairing]]) -> Stretches:
    """All stretches of some novels."""
    cut = [(pair, list(stretches_of(novel.gold))) for novel, pair in pairs]
    every = [one for _, stretches in cut for one in stretches]
    names = tuple(sorted({name for pair, _ in cut for name in sign_names(pair)}))
    size = (len(every), ROWS + 1, len(SHAPES), COLUMNS + 1)
    values, there = np.zeros((*size, len(names)), np.float32), np.zeros(size, np.bool_)
    at = 0
    for pair, stretches in cut:
        fill(values[at : at + len(stretches)], there[at : at + len(stretches)], pair, stretches, names)
        at += len(stretches)
    ends = np.array([(one.end[0] - one.start[0], one.end[1] - one.start[1]) for one in every])
    gold = np.zeros(len(names))
    for at, one in enumerate(every):
        for number, row, column in one.steps:
            gold += values[at, row - one.start[0], number, column - one.start[1]]
    return Stretches(names, values.reshape(-1, len(names)), there, ends, gold)


def sign_names(pair: Pairing) -> Iterator[str]:
    """The names of all signs that a pairing has."""
    cells = Cells(pair, slice(0, 1))
    return (name for number in range(len(SHAPES)) for name, _ in signs(cells, number))


def fill(
    values: NDArray[np.float32],
    there: NDArray[np.bool_],
    pair: Pairing,
    stretches: Sequence[Stretch],
    names: Sequence[str],
) -> None:
    """Write one pairing's signs into the cells of its stretches."""
    cells = Cells(pair, slice(None))
    for number, (left, right) in enumerate(SHAPES):
        allowed = possible(cells, number)
        told = {names.index(name): held for name, held in signs(cells, number)}
        for at, one in enumerate(stretches):
            for row in range(one.start[0] + left, one.end[0] + 1):
                columns = np.arange(one.start[1], one.end[1] + 1)
                places = pair.band.cells(np.full_like(columns, row), columns)
                kept = np.nonzero((places < pair.band.size) & (np.arange(len(places)) >= right))[0]
                there[at, row - one.start[0], number, kept] = allowed[places[kept]]
                for sign, held in told.items():
                    values[at, row - one.start[0], number, kept, sign] = held[places[kept]]
