"""Sentences of the tables in this folder, read by the real rooms: documents, annotations, trees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.knowledge import Knowledge, load
from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Dates, Document, Head, Run, Section
from pipeline.stages.annotate import annotate
from pipeline.stages.claims.tree import Tree, grow
from pipeline.stages.dates import find as find_dates


@lru_cache
def models() -> Knowledge:
    return load(Path(__file__).parents[2] / "models")


@dataclass(frozen=True)
class Prose:
    """One text, annotated; its dates when asked for."""

    document: Document
    annotation: Annotation
    tree: Tree
    pack: Pack

    @property
    def dates(self) -> Dates:
        return find_dates(self.document, self.annotation, models())

    def token(self, word: str) -> int:
        """The last token that is exactly `word`."""
        places = [index for index, token in enumerate(self.tree.tokens) if token.text == word]
        assert places, f"{word!r} is no token of {self.document.text!r}: {[t.text for t in self.tree.tokens]}"
        return places[-1]


def document(language: str, text: str) -> Document:
    size = len(text.encode())
    return Document(
        id=f"doc-{language}", path=f"prose.{language}.txt", sha256="0" * 64, language=language, encoding="utf-8",
        characters=len(text), bytes=size, raw=text, text=text, runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),), head=Head(),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def read(language: str, text: str) -> Prose:
    """The text as the rooms before claims see it; each text is read once a session."""
    knowledge, made = models(), document(language, text)
    annotation = next(iter(annotate([made], knowledge)))
    return Prose(made, annotation, grow(annotation), knowledge.packs[language])


def cases(table: str) -> list[tuple[str, str, str]]:
    """The rows of prose/TABLE.txt: language, what is expected, text."""
    lines = (Path(__file__).parent / "prose" / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 2) for line in lines if line and not line.startswith("#")]
    return [(language, expected, text) for language, expected, text in rows]
