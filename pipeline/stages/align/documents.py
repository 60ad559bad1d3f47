"""Which documents to compare: found by what they share and what they are about, without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from math import log

import numpy as np

from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.neighbours import nearest
from pipeline.stages.align.passages import Passage

CROWD = 64  # a key that more documents of one language have tells nothing apart
PARTNERS = 12  # documents of another language that one document is compared with
ENOUGH = 1.0  # summed rarity of shared keys, and nearness
SUBJECT = 2.5  # what a cosine of 1 between two documents counts: from 0.4 it is enough alone


def keys_of(passages: Sequence[Passage]) -> frozenset[str]:
    """What a document is about: its actors, treaties and the months and years it names."""
    return frozenset().union(*(one.actors | one.treaties | one.months | one.years for one in passages))


def document_pairs(
    documents: Mapping[str, Sequence[Passage]],
    languages: Mapping[str, str],
    vectors: Mapping[str, Vectors] | None = None,
) -> list[tuple[str, str]]:
    """Pairs of ids worth comparing, the language first in the alphabet left; sorted.

    An inverted index from keys to documents; keys that stand in a crowd of documents are looked up by none. With the
    centred `vectors` of their passages, documents whose means are near are pairs too, whatever they name.
    """
    keys = {document: keys_of(passages) for document, passages in documents.items()}
    index: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document in sorted(keys):
        for key in keys[document]:
            index[key][languages[document]].append(document)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for key in sorted(index):
        weight = log(1 + len(keys) / sum(map(len, index[key].values())))
        for ours, theirs in pairs_under(index[key]):
            shared[ours, theirs] += weight
    for pair, cosine in near_documents(vectors or {}, languages):
        shared[pair] += SUBJECT * cosine
    return best_partners({pair: weight for pair, weight in shared.items() if weight >= ENOUGH})


def pairs_under(by_language: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of documents in two languages under one key."""
    small = {language: ids for language, ids in sorted(by_language.items()) if len(ids) <= CROWD}
    return [
        pair for left, right in product(small, small) if left < right for pair in product(small[left], small[right])
    ]


def near_documents(
    vectors: Mapping[str, Vectors], languages: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], float]]:
    """The nearest documents of other languages by the means of their passages, each pair once, with its cosine."""
    subjects = {document: subject(found) for document, found in sorted(vectors.items()) if len(found)}
    found: dict[tuple[str, str], float] = {}
    for left, right in combinations(sorted({languages[document] for document in subjects}), 2):
        sides = [[document for document in subjects if languages[document] == code] for code in (left, right)]
        ours, theirs = (np.stack([subjects[document] for document in side]) for side in sides)
        for turned, close in ((False, nearest(ours, theirs, PARTNERS)), (True, nearest(theirs, ours, PARTNERS))):
            for (row, place), column in np.ndenumerate(close.rows):
                cosine = float(close.cosines[row, place])
                if column >= 0 and cosine > 0:
                    pair = (column, row) if turned else (row, column)
                    found[sides[0][pair[0]], sides[1][pair[1]]] = cosine
    yield from sorted(found.items())


def subject(vectors: Vectors) -> Vectors:
    """The direction that a document's passages have in common, of unit length."""
    mean: Vectors = vectors.mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-6)


def best_partners(shared: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
    """The pairs that are among the `PARTNERS` best of either of their documents."""
    kept: set[tuple[str, str]] = set()
    for side in (0, 1):
        ranked: dict[str, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
        for pair, weight in shared.items():
            ranked[pair[side]].append((-weight, pair))
        kept.update(pair for found in ranked.values() for _, pair in sorted(found)[:PARTNERS])
    return sorted(kept)
