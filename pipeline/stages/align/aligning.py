"""The entry of the room: documents in, alignments out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Alignments, Reading, Resolution, Span

if TYPE_CHECKING:
    from pipeline.stages.align.comparable import Candidate, Side
    from pipeline.stages.align.passages import Passage


def align(readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge) -> Alignments:
    """Passages across languages that tell the same, sorted by where they stand; never forced, most have none."""
    from pipeline.stages.align.documents import document_pairs
    from pipeline.stages.align.passages import passages

    ordered = sorted(readings, key=lambda reading: reading.document.id)
    told = {reading.document.id: passages(reading, resolution, knowledge) for reading in ordered}
    languages = {reading.document.id: reading.document.language for reading in ordered}
    pairs = document_pairs(told, languages)
    if not pairs:
        return Alignments(())
    return Alignments(tuple(aligned(pairs, told, languages)))


def aligned(
    pairs: Sequence[tuple[str, str]], told: dict[str, tuple[Passage, ...]], languages: dict[str, str]
) -> list[Alignment]:
    """The alignments of all `pairs` of documents."""
    from pipeline.stages.align.comparable import candidates, chosen
    from pipeline.stages.align.likeness import rarity

    sides = sides_of(told, languages)
    rare = rarity([passage for document in sorted(told) for passage in told[document]])
    found = [
        alignment(sides[left], sides[right], one)
        for left, right in pairs
        for one in chosen(candidates(sides[left], sides[right], rare))
    ]
    return sorted(found, key=lambda one: [one.sides[language] for language in sorted(one.sides)])


def sides_of(told: dict[str, tuple[Passage, ...]], languages: dict[str, str]) -> dict[str, Side]:
    """Each document's vectors, centred on its language, and its language's lexicon."""
    from pipeline.stages.align.comparable import Side
    from pipeline.stages.align.encoder import centred, encode
    from pipeline.stages.align.words import lexicon

    sides: dict[str, Side] = {}
    for language in sorted(set(languages.values())):
        documents = [document for document in told if languages[document] == language]
        everything = [passage for document in documents for passage in told[document]]
        vectors, words = centred(encode([passage.text for passage in everything])), lexicon(everything)
        start = 0
        for document in documents:
            end = start + len(told[document])
            sides[document] = Side(told[document], vectors[start:end], words)
            start = end
    return sides


def alignment(left: Side, right: Side, found: Candidate) -> Alignment:
    """The record of one pair of passages: what they share, and why they were taken together."""
    ours, theirs = left.passages[found.left], right.passages[found.right]
    return Alignment(
        id=alignment_id([*ours.spans, *theirs.spans]),
        kind="comparable",
        sides={ours.language: ours.spans, theirs.language: theirs.spans},
        score=found.score,
        actors=tuple(sorted(ours.actors & theirs.actors)),
        treaties=tuple(sorted(ours.treaties & theirs.treaties)),
        dates=shared_dates(ours, theirs),
        numbers=tuple(sorted(ours.numbers & theirs.numbers)),
    )


def alignment_id(spans: Iterable[Span]) -> str:
    """`align-` and ten hex digits of the documents and offsets of `spans`."""
    place = " ".join(f"{span.document}:{span.start}-{span.end}" for span in sorted(spans))
    return "align-" + hashlib.sha256(place.encode()).hexdigest()[:10]


def shared_dates(left: Passage, right: Passage) -> tuple[str, ...]:
    """EDTF of dates in one passage that lie within a date of the other: the finer of the two, sorted."""
    shared = set()
    for ours, (start, end) in left.dates.items():
        for theirs, (begin, until) in right.dates.items():
            if begin <= start and end <= until:
                shared.add(ours)
            elif start <= begin and until <= end:
                shared.add(theirs)
    return tuple(sorted(shared))
