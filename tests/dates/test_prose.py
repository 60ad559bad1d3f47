"""Annotated prose: every expression with its span, its TIMEX3 value and its mod, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dates_world import document

from pipeline.knowledge import Knowledge
from pipeline.model import Document
from pipeline.stages import annotate, dates

PROSE = Path(__file__).parent / "prose"
MARK = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)(?:\|([^⟧]*))?⟧")

Expected = list[tuple[int, str, str, str | None]]


def paragraphs(language: str) -> list[tuple[str, str | None]]:
    """The marked paragraphs of a language, each with the date of its document."""
    written: str | None = None
    found: list[tuple[str, str | None]] = []
    for line in (PROSE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            written = None if line == "@ -" else line[2:]
        elif line and not line.startswith("#"):
            found.append((line, written))
    return found


def unmark(marked: str) -> tuple[str, Expected]:
    """The plain text, and start, text, value and mod of each mark."""
    text, expected, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        expected.append((len(text), match[1], match[2], match[3]))
        text += match[1]
        last = match.end()
    return text + marked[last:], expected


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> dict[str, Expected]:
    """What is found in each paragraph, by its plain text."""
    documents: list[Document] = []
    for language in ("fr", "en"):
        for number, (marked, written) in enumerate(paragraphs(language)):
            documents.append(document(unmark(marked)[0], language, written, f"{language}{number}"))
    found: dict[str, Expected] = {}
    for made, annotation in zip(documents, annotate.annotate(documents, knowledge), strict=True):
        expressions = dates.find(made, annotation, knowledge).expressions
        found[made.text] = [
            (e.span.start, e.text, e.timex, e.mod) for e in expressions if e.span and e.layer == "timex"
        ]
    return found


@pytest.mark.parametrize("marked", [pytest.param(p, id=f"{n}{p[:24]}") for n in ("fr", "en") for p, _ in paragraphs(n)])
def test_prose(marked: str, read: dict[str, Expected]) -> None:
    text, expected = unmark(marked)
    assert read[text] == expected


@pytest.mark.parametrize("language", ["fr", "en"])
def test_prose_is_enough(language: str) -> None:
    assert sum(len(unmark(marked)[1]) for marked, _ in paragraphs(language)) >= 90
