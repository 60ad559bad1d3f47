"""Which words of one text may stand for which of the other: cognates, near vectors, and what the beads teach."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

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
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEIGHBOURS]
        for row, columns in enumerate(nearest):
            near = {theirs[column]: float(cosines[row, column]) for column in columns if cosines[row, column] > NEAR}
            found[ours[start + row]] = {other: (cosine - NOISE) / (1 - NOISE) for other, cosine in near.items()}
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
    chances: dict[tuple[str, str], float] | None = None
    for _ in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for ours, theirs in lessons:
            sources = ("", *ours)
            for other in theirs:
                shares = [chances.get((word, other), 1e-6) if chances else 1.0 for word in sources]
                whole = sum(shares)
                for word, share in zip(sources, shares, strict=True):
                    counts[word, other] += share / whole
                    totals[word] += share / whole
        smoothed = ((pair, count / (totals[pair[0]] + 0.5)) for pair, count in counts.items())
        chances = {pair: chance for pair, chance in smoothed if chance > 0.01}
    return chances or {}
