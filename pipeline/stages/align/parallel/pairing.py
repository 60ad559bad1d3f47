"""Two texts beside each other in a corridor: for each pair of sentences near its middle, how near they are, and how
much of what each says has a counterpart in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from pipeline.stages.align.parallel.answers import answers
from pipeline.stages.align.parallel.beads import LONGEST
from pipeline.stages.align.parallel.corridor import Corridor, Floats, Places, Trail, around, products
from pipeline.stages.align.parallel.counterparts import Table
from pipeline.stages.align.parallel.moved import moved
from pipeline.stages.align.parallel.sides import Side

STRETCHES = 5  # as many as a text has at least; each tells how much longer the other text is
LONG_ENOUGH = 20  # sentences of a stretch: it need not be longer

Matrix = Literal["cosines", "told", "echoed"]


@dataclass(frozen=True)
class Pairing:
    """Flat matrices over `near`, the corridor of the pairs of sentences, a last 0 for all outside: the cosine of left
    sentence and right sentence, the weight of the left one's words that have a counterpart in the right one (`told`),
    and the other way round (`echoed`). `moved`, over the cells of `band`: how much speaks for clauses that moved over
    each edge; 0 in the first round. `nearest`: how near the nearest sentence of the other text comes before each of the
    n + 1 left positions, and before each of the m + 1 right ones. `ratio`: how many times longer the right text is than
    what it translates."""

    left: Side
    right: Side
    band: Corridor
    near: Corridor
    cosines: Floats
    told: Floats
    echoed: Floats
    moved: Floats
    nearest: tuple[Floats, Floats]
    ratio: float


class Cells:
    """Some cells of a pairing's corridor: the positions, `row` and `column`, where beads of all shapes end. What shapes
    share is looked up once."""

    def __init__(self, pair: Pairing, cells: slice | Places) -> None:
        self.pair = pair
        self.row, self.column = pair.band.rows[cells], pair.band.columns[cells]
        self.moved = pair.moved[cells]
        self.places: dict[tuple[int, int], Places] = {}
        self.held: dict[tuple[Matrix, int, int], Floats] = {}

    def __len__(self) -> int:
        return len(self.row)

    def block(self, matrix: Matrix, shape: tuple[int, int]) -> Iterator[tuple[int, int, Floats]]:
        """For each pair of sentences (counted back from the end of either side) of a bead of `shape`: its values."""
        for back in range(shape[0]):
            for behind in range(shape[1]):
                yield back, behind, self.values(matrix, back, behind)

    def values(self, matrix: Matrix, back: int, behind: int) -> Floats:
        """What a matrix holds for the pair of sentences that end so far before each cell."""
        if (back, behind) not in self.places:
            self.places[back, behind] = self.pair.near.cells(self.row - 1 - back, self.column - 1 - behind)
        if (matrix, back, behind) not in self.held:
            flat: Floats = getattr(self.pair, matrix)
            self.held[matrix, back, behind] = flat[self.places[back, behind]]
        return self.held[matrix, back, behind]


def pairing(left: Side, right: Side, path: Trail, table: Table) -> Pairing:
    """The matrices of two texts in the corridor around `path`, words compared by `table`."""
    band = around(path, len(right.text.sentences))
    near = sentences(band)
    cosines = products(left.text.vectors, right.text.vectors, near)
    words = answers(left, right, near, table)
    closest = nearest(left, right, band, (near, cosines))
    return Pairing(left, right, band, near, cosines, *words, np.zeros(band.size), closest, ratio(left, right, path))


def ratio(left: Side, right: Side, path: Trail) -> float:
    """See `Pairing`: by characters, the median of what stretches along `path` tell, so that a chapter that one text
    lacks says nothing. Seen from the text with fewer sentences: less of it lies beside the gap."""
    sizes = [len(one.text.sentences) for one in (left, right)]
    if sizes[0] <= sizes[1]:
        return growth(path, left.lengths, right.lengths)
    return 1 / growth(path.across(sizes[1]), right.lengths, left.lengths)


def growth(path: Trail, ours: Floats, theirs: Floats) -> float:
    """How many times longer the text is that `path` leads to, from the characters before each position of both."""
    count = len(ours) - 1
    size = max(1, min(LONG_ENOUGH, count // STRETCHES))
    starts = np.arange(count - size + 1)
    first, last = np.round(path.high[starts]).astype(np.int64), np.round(path.low[starts + size]).astype(np.int64)
    first[0], last[-1] = 0, len(theirs) - 1
    grown = (theirs[np.maximum(first, last)] - theirs[first] + 1) / (ours[starts + size] - ours[starts] + 1)
    return float(np.median(grown))


def sentences(band: Corridor) -> Corridor:
    """The corridor of the pairs of sentences that beads with ends in `band` hold."""
    return Corridor(np.maximum(band.first[:-1] - LONGEST, 0), np.minimum(band.stop[:-1] + 2 * LONGEST, band.right))


def nearest(left: Side, right: Side, band: Corridor, cosines: tuple[Corridor, Floats]) -> tuple[Floats, Floats]:
    """See `Pairing`: the cosine less what either sentence has with the nearest of the other text, the highest."""
    near, flat = cosines
    before_row, before_column = np.full(band.left + 1, -1.0), np.full(band.right + 1, -1.0)
    for rows in band.blocks():
        row, column = band.rows[band.part(rows)], band.columns[band.part(rows)]
        margin = flat[near.cells(row - 1, column - 1)] - (left.hubs[row, 0] + right.hubs[column, 0]) / 2
        margin = np.where((row >= 1) & (column >= 1), margin, -1.0)
        opens = band.starts[rows.start : rows.stop] - band.starts[rows.start]
        before_row[rows.start : rows.stop] = np.maximum.reduceat(margin, opens)
        np.maximum.at(before_column, column, margin)
    return before_row, before_column


def read_again(pair: Pairing, table: Table) -> Pairing:
    """The same texts, words compared by a better table, and clauses that moved looked for."""
    told, echoed = answers(pair.left, pair.right, pair.near, table)
    return replace(pair, told=told, echoed=echoed, moved=moved(pair.left.text, pair.right.text, pair.band, pair.near))
