"""Two texts beside each other in a corridor: for each pair of sentences near its middle, how near they are, and how
much of what each says has a counterpart in the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from pipeline.stages.align.parallel.beads import LONGEST
from pipeline.stages.align.parallel.corridor import Corridor, Floats, Places
from pipeline.stages.align.parallel.counterparts import Table
from pipeline.stages.align.parallel.sides import Side


@dataclass(frozen=True)
class Pairing:
    """Matrices of shape (n, wide): the cosine of left sentence and right sentence, the weight of the left one's words
    that have a counterpart in the right one (`told`), and the other way round (`echoed`). The first column of a row
    is the right sentence `first[row]`, which may lie before the text: such cells are 0."""

    left: Side
    right: Side
    band: Corridor
    first: Places
    cosines: Floats
    told: Floats
    echoed: Floats

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
    columns = first[:, None] + np.arange(wide)
    there = (columns >= 0) & (columns < band.right)
    cosines = np.zeros(columns.shape)
    for row, vector in enumerate(left.text.vectors):
        cosines[row] = right.text.vectors[np.clip(columns[row], 0, band.right - 1)] @ vector
    words = answers(left, right, first, wide, table)
    return Pairing(left, right, band, first, np.where(there, cosines, 0.0), *words)


def answers(left: Side, right: Side, first: Places, wide: int, table: Table) -> tuple[Floats, Floats]:
    """The matrices `told` and `echoed` of a pairing."""
    told, echoed = np.zeros((len(left.words), wide)), np.zeros((len(left.words), wide))
    where = places_of(right)
    for row, words in enumerate(left.words):
        start = int(first[row])
        now = met(set(words), table, where, max(0, start), start + wide)
        for column, answered in now.ours.items():
            told[row, column - start] = weight(answered, left)
            echoed[row, column - start] = weight(now.theirs[column], right)
    return told, echoed


@dataclass(frozen=True, slots=True)
class Row:
    """For each right sentence that answers some words of a left one: how strongly each of these is answered (`ours`),
    and how strongly each of its own words answers (`theirs`)."""

    ours: dict[int, dict[str, float]]
    theirs: dict[int, dict[str, float]]


def weight(strengths: Mapping[str, float], text: Side) -> float:
    """The summed weight of some words of `text`, each by its strength."""
    return sum(text.weights[word] * strength for word, strength in strengths.items())


def places_of(text: Side) -> Mapping[str, list[int]]:
    """The sentences in which each word stands, in order."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(text.words):
        for word in set(words):
            where[word].append(place)
    return where


def met(words: set[str], table: Table, where: Mapping[str, list[int]], start: int, end: int) -> Row:
    """What the right sentences from `start` to `end` answer of `words`."""
    ours: dict[int, dict[str, float]] = defaultdict(dict)
    theirs: dict[int, dict[str, float]] = defaultdict(dict)
    for word in sorted(words):
        for other, strength in table.get(word, {}).items():
            places = where.get(other, [])
            for at in range(bisect_left(places, start), bisect_left(places, end)):
                place = places[at]
                ours[place][word] = max(ours[place].get(word, 0.0), strength)
                theirs[place][other] = max(theirs[place].get(other, 0.0), strength)
    return Row(ours, theirs)
