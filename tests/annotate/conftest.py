"""Small texts for the stage: read by the real models, once a session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Document, Head, Run, Section
from pipeline.stages.annotate import annotate

Reader = Callable[[str, str], tuple[Document, Annotation]]


def make(text: str, language: str) -> Document:
    """A document of paragraphs (parted by blank lines), its clean text the file itself."""
    sections, start = [], 0
    for part in text.split("\n\n"):
        sections.append(Section("paragraph", start, start + len(part)))
        start += len(part) + 2
    return Document(
        id="doc-" + hashlib.sha256(f"{language}{text}".encode()).hexdigest()[:8],
        path=f"text.{language}.txt",
        sha256="",
        language=language,
        encoding="utf-8",
        characters=len(text),
        bytes=len(text.encode()),
        raw=text,
        text=text,
        runs=(Run(0, 0, len(text)),),
        sections=tuple(sections),
        head=Head(),
    )


@pytest.fixture(scope="session")
def document() -> Callable[[str, str], Document]:
    return make


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Reader:
    known: dict[tuple[str, str], tuple[Document, Annotation]] = {}

    def reader(text: str, language: str) -> tuple[Document, Annotation]:
        if (text, language) not in known:
            made = make(text, language)
            known[text, language] = made, next(annotate([made], knowledge))
        return known[text, language]

    return reader
