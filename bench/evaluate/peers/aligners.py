"""Other ways to align parallel texts, on the same vectors: Gale & Church (1993) and bertalign (Liu & Zhu 2022).

Both look in the same corridor as ours and are told nothing else.
"""

from __future__ import annotations

from math import erfc, log, sqrt

import numpy as np

from pipeline.stages.align.parallel import Bead, Text
from pipeline.stages.align.parallel.beads import SHAPES
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, corridor
from pipeline.stages.align.parallel.lattice import best_path
from pipeline.stages.align.parallel.pairing import Pairing, pairing
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
    gains = np.full((len(SHAPES), pair.band.left + 1, pair.band.width), NEVER)
    for shape, chance in OFTEN.items():
        number = SHAPES.index(shape)
        ours, theirs = Ends(pair, shape).before(*lengths)
        ours = np.broadcast_to(ours, gains.shape[1:])
        spread = np.abs(theirs - ours * ratio) / np.sqrt(np.maximum((ours + theirs / ratio) / 2, 1) * VARIANCE)
        tails = np.vectorize(lambda value: log(max(erfc(value / sqrt(2)), 1e-300)))(spread)
        gains[number] = np.where(possible(pair, number), log(chance) + tails, NEVER)
    return beads(gains, pair.band)


def like_bertalign(left: Text, right: Text) -> list[Bead]:
    """Cosine less that of the neighbours, times the agreement in length; a gain for each bead."""
    pair = paired(left, right)
    gains = np.full((len(SHAPES), pair.band.left + 1, pair.band.width), NEVER)
    for number, shape in enumerate(SHAPES):
        if not min(shape):
            gains[number] = np.where(possible(pair, number), SKIP, NEVER)
            continue
        ends = Ends(pair, shape)
        cosine = cosine_of(pair, ends)
        ours, theirs = ends.before(pair.left.lengths, pair.right.lengths)
        ours = ours * pair.right.lengths[-1] / pair.left.lengths[-1]
        penalty = np.log2(1 + np.minimum(ours, theirs) / np.maximum(np.maximum(ours, theirs), 1))
        gains[number] = np.where(possible(pair, number), (cosine - nearby(cosine)) * penalty, NEVER)
    return beads(gains, pair.band)


def nearby(cosine: Floats) -> Floats:
    """The mean cosine with the beads next to this one on the other side, and on its own."""
    total = np.zeros_like(cosine)
    for axis in (0, 1):
        for step in (-AROUND, AROUND):
            total += np.roll(cosine, step, axis=axis)
    return total / 4


def paired(left: Text, right: Text) -> Pairing:
    """Two texts beside each other, without words."""
    return pairing(side(left, right), side(right, left), corridor(left.vectors, right.vectors), {})


def beads(gains: Floats, band: Corridor) -> list[Bead]:
    """The beads of the best path."""
    steps = [(SHAPES[number], row, column) for number, row, column in best_path(gains, band)]
    return [Bead(range(row - left, row), range(column - right, column), 1.0) for (left, right), row, column in steps]
