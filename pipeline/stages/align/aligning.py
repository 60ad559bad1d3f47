"""The entry of the room: documents in, alignments out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Alignments, Issue, Reading, Resolution

if TYPE_CHECKING:
    from pipeline.stages.align.comparable import Side
    from pipeline.stages.align.contexts import InContext
    from pipeline.stages.align.likeness import Rarity
    from pipeline.stages.align.parallel import Parallel
    from pipeline.stages.align.passages import Passage
    from pipeline.stages.align.tokens import Context


def align(
    readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge, in_context: bool = False
) -> Alignments:
    """Passages across languages that tell the same, sorted by where they stand; never forced, most have none.

    With `in_context` the states of tokens tell which words answer each other, inside passages that are aligned and,
    in texts that do not translate each other, when they are sought; that needs the extra `transformers`.
    """
    from pipeline.stages.align.contexts import InContext
    from pipeline.stages.align.documents import document_pairs
    from pipeline.stages.align.likeness import rarity
    from pipeline.stages.align.modes import attempt, doubts, hinted_pairs, translated
    from pipeline.stages.align.passages import passages
    from pipeline.stages.align.terms import Texts, with_terms

    ordered = sorted(readings, key=lambda reading: reading.document.id)
    told = {reading.document.id: passages(reading, resolution, knowledge) for reading in ordered}
    languages = {reading.document.id: reading.document.language for reading in ordered}
    if len(set(languages.values())) < 2:
        return Alignments(())
    sides = sides_of(told, languages)
    rare = rarity([passage for document in sorted(told) for passage in told[document]])
    documents = {reading.document.id: reading.document for reading in ordered}
    found: list[Alignment] = []
    issues: list[Issue] = []
    likely = document_pairs(told, languages, {document: side.vectors for document, side in sides.items()})
    pairs = sorted({*likely, *hinted_pairs(list(documents.values()))})
    context = told_by() if in_context and pairs else None
    read = InContext(context) if context else None
    for ours, theirs in pairs:
        tried = attempt(sides[ours], sides[theirs], knowledge.aligner)
        issues.extend(doubts(documents[ours], documents[theirs], tried))
        if tried is not None and translated(documents[ours], documents[theirs], tried):
            found.extend(translations(sides[ours], sides[theirs], tried, knowledge))
        else:
            found.extend(comparable(sides[ours], sides[theirs], rare, knowledge, read))
    found.sort(key=lambda one: [one.sides[language] for language in sorted(one.sides)])
    texts = Texts(ordered, resolution, knowledge)
    return Alignments(with_terms(found, texts, context), tuple(issues))


def told_by() -> Context:
    """What tells how alike words are in context; torch is loaded here and nowhere else."""
    from pipeline.stages.align.tokens import context

    return context()


def translations(left: Side, right: Side, found: Parallel, knowledge: Knowledge) -> Iterator[Alignment]:
    """The alignments of two documents of which one translates the other; a sentence without counterpart is in none."""
    from pipeline.stages.align.records import record

    for bead in found.beads:
        if bead.translated:
            ours = [left.passages[at] for at in bead.left]
            theirs = [right.passages[at] for at in bead.right]
            yield record(ours, theirs, bead.confidence, "parallel", knowledge)


def comparable(
    left: Side, right: Side, rare: Rarity, knowledge: Knowledge, read: InContext | None
) -> Iterator[Alignment]:
    """The alignments of two documents on one subject."""
    from pipeline.stages.align.comparable import candidates, chosen
    from pipeline.stages.align.grouping import grouped
    from pipeline.stages.align.records import record

    model = knowledge.comparable_in_context if read else knowledge.comparable
    for group in grouped(chosen(candidates(left, right, rare, model, read))):
        ours, theirs = [left.passages[at] for at in group.left], [right.passages[at] for at in group.right]
        yield record(ours, theirs, group.score, "comparable", knowledge)


def sides_of(told: dict[str, tuple[Passage, ...]], languages: dict[str, str]) -> dict[str, Side]:
    """Each document's vectors, centred on its language, and its language's lexicon."""
    sides: dict[str, Side] = {}
    for language in sorted(set(languages.values())):
        mine = {document: passages for document, passages in told.items() if languages[document] == language}
        sides.update(sides_in(mine))
    return sides


def sides_in(told: dict[str, tuple[Passage, ...]]) -> dict[str, Side]:
    """The sides of one language's documents, in one reading of the encoder."""
    from pipeline.stages.align.comparable import Side
    from pipeline.stages.align.encoder import centre, centred, encode
    from pipeline.stages.align.words import lexicon

    everything = [passage for document in told for passage in told[document]]
    clauses = sorted({clause.text for passage in everything for clause in passage.clauses})
    raw = encode([passage.text for passage in everything])
    around = centre(raw)
    vectors, parts = centred(raw, around), dict(zip(clauses, centred(encode(clauses), around), strict=True))
    words, start, sides = lexicon(everything), 0, {}
    for document, passages in told.items():
        end = start + len(passages)
        mine = {clause.text: parts[clause.text] for passage in passages for clause in passage.clauses}
        sides[document] = Side(passages, vectors[start:end], mine, words)
        start = end
    return sides
