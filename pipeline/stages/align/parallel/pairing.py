"""Two texts beside each other in a corridor: for each pair of sentences near its middle, how near they are, and how
much of what each says has a counterpart in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from pipeline.stages.align.parallel.answers import answers
from pipeline.stages.align.parallel.beads import LONGEST
from pipeline.stages.align.parallel.corridor import Corridor, Floats, Places, products
from pipeline.stages.align.parallel.counterparts import Table
from pipeline.stages.align.parallel.moved import moved
from pipeline.stages.align.parallel.sides import Side


@dataclass(frozen=True)
class Pairing:
    """Matrices of shape (n, wide): the cosine of left sentence and right sentence, the weight of the left one's words
    that have a counterpart in the right one (`told`), and the other way round (`echoed`). The first column of a row
    is the right sentence `first[row]`, which may lie before the text: such cells are 0. `moved`, shape (n + 1, width):
    how much speaks for clauses that moved over each edge; 0 in the first round."""

    left: Side
    right: Side
    band: Corridor
    first: Places
    cosines: Floats
    told: Floats
    echoed: Floats
    moved: Floats

    def block(self, matrix: Floats, shape: tuple[int, int]) -> Iterator[tuple[int, int, Floats]]:
        """For each sentence (counted back from the end of either side) of a bead of `shape`: the cells of `matrix`,
        shape (n + 1, width) by the bead's ends."""
        columns = self.band.columns()
        for back in range(shape[0]):
            rows = np.arange(self.band.left + 1) - 1 - back
            held = np.clip(rows, 0, self.band.left - 1)
            for behind in range(shape[1]):
                places = columns - 1 - behind - self.first[held][:, None]
                there = (rows[:, None] >= 0) & (places >= 0) & (places < matrix.shape[1])
                cells = matrix[held[:, None], np.clip(places, 0, matrix.shape[1] - 1)]
                yield back, behind, np.where(there, cells, 0.0)


def pairing(left: Side, right: Side, band: Corridor, table: Table) -> Pairing:
    """The matrices of two texts, words compared by `table`."""
    first = band.first[:-1] - LONGEST
    wide = band.width + 3 * LONGEST
    cosines = products(left.text.vectors, right.text.vectors, first, wide)
    words = answers(left, right, first, wide, table)
    return Pairing(left, right, band, first, cosines, *words, np.zeros((band.left + 1, band.width)))


def read_again(pair: Pairing, table: Table) -> Pairing:
    """The same texts, words compared by a better table, and clauses that moved looked for."""
    told, echoed = answers(pair.left, pair.right, pair.first, pair.cosines.shape[1], table)
    return replace(pair, told=told, echoed=echoed, moved=moved(pair.left.text, pair.right.text, pair.band))
