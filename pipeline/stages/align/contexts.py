"""How much of two passages has a counterpart where its words stand, and how alike they are whole, by tokens' states.

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

from pipeline.stages.align.encoder import STEADINESS, Vectors, centre, centred
from pipeline.stages.align.likeness import Nearness
from pipeline.stages.align.parallel.counterparts import WORD
from pipeline.stages.align.rivals import Ends, Values, leads, margins
from pipeline.text import fold

TOGETHER = 1024  # passages read at once

Kept = tuple[NDArray[np.float16], Vectors]  # the states of a passage's words, and its own


class Meaning(Protocol):
    """A passage read: the states of its words (words, hidden), and its own (hidden,)."""

    @property
    def words(self) -> Vectors: ...
    @property
    def whole(self) -> Vectors: ...


class Reader(Protocol):
    """What is asked of the model."""

    def read(self, texts: Sequence[Sequence[str]]) -> Sequence[Meaning]:
        """What each text means."""


class States:
    """One side's passages: the states of their words less what all of them share, what each word weighs, and `whole`,
    unit vectors of the passages (n, hidden)."""

    def __init__(self, words: Sequence[Sequence[str]], read: Sequence[Kept]) -> None:
        counts = Counter(word for one in words for word in {fold(word) for word in one})
        self._states = states = [one for one, _ in read]
        whole = np.array([one for _, one in read])
        self.whole = centred(whole, centre(whole))
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
        self._read: dict[str, Kept] = {}

    def side(self, texts: Sequence[str]) -> States:
        """The passages of one side, read."""
        unread = sorted({text for text in texts if text not in self._read}, key=lambda text: (len(text), text))
        for start in range(0, len(unread), TOGETHER):
            part = unread[start : start + TOGETHER]
            read = self._reader.read([words_of(text) for text in part])
            self._read |= {
                text: (one.words.astype(np.float16), one.whole) for text, one in zip(part, read, strict=True)
            }
        return States([words_of(text) for text in texts], [self._read[text] for text in texts])


def told(near: Iterable[Nearness], left: States, right: States, ends: Ends) -> Iterator[Nearness]:
    """`near` of the pairs at `ends` (sorted), with what they say where their words stand."""
    both = covered(left, right, ends)
    meant, poorer, whole = both.mean(axis=1), both.min(axis=1), alike(left, right, ends)
    columns = [(one, margins(ends, one), leads(ends, one)) for one in (meant, poorer, whole)]
    rows = np.round(np.stack([value for column in columns for value in column], axis=1), 4).tolist()
    for one, row in zip(near, rows, strict=True):
        yield replace(one, **dict(zip(NAMES, row, strict=True)))


def covered(left: States, right: States, ends: Ends) -> Values:
    """How much of the left and of the right passage of each pair has a counterpart, (pairs, 2); four decimals."""
    found: list[tuple[float, float]] = []
    for row, pairs in groupby(ends.tolist(), key=lambda pair: pair[0]):
        ours, weights = left.vectors(row), left.weights[row]
        for _, column in pairs:
            near = ours @ right.vectors(column).T
            found.append((mean(near.max(axis=1), weights), mean(near.max(axis=0), right.weights[column])))
    shares: Values = np.round(np.array(found), 4).astype(np.float64)
    return shares


def alike(left: States, right: States, ends: Ends) -> Values:
    """How alike the passages of each pair are, each taken whole: cosines, (pairs,); four decimals."""
    cosines = np.einsum("ij,ij->i", left.whole[ends[:, 0]], right.whole[ends[:, 1]])
    rounded: Values = np.round(cosines, 4).astype(np.float64)
    return rounded


NAMES = tuple(f"{name}{what}" for name in ("meant", "poorer", "whole") for what in ("", "_margin", "_lead"))


def words_of(text: str) -> list[str]:
    """The words of a text as they stand there; the text where it has none."""
    return WORD.findall(text) or [text]


def mean(values: Vectors, weights: Vectors) -> float:
    """The weighted mean."""
    return float(values @ weights / weights.sum())
