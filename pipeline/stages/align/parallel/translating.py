"""The aligner of parallel texts: two rounds, the second with the words that the first one taught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

import numpy as np

from pipeline.knowledge.aligner import AlignerModel
from pipeline.stages.align.parallel.beads import SHAPES, Bead, Text
from pipeline.stages.align.parallel.corridor import NEVER, Corridor, Floats, Places, around, trail, worth_reading
from pipeline.stages.align.parallel.counterparts import Table, cognates, joined, learned, near_words
from pipeline.stages.align.parallel.lattice import Step, likeliest, posteriors
from pipeline.stages.align.parallel.pairing import Pairing, pairing, read_again
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
    path = trail(left.vectors, right.vectors)
    kept = worth_reading(path, len(right.vectors))
    if len(kept) < len(right.vectors):
        return spread(parallel(left, part_of(right, kept), model), kept, len(right.vectors))
    sides, band = (side(left, right), side(right, left)), around(path, len(right.vectors))
    table = word_table(*sides)
    pair = pairing(*sides, band, table)
    found = aligned(pair, model.weights)
    if found.coverage >= HOPELESS:
        found = aligned(read_again(pair, joined(table, lessons(*sides, found))), model.weights)
    return replace(found, beads=tuple(replace(one, confidence=sure(one.confidence, model)) for one in found.beads))


def sure(chance: float, model: AlignerModel) -> float:
    """The confidence of a bead to which the model gives `chance`, 4 decimals."""
    within = min(max(chance, 1e-9), 1 - 1e-9)
    return round(1 / (1 + exp(-(model.slope * log(within / (1 - within)) + model.shift))), 4)


def part_of(text: Text, places: Places) -> Text:
    """Some of a text's sentences."""
    return Text([text.sentences[place] for place in places], text.vectors[places], text.opens[places])


def spread(found: Parallel, kept: Places, right: int) -> Parallel:
    """What was found in the `kept` of `right` sentences, told of all; those not kept are gaps."""
    beads: list[Bead] = []
    done = 0
    for one in found.beads:
        start = int(kept[one.right.start]) if one.right else done
        beads.extend(Bead(range(one.left.start, one.left.start), range(at, at + 1), 1.0) for at in range(done, start))
        done = int(kept[one.right.stop - 1]) + 1 if one.right else done
        beads.append(replace(one, right=range(start, done)))
    left = beads[-1].left.stop
    beads.extend(Bead(range(left, left), range(at, at + 1), 1.0) for at in range(done, right))
    return replace(found, beads=tuple(beads))


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
    beads = tuple(bead_of(step, chances, pair.band) for step in steps)
    return Parallel(beads, coverage(pair, steps, beads))


def coverage(pair: Pairing, steps: Sequence[Step], beads: Sequence[Bead]) -> float:
    """See `Parallel`."""
    near = {number: nearness(pair, number) for number in sorted({step[0] for step in steps}) if min(SHAPES[number])}
    left = right = 0.0
    for (number, row, column), bead in zip(steps, beads, strict=True):
        if bead.translated:
            covered = bead.confidence * float(near[number][row, column - pair.band.first[row]])
            left, right = left + covered * len(bead.left), right + covered * len(bead.right)
    return max(left / pair.band.left, right / pair.band.right)


def scores(pair: Pairing, weights: Mapping[str, float]) -> Floats:
    """The score of each bead, shape (15, n + 1, width); `NEVER` where there is none."""
    found = np.full((len(SHAPES), pair.band.left + 1, pair.band.width), NEVER)
    for number in range(len(SHAPES)):
        total = sum(weights[name] * values for name, values in signs(pair, number))
        found[number] = np.where(possible(pair, number), total, NEVER)
    return found


def bead_of(step: Step, chances: Floats, band: Corridor) -> Bead:
    """The bead of a step of the path."""
    number, row, column = step
    left, right = SHAPES[number]
    chance = float(chances[number, row, column - band.first[row]])
    return Bead(range(row - left, row), range(column - right, column), min(1.0, chance))
