"""Comparable texts: passages of two documents on one subject that tell the same; most have no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.clauses import of_one_time
from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.likeness import Nearness, Rarity, Reasons, reasons, score
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.words import Lexicon, covered

NEIGHBOURS = 4  # nearest passages that the margin is measured against
CANDIDATES = 8  # nearest passages that are looked at closely
SURE = 0.5
NEARLY = 0.7  # a passage may have several counterparts, none much less sure than its best


@dataclass(frozen=True)
class Side:
    """One document's passages, their centred unit vectors (n, 512), those of its dated clauses by their text, and its
    language's lexicon."""

    passages: Sequence[Passage]
    vectors: Vectors
    clauses: Mapping[str, Vectors]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two passages by their position, why they may tell the same, and how sure that is."""

    left: int
    right: int
    reasons: Reasons
    score: float


def candidates(left: Side, right: Side, rare: Rarity) -> list[Candidate]:
    """The near passages of two documents, judged; in text order."""
    if not left.passages or not right.passages:
        return []
    cosines = np.round(left.vectors @ right.vectors.T, 4)
    margins, rows, columns = margins_of(cosines), rivals(cosines), rivals(cosines.T)
    crowd = round(log10(cosines.size), 2)
    found = []
    for row, column in near(cosines, left.passages, right.passages):
        cosine = float(cosines[row, column])
        lead = cosine - max(rows.of(row, column), columns.of(column, row))
        nearness = Nearness(
            cosine, float(margins[row, column]), lead, *clause_likeness(left, right, row, column), crowd
        )
        found.append(judged(left, right, row, column, nearness, rare))
    return found


def judged(left: Side, right: Side, row: int, column: int, near: Nearness, rare: Rarity) -> Candidate:
    """The candidate of two passages, with its score."""
    ours, theirs = left.passages[row], right.passages[column]
    words = covered(ours.words, theirs.words, (left.lexicon, right.lexicon))
    why = reasons(ours, theirs, near, words, rare)
    return Candidate(row, column, why, round(score(why), 4))


def clause_likeness(left: Side, right: Side, row: int, column: int) -> tuple[float, float]:
    """Of the clauses of one time in two passages, the nearest: their cosine, and how much has a counterpart; else 0."""
    found = [
        (
            round(float(left.clauses[one.text] @ right.clauses[other.text]), 4),
            round(covered(one.words, other.words, (left.lexicon, right.lexicon)), 4),
        )
        for one, other in of_one_time(left.passages[row].clauses, right.passages[column].clauses)
    ]
    return max(found, key=sum, default=(0.0, 0.0))


@dataclass(frozen=True)
class Rivals:
    """For each row of a matrix: where its highest value stands, that value, and the second highest."""

    best: NDArray[np.intp]
    first: NDArray[np.float32]
    second: NDArray[np.float32]

    def of(self, row: int, column: int) -> float:
        """The highest value of `row` outside `column`."""
        return float(self.second[row] if self.best[row] == column else self.first[row])


def rivals(cosines: NDArray[np.float32]) -> Rivals:
    """The two highest values of each row; a row of one has no rival (0)."""
    best = cosines.argmax(axis=1)
    first = cosines.max(axis=1)
    if cosines.shape[1] < 2:
        return Rivals(best, first, np.zeros_like(first))
    return Rivals(best, first, np.partition(cosines, -2, axis=1)[:, -2])


def margins_of(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each cosine less the mean of both sides' nearest neighbourhoods."""
    around = (nearest_mean(cosines, 1)[:, None] + nearest_mean(cosines, 0)[None, :]) / 2
    margins: NDArray[np.float32] = np.round(cosines - around, 4)
    return margins


def nearest_mean(cosines: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """The mean of the `NEIGHBOURS` highest cosines along `axis` (Artetxe & Schwenk 2019)."""
    count = min(NEIGHBOURS, cosines.shape[axis])
    highest = np.partition(cosines, -count, axis=axis)
    mean: NDArray[np.float32] = np.take(highest, range(-count, 0), axis=axis).mean(axis=axis)
    return mean


def near(cosines: NDArray[np.float32], left: Sequence[Passage], right: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Positions of pairs worth a close look: near by vector, or sharing a month, a treaty or a number."""
    rows, columns = cosines.shape
    by_row = np.argsort(-cosines, axis=1, kind="stable")[:, : min(CANDIDATES, columns)]
    by_column = np.argsort(-cosines, axis=0, kind="stable")[: min(CANDIDATES, rows)]
    pairs = {(row, int(column)) for row in range(rows) for column in by_row[row]}
    pairs |= {(int(row), column) for column in range(columns) for row in by_column[:, column]}
    holders: dict[str, list[int]] = {}
    for column, one in enumerate(right):
        for key in one.months | one.treaties | one.numbers | one.years:
            holders.setdefault(key, []).append(column)
    for row, one in enumerate(left):
        for key in one.months | one.treaties | one.numbers | one.years:
            pairs.update((row, column) for column in holders.get(key, ()) if len(holders[key]) <= 4 * CANDIDATES)
    yield from sorted(pairs)


def chosen(found: Sequence[Candidate], threshold: float = SURE) -> list[Candidate]:
    """The candidates that are sure enough and the best, or nearly, of both their passages."""
    best: dict[tuple[str, int], float] = {}
    for one in found:
        for key in (("left", one.left), ("right", one.right)):
            best[key] = max(best.get(key, 0.0), one.score)
    return [
        one
        for one in found
        if one.score >= threshold and one.score >= NEARLY * max(best["left", one.left], best["right", one.right])
    ]
