"""What is counted once for each text: how long its sentences are, how they begin and end, how heavy their words are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.parallel.beads import LONGEST, Text
from pipeline.stages.align.parallel.corridor import Floats
from pipeline.stages.align.parallel.counterparts import words_of

CLOSING = " \"'”’»)]"
OPENING = " \"'“‘«([–—-"
TERMINAL = ".?!…"
PAUSES = ":;,"
SPOKEN = re.compile(r"[“”\"«»–—]|--|``|''")
SAMPLE = 200  # sentences of the other text that tell how near a sentence is to anything
NEAREST = 8

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Side:
    """One text of n sentences. Arrays of shape (n + 1,) hold running sums: what stands before each position.

    `norms` and `hubs`, shape (n + 1, LONGEST): of the 1 to LONGEST sentences before a position, the length of their
    summed vectors, and how near these are to the other text's sentences anywhere. `endings`: the class of the last
    mark of each sentence; `small`: it begins with a small letter; `spoken`: it has a mark of speech.
    """

    text: Text
    words: tuple[tuple[str, ...], ...]
    weights: dict[str, float]
    masses: Floats
    lengths: Floats
    opened: Floats
    smalls: Floats
    unfinished: Floats
    speaking: Floats
    norms: Floats
    hubs: Floats
    opens: Flags
    small: Flags
    endings: NDArray[np.int64]


def side(text: Text, other: Text) -> Side:
    """All that is counted of `text`, beside `other`."""
    words = tuple(words_of(sentence) for sentence in text.sentences)
    counts = Counter(word for one in words for word in set(one))
    weights = {word: log(1 + len(words) / count) for word, count in counts.items()}
    endings = np.array([ending(sentence) for sentence in text.sentences])
    small = np.array([begins_small(sentence) for sentence in text.sentences] + [False])
    spoken = [bool(SPOKEN.search(sentence)) for sentence in text.sentences]
    norms, hubs = summed_vectors(text.vectors, sampled(other.vectors))
    return Side(
        text=text,
        words=words,
        weights=weights,
        masses=running([sum(weights[word] for word in sorted(set(one))) for one in words]),
        lengths=running([len(sentence) for sentence in text.sentences]),
        opened=running(text.opens),
        smalls=running(small[:-1]),
        unfinished=running(endings >= len(TERMINAL)),
        speaking=running(spoken),
        norms=norms,
        hubs=hubs,
        opens=np.append(text.opens, True),
        small=small,
        endings=endings,
    )


def running(values: Sequence[float] | NDArray[np.generic]) -> Floats:
    """The sums of what stands before each of the n + 1 positions."""
    return np.concatenate([[0.0], np.cumsum(np.asarray(values, dtype=np.float64))])


def ending(sentence: str) -> int:
    """The class of the last mark of a sentence: where it stands in the list of marks, after it where there is none."""
    bare = sentence.rstrip(CLOSING)
    marks = TERMINAL + PAUSES
    return marks.index(bare[-1]) if bare and bare[-1] in marks else len(marks)


def begins_small(sentence: str) -> bool:
    """The first letter is a small one: the sentence goes on with another."""
    return sentence.lstrip(OPENING)[:1].islower()


def sampled(vectors: Vectors) -> Vectors:
    """At most `SAMPLE` of `vectors`, evenly spread."""
    return vectors[np.unique(np.linspace(0, len(vectors) - 1, min(len(vectors), SAMPLE)).astype(np.int64))]


def summed_vectors(vectors: Vectors, others: Vectors) -> tuple[Floats, Floats]:
    """Lengths of the sums of 1 to LONGEST vectors before each position, and their mean cosine to the nearest of
    `others`; both (n + 1, LONGEST)."""
    norms, hubs = np.ones((len(vectors) + 1, LONGEST)), np.zeros((len(vectors) + 1, LONGEST))
    count = min(NEAREST, len(others))
    for size in range(1, min(LONGEST, len(vectors)) + 1):
        sums = sum(vectors[start : len(vectors) - size + 1 + start] for start in range(size))
        norms[size:, size - 1] = np.maximum(np.linalg.norm(sums, axis=1), 1e-6)
        cosines = (sums @ others.T) / norms[size:, size - 1, None]
        hubs[size:, size - 1] = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
    return norms, hubs
