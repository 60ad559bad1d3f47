"""Two vocabularies: how alike each word of one language is to each of the other, by vector, spelling or sign."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.stages.align.encoder import DIMENSIONS, centre, centred, encode
from pipeline.stages.align.words import SHORTEST_STEM, kinship
from pipeline.text import fold

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Words = Sequence[str]

KNOWN = 8000  # words of each language that have a vector, the most frequent; of others spelling and company tell
FREQUENT = 3000  # words of each language that a word's rivals are sought among
SHARPNESS = 0.12  # how much likeness makes one word e times as probable a counterpart as another
SIGN = 0.5  # likeness of two different signs of punctuation
UNLIKE = -0.5  # likeness of a word and a sign
CHUNK = 1000


@dataclass(frozen=True)
class Vocabulary:
    """The distinct words of one language: their rows, unit vectors (n, 512; zero for rare ones), spelling less
    accents and apostrophes (empty for signs), and the rows of the most frequent ones."""

    row: dict[str, int]
    vectors: Floats
    bare: tuple[str, ...]
    signs: NDArray[np.bool_]
    frequent: Places

    def rows(self, words: Words) -> Places:
        """Where `words` stand."""
        return np.array([self.row[written(word)] for word in words], dtype=np.int64)


def written(word: str) -> str:
    """`word` as vocabularies hold it."""
    return word.casefold().replace("’", "'")


def vocabulary(texts: Sequence[Words]) -> Vocabulary:
    """The vocabulary of some texts."""
    counts = Counter(written(word) for words in texts for word in words)
    words = sorted(counts)
    bare = tuple("".join(letter for letter in fold(word) if letter.isalnum() or letter == "-") for word in words)
    ranked = sorted(range(len(words)), key=lambda row: (-counts[words[row]], row))
    return Vocabulary(
        row={word: row for row, word in enumerate(words)},
        vectors=vectors_of(words, sorted(ranked[:KNOWN])),
        bare=tuple(one.strip("-") for one in bare),
        signs=np.array([not one.strip("-") for one in bare], dtype=bool),
        frequent=np.array(sorted(ranked[:FREQUENT]), dtype=np.int64),
    )


def vectors_of(words: Words, known: Sequence[int]) -> Floats:
    """The centred vectors of `words`, zero but for those at `known`."""
    vectors = encode([words[row] for row in known])
    found = np.zeros((len(words), DIMENSIONS), dtype=np.float32)
    found[known] = centred(vectors, centre(vectors))
    return found


class Likeness:
    """How alike the words of two vocabularies are, and how many rivals each has."""

    def __init__(self, left: Vocabulary, right: Vocabulary) -> None:
        self.left, self.right = left, right
        self._names = tuple(np.array(list(side.row)) for side in (left, right))
        self._akin = akin(left, right)
        everything = [np.arange(len(side.row)) for side in (left, right)]
        self.rivals = (
            np.concatenate([self.weights(part, right.frequent).sum(axis=1) for part in chunks(everything[0])]),
            np.concatenate([self.weights(left.frequent, part).sum(axis=0) for part in chunks(everything[1])]),
        )

    def of(self, rows: Places, columns: Places) -> Floats:
        """How alike the words at `rows` are to those at `columns`: cosines, or kinship where that is more."""
        alike: Floats = np.round(self.left.vectors[rows] @ self.right.vectors[columns].T, 4)
        signs, others = self.left.signs[rows][:, None], self.right.signs[columns][None, :]
        alike[signs != others] = UNLIKE
        alike[signs & others] = SIGN
        equal = self._names[0][rows][:, None] == self._names[1][columns][None, :]
        alike[signs & others & equal] = 1.0
        places: dict[int, list[int]] = defaultdict(list)
        for place, column in enumerate(columns.tolist()):
            places[column].append(place)
        for place, row in enumerate(rows.tolist()):
            for column, strength in self._akin.get(row, {}).items():
                for other in places.get(column, ()):
                    alike[place, other] = max(alike[place, other], strength)
        return alike

    def weights(self, rows: Places, columns: Places) -> Floats:
        """How probable each pair is by likeness alone, not yet shared out among rivals."""
        weights: Floats = np.exp(self.of(rows, columns) / SHARPNESS)
        return weights


def akin(left: Vocabulary, right: Vocabulary) -> dict[int, dict[int, float]]:
    """The cognates of two vocabularies by row: words that are equal or begin alike."""
    beginnings: dict[str, list[int]] = defaultdict(list)
    for column, word in enumerate(right.bare):
        beginnings[word[:SHORTEST_STEM]].append(column)
    found: dict[int, dict[int, float]] = {}
    for row, word in enumerate(left.bare):
        if word:
            near = {column: kinship(word, right.bare[column]) for column in beginnings.get(word[:SHORTEST_STEM], ())}
            found[row] = {column: strength for column, strength in near.items() if strength}
    return found


def chunks(rows: Places) -> list[Places]:
    """`rows` in handy parts; at least one, maybe empty."""
    return [rows[start : start + CHUNK] for start in range(0, max(1, len(rows)), CHUNK)]
