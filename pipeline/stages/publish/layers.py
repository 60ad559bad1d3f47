"""The layers: sentences, mentions, dates and statements, one JSON line each, spans in the original files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Mention, Reading, Reference, Resolution, Span, Statement
from pipeline.stages.publish.contract import document_json, holder_json, statement_spans
from pipeline.stages.publish.evidence import Json, Originals, originals


def layer_lines(readings: Sequence[Reading], resolution: Resolution) -> dict[str, list[Json]]:
    """Each layer's lines by its file name without suffix."""
    files = originals(readings)
    references = {reference.span: reference for reference in resolution.references}
    return {
        "documents": [document_json(reading, files) for reading in readings],
        "sentences": [line for reading in readings for line in sentence_lines(reading, files)],
        "mentions": [line for reading in readings for line in mention_lines(reading, references, files)],
        "dates": [line for reading in readings for line in date_lines(reading, files)],
        "statements": [line for reading in readings for line in statement_lines(reading, references, files)],
    }


def place_json(span: Span, files: Originals) -> Json:
    """`document, start, end, byte_start, byte_end, text` of a span; `text` is the original slice."""
    written = files.span(span)
    return {key: written[key] for key in ("document", "start", "end", "byte_start", "byte_end")} | {
        "text": written["quote"]
    }


def sentence_lines(reading: Reading, files: Originals) -> Iterator[Json]:
    """One line a sentence; `clean` is the text that the later stages read."""
    text = reading.document.text
    for sentence in reading.annotation.sentences:
        clean = text[sentence.span.start : sentence.span.end]
        yield place_json(sentence.span, files) | {"id": sentence.id, "section": sentence.section, "clean": clean}


def mention_lines(reading: Reading, references: dict[Span, Reference], files: Originals) -> Iterator[Json]:
    """One line a mention, then one for each phrase that resolve traced and that is no mention, in text order."""
    mentions = reading.annotation.mentions
    known = {mention.span for mention in mentions}
    mine = [span for span in references if span.document == reading.document.id and span not in known]
    lines = [(mention.span, mention_json(mention, references.get(mention.span))) for mention in mentions]
    lines += [(span, reference_json(references[span])) for span in mine]
    for span, line in sorted(lines, key=lambda pair: pair[0]):
        yield place_json(span, files) | line


def mention_json(mention: Mention, reference: Reference | None) -> Json:
    """What a mention is and refers to; `ref` is the graph's id, `refs` all of them."""
    targets = reference.targets if reference else ()
    return {
        "type": mention.type,
        "kind": mention.kind,
        "ref": targets[0] if len(targets) == 1 else None,
        "refs": list(targets),
        "because": reference.because if reference else None,
        "reading": (reference.reading if reference else None) or mention.reading,
        "cue": (reference.cue if reference else None) or mention.cue,
        "source": mention.source,
    }


def reference_json(reference: Reference) -> Json:
    """A phrase that refers without being a name: a description that a statement speaks of."""
    return {
        "type": "phrase",
        "kind": "nominal",
        "ref": reference.targets[0] if len(reference.targets) == 1 else None,
        "refs": list(reference.targets),
        "because": reference.because,
        "reading": reference.reading,
        "cue": reference.cue,
        "source": "resolve",
    }


def date_lines(reading: Reading, files: Originals) -> Iterator[Json]:
    """One line a temporal expression."""
    for one in reading.dates.expressions:
        if one.span:
            yield place_json(one.span, files) | {
                "type": one.type,
                "edtf": one.edtf,
                "from": one.earliest,
                "to": one.latest,
                "timex": one.timex,
                "mod": one.mod,
                "basis": one.basis,
                "anchor": files.span(one.anchor) if one.anchor else None,
                "relation": one.relation,
                "layer": one.layer,
            }


def statement_lines(reading: Reading, references: dict[Span, Reference], files: Originals) -> Iterator[Json]:
    """One line a statement, dropped candidates with their reason."""
    for statement in reading.statements.statements:
        yield statement_json(statement, references, files)


def statement_json(statement: Statement, references: dict[Span, Reference], files: Originals) -> Json:
    """A statement before merging; `roles` lists what fills each role, with the graph's ids where resolved."""
    roles: list[Json] = []
    for argument in statement.arguments:
        span = argument.mention.span if argument.mention else argument.span
        reference = references.get(argument.span) or references.get(span)
        roles.append(
            {"role": argument.role, "text": argument.text, "refs": list(reference.targets) if reference else []}
        )
    holder_span = statement.holder.span
    holders = references.get(holder_span) if holder_span else None
    return place_json(statement.span, files) | {
        "id": statement.id,
        "sentence": statement.sentence,
        "language": statement.language,
        "predicate": statement.predicate,
        "roles": roles,
        "holder": holder_json(statement.holder, (holders.targets,) if holders else (), files),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "cue": statement.cue,
        "time": files.time(statement.time),
        "quantity": files.quantity(statement.quantity),
        "spans": statement_spans(statement, files),
        "grade": statement.grade,
        "confidence": statement.confidence,
        "rule": statement.rule,
        "dropped": statement.dropped,
    }
