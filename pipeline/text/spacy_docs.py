"""A spaCy Doc as the house's records, for the rooms that are spaCy components too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Annotation, Document, Field, Head, Mention, Run, Section, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "doc"  # the id and path of a document that is no file


def as_document(text: str, language: str, written: str | None) -> Document:
    """A text as a document of one paragraph."""
    return Document(
        id=NAME, path=NAME, sha256="", language=language, encoding="utf-8", characters=len(text),
        bytes=len(text.encode()), raw=text, text=text, runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),), head=Head(date=Field(written) if written else None),
    )  # fmt: skip


def as_annotation(doc: Doc, mentions: tuple[Mention, ...] = ()) -> Annotation:
    """spaCy's tokens and sentences as the house's, with `mentions`; one sentence where the pipeline sets none."""
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
    return Annotation(document=NAME, tokens=tokens, sentences=sentences, mentions=mentions, models=())
