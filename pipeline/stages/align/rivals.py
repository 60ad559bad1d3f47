"""How far a pair of passages stands out among the pairs that share one of its ends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEIGHBOURS = 4  # nearest passages that a margin is measured against

Ends = NDArray[np.int64]
Values = NDArray[np.float64]


def leads(ends: Ends, values: Values) -> Values:
    """Each pair's value less the best of the other pairs that share one of its ends; a pair without rivals leads by
    all of it."""
    ahead = values.copy()
    for side in (0, 1):
        order = np.lexsort((-values, ends[:, side]))
        keys = ends[order, side]
        first = np.concatenate([[True], keys[1:] != keys[:-1]])
        starts = np.maximum.accumulate(np.where(first, np.arange(len(keys)), 0))
        after = np.minimum(starts + 1, len(keys) - 1)
        second = np.where((keys[after] == keys) & (after > starts), values[order[after]], 0.0)
        rival = np.where(first, second, values[order[starts]])
        ahead[order] = np.minimum(ahead[order], values[order] - rival)
    return ahead


def margins(ends: Ends, values: Values) -> Values:
    """Each pair's value less the mean of the highest few (its own may be among them) at either of its ends."""
    around = np.zeros_like(values)
    for side in (0, 1):
        order = np.lexsort((-values, ends[:, side]))
        keys, starts = np.unique(ends[order, side], return_index=True)
        sizes = np.diff([*starts, len(order)])
        kept = np.arange(len(order)) - np.repeat(starts, sizes) < NEIGHBOURS
        sums = np.add.reduceat(np.where(kept, values[order], 0.0), starts)
        around += (sums / np.minimum(sizes, NEIGHBOURS))[np.searchsorted(keys, ends[:, side])] / 2
    return values - around
