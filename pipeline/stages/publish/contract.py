"""The graph as `graph.json` says it: the contract between the pipeline and the people who use its output."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.predicates import Predicate
from pipeline.model import (
    Actor,
    Alignment,
    Claim,
    Document,
    Field,
    Graph,
    Holder,
    KeptApart,
    OneSided,
    Reading,
    Slot,
    Statement,
    Treaty,
    Voice,
)
from pipeline.stages.publish.evidence import Json, Originals, originals

VERSION = "1"


def graph_json(graph: Graph, readings: Sequence[Reading], predicates: Sequence[Predicate]) -> Json:
    """The whole of `graph.json`; lists are in the graph's own order, which is deterministic."""
    files = originals(readings)
    through = neighbours(graph)
    return {
        "version": VERSION,
        "documents": [
            document_json(reading, files) | {"origin": graph.origins.get(reading.document.id, reading.document.id)}
            for reading in readings
        ],
        "predicates": [predicate_json(predicate) for predicate in predicates],
        "actors": [actor_json(actor) for actor in graph.actors],
        "treaties": [treaty_json(treaty, files) for treaty in graph.treaties],
        "claims": [claim_json(claim, files, through.get(claim.id, ())) for claim in graph.claims],
        "links": [{"kind": link.kind, "a": link.a, "b": link.b, "why": link.why} for link in graph.links],
        "alignments": [alignment_json(alignment, files) for alignment in graph.alignments],
        "asymmetry": asymmetry_json(graph.asymmetry),
    }


def document_json(reading: Reading, files: Originals) -> Json:
    """One entry of `documents`, also a line of layers/documents.jsonl."""
    document, head = reading.document, reading.document.head
    fields = {"title": head.title, "institute": head.institute, "publisher": head.publisher}
    fields |= {"series": head.series, "number": head.number}
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "language": document.language,
        **{name: field.value if field else None for name, field in fields.items()},
        "authors": [field.value for field in head.authors],
        "date": files.time(reading.dates.written),
        "encoding": document.encoding,
        "characters": document.characters,
        "bytes": document.bytes,
        "copies": list(document.copies),
        "translation_of": document.translation_of,
        "evidence": head_evidence(document, files),
    }


def predicate_json(predicate: Predicate) -> Json:
    """One entry of `predicates`: what the claims may say."""
    return {
        "id": predicate.name,
        "labels": predicate.labels,
        "roles": list(predicate.roles),
        "time": predicate.time,
        "wikidata": predicate.wikidata,
        "wikidata_roles": wikidata_roles(predicate),
    }


def wikidata_roles(predicate: Predicate) -> list[str] | None:
    """The roles at the two ends of its property of Wikidata; None where it has none."""
    roles = predicate.wikidata_roles or tuple(predicate.roles)[:2]
    return list(roles) if predicate.wikidata and len(roles) == 2 else None


def head_evidence(document: Document, files: Originals) -> list[Json]:
    """Where the head says what `documents` repeats: one span a field, its role the field's name."""
    head = document.head
    named: list[tuple[str, Field | None]] = [("title", head.title), *(("author", one) for one in head.authors)]
    named += [("institute", head.institute), ("publisher", head.publisher), ("series", head.series)]
    named += [("number", head.number), ("date", head.date)]
    return [files.span(field.span, role) for role, field in named if field and field.span]


def kept_apart_json(kept: Sequence[KeptApart]) -> list[Json]:
    """Near matches that were not merged, and why."""
    return [{"other": one.other, "label": one.label, "why": one.why} for one in kept]


def actor_json(actor: Actor) -> Json:
    """One entry of `actors`."""
    return {
        "id": actor.id,
        "type": actor.type,
        "labels": actor.labels,
        "forms": {language: list(forms) for language, forms in actor.forms.items()},
        "same_as": list(actor.same_as),
        "merged_because": list(actor.merged_because),
        "kept_apart": kept_apart_json(actor.kept_apart),
    }


def slot_json(slot: Slot, files: Originals) -> Json:
    """One value of a treaty's slot: actor or text, time, modality, and the spans that tell it."""
    return {
        "actor": slot.actor,
        "text": slot.value or None,
        "time": files.time(slot.time),
        "modality": slot.modality,
        "spans": files.spans(slot.spans),
    }


def time_slot_json(slots: Sequence[Slot], files: Originals) -> Json | None:
    """A time slot: the first (best) time, its spans, and every other time told, under `others`."""
    times = [
        (files.time(slot.time) or {}) | {"modality": slot.modality, "spans": files.spans(slot.spans)}
        for slot in slots
        if slot.time
    ]
    return times[0] | {"others": times[1:]} if times else None


def treaty_json(treaty: Treaty, files: Originals) -> Json:
    """One entry of `treaties`."""
    listed = ("signatories", "parties", "establishes", "provisions", "ratified", "status")
    place = [slot_json(slot, files) for slot in treaty.place]
    return {
        "id": treaty.id,
        "kind": treaty.kind,
        "labels": treaty.labels,
        "forms": {language: list(forms) for language, forms in treaty.forms.items()},
        "same_as": list(treaty.same_as),
        "signed": time_slot_json(treaty.signed, files),
        "entry_into_force": time_slot_json(treaty.entry_into_force, files),
        "place": place[0] | {"others": place[1:]} if place else None,
        **{name: [slot_json(slot, files) for slot in getattr(treaty, name)] for name in listed},
        "missing": list(treaty.missing),
        "merged_because": list(treaty.merged_because),
        "kept_apart": kept_apart_json(treaty.kept_apart),
    }


def neighbours(graph: Graph) -> dict[str, tuple[str, ...]]:
    """For each claim those that tell the same more finely, more coarsely or in other words."""
    found: dict[str, set[str]] = {}
    for link in graph.links:
        if link.kind in ("equal", "refines"):
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
    return {claim: tuple(sorted(others)) for claim, others in found.items()}


def claim_json(claim: Claim, files: Originals, through: Sequence[str]) -> Json:
    """One entry of `claims`. A role with one filler is a string, with several a list; `support.through` names the
    claims whose statements count for the status beside its own."""
    return {
        "id": claim.id,
        "predicate": claim.predicate,
        "roles": {role: ids[0] if len(ids) == 1 else list(ids) for role, ids in claim.roles.items()},
        "time": files.time(claim.time),
        "place": claim.place,
        "quantity": files.quantity(claim.quantity),
        "statements": [voice_json(voice, files) for voice in claim.voices],
        "support": {
            "documents": claim.documents,
            "languages": list(claim.languages),
            "independent": claim.independent,
            "through": list(through) if claim.status == "corroborated" else [],
        },
        "status": claim.status,
    }


def voice_json(voice: Voice, files: Originals) -> Json:
    """One entry of a claim's `statements`."""
    statement = voice.statement
    return {
        "id": statement.id,
        "document": statement.span.document,
        "sentence": statement.sentence,
        "holder": holder_json(statement.holder, voice.holder_actors, files),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "cue": statement.cue,
        "time": files.time(statement.time),
        "spans": statement_spans(statement, files),
        "language": statement.language,
        "grade": statement.grade,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def statement_spans(statement: Statement, files: Originals) -> list[Json]:
    """The evidence first, then a span for each argument, the time, the place, the quantity, the holder and the cues."""
    spans = [files.span(statement.span, "evidence")]
    spans += [files.span(argument.span, argument.role) for argument in statement.arguments]
    if statement.time and statement.time.span:
        spans.append(files.span(statement.time.span, "time"))
    if statement.place:
        spans.append(files.span(statement.place.span, "place"))
    if statement.quantity:
        spans.append(files.span(statement.quantity.span, "quantity"))
    if statement.holder.span:
        spans.append(files.span(statement.holder.span, "holder"))
    return spans + files.spans(statement.cue_spans, "cue")


def holder_json(holder: Holder, actors: tuple[tuple[str, ...], ...], files: Originals) -> Json:
    """A holder and, under `within`, the holder who reports it; `actors` gives the ids of each level, inner first."""
    ids, outer = (actors[0], actors[1:]) if actors else ((), ())
    return {
        "kind": holder.kind,
        "actor": ids[0] if ids else None,
        "actors": list(ids),
        "text": holder.text,
        "span": files.span(holder.span) if holder.span else None,
        "within": holder_json(holder.within, outer, files) if holder.within else None,
    }


def alignment_json(alignment: Alignment, files: Originals) -> Json:
    """One entry of `alignments`: a key for each language, with its spans."""
    return {
        "id": alignment.id,
        "kind": alignment.kind,
        **{language: files.spans(spans) for language, spans in alignment.sides.items()},
        "score": alignment.score,
        "shared": {
            "actors": list(alignment.actors),
            "dates": list(alignment.dates),
            "numbers": list(alignment.numbers),
            "treaties": list(alignment.treaties),
        },
        "claims": list(alignment.claims),
        "notes": [note.text for note in alignment.notes],
        "decision": alignment.decision,
        "by": alignment.by,
    }


def asymmetry_json(one_sided: Sequence[OneSided]) -> Json:
    """By language: the claims told only in it, with the reason where one can be given."""
    written: Json = {}
    for one in one_sided:
        written.setdefault(one.language, []).append({"claim": one.claim, "why": one.why})
    return dict(sorted(written.items()))
