"""What the pairs around a pair tell: who retells something keeps to its order for a while, and to its neighbours.

A pair of passages is likelier to tell the same where the passages before or after them do (local context, as in
Barzilay and Elhadad 2003, "Sentence alignment for monolingual comparable corpora"; without their paragraphs' topics).
"""

from __future__ import annotations

import numpy as np

from pipeline.stages.align.rivals import Ends, Values

REACH = 3  # passages before and after that are looked at
FADING = 2.0  # in so many steps farther a neighbour counts 1/e of what it did
FAINT = 0.05  # pairs less sure than this tell their neighbours nothing


def surroundings(ends: Ends, scores: Values) -> Values:
    """How much the pairs around each of those at `ends` (n, 2; all different) speak for it, shape (n, 2), each 0–1.

    First those of one of its passages with a neighbour of the other, then those of both passages' neighbours.
    """
    width = int(ends[:, 1].max(initial=0)) + 2 * REACH + 1  # no step to a side ends in another row
    keys = ends[:, 0] * width + ends[:, 1]
    order = np.argsort(keys)
    sources = np.flatnonzero(scores >= FAINT)
    found = np.zeros((len(ends), 2))
    for down, across in steps():
        both = bool(down and across)
        weight = np.exp(-(abs(down) + abs(across) - 1 - both) / FADING)
        places = np.searchsorted(keys, keys[sources] + down * width + across, sorter=order)
        reached = order[np.minimum(places, len(keys) - 1)]
        there = keys[reached] == keys[sources] + down * width + across
        found[reached[there], int(both)] += weight * scores[sources[there]]
    around: Values = 1 - np.exp(-found)
    return np.round(around, 4)


def steps() -> list[tuple[int, int]]:
    """From one pair to those around it: to neighbours of one passage one step, of both as far as the reach."""
    reach = [step for step in range(-REACH, REACH + 1) if step]
    return [(0, -1), (0, 1), (-1, 0), (1, 0), *((down, across) for down in reach for across in reach)]
