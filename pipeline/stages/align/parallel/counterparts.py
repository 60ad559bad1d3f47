"""Which words of one text may stand for which of the other: cognates, near vectors, and what the beads teach."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import centre, centred, encode
from pipeline.stages.align.words import SHORTEST_STEM, kinship
from pipeline.text import fold

Table = dict[str, dict[str, float]]
Words = Sequence[Sequence[str]]

WORD = re.compile(r"[^\W_]+")
NEIGHBOURS = 4
NEAR = 0.5  # cosine from which two words may be each other's counterpart
NOISE = 0.3  # cosine of two words that have nothing to do with each other
VOCABULARY = 8000  # the most frequent words that are compared by vector
LESSONS = 3000  # beads that the translation model learns from
ROUNDS = 4
UNSURE = 0.08
FAINT, UNTAUGHT = 0.01, 1e-6  # chances that are forgotten, and what is thought of them in the next round


def words_of(sentence: str) -> tuple[str, ...]:
    """The folded words of a sentence, in order, each two characters or longer."""
    return tuple(word for word in WORD.findall(fold(sentence)) if len(word) > 1)


def joined(*tables: Table) -> Table:
    """The strongest of what the tables say."""
    best: Table = defaultdict(dict)
    for table in tables:
        for word, others in table.items():
            for other, strength in others.items():
                best[word][other] = max(best[word].get(other, 0.0), strength)
    return best


def cognates(left: Iterable[str], right: Iterable[str]) -> Table:
    """Words that are equal or begin alike; strength 0–1."""
    beginnings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(right):
        beginnings[word[:SHORTEST_STEM]].append(word)
    found: Table = {}
    for word in sorted(left):
        akin = {other: kinship(word, other) for other in beginnings[word[:SHORTEST_STEM]]}
        found[word] = {other: strength for other, strength in akin.items() if strength}
    return found


def near_words(left: Counter[str], right: Counter[str]) -> Table:
    """Words whose vectors are near, among the frequent ones of each text; strength 0–1."""
    ours, theirs = frequent(left), frequent(right)
    if not ours or not theirs:
        return {}
    vectors = [centred(raw, centre(raw)) for raw in (encode(ours), encode(theirs))]
    found: Table = {}
    for start in range(0, len(ours), 1000):
        cosines = np.round(vectors[0][start : start + 1000] @ vectors[1].T, 4)
        for row, near in enumerate(cosines):
            columns = np.nonzero(near > NEAR)[0]
            nearest = columns[np.argsort(-near[columns], kind="stable")][:NEIGHBOURS]
            found[ours[start + row]] = {theirs[at]: (float(near[at]) - NOISE) / (1 - NOISE) for at in nearest}
    return found


def frequent(counts: Counter[str]) -> list[str]:
    """The most frequent words of three letters or more, sorted."""
    ranked = sorted((word for word in counts if len(word) > 2), key=lambda word: (-counts[word], word))
    return sorted(ranked[:VOCABULARY])


def learned(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Table:
    """What aligned beads teach: IBM model 1 (Brown et al. 1993) both ways, the geometric mean of the two chances."""
    lessons = [pairs[at] for at in sorted({at * len(pairs) // LESSONS for at in range(LESSONS)})] if pairs else []
    across, back = taught(lessons), taught([(theirs, ours) for ours, theirs in lessons])
    found: Table = defaultdict(dict)
    for (word, other), chance in across.items():
        strength = (chance * back.get((other, word), 0.0)) ** 0.5
        if word and strength > UNSURE:
            found[word][other] = min(1.0, strength)
    return found


def taught(lessons: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Mapping[tuple[str, str], float]:
    """The chance that a word of the first side (or none, "") brings forth one of the second; faint ones left out."""
    ours = sorted({word for one, _ in lessons for word in one} | {""})
    theirs = sorted({word for _, other in lessons for word in other})
    pairs, groups = occasions(lessons, {word: at for at, word in enumerate(ours)}, theirs)
    if not len(pairs):
        return {}
    codes, pairs = np.unique(pairs, return_inverse=True)
    source = codes // len(theirs)
    chances = np.ones(len(codes))
    for _ in range(ROUNDS):
        shares = chances[pairs]
        shares /= np.bincount(groups, shares)[groups]
        counts = np.bincount(pairs, shares)
        chances = counts / (np.bincount(source, counts)[source] + 0.5)
        chances = np.where(chances > FAINT, chances, UNTAUGHT)
    kept = np.nonzero(chances > FAINT)[0]
    words = ((ours[code // len(theirs)], theirs[code % len(theirs)]) for code in codes[kept])
    return dict(zip(words, chances[kept].tolist(), strict=True))


def occasions(
    lessons: Sequence[tuple[Sequence[str], Sequence[str]]], row: Mapping[str, int], theirs: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each time that a word stands in one lesson with a word of the other side: the pair's code (row · size + column),
    and the number of the other side's word, counted over all lessons."""
    column = {word: at for at, word in enumerate(theirs)}
    pairs, groups, told = [], [], 0
    for one, other in lessons:
        sources = np.array([row[word] for word in ("", *one)], dtype=np.int64)
        targets = np.array([column[word] for word in other], dtype=np.int64)
        pairs.append((sources[None, :] * len(theirs) + targets[:, None]).ravel())
        groups.append(np.repeat(np.arange(told, told + len(other)), len(sources)))
        told += len(other)
    none = np.zeros(0, dtype=np.int64)
    return np.concatenate([none, *pairs]), np.concatenate([none, *groups])
