"""How much of two passages has a counterpart where its words stand, by the states of their tokens.

Of each word the nearest of the other passage counts, by cosine (as in BERTScore, Zhang et al. 2020), rare words more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import STEADINESS, Vectors, centred
from pipeline.stages.align.likeness import Nearness
from pipeline.stages.align.parallel.counterparts import WORD
from pipeline.stages.align.rivals import Ends, Values, leads, margins
from pipeline.text import fold

TOGETHER = 1024  # passages read at once


class Reader(Protocol):
    """What is asked of the model."""

    def words(self, texts: Sequence[Sequence[str]]) -> list[Vectors]:
        """The state of each word of each text, shape (words, hidden)."""


class States:
    """One side's passages: the states of their words less what all of them share, and what each word weighs."""

    def __init__(self, words: Sequence[Sequence[str]], states: Sequence[NDArray[np.float16]]) -> None:
        counts = Counter(word for one in words for word in {fold(word) for word in one})
        self._states = states
        total = sum(len(one) for one in states) + STEADINESS
        self._around = np.sum([one.sum(axis=0, dtype=np.float32) for one in states], axis=0) / total
        self.weights = [
            np.array([log(1 + len(words) / counts[fold(word)]) for word in one], dtype=np.float32) for one in words
        ]

    def vectors(self, row: int) -> Vectors:
        """Unit vectors of the words of one passage, (words, hidden)."""
        return centred(self._states[row].astype(np.float32), self._around)


class InContext:
    """Reads passages; each text once, whatever it is compared with."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: dict[str, NDArray[np.float16]] = {}

    def told(
        self, near: Iterable[Nearness], texts: tuple[Sequence[str], Sequence[str]], ends: Ends
    ) -> Iterator[Nearness]:
        """`near` of the pairs at `ends` (rows of `texts`, sorted), with what their words say where they stand."""
        covered = self.covered(texts, ends)
        meant, poorer = covered.mean(axis=1), covered.min(axis=1)
        columns = [(one, margins(ends, one), leads(ends, one)) for one in (meant, poorer)]
        rows = np.round(np.stack([value for column in columns for value in column], axis=1), 4).tolist()
        for one, row in zip(near, rows, strict=True):
            yield replace(one, **dict(zip(NAMES, row, strict=True)))

    def covered(self, texts: tuple[Sequence[str], Sequence[str]], ends: Ends) -> Values:
        """How much of the left and of the right passage of each pair has a counterpart, (pairs, 2); four decimals."""
        left, right = (self.side(mine) for mine in texts)
        found: list[tuple[float, float]] = []
        for row, pairs in groupby(ends.tolist(), key=lambda pair: pair[0]):
            ours, weights = left.vectors(row), left.weights[row]
            for _, column in pairs:
                alike = ours @ right.vectors(column).T
                found.append((mean(alike.max(axis=1), weights), mean(alike.max(axis=0), right.weights[column])))
        covered: Values = np.round(np.array(found), 4).astype(np.float64)
        return covered

    def side(self, texts: Sequence[str]) -> States:
        """The passages of one side, read."""
        unread = sorted({text for text in texts if text not in self._read}, key=lambda text: (len(text), text))
        for start in range(0, len(unread), TOGETHER):
            part = unread[start : start + TOGETHER]
            states = self._reader.words([words_of(text) for text in part])
            self._read |= {text: one.astype(np.float16) for text, one in zip(part, states, strict=True)}
        return States([words_of(text) for text in texts], [self._read[text] for text in texts])


NAMES = tuple(f"{name}{what}" for name in ("meant", "poorer") for what in ("", "_margin", "_lead"))


def words_of(text: str) -> list[str]:
    """The words of a text as they stand there; the text where it has none."""
    return WORD.findall(text) or [text]


def mean(values: Vectors, weights: Vectors) -> float:
    """The weighted mean."""
    return float(values @ weights / weights.sum())
