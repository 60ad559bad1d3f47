"""What the page shows, as plain JSON values: the documents by sections and sentences, and the alignments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pipeline.knowledge import Knowledge
from pipeline.model import Actor, Alignment, Claim, Document, Graph, Reading, Section, Span, Treaty
from pipeline.stages.publish.alignment.marks import Names, names_of, pieces, sentences_of
from pipeline.stages.publish.alignment.quoting import plain, quote, reading_order
from pipeline.stages.publish.contract import neighbours
from pipeline.text import locate

Json = dict[str, Any]
ROOM = 2_000_000  # characters of text that a page carries without need


def shown(graph: Graph, readings: Sequence[Reading], knowledge: Knowledge) -> Json:
    """Everything the page needs. Documents that no alignment touches are there too, for people may pair their
    sentences, unless the corpus is large and others are touched."""
    by_id = {reading.document.id: reading for reading in readings}
    touched = {span.document for one in graph.alignments for spans in one.sides.values() for span in spans}
    small = sum(reading.document.characters for reading in readings) <= ROOM
    order = reading_order(knowledge)
    listed = sorted(by_id if small or not touched else touched, key=lambda document: by_id[document].document.path)
    facts = Facts(graph, by_id, knowledge)
    asked = {one for issue in graph.issues if issue.kind == "stale decision" for one in issue.about}
    named = {node: facts.labels[node] for one in graph.alignments for node in (*one.actors, *one.treaties)}
    return {
        "order": order,
        "names": {code: pack.language.names for code, pack in knowledge.packs.items()},
        "words": {code: msgspec.to_builtins(pack.page) for code, pack in knowledge.packs.items()},
        "documents": [document_json(by_id[document]) for document in listed],
        "nodes": dict(sorted(named.items())),
        "alignments": [alignment_json(one, facts, order) | {"asked": one.id in asked} for one in graph.alignments],
    }


class Facts:
    """What the alignments point to, by id."""

    def __init__(self, graph: Graph, readings: Mapping[str, Reading], knowledge: Knowledge) -> None:
        self.readings = readings
        self.names: Names = names_of(graph)
        nodes: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
        self.labels = {node.id: node.labels for node in nodes}
        self.claims = {claim.id: claim for claim in graph.claims}
        self.beside = neighbours(graph)
        self.predicates = {predicate.name: predicate.labels for predicate in knowledge.predicates}


def document_json(reading: Reading) -> Json:
    """A document's head and its text: sections, each a list of `[text]` or of sentences as `sentence_json` has them."""
    document = reading.document
    head = document.head
    written = reading.dates.written
    return {
        "id": document.id,
        "path": document.path,
        "language": document.language,
        "title": plain(head.title.value) if head.title else "",
        "authors": [plain(one.value) for one in head.authors],
        "publisher": plain(head.publisher.value if head.publisher else head.institute.value if head.institute else ""),
        "series": plain(" ".join(field.value for field in (head.series, head.number) if field)),
        "written": written.edtf if written else None,
        "inferred": bool(written and written.basis == "inferred"),
        "characters": document.characters,
        "sentences": len(reading.annotation.sentences),
        "sections": [{"kind": section.kind, "text": cut} for section, cut in sections(reading) if cut],
    }


def sections(reading: Reading) -> Iterator[tuple[Section, list[list[str | int]]]]:
    """Each section with its text cut at the sentences that begin in it; a sentence that crosses stays whole."""
    text = reading.document.text
    sentences = reading.annotation.sentences
    at, place = 0, 0
    for section in reading.document.sections or (Section("paragraph", 0, len(text)),):
        cut: list[list[str | int]] = []
        place = max(place, section.start)
        while at < len(sentences) and sentences[at].span.start < section.end:
            span = sentences[at].span
            cut += [[plain(text[place : span.start])]] if text[place : span.start].strip() else []
            cut.append(sentence_json(reading.document, span))
            place, at = span.end, at + 1
        if text[place : section.end].strip():
            cut.append([plain(text[place : section.end])])
        place = max(place, section.end)
        yield section, cut


def sentence_json(document: Document, span: Span) -> list[str | int]:
    """A sentence: its text, its name on the page, its place in the file, and its words there if they read otherwise."""
    text, found = plain(document.text[span.start : span.end]), locate(document, span)
    place: list[str | int] = [text, key(span), found.start, found.end]
    return place if found.quote == text else [*place, found.quote]


def key(span: Span) -> str:
    """The name of a sentence on the page."""
    return f"{span.document}.{span.start}"


def alignment_json(one: Alignment, facts: Facts, order: Sequence[str]) -> Json:
    """An alignment: its sides with marked words, what they share, claims told by both, notes."""
    return {
        "id": one.id,
        "kind": one.kind,
        "score": one.score,
        "sides": [side_json(one, language, facts) for language in sorted(one.sides, key=order.index)],
        "actors": one.actors,
        "treaties": one.treaties,
        "dates": one.dates,
        "numbers": one.numbers,
        "claims": [claim_json(facts.claims[claim], one, facts) for claim in one.claims if claim in facts.claims],
        "notes": [dict(note.said) for note in one.notes],
        "decision": one.decision,
        "by": one.by,
    }


def side_json(one: Alignment, language: str, facts: Facts) -> Json:
    """One side: its document, its sentences with their pieces, and where they stand in the file."""
    spans = sentences_of(one, language)
    reading = facts.readings[spans[0].document]
    found = quote(reading.document, spans)
    return {
        "language": language,
        "document": reading.document.id,
        "start": found.start,
        "end": found.end,
        "sentences": [
            {"pieces": pieces(one, span, reading, facts.names), "at": sentence_json(reading.document, span)[1:]}
            for span in spans
        ],
    }


def claim_json(claim: Claim, one: Alignment, facts: Facts) -> Json:
    """A claim that both sides tell: its predicate's labels, its roles in order, each filler by language or as text, its
    time, and where the passages tell it."""
    fillers = [facts.labels.get(filler, {"": plain(filler)}) for role in claim.roles.values() for filler in role]
    return {
        "predicate": facts.predicates.get(claim.predicate, {"": claim.predicate}),
        "roles": fillers,
        "time": claim.time.edtf if claim.time else None,
        "status": claim.status,
        "evidence": list(evidence(claim, one, facts)),
    }


def evidence(claim: Claim, one: Alignment, facts: Facts) -> Iterator[list[str | int]]:
    """Where the passages of `one` tell `claim`, or the same more finely or coarsely: the sentence, and from where to
    where in it as a browser counts."""
    near = [facts.claims[other] for other in facts.beside.get(claim.id, ()) if other in one.claims]
    told = sorted({voice.statement.span for each in (claim, *near) for voice in each.voices})
    for sentence in (span for spans in one.sides.values() for span in spans):
        text = facts.readings[sentence.document].document.text
        for span in told:
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            if span.document == sentence.document and start < end:
                before, through = text[sentence.start : start], text[sentence.start : end]
                yield [key(sentence), browser_length(before), browser_length(through)]


def browser_length(text: str) -> int:
    """How long `text` is on the page, in the units of JavaScript."""
    return len(plain(text).encode("utf-16-le")) // 2
