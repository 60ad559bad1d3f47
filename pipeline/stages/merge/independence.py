"""Which documents speak for themselves: copies, near copies and translations of one another count once."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from pipeline.model import Alignment, Document, Reading
from pipeline.model.unions import Unions
from pipeline.text import fold

# A sentence that more documents share is a formula, not a sign of copying.
COMMON = 50
# Two documents with so large a share of the shorter one's sentences in common are near copies.
SHARE = 0.8
# A document of which so large a share stands parallel in another is its translation or its original.
MOSTLY = 0.6


def origins(readings: Sequence[Reading], alignments: Sequence[Alignment] = ()) -> dict[str, str]:
    """Document id → the first id (in order) of all documents that have the same origin."""
    documents = [one.document for one in readings]
    same = Unions(document.id for document in documents)
    for one, other in [
        *digests(documents),
        *translations(documents),
        *near(readings),
        *parallel(readings, alignments),
    ]:
        same.join(one, other)
    return {member: min(members) for members in same.groups() for member in members}


def digests(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with the same letters and digits."""
    seen: dict[str, str] = {}
    for document in documents:
        yield document.id, seen.setdefault(digest(document.text), document.id)


def translations(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Pairs of a document and the one that it declares to translate, by id, path or file name."""
    named = {name: one.id for one in documents for name in (one.path.rsplit("/", 1)[-1], one.path, one.id)}
    for document in documents:
        if document.translation_of in named:
            yield document.id, named[document.translation_of]


def near(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that share most sentences of the shorter one."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    sizes: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.annotation.sentences:
            mark = digest(reading.document.text[sentence.span.start : sentence.span.end])
            sizes[reading.document.id] += reading.document.id not in owners[mark]
            owners[mark].add(reading.document.id)
    shared = Counter(
        pair for owning in owners.values() if 1 < len(owning) <= COMMON for pair in combinations(sorted(owning), 2)
    )
    yield from (pair for pair, count in shared.items() if count >= SHARE * min(sizes[pair[0]], sizes[pair[1]]))


def parallel(readings: Sequence[Reading], alignments: Sequence[Alignment]) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which one is mostly aligned as parallel: translations that nobody declared."""
    sizes = {reading.document.id: len(reading.annotation.sentences) for reading in readings}
    covered: Counter[tuple[str, str]] = Counter()
    for alignment in alignments:
        if alignment.kind == "parallel" and alignment.decision != "rejected":
            for one, other in permutations(alignment.sides.values(), 2):
                if one and other:
                    covered[one[0].document, other[0].document] += len(one)
    for (one_id, other_id), count in sorted(covered.items()):
        if {one_id, other_id} <= sizes.keys() and count >= MOSTLY * sizes[one_id]:
            yield one_id, other_id


def digest(text: str) -> str:
    """One value for texts that differ only in case, accents, white space or punctuation."""
    return hashlib.sha256(re.sub(r"\W+", "", fold(text)).encode()).hexdigest()
