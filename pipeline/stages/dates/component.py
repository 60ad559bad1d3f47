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
from pipeline.stages.dates.finding import find
from pipeline.text.spacy_docs import as_annotation, as_document

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
