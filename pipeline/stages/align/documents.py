"""Which documents to compare: found by what they share, without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from math import log

from pipeline.stages.align.passages import Passage

CROWD = 64  # a key that more documents of one language have tells nothing apart
PARTNERS = 12  # documents of another language that one document is compared with
ENOUGH = 1.0  # summed rarity of shared keys


def keys_of(passages: Sequence[Passage]) -> frozenset[str]:
    """What a document is about: its actors, treaties and the months and years it names."""
    return frozenset().union(*(one.actors | one.treaties | one.months | one.years for one in passages))


def document_pairs(documents: Mapping[str, Sequence[Passage]], languages: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of ids worth comparing, the language first in the alphabet left; sorted.

    An inverted index from keys to documents; keys that stand in a crowd of documents are looked up by none.
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
    return best_partners({pair: weight for pair, weight in shared.items() if weight >= ENOUGH})


def pairs_under(by_language: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of documents in two languages under one key."""
    small = {language: ids for language, ids in sorted(by_language.items()) if len(ids) <= CROWD}
    return [
        pair for left, right in product(small, small) if left < right for pair in product(small[left], small[right])
    ]


def best_partners(shared: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
    """The pairs that are among the `PARTNERS` best of either of their documents."""
    kept: set[tuple[str, str]] = set()
    for side in (0, 1):
        ranked: dict[str, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
        for pair, weight in shared.items():
            ranked[pair[side]].append((-weight, pair))
        kept.update(pair for found in ranked.values() for _, pair in sorted(found)[:PARTNERS])
    return sorted(kept)
