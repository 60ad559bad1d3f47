"""Texts that need no cleaning as the stages expect them, annotated, and what the dates stage finds in them."""

from __future__ import annotations

from collections.abc import Iterator

from bench.evaluate.gold import Json
from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Document, Field, Head, Run, Section, Span, Temporal


def plain_document(name: str, language: str, text: str, date: str | None = None) -> Document:
    """A document without a file."""
    return Document(
        id=f"doc-{name}",
        path=name,
        sha256="",
        language=language,
        encoding="utf-8",
        characters=len(text),
        bytes=len(text.encode()),
        raw=text,
        text=text,
        runs=(Run(0, 0, len(text)),),
        sections=tuple(paragraphs(text)),
        head=Head(date=Field(date) if date else None),
    )


def paragraphs(text: str) -> Iterator[Section]:
    """The blocks between blank lines."""
    place = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield Section("paragraph", place, place + len(block))
        place += len(block) + 2


def annotated(documents: list[Document], knowledge: Knowledge) -> Iterator[tuple[Document, Annotation]]:
    """Each document with its annotation."""
    from pipeline.stages.annotate import annotate

    return zip(documents, annotate(documents, knowledge), strict=True)


def dated(documents: list[Document], knowledge: Knowledge) -> Iterator[tuple[Document, list[Json]]]:
    """Each document with the expressions found in it, as the records that are scored."""
    from pipeline.stages.dates import find

    for document, annotation in annotated(documents, knowledge):
        expressions = find(document, annotation, knowledge).expressions
        yield document, [record(one) for one in expressions if one.span and one.layer == "timex"]


def record(one: Temporal) -> Json:
    """A found expression as it is scored. Python has no day before our era: there no interval is told."""
    span = one.span or Span("", 0, 0)
    days = (one.earliest, one.latest)
    return {
        "start": span.start,
        "end": span.end,
        "text": one.text,
        "type": one.type,
        "value": one.timex,
        "mod": one.mod,
        "interval": days if all(day and not day.startswith("-") for day in days) else None,
    }
