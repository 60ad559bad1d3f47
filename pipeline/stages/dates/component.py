"""Dates as a spaCy component: `nlp.add_pipe("dates")` leaves `doc.spans["dates"]`, each with `span._.date`.

Registered when this module is imported. The packs come from the folder named in the component's `models` setting.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span as SpacySpan

from pipeline.knowledge import Knowledge, load
from pipeline.model import Annotation, Document, Field, Head, Run, Section, Sentence, Span, Token
from pipeline.stages.dates.finding import find

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "doc"


@Language.factory("dates", default_config={"models": "models", "written": None})  # type: ignore[untyped-decorator]  # spaCy has no types for it
def dates_component(nlp: Language, name: str, models: str, written: str | None) -> Callable[[Doc], Doc]:
    """The component: `models` is the folder of the packs, `written` the document's own date where it is known.

    Raises KnowledgeFault where `models` is no such folder or has no pack for the pipeline's language.
    """
    if not SpacySpan.has_extension("date"):
        SpacySpan.set_extension("date", default=None)
    knowledge = load(Path(models))

    def mark(doc: Doc) -> Doc:
        return mark_dates(doc, nlp.lang, knowledge, written)

    return mark


def mark_dates(doc: Doc, language: str, knowledge: Knowledge, written: str | None = None) -> Doc:
    """Put every expression that begins and ends between characters of tokens into `doc.spans["dates"]`."""
    spans = []
    for found in find(as_document(doc.text, language, written), as_annotation(doc), knowledge).expressions:
        if found.span is None or found.layer != "timex":
            continue
        span = doc.char_span(found.span.start, found.span.end, label=found.type, alignment_mode="expand")
        if span is not None:
            span._.date = found
            spans.append(span)
    doc.spans["dates"] = spans
    return doc


def as_document(text: str, language: str, written: str | None) -> Document:
    """A text as a document of one paragraph."""
    return Document(
        id=NAME, path=NAME, sha256="", language=language, encoding="utf-8", characters=len(text),
        bytes=len(text.encode()), raw=text, text=text, runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),), head=Head(date=Field(written) if written else None),
    )  # fmt: skip


def as_annotation(doc: Doc) -> Annotation:
    """spaCy's tokens and sentences as the house's; one sentence where the pipeline sets none."""
    cuts = list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
    number_of = {token.i: number for number, cut in enumerate(cuts) for token in cut}
    tokens = tuple(
        Token(
            token.idx, token.idx + len(token.text), token.text, token.lemma_, token.pos_, token.tag_, token.dep_,
            token.head.i, str(token.morph), number_of[token.i],
        )
        for token in doc
    )  # fmt: skip
    sentences = tuple(
        Sentence(f"{NAME}-{number}", Span(NAME, cut.start_char, cut.end_char), "paragraph", cut.start, cut.end)
        for number, cut in enumerate(cuts)
    )
    return Annotation(document=NAME, tokens=tokens, sentences=sentences, mentions=(), models=())
