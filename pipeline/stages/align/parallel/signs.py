"""The signs that sentences translate each other, for all beads of a shape at once; each of shape (n + 1, width).

All signs are the same for both sides, so that the weights hold whichever text translates the other, in any languages.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pipeline.stages.align.parallel.beads import DELETION, INSERTION, SHAPES
from pipeline.stages.align.parallel.corridor import Floats
from pipeline.stages.align.parallel.pairing import Pairing
from pipeline.stages.align.parallel.sides import Flags, Side

NEAR = 0.2  # margin from which two sides are as near as translations are
CLEAR = 0.1  # gain in cosine from which a clause has moved over an edge
SHORT = 25  # characters: too few to tell by length


def shape_name(number: int) -> str:
    """`shape_1_2` for two sentences that become one, and for one that becomes two."""
    return "shape_{}_{}".format(*sorted(SHAPES[number]))


def possible(pair: Pairing, number: int) -> Flags:
    """Which beads of a shape lie within both texts."""
    left, right = SHAPES[number]
    columns = pair.band.columns()
    rows = np.arange(pair.band.left + 1)[:, None]
    return np.asarray((rows >= left) & (columns >= right) & (columns <= pair.band.right))


def signs(pair: Pairing, number: int) -> Iterator[tuple[str, Floats]]:
    """Each sign's name and its values for the beads of a shape; a sign that is not named is 0."""
    yield shape_name(number), np.ones((pair.band.left + 1, pair.band.width))
    if number in (INSERTION, DELETION):
        yield from gap_signs(pair, number)
        return
    ends = Ends(pair, SHAPES[number])
    yield from meaning_signs(pair, ends)
    yield from length_signs(pair, ends)
    yield from place_signs(pair, ends)
    yield from moved_signs(pair, ends)


class Ends:
    """Where the beads of one shape begin and end on either side, for indexing."""

    def __init__(self, pair: Pairing, shape: tuple[int, int]) -> None:
        self.shape = shape
        self.many = shape != (1, 1)
        self.row = np.arange(pair.band.left + 1)[:, None]
        self.column = np.clip(pair.band.columns(), 0, pair.band.right)
        self.row_start = np.maximum(self.row - shape[0], 0)
        self.column_start = np.maximum(self.column - shape[1], 0)

    def before(self, sums: Floats, other: Floats) -> tuple[Floats, Floats]:
        """What two running sums gain inside the bead, left and right."""
        return sums[self.row] - sums[self.row_start], other[self.column] - other[self.column_start]

    def within(self, sums: Floats, other: Floats) -> Floats:
        """What two running sums gain inside the bead without its first sentences, both sides together."""
        left = sums[self.row] - sums[np.minimum(self.row_start + 1, self.row)]
        return np.asarray(left + other[self.column] - other[np.minimum(self.column_start + 1, self.column)])


def meaning_signs(pair: Pairing, ends: Ends) -> Iterator[tuple[str, Floats]]:
    """How near the two sides' vectors are, and how much of what one says the other says."""
    cosine = cosine_of(pair, ends)
    margin = margin_of(pair, ends, cosine)
    told, least = covered(pair, ends, pair.told, 0)
    echoed, faintest = covered(pair, ends, pair.echoed, 1)
    yield "cosine", cosine
    yield "margin", margin
    yield "covered", (told + echoed) / 2
    if not ends.many:
        return
    yield "cosine_many", cosine
    yield "margin_many", margin
    yield "covered_many", (told + echoed) / 2
    yield "gain", cosine - best_part(pair, ends)
    yield "last", next(cells for _, _, cells in pair.block(pair.cosines, (1, 1)))
    yield "least_covered", least * (ends.shape[0] > 1) + faintest * (ends.shape[1] > 1)


def cosine_of(pair: Pairing, ends: Ends) -> Floats:
    """The cosine of the summed vectors of both sides."""
    summed = sum(cells for _, _, cells in pair.block(pair.cosines, ends.shape))
    norms = pair.left.norms[ends.row, ends.shape[0] - 1] * pair.right.norms[ends.column, ends.shape[1] - 1]
    return np.asarray(summed / norms)


def margin_of(pair: Pairing, ends: Ends, cosine: Floats) -> Floats:
    """The cosine less what either side has with the nearest sentences of the other text, wherever they stand."""
    hubs = pair.left.hubs[ends.row, ends.shape[0] - 1] + pair.right.hubs[ends.column, ends.shape[1] - 1]
    return np.asarray(cosine - hubs / 2)


def nearness(pair: Pairing, number: int) -> Floats:
    """From 0 to 1: how far the two sides of a bead are nearer to each other than to the rest; 1 for translations."""
    ends = Ends(pair, SHAPES[number])
    return np.asarray(np.clip(margin_of(pair, ends, cosine_of(pair, ends)) / NEAR, 0.0, 1.0))


def best_part(pair: Pairing, ends: Ends) -> Floats:
    """The highest cosine that is left when the first or last sentence of one side is taken away."""
    left, right = ends.shape
    blocks = {(back, behind): cells for back, behind, cells in pair.block(pair.cosines, ends.shape)}
    best = np.full((pair.band.left + 1, pair.band.width), -1.0)
    for side, size in ((0, left), (1, right)):
        for gone in (0, size - 1) if size > 1 else ():
            kept = sum(cells for place, cells in blocks.items() if place[side] != gone)
            shorter = (left - (side == 0), right - (side == 1))
            row = ends.row - (side == 0 and gone == 0)
            column = ends.column - (side == 1 and gone == 0)
            norms = pair.left.norms[np.maximum(row, 0), shorter[0] - 1]
            norms = norms * pair.right.norms[np.maximum(column, 0), shorter[1] - 1]
            best = np.maximum(best, kept / norms)
    return best


def covered(pair: Pairing, ends: Ends, matrix: Floats, side: int) -> tuple[Floats, Floats]:
    """The share of one side's words that the other side answers, and the least share of any of its sentences."""
    one: Side = (pair.left, pair.right)[side]
    end, start = (ends.row, ends.row_start) if side == 0 else (ends.column, ends.column_start)
    answered: dict[int, Floats] = {}
    for back, behind, cells in pair.block(matrix, ends.shape):
        key = (back, behind)[side]
        answered[key] = answered[key] + cells if key in answered else cells
    total, least = np.zeros((pair.band.left + 1, pair.band.width)), np.ones((pair.band.left + 1, pair.band.width))
    for back, weight in answered.items():
        mass = one.masses[np.maximum(end - back, 0)] - one.masses[np.maximum(end - back - 1, 0)]
        held = np.minimum(weight, mass)
        total, least = total + held, np.minimum(least, (held + 0.3) / (mass + 1))
    return total / np.maximum(one.masses[end] - one.masses[start], 1), least


def length_signs(pair: Pairing, ends: Ends) -> Iterator[tuple[str, Floats]]:
    """How far the two sides differ in length, the texts' own ratio taken out."""
    left, right = ends.before(pair.left.lengths, pair.right.lengths)
    left = left * pair.right.lengths[-1] / pair.left.lengths[-1]
    apart = np.log((right + 10) / (left + 10))
    spread = np.minimum(np.abs(right - left) / np.sqrt(left + right + 1), 6) / 3
    yield "length", np.abs(apart)
    yield "length_squared", np.minimum(apart**2, 4)
    yield "spread", spread
    yield "short", (np.minimum(left, right) < SHORT) * 1.0
    if ends.many:
        yield "spread_many", spread


def place_signs(pair: Pairing, ends: Ends) -> Iterator[tuple[str, Floats]]:
    """Paragraphs, marks and letters at the ends and inside."""
    left, right = pair.left, pair.right
    last = left.endings[np.maximum(ends.row - 1, 0)], right.endings[np.maximum(ends.column - 1, 0)]
    spoken = ends.before(left.speaking, right.speaking)
    if left.opened[-1] > 1 and right.opened[-1] > 1:
        yield "paragraphs_inside", ends.within(left.opened, right.opened)
        yield "start_apart", (left.opens[ends.row_start] != right.opens[ends.column_start]) * 1.0
        yield "end_apart", (left.opens[ends.row] != right.opens[ends.column]) * 1.0
    yield "same_mark", (last[0] == last[1]) * 1.0
    yield "speech_apart", ((spoken[0] > 0) != (spoken[1] > 0)) * 1.0
    yield "small_apart", (left.small[ends.row_start] != right.small[ends.column_start]) * 1.0
    yield "small_inside", ends.within(left.smalls, right.smalls)
    inner = left.unfinished[np.maximum(ends.row - 1, 0)] - left.unfinished[ends.row_start]
    inner = inner + right.unfinished[np.maximum(ends.column - 1, 0)] - right.unfinished[ends.column_start]
    yield "unfinished_inside", np.maximum(inner, 0)


def moved_signs(pair: Pairing, ends: Ends) -> Iterator[tuple[str, Floats]]:
    """Clauses that moved over the edge before the bead or over the one after it: both sides of it should be joined."""
    row, column = ends.row_start, ends.column_start - pair.band.first[ends.row_start]
    within = (column >= 0) & (column < pair.band.width)
    before = np.where(within, pair.moved[row, np.clip(column, 0, pair.band.width - 1)], 0.0)
    yield "moved", before + pair.moved
    yield "moved_clearly", (before > CLEAR) * 1.0 + (pair.moved > CLEAR) * 1.0
    if ends.many:
        yield "moved_many", before + pair.moved


def gap_signs(pair: Pairing, number: int) -> Iterator[tuple[str, Floats]]:
    """For a sentence without a counterpart: how long it is, and how near the nearest one comes."""
    ends = Ends(pair, (1, 1))
    hubs = pair.left.hubs[ends.row, 0] + pair.right.hubs[ends.column, 0]
    margin = next(cells for _, _, cells in pair.block(pair.cosines, (1, 1))) - hubs / 2
    margin = np.where(possible(pair, 0), margin, -1.0)
    shape = (pair.band.left + 1, pair.band.width)
    if number == DELETION:
        length = pair.left.lengths[ends.row] - pair.left.lengths[ends.row_start]
        yield "gap_near", np.broadcast_to(margin.max(axis=1, keepdims=True), shape)
    else:
        length = pair.right.lengths[ends.column] - pair.right.lengths[ends.column_start]
        nearest = np.full(pair.band.right + 1, -1.0)
        np.maximum.at(nearest, ends.column, margin)
        yield "gap_near", nearest[ends.column]
    yield "gap_length", np.broadcast_to(np.log(1 + length) / 5, shape)
