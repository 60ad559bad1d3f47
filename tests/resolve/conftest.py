"""What the tests of resolve share: texts read by the real rooms before it, and the world that resolve makes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import pytest

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Head, Reading, Reference, Resolution, Run, Section
from pipeline.stages.annotate import annotate
from pipeline.stages.claims import find as find_statements
from pipeline.stages.dates import find as find_dates
from pipeline.stages.resolve import resolve


def plain_document(language: str, text: str) -> Document:
    """A document that is one paragraph of clean text."""
    digest = sha256(text.encode()).hexdigest()
    return Document(
        id=f"doc-{digest[:12]}", path=f"text.{language}.txt", sha256=digest, language=language, encoding="utf-8",
        characters=len(text), bytes=len(text.encode()), raw=text, text=text, runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),), head=Head(),
    )  # fmt: skip


@dataclass(frozen=True)
class World:
    """A resolution and the texts that it was made of."""

    resolution: Resolution
    readings: tuple[Reading, ...]

    def references(self, language: str, phrase: str, after: str = "") -> list[Reference]:
        """The references inside the first `phrase` (before `after`) in a text of `language`, the longest first."""
        for reading in self.readings:
            start = reading.document.text.find(phrase + after)
            if reading.document.language == language and start >= 0:
                end, id = start + len(phrase), reading.document.id
                inside = [r for r in self.resolution.references if r.span.document == id]
                inside = [r for r in inside if start <= r.span.start and r.span.end <= end]
                return sorted(inside, key=lambda r: (r.span.start - r.span.end, r.span))
        raise AssertionError(f"{phrase + after!r} stands in no {language} text")

    def refers(self, language: str, phrase: str, after: str = "") -> tuple[str, ...]:
        """The ids that `phrase`, but for an article before it, refers to, sorted; empty where it refers to nothing."""
        found = self.references(language, phrase, after)
        whole = [r for r in found if r.span.end - r.span.start >= len(phrase) - 4]
        return tuple(sorted(whole[0].targets)) if whole else ()

    def treaty(self, language: str, phrase: str) -> str:
        """The id of the treaty that `phrase` refers to, empty where it refers to none."""
        known = {treaty.id for treaty in self.resolution.treaties}
        ids = [id for r in self.references(language, phrase) for id in r.targets if id in known]
        return ids[0] if ids else ""

    def label(self, id: str) -> str:
        """A label of an actor or treaty."""
        nodes = (*self.resolution.actors, *self.resolution.treaties)
        return next(" | ".join(node.labels.values()) for node in nodes if node.id == id)


Read = Callable[[str, str], Reading]
Build = Callable[..., World]


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Read:
    """Language and text → its reading; every text is read once."""
    seen: dict[tuple[str, str], Reading] = {}

    def reading(language: str, text: str) -> Reading:
        if (language, text) not in seen:
            document = plain_document(language, text)
            annotation = next(iter(annotate([document], knowledge)))
            dates = find_dates(document, annotation, knowledge)
            statements = find_statements(document, annotation, dates, knowledge)
            seen[language, text] = Reading(document, annotation, dates, statements)
        return seen[language, text]

    return reading


@pytest.fixture(scope="session")
def build(read: Read, knowledge: Knowledge) -> Build:
    """Texts by language (a text or several) → the world that they make together."""

    def world(**texts: str | list[str]) -> World:
        pairs = [
            (language, one)
            for language, all_of in texts.items()
            for one in (all_of if isinstance(all_of, list) else [all_of])
        ]
        readings = tuple(read(language, text) for language, text in pairs)
        return World(resolve(readings, knowledge), readings)

    return world
