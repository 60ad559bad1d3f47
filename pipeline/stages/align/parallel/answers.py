"""How much of what a sentence says has a counterpart in those of the other text near it, for many of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.parallel.corridor import Corridor, Floats
from pipeline.stages.align.parallel.counterparts import Table
from pipeline.stages.align.parallel.sides import Side

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Lexicon:
    """The table in numbers. The words of left sentence i are `said[bounds[i]:bounds[i + 1]]`; the counterparts of word
    w are `others[starts[w]:starts[w + 1]]`, with their `strengths`; `places` are sorted codes, word · size + sentence,
    of the right text; `weights` and `echoes` are the weights of the words of either text."""

    bounds: Numbers
    said: Numbers
    starts: Numbers
    others: Numbers
    strengths: Floats
    places: Numbers
    size: int
    weights: Floats
    echoes: Floats


def answers(left: Side, right: Side, near: Corridor, table: Table) -> tuple[Floats, Floats]:
    """Two flat matrices over the pairs of sentences in `near`, a last 0 for all outside: the weight of the words of the
    left sentence that the right one has a counterpart for (`told`), and the other way round (`echoed`)."""
    words = lexicon(left, right, table)
    told, echoed = np.zeros(near.size + 1), np.zeros(near.size + 1)
    for block in near.blocks():
        rows, part = np.arange(block.start, block.stop), near.part(block)
        owner, at = spans(words.bounds[rows], words.bounds[rows + 1])
        ours = words.said[at]
        pair, at = spans(words.starts[ours], words.starts[ours + 1])
        ours, owner, theirs, strength = ours[pair], rows[owner[pair]], words.others[at], words.strengths[at]
        codes = theirs * words.size
        begin, end = codes + near.first[owner], codes + near.stop[owner]
        meeting, at = spans(np.searchsorted(words.places, begin), np.searchsorted(words.places, end))
        cells = (near.starts[:-1] - near.first)[owner[meeting]] + words.places[at] % words.size - part.start
        size = part.stop - part.start
        told[part] = strongest(cells, ours[meeting], strength[meeting], words.weights, size)
        echoed[part] = strongest(cells, theirs[meeting], strength[meeting], words.echoes, size)
    return told, echoed


def lexicon(left: Side, right: Side, table: Table) -> Lexicon:
    """See `Lexicon`; only words that both texts have a part in."""
    ours, theirs = sorted(left.weights), sorted(right.weights)
    row, column = numbered(ours), numbered(theirs)
    pairs = [
        (row[word], column[other], strength)
        for word in ours
        for other, strength in table.get(word, {}).items()
        if other in column
    ]
    said = [sorted({row[word] for word in words}) for words in left.words]
    size = len(right.words) + 1
    places = [column[word] * size + at for at, words in enumerate(right.words) for word in set(words)]
    return Lexicon(
        bounds=np.cumsum([0, *map(len, said)]),
        said=np.array([word for words in said for word in words], dtype=np.int64),
        starts=np.searchsorted([pair[0] for pair in pairs], np.arange(len(ours) + 1)),
        others=np.array([pair[1] for pair in pairs], dtype=np.int64),
        strengths=np.array([pair[2] for pair in pairs], dtype=np.float64),
        places=np.sort(np.array(places, dtype=np.int64)),
        size=size,
        weights=np.array([left.weights[word] for word in ours]),
        echoes=np.array([right.weights[word] for word in theirs]),
    )


def numbered(words: Iterable[str]) -> dict[str, int]:
    """The place of each word."""
    return {word: at for at, word in enumerate(words)}


def spans(starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """All places from each start to its end, and which start each belongs to: (owners, places)."""
    counts = np.maximum(ends - starts, 0)
    owners = np.repeat(np.arange(len(counts)), counts)
    return owners, np.arange(len(owners)) - (np.cumsum(counts) - counts - starts)[owners]


def strongest(cells: Numbers, words: Numbers, strengths: Floats, weights: Floats, size: int) -> Floats:
    """For each of `size` cells the summed weights of its words, each by the strongest of what answers it."""
    if not len(cells):
        return np.zeros(size)
    codes = cells * len(weights) + words
    order = np.argsort(codes, kind="stable")
    opens = np.flatnonzero(np.diff(codes[order], prepend=-1))
    best = np.maximum.reduceat(strengths[order], opens)
    told = codes[order][opens]
    heard = best * weights[told % len(weights)]
    return np.bincount(told // len(weights), heard, minlength=size).astype(np.float64)
