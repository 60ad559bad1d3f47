"""The aligner of parallel texts: two rounds, the second with the words that the first one taught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

import numpy as np

from pipeline.knowledge.aligner import AlignerModel
from pipeline.stages.align.parallel.beads import SHAPES, Bead, Text
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, trail
from pipeline.stages.align.parallel.counterparts import Table, cognates, joined, learned, near_words
from pipeline.stages.align.parallel.lattice import Step, likeliest, posteriors
from pipeline.stages.align.parallel.pairing import Cells, Pairing, pairing, read_again
from pipeline.stages.align.parallel.sides import Side, side
from pipeline.stages.align.parallel.signs import nearness, possible, signs

LIKELY = 0.5  # beads from this chance teach words
HOPELESS = 0.15  # coverage below which two texts are no translations, whatever the words may teach


@dataclass(frozen=True)
class Parallel:
    """The beads of two texts in order, gaps included, and how much is translated (0–1): the share of sentences that
    stand in a translated bead, each weighed with the bead's chance and nearness, in the text that is covered better."""

    beads: tuple[Bead, ...]
    coverage: float


def parallel(left: Text, right: Text, model: AlignerModel) -> Parallel:
    """Align two texts of which one may translate the other; linear in their length.

    Texts without sentences give no beads. Where the first round covers next to nothing there is no second.
    """
    if not len(left.vectors) or not len(right.vectors):
        return Parallel((), 0.0)
    sides = side(left, right), side(right, left)
    table = word_table(*sides)
    pair = pairing(*sides, trail(left.vectors, right.vectors), table)
    found = aligned(pair, model.weights)
    if found.coverage >= HOPELESS:
        found = aligned(read_again(pair, joined(table, lessons(*sides, found))), model.weights)
    return replace(found, beads=tuple(replace(one, confidence=sure(one.confidence, model)) for one in found.beads))


def sure(chance: float, model: AlignerModel) -> float:
    """The confidence of a bead to which the model gives `chance`, 4 decimals."""
    within = min(max(chance, 1e-9), 1 - 1e-9)
    return round(1 / (1 + exp(-(model.slope * log(within / (1 - within)) + model.shift))), 4)


def word_table(left: Side, right: Side) -> Table:
    """What may stand for what before anything is aligned."""
    ours, theirs = (Counter(word for words in one.words for word in words) for one in (left, right))
    return joined(cognates(ours, theirs), near_words(ours, theirs))


def lessons(left: Side, right: Side, found: Parallel) -> Table:
    """What the likely beads teach."""
    likely = [bead for bead in found.beads if bead.translated and bead.confidence > LIKELY]
    return learned([(together(left, bead.left), together(right, bead.right)) for bead in likely])


def together(text: Side, places: range) -> list[str]:
    """The words of some sentences."""
    return [word for place in places for word in text.words[place]]


def aligned(pair: Pairing, weights: Mapping[str, float]) -> Parallel:
    """The beads of one round."""
    chances = posteriors(scores(pair, weights), pair.band)
    steps = likeliest(chances, pair.band)
    beads = beads_of(steps, chances, pair.band)
    return Parallel(beads, coverage(pair, steps, beads))


def coverage(pair: Pairing, steps: Sequence[Step], beads: Sequence[Bead]) -> float:
    """See `Parallel`."""
    ends = pair.band.cells(*(np.array([step[side] for step in steps]) for side in (1, 2)))
    numbers = np.array([step[0] for step in steps])
    near = np.zeros(len(steps))
    for number in np.unique(numbers):
        if min(SHAPES[number]):
            near[numbers == number] = nearness(Cells(pair, ends[numbers == number]), number)
    left = right = 0.0
    for share, bead in zip(near.tolist(), beads, strict=True):
        if bead.translated:
            covered = bead.confidence * share
            left, right = left + covered * len(bead.left), right + covered * len(bead.right)
    return max(left / pair.band.left, right / pair.band.right)


def scores(pair: Pairing, weights: Mapping[str, float]) -> Floats:
    """The score of each bead, shape (15, cells); `NEVER` where there is none."""
    found = np.full((len(SHAPES), pair.band.size), NEVER)
    for rows in pair.band.blocks():
        cells = Cells(pair, pair.band.part(rows))
        for number in range(len(SHAPES)):
            total = sum(weights[name] * values for name, values in signs(cells, number))
            found[number, pair.band.part(rows)] = np.where(possible(cells, number), total, NEVER)
    return found


def beads_of(steps: Sequence[Step], chances: Floats, band: Corridor) -> tuple[Bead, ...]:
    """The beads of the steps of a path."""
    cells = band.cells(*(np.array([step[side] for step in steps]) for side in (1, 2)))
    found = chances[[step[0] for step in steps], cells].tolist()
    return tuple(
        Bead(range(row - SHAPES[number][0], row), range(column - SHAPES[number][1], column), min(1.0, chance))
        for (number, row, column), chance in zip(steps, found, strict=True)
    )
