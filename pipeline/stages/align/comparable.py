"""Comparable texts: passages of two documents on one subject that tell the same; most have no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log10

import numpy as np

from pipeline.knowledge.comparable import ComparableModel
from pipeline.model import ASSERTED, OFFERED
from pipeline.stages.align.clauses import of_one_time
from pipeline.stages.align.contexts import InContext, told
from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.likeness import Nearness, Rarity, Reasons, logistic, reasons, score
from pipeline.stages.align.neighbours import Nearest, nearest
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.rivals import NEIGHBOURS, Ends, leads
from pipeline.stages.align.surroundings import surroundings
from pipeline.stages.align.words import Lexicon, covered

FEW = 4.0  # up to so many pairs to choose from (log10), chance brings none near
CANDIDATES = 8  # nearest passages that are looked at closely
CROWD = 32  # passages that may share a month, a treaty or a number and still be looked at for it
TELLING = 3  # content words of a clause that is compared as a part
UNSURE = 0.49  # what stands around a pair may bring it forward so far: to be offered, never asserted
NEARLY = 0.7  # a passage may have several counterparts, none much less sure than its best
BESIDE = 0.45  # next to its best one, though, another half of what it tells may stand

Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Side:
    """One document's passages, their centred unit vectors (n, 512), those of its clauses by their text, and its
    language's lexicon."""

    passages: Sequence[Passage]
    vectors: Vectors
    clauses: Mapping[str, Vectors]
    lexicon: Lexicon

    @cached_property
    def parts(self) -> list[Vectors]:
        """The vectors of each passage and of those of its clauses that tell something, the whole first."""
        return [
            np.stack([whole, *(self.clauses[clause.text] for clause in one.clauses if len(clause.words) >= TELLING)])
            for one, whole in zip(self.passages, self.vectors, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two passages by their position, why they may tell the same, and how sure that is."""

    left: int
    right: int
    reasons: Reasons
    score: float


def candidates(
    left: Side, right: Side, rare: Rarity, model: ComparableModel, context: InContext | None = None
) -> list[Candidate]:
    """The near passages of two documents, judged; in text order. With `context` words count where they stand."""
    if not left.passages or not right.passages:
        return []
    read = (context.side(texts(left)), context.side(texts(right))) if context else None
    spaces = [(left.vectors, right.vectors), *([(read[0].whole, read[1].whole)] if read else [])]
    mutual = [(nearest(ours, theirs, CANDIDATES), nearest(theirs, ours, CANDIDATES)) for ours, theirs in spaces]
    pairs = near(mutual, left.passages, right.passages)
    near_by = nearness(left, right, pairs, mutual[0])
    if read:
        near_by = told(near_by, *read, ends=np.array(pairs))
    found = []
    for (row, column), close in zip(pairs, near_by, strict=True):
        why = reasons(left.passages[row], right.passages[column], close, rare)
        found.append(Candidate(row, column, why, round(score(why, model), 4)))
    return among_all(found, model)


def texts(side: Side) -> list[str]:
    """What the passages of a side say."""
    return [one.text for one in side.passages]


def among_all(found: Sequence[Candidate], model: ComparableModel) -> list[Candidate]:
    """`found`, those that are not sure judged again by what the pairs around them tell."""
    around = surroundings(places(found), np.array([one.score for one in found]))
    return [
        advanced(one, beside, near, model) if one.score < ASSERTED and (beside or near) else one
        for one, (beside, near) in zip(found, around.tolist(), strict=True)
    ]


def places(found: Sequence[Candidate]) -> Ends:
    """Where the candidates stand, (n, 2)."""
    return np.array([(one.left, one.right) for one in found], dtype=np.int64).reshape(-1, 2)


def advanced(one: Candidate, beside: float, around: float, model: ComparableModel) -> Candidate:
    """A pair that is not sure, brought forward as far as the pairs around it speak for it."""
    why = replace(one.reasons, beside=beside, around=around)
    return replace(one, reasons=why, score=max(one.score, min(UNSURE, round(logistic(why, model.surrounded), 4))))


def nearness(left: Side, right: Side, pairs: Pairs, nearest: tuple[Nearest, Nearest]) -> Iterator[Nearness]:
    """How near each of the pairs is by vectors and words."""
    across, back = nearest
    ends = np.array(pairs)
    cosines = np.round(np.einsum("ij,ij->i", left.vectors[ends[:, 0]], right.vectors[ends[:, 1]]), 4)
    margins = cosines - (across.first(NEIGHBOURS)[ends[:, 0]] + back.first(NEIGHBOURS)[ends[:, 1]]) / 2
    parts = [part_likeness(left, right, *pair) for pair in pairs]
    words = [coverage(left, right, *pair) for pair in pairs]
    part_leads, word_leads = leads(ends, np.array(parts)), leads(ends, np.array([one for one, _ in words]))
    crowd = round(max(0.0, log10(len(left.passages) * len(right.passages)) - FEW), 2)
    for at, (row, column) in enumerate(pairs):
        clause, clause_words = clause_likeness(left, right, row, column)
        yield Nearness(
            cosine=float(cosines[at]),
            margin=round(float(margins[at]), 4),
            lead=round(float(cosines[at]) - max(across.rival(row, column), back.rival(column, row)), 4),
            part=parts[at],
            part_lead=round(float(part_leads[at]), 4),
            clause=clause,
            clause_words=clause_words,
            words=words[at][0],
            contained=words[at][1],
            words_lead=round(float(word_leads[at]), 4),
            crowd=crowd,
        )


def part_likeness(left: Side, right: Side, row: int, column: int) -> float:
    """The cosine of the nearest parts of two passages; a passage is a part of itself."""
    return round(float((left.parts[row] @ right.parts[column].T).max()), 4)


def coverage(left: Side, right: Side, row: int, column: int) -> tuple[float, float]:
    """How much of what two passages say has a counterpart: of both, and of the one that says less."""
    found = covered(left.passages[row].words, right.passages[column].words, (left.lexicon, right.lexicon))
    return round(found.both, 4), round(found.less, 4)


def clause_likeness(left: Side, right: Side, row: int, column: int) -> tuple[float, float]:
    """Of the clauses of one time in two passages, the nearest: their cosine, and how much has a counterpart; else 0."""
    found = [
        (
            round(float(left.clauses[one.text] @ right.clauses[other.text]), 4),
            round(covered(one.words, other.words, (left.lexicon, right.lexicon)).both, 4),
        )
        for one, other in of_one_time(left.passages[row].clauses, right.passages[column].clauses)
    ]
    return max(found, key=sum, default=(0.0, 0.0))


def near(spaces: Sequence[tuple[Nearest, Nearest]], left: Sequence[Passage], right: Sequence[Passage]) -> Pairs:
    """Positions of pairs worth a close look: near by the vectors of one of the spaces, across or back, or sharing a
    month, a treaty or a number; sorted."""
    pairs = set()
    for across, back in spaces:
        pairs |= {(row, column) for row, column in looked_up(across)}
        pairs |= {(row, column) for column, row in looked_up(back)}
    holders: dict[str, list[int]] = {}
    for column, one in enumerate(right):
        for key in telling(one):
            holders.setdefault(key, []).append(column)
    for row, one in enumerate(left):
        for key in telling(one):
            pairs.update((row, column) for column in holders.get(key, ()) if len(holders[key]) <= CROWD)
    return sorted(pairs)


def looked_up(found: Nearest) -> Iterator[tuple[int, int]]:
    """Each query and each of its nearest."""
    return ((query, row) for query, rows in enumerate(found.rows.tolist()) for row in rows if row >= 0)


def telling(one: Passage) -> frozenset[str]:
    """What in a passage may lead to its counterpart though they are worded unlike."""
    return one.months | one.treaties | one.numbers | one.years


def chosen(found: Sequence[Candidate], threshold: float = OFFERED) -> list[Candidate]:
    """The candidates that are worth showing and the best, or nearly, of both their passages."""
    best: dict[tuple[str, int], Candidate] = {}
    for one in found:
        for key in ends_of(one):
            best[key] = max(best.get(key, one), one, key=lambda pair: pair.score)
    return [one for one in found if one.score >= threshold and all(nearly(one, best[key]) for key in ends_of(one))]


def ends_of(one: Candidate) -> tuple[tuple[str, int], tuple[str, int]]:
    """The passage on either side."""
    return ("left", one.left), ("right", one.right)


def nearly(one: Candidate, best: Candidate) -> bool:
    """Is a pair hardly less sure than the best one of its passage, which it may be itself?"""
    beside = abs(one.left - best.left) + abs(one.right - best.right) == 1
    return one.score >= (BESIDE if beside and one.score < ASSERTED else NEARLY) * best.score
