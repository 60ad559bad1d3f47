"""What the tests of claims share: texts read by the real rooms before it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Head, Run, Section, Statement
from pipeline.stages.annotate import annotate
from pipeline.stages.claims import find
from pipeline.stages.dates import find as find_dates

Read = Callable[[str, str], tuple[Statement, ...]]


def plain_document(language: str, text: str) -> Document:
    """A document that is one paragraph of clean text."""
    digest = sha256(text.encode()).hexdigest()
    return Document(
        id=f"doc-{digest[:12]}", path=f"text.{language}.txt", sha256=digest, language=language, encoding="utf-8",
        characters=len(text), bytes=len(text.encode()), raw=text, text=text, runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),), head=Head(),
    )  # fmt: skip


@pytest.fixture(scope="session")
def plain() -> Callable[[str, str], Document]:
    return plain_document


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Read:
    """Language and text → the statements, dropped candidates included; every text is read once."""
    seen: dict[tuple[str, str], tuple[Statement, ...]] = {}

    def statements(language: str, text: str) -> tuple[Statement, ...]:
        if (language, text) not in seen:
            document = plain_document(language, text)
            annotation = next(iter(annotate([document], knowledge)))
            dates = find_dates(document, annotation, knowledge)
            seen[language, text] = find(document, annotation, dates, knowledge).statements
        return seen[language, text]

    return statements
