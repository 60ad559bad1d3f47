"""Words across languages: which content words of one passage have a counterpart in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from pipeline.stages.align.encoder import Vectors, centre, centred, encode
from pipeline.stages.align.passages import Passage

COUNTERPART = 0.55  # similarity from which two words are taken for each other's counterpart
STEM = 0.6  # share of the longer word that a common beginning must cover to make cognates
SHORTEST_STEM = 4
SCANT = 4.0  # weight of words, about two: a passage that says so little may be contained in anything


@dataclass(frozen=True)
class Lexicon:
    """The distinct words of one language: their rows in `vectors` (n, 512), and how much each says (by rarity)."""

    row: Mapping[str, int]
    vectors: Vectors
    weight: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two words taken for each other's counterpart, and how alike they are (0–1)."""

    left: str
    right: str
    likeness: float


def lexicon(passages: Sequence[Passage]) -> Lexicon:
    """The lexicon of one language's passages."""
    counts = Counter(word for passage in passages for word in set(passage.words))
    words = sorted(counts)
    weight = {word: log(1 + len(passages) / counts[word]) for word in words}
    vectors = encode(words)
    return Lexicon({word: row for row, word in enumerate(words)}, centred(vectors, centre(vectors)), weight)


def likeness(left: Sequence[str], right: Sequence[str], lexicons: tuple[Lexicon, Lexicon]) -> Vectors:
    """How alike each word of `left` is to each of `right`, shape (len(left), len(right)): vectors, or cognates."""
    ours, theirs = lexicons
    cosines = ours.vectors[[ours.row[word] for word in left]] @ theirs.vectors[[theirs.row[word] for word in right]].T
    akin = np.array([[kinship(one, other) for other in right] for one in left], dtype=np.float32)
    best: Vectors = np.maximum(cosines, akin.reshape(cosines.shape))
    return best


def kinship(one: str, other: str) -> float:
    """1.0 for equal words, less for words with a long common beginning, 0.0 for short or unlike ones."""
    if one == other:
        return 1.0
    if one[:SHORTEST_STEM] != other[:SHORTEST_STEM]:
        return 0.0
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    share = shared / max(len(one), len(other))
    return share if shared >= SHORTEST_STEM and share >= STEM else 0.0


def word_pairs(left: Iterable[str], right: Iterable[str], lexicons: tuple[Lexicon, Lexicon]) -> tuple[WordPair, ...]:
    """The words of two passages or clauses that are each other's best counterpart, in order of the left one."""
    ours, theirs = sorted(set(left)), sorted(set(right))
    if not ours or not theirs:
        return ()
    alike = likeness(ours, theirs, lexicons)
    across, back = alike.argmax(axis=1), alike.argmax(axis=0)
    mutual = [(row, int(column)) for row, column in enumerate(across) if back[column] == row]
    found = [WordPair(ours[row], theirs[column], float(alike[row, column])) for row, column in mutual]
    return tuple(pair for pair in found if pair.likeness >= COUNTERPART)


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of what two passages say has a counterpart (0–1): of both, and of the one that says less."""

    both: float
    less: float


def covered(left: Iterable[str], right: Iterable[str], lexicons: tuple[Lexicon, Lexicon]) -> Covered:
    """The matched weight, over the mean of both passages' weights and over the lesser of them."""
    ours, theirs = lexicons
    left, right = set(left), set(right)
    pairs = word_pairs(left, right, lexicons)
    shared = sum(pair.likeness * (ours.weight[pair.left] + theirs.weight[pair.right]) / 2 for pair in pairs)
    whole = [sum(lex.weight[word] for word in sorted(side)) for lex, side in ((ours, left), (theirs, right))]
    return Covered(
        both=float(min(1.0, shared / max(1e-6, (whole[0] * whole[1]) ** 0.5))),
        less=float(min(1.0, shared / (SCANT + min(whole)))),
    )
