"""Other ways to align parallel texts, on the same vectors: Gale & Church (1993) and bertalign (Liu & Zhu 2022).

Both look in the same corridor as ours and are told nothing else.
"""

from __future__ import annotations

from math import erfc, log, sqrt

import numpy as np

from pipeline.stages.align.parallel import Bead, Text
from pipeline.stages.align.parallel.beads import SHAPES
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, trail
from pipeline.stages.align.parallel.lattice import best_path
from pipeline.stages.align.parallel.pairing import Cells, Pairing, pairing
from pipeline.stages.align.parallel.sides import side
from pipeline.stages.align.parallel.signs import Ends, cosine_of, possible

# Gale & Church's own figures: how often each shape occurs, and the variance of the length ratio.
OFTEN = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
VARIANCE = 6.8
SKIP = -0.1  # bertalign's gain of a sentence left alone
AROUND = 3  # and the neighbours that a bead is compared with


def gale_church(left: Text, right: Text) -> list[Bead]:
    """By length alone."""
    pair = paired(left, right)
    lengths = pair.left.lengths, pair.right.lengths
    ratio = lengths[1][-1] / lengths[0][-1]
    cells = Cells(pair, slice(None))
    gains = np.full((len(SHAPES), pair.band.size), NEVER)
    for shape, chance in OFTEN.items():
        number = SHAPES.index(shape)
        ours, theirs = Ends(cells, shape).before(*lengths)
        spread = np.abs(theirs - ours * ratio) / np.sqrt(np.maximum((ours + theirs / ratio) / 2, 1) * VARIANCE)
        tails = np.vectorize(lambda value: log(max(erfc(value / sqrt(2)), 1e-300)))(spread)
        gains[number] = np.where(possible(cells, number), log(chance) + tails, NEVER)
    return beads(gains, pair.band)


def like_bertalign(left: Text, right: Text) -> list[Bead]:
    """Cosine less that of the neighbours, times the agreement in length; a gain for each bead."""
    pair = paired(left, right)
    cells = Cells(pair, slice(None))
    gains = np.full((len(SHAPES), pair.band.size), NEVER)
    for number, shape in enumerate(SHAPES):
        if not min(shape):
            gains[number] = np.where(possible(cells, number), SKIP, NEVER)
            continue
        ends = Ends(cells, shape)
        cosine = cosine_of(ends)
        ours, theirs = ends.before(pair.left.lengths, pair.right.lengths)
        ours = ours * pair.right.lengths[-1] / pair.left.lengths[-1]
        penalty = np.log2(1 + np.minimum(ours, theirs) / np.maximum(np.maximum(ours, theirs), 1))
        gains[number] = np.where(possible(cells, number), (cosine - nearby(cosine, pair.band)) * penalty, NEVER)
    return beads(gains, pair.band)


def nearby(cosine: Floats, band: Corridor) -> Floats:
    """The mean cosine with the beads next to this one on the other side, and on its own; 0 outside the corridor."""
    flat, total = np.append(cosine, 0.0), np.zeros_like(cosine)
    for step in (-AROUND, AROUND):
        total += flat[band.cells(band.rows, band.columns + step)]
        across = np.clip(band.rows + step, 0, band.left)
        total += flat[band.cells(band.rows + step, band.columns + band.first[across] - band.first[band.rows])]
    return total / 4


def paired(left: Text, right: Text) -> Pairing:
    """Two texts beside each other, without words."""
    return pairing(side(left, right), side(right, left), trail(left.vectors, right.vectors), {})


def beads(gains: Floats, band: Corridor) -> list[Bead]:
    """The beads of the best path."""
    steps = [(SHAPES[number], row, column) for number, row, column in best_path(gains, band)]
    return [Bead(range(row - left, row), range(column - right, column), 1.0) for (left, right), row, column in steps]
