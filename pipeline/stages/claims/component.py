"""Statements as a spaCy component: `nlp.add_pipe("statements")` leaves `doc._.statements`, a tuple of `Statement`.

It reads the parse, the entities and, where the component `dates` ran before it, the dates. Registered when this module
is imported. The packs come from the folder named in the component's `models` setting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from pipeline.knowledge import Knowledge, load
from pipeline.model import Dates, Mention, Span, Statement
from pipeline.stages.claims.finding import find
from pipeline.text.spacy_docs import NAME, as_annotation, as_document

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan


@Language.factory("statements", default_config={"models": "models", "written": None})  # type: ignore[untyped-decorator]  # spaCy has no types for it
def statements_component(nlp: Language, name: str, models: str, written: str | None) -> Callable[[Doc], Doc]:
    """The component: `models` is the folder of the packs, `written` the document's own date where it is known.

    Raises KnowledgeFault where `models` is no such folder or has no pack for the pipeline's language.
    """
    if not SpacyDoc.has_extension("statements"):
        SpacyDoc.set_extension("statements", default=())
    knowledge = load(Path(models))

    def mark(doc: Doc) -> Doc:
        doc._.statements = statements_of(doc, nlp.lang, knowledge, written)
        return doc

    return mark


def statements_of(doc: Doc, language: str, knowledge: Knowledge, written: str | None = None) -> tuple[Statement, ...]:
    """The statements of a parsed text in text order, dropped ones left out; their spans count its characters."""
    annotation = as_annotation(doc, tuple(mentions_of(doc, language, knowledge)))
    expressions = tuple(span._.date for span in doc.spans.get("dates", ()))
    dates = Dates(document=NAME, expressions=expressions, written=None)
    found = find(as_document(doc.text, language, written), annotation, dates, knowledge).statements
    return tuple(one for one in found if one.dropped is None)


def mentions_of(doc: Doc, language: str, knowledge: Knowledge) -> Iterator[Mention]:
    """The names of a text: its entities, typed by the authority before the model, and the demonyms beside them."""
    entities = knowledge.packs[language].annotate.entities
    for entity in doc.ents:
        listed = knowledge.authority.find(entity.text, language)
        one = listed[0] if len(listed) == 1 else None
        kind = entities.get(entity.label_) if one is None else one.type
        if kind is not None:
            yield mention(entity, kind, one.id if one else None)
    taken = {token.i for entity in doc.ents for token in entity}
    for token in doc:
        if token.i not in taken and knowledge.authority.demonym(token.text, language):
            yield mention(doc[token.i : token.i + 1], "demonym", None)


def mention(span: SpacySpan, kind: str, authority: str | None) -> Mention:
    """A stretch of a text as a name of type `kind`."""
    place = Span(NAME, span.start_char, span.end_char)
    return Mention(span=place, text=span.text, type=kind, head=span.root.i, source="spaCy", authority=authority)
