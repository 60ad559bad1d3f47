"""Clauses that moved: a translator gave the end of a sentence to the one after it, or its beginning to the one before.

Where that happened both sentences must be joined on both sides, although each is near to its own counterpart. So the
first and the last clause of each sentence have vectors of their own, and at each edge, where a bead of either text may
end, they are asked whether the sentence across the edge is nearer to them than the one on their own side.
"""

from __future__ import annotations

import re

import numpy as np

from pipeline.stages.align.encoder import Vectors, centre, centred, encode
from pipeline.stages.align.parallel.beads import Text
from pipeline.stages.align.parallel.corridor import Corridor, Floats, Places, products

# Marks after which a clause ends, those of speech with them; in novels sentences hold whole others that are spoken.
CUT = re.compile(r"[,;:.?!…—–]+(?:\s?»|[\"'”’)\]])*\s+|\s*--\s*")
SHORTEST = 15  # characters: what is shorter says nothing alone


def moved(left: Text, right: Text, band: Corridor, near: Corridor) -> Floats:
    """How much speaks for clauses that moved over the edge at each cell of `band`: the gains of the four clauses beside
    it, in cosine, the highest. `near`: the corridor of the pairs of sentences."""
    (ours_first, ours_last), (theirs_first, theirs_last) = outer_clauses(left), outer_clauses(right)
    gains = np.zeros(band.size)
    for one, other, across, beside in (
        (ours_last, right.vectors, (0, 1), (0, 0)),
        (ours_first, right.vectors, (1, 0), (1, 1)),
        (left.vectors, theirs_last, (1, 0), (0, 0)),
        (left.vectors, theirs_first, (0, 1), (1, 1)),
    ):
        cosines = products(one, other, near)
        for rows in band.blocks():
            row, column = band.rows[band.part(rows)], band.columns[band.part(rows)]
            told = beyond(cosines, near, (row, column), across, -1.0) - beyond(
                cosines, near, (row, column), beside, 1.0
            )
            gains[band.part(rows)] = np.maximum(gains[band.part(rows)], told)
    return gains


def outer_clauses(text: Text) -> tuple[Vectors, Vectors]:
    """The vectors of the first and of the last clauses, each shape (n, 512); zero where a sentence is one clause."""
    parted = [clauses(sentence) for sentence in text.sentences]
    distinct = sorted({clause for pair in parted for clause in pair if clause})
    if not distinct:
        return np.zeros_like(text.vectors), np.zeros_like(text.vectors)
    raw = encode(distinct)
    vectors = np.vstack([centred(raw, centre(raw)), np.zeros((1, raw.shape[1]), dtype=np.float32)])
    row = {clause: at for at, clause in enumerate(distinct)} | {"": len(distinct)}
    return vectors[[row[start] for start, _ in parted]], vectors[[row[end] for _, end in parted]]


def clauses(sentence: str) -> tuple[str, str]:
    """The first and the last clause of a sentence; empty where it has only one."""
    cuts = [cut.end() for cut in CUT.finditer(sentence)]
    cuts = [cut for cut in cuts if SHORTEST <= cut <= len(sentence) - SHORTEST]
    return (sentence[: cuts[0]].strip(), sentence[cuts[-1] :].strip()) if cuts else ("", "")


def beyond(
    cosines: Floats, near: Corridor, edges: tuple[Places, Places], step: tuple[int, int], outside: float
) -> Floats:
    """For each edge, by row and column, the cosine of the sentences before it, or of those after it on the sides where
    `step` is 1."""
    cells = near.cells(edges[0] - 1 + step[0], edges[1] - 1 + step[1])
    return np.where(cells < near.size, cosines[cells], outside)
