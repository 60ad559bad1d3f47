"""Clauses that moved: a translator gave the end of a sentence to the one after it, or its beginning to the one before.

Where that happened both sentences must be joined on both sides, although each is near to its own counterpart. So the
first and the last clause of each sentence have vectors of their own, and at each edge, where a bead of either text may
end, they are asked whether the sentence across the edge is nearer to them than the one on their own side.
"""

from __future__ import annotations

import re

import numpy as np

from pipeline.stages.align.encoder import Vectors, centre, centred, encode
from pipeline.stages.align.parallel.beads import LONGEST, Text
from pipeline.stages.align.parallel.corridor import Corridor, Floats, products

# Marks after which a clause ends, those of speech with them; in novels sentences hold whole others that are spoken.
CUT = re.compile(r"[,;:.?!…—–]+(?:\s?»|[\"'”’)\]])*\s+|\s*--\s*")
SHORTEST = 15  # characters: what is shorter says nothing alone


def moved(left: Text, right: Text, band: Corridor) -> Floats:
    """How much speaks for clauses that moved over each edge, shape (n + 1, width): the gains of the four clauses beside
    it, in cosine, the highest."""
    first, wide = band.first[:-1] - LONGEST, band.width + 3 * LONGEST
    (ours_first, ours_last), (theirs_first, theirs_last) = outer_clauses(left), outer_clauses(right)
    told = (
        (products(ours_last, right.vectors, first, wide), (0, 1), (0, 0)),
        (products(ours_first, right.vectors, first, wide), (1, 0), (1, 1)),
        (products(left.vectors, theirs_last, first, wide), (1, 0), (0, 0)),
        (products(left.vectors, theirs_first, first, wide), (0, 1), (1, 1)),
    )
    gains = np.zeros((band.left + 1, band.width))
    for cosines, across, beside in told:
        gains = np.maximum(gains, beyond(cosines, band, across, -1.0) - beyond(cosines, band, beside, 1.0))
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


def beyond(cosines: Floats, band: Corridor, step: tuple[int, int], outside: float) -> Floats:
    """For each edge the cosine of the sentences before it, or of those after it on the sides where `step` is 1; shape
    (n + 1, width)."""
    rows = np.arange(band.left + 1) - 1 + step[0]
    held = np.clip(rows, 0, band.left - 1)
    columns = band.columns() - 1 + step[1]
    places = columns - (band.first[held] - LONGEST)[:, None]
    there = (rows[:, None] == held[:, None]) & (columns >= 0) & (columns < band.right)
    there &= (places >= 0) & (places < cosines.shape[1])
    cells = cosines[held[:, None], np.clip(places, 0, cosines.shape[1] - 1)]
    return np.where(there, cells, outside)
