"""The signs that sentences translate each other, for beads of a shape that end in some cells of the corridor.

All signs are the same for both sides, so that the weights hold whichever text translates the other, in any languages.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pipeline.stages.align.parallel.beads import DELETION, INSERTION, SHAPES
from pipeline.stages.align.parallel.corridor import Floats
from pipeline.stages.align.parallel.pairing import Cells, Matrix
from pipeline.stages.align.parallel.sides import Flags, Side

NEAR = 0.2  # margin from which two sides are as near as translations are
CLEAR = 0.1  # gain in cosine from which a clause has moved over an edge
SHORT = 25  # characters: too few to tell by length


def shape_name(number: int) -> str:
    """`shape_1_2` for two sentences that become one, and for one that becomes two."""
    return "shape_{}_{}".format(*sorted(SHAPES[number]))


def possible(cells: Cells, number: int) -> Flags:
    """Which beads of a shape lie within both texts."""
    left, right = SHAPES[number]
    return np.asarray((cells.row >= left) & (cells.column >= right))


def signs(cells: Cells, number: int) -> Iterator[tuple[str, Floats]]:
    """Each sign's name and its values for the beads of a shape; a sign that is not named is 0."""
    yield shape_name(number), np.ones(len(cells))
    ends = Ends(cells, SHAPES[number])
    if number in (INSERTION, DELETION):
        yield from gap_signs(ends)
        return
    yield from meaning_signs(ends)
    yield from length_signs(ends)
    yield from place_signs(ends)
    yield from moved_signs(ends)


class Ends:
    """Where the beads of one shape begin and end on either side, for indexing."""

    def __init__(self, cells: Cells, shape: tuple[int, int]) -> None:
        self.cells, self.shape = cells, shape
        self.left, self.right = cells.pair.left, cells.pair.right
        self.many = shape != (1, 1)
        self.row, self.column = cells.row, cells.column
        self.row_start = np.maximum(self.row - shape[0], 0)
        self.column_start = np.maximum(self.column - shape[1], 0)

    def block(self, matrix: Matrix) -> Iterator[tuple[int, int, Floats]]:
        """See `Cells.block`."""
        return self.cells.block(matrix, self.shape)

    def before(self, sums: Floats, other: Floats) -> tuple[Floats, Floats]:
        """What two running sums gain inside the bead, left and right."""
        return sums[self.row] - sums[self.row_start], other[self.column] - other[self.column_start]

    def within(self, sums: Floats, other: Floats) -> Floats:
        """What two running sums gain inside the bead without its first sentences, both sides together."""
        left = sums[self.row] - sums[np.minimum(self.row_start + 1, self.row)]
        return np.asarray(left + other[self.column] - other[np.minimum(self.column_start + 1, self.column)])


def meaning_signs(ends: Ends) -> Iterator[tuple[str, Floats]]:
    """How near the two sides' vectors are, and how much of what one says the other says."""
    cosine = cosine_of(ends)
    margin = margin_of(ends, cosine)
    told, least = covered(ends, "told", 0)
    echoed, faintest = covered(ends, "echoed", 1)
    yield "cosine", cosine
    yield "margin", margin
    yield "covered", (told + echoed) / 2
    if not ends.many:
        return
    yield "cosine_many", cosine
    yield "margin_many", margin
    yield "covered_many", (told + echoed) / 2
    yield "gain", cosine - best_part(ends)
    yield "last", ends.cells.values("cosines", 0, 0)
    yield "least_covered", least * (ends.shape[0] > 1) + faintest * (ends.shape[1] > 1)


def cosine_of(ends: Ends) -> Floats:
    """The cosine of the summed vectors of both sides."""
    summed = sum(cells for _, _, cells in ends.block("cosines"))
    norms = ends.left.norms[ends.row, ends.shape[0] - 1] * ends.right.norms[ends.column, ends.shape[1] - 1]
    return np.asarray(summed / norms)


def margin_of(ends: Ends, cosine: Floats) -> Floats:
    """The cosine less what either side has with the nearest sentences of the other text, wherever they stand."""
    hubs = ends.left.hubs[ends.row, ends.shape[0] - 1] + ends.right.hubs[ends.column, ends.shape[1] - 1]
    return np.asarray(cosine - hubs / 2)


def nearness(cells: Cells, number: int) -> Floats:
    """From 0 to 1: how far the two sides of a bead are nearer to each other than to the rest; 1 for translations."""
    ends = Ends(cells, SHAPES[number])
    return np.asarray(np.clip(margin_of(ends, cosine_of(ends)) / NEAR, 0.0, 1.0))


def best_part(ends: Ends) -> Floats:
    """The highest cosine that is left when the first or last sentence of one side is taken away."""
    left, right = ends.shape
    blocks = {(back, behind): cells for back, behind, cells in ends.block("cosines")}
    best = np.full(len(ends.row), -1.0)
    for side, size in ((0, left), (1, right)):
        for gone in (0, size - 1) if size > 1 else ():
            kept = sum(cells for place, cells in blocks.items() if place[side] != gone)
            shorter = (left - (side == 0), right - (side == 1))
            row = ends.row - (side == 0 and gone == 0)
            column = ends.column - (side == 1 and gone == 0)
            norms = ends.left.norms[np.maximum(row, 0), shorter[0] - 1]
            norms = norms * ends.right.norms[np.maximum(column, 0), shorter[1] - 1]
            best = np.maximum(best, kept / norms)
    return best


def covered(ends: Ends, matrix: Matrix, side: int) -> tuple[Floats, Floats]:
    """The share of one side's words that the other side answers, and the least share of any of its sentences."""
    one: Side = (ends.left, ends.right)[side]
    end, start = (ends.row, ends.row_start) if side == 0 else (ends.column, ends.column_start)
    answered: dict[int, Floats] = {}
    for back, behind, cells in ends.block(matrix):
        key = (back, behind)[side]
        answered[key] = answered[key] + cells if key in answered else cells
    total, least = np.zeros(len(end)), np.ones(len(end))
    for back, weight in answered.items():
        mass = one.masses[np.maximum(end - back, 0)] - one.masses[np.maximum(end - back - 1, 0)]
        held = np.minimum(weight, mass)
        total, least = total + held, np.minimum(least, (held + 0.3) / (mass + 1))
    return total / np.maximum(one.masses[end] - one.masses[start], 1), least


def length_signs(ends: Ends) -> Iterator[tuple[str, Floats]]:
    """How far the two sides differ in length, the ratio of the texts taken out."""
    left, right = ends.before(ends.left.lengths, ends.right.lengths)
    left = left * ends.cells.pair.ratio
    apart = np.log((right + 10) / (left + 10))
    spread = np.minimum(np.abs(right - left) / np.sqrt(left + right + 1), 6) / 3
    yield "length", np.abs(apart)
    yield "length_squared", np.minimum(apart**2, 4)
    yield "spread", spread
    yield "short", (np.minimum(left, right) < SHORT).astype(np.float64)
    if ends.many:
        yield "spread_many", spread


def place_signs(ends: Ends) -> Iterator[tuple[str, Floats]]:
    """Paragraphs, marks and letters at the ends and inside."""
    left, right = ends.left, ends.right
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


def moved_signs(ends: Ends) -> Iterator[tuple[str, Floats]]:
    """Clauses that moved over the edge before the bead or over the one after it: both sides of it should be joined."""
    pair, after = ends.cells.pair, ends.cells.moved
    begins = pair.band.cells(ends.row_start, ends.column_start)
    held = np.minimum(begins, pair.band.size - 1)
    before = np.where(begins == held, pair.moved[held], 0.0)
    yield "moved", before + after
    yield "moved_clearly", (before > CLEAR) * 1.0 + (after > CLEAR) * 1.0
    if ends.many:
        yield "moved_many", before + after


def gap_signs(ends: Ends) -> Iterator[tuple[str, Floats]]:
    """For a sentence without a counterpart: how long it is, and how near the nearest one comes."""
    ours, theirs = ends.before(ends.left.lengths, ends.right.lengths)
    before_row, before_column = ends.cells.pair.nearest
    yield "gap_near", before_row[ends.row] if ends.shape[0] else before_column[ends.column]
    yield "gap_length", np.log(1 + (ours if ends.shape[0] else theirs)) / 5
