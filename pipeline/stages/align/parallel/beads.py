"""What the aligner reads and answers: the sentences of a text, and beads of sentences that translate each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import Vectors

# How many sentences of each text a bead may hold: (left, right). (0, 1) and (1, 0) are sentences without a counterpart.
SHAPES = (
    *((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2)),
    *((4, 1), (1, 4), (5, 1), (1, 5), (2, 3), (3, 2), (3, 3)),
)
INSERTION = SHAPES.index((0, 1))
DELETION = SHAPES.index((1, 0))
LONGEST = max(max(shape) for shape in SHAPES)


@dataclass(frozen=True)
class Text:
    """A text of n sentences in order: their words, unit vectors of shape (n, 512), and which of them open a paragraph,
    shape (n,)."""

    sentences: Sequence[str]
    vectors: Vectors
    opens: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bead:
    """Consecutive sentences of either text that translate each other, by position; `right` or `left` is empty where a
    sentence has no counterpart. `confidence`: the chance, 0–1, that exactly these belong together."""

    left: range
    right: range
    confidence: float

    @property
    def translated(self) -> bool:
        """Both sides hold something."""
        return bool(self.left and self.right)
