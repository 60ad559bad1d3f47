"""The first stage of a run: files become documents, broken ones are set aside with an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Document, Issue
from pipeline.run.corpus import Corpus, SourceFile
from pipeline.run.staircase import Staircase
from pipeline.stages.ingest import BrokenDocument, CorpusSettings, ingest, read_settings


@dataclass(frozen=True, slots=True)
class Ingested:
    """What ingest left of one file: a document, or the issue that says why there is none."""

    document: Document | None = None
    broken: Issue | None = None


def read_documents(stairs: Staircase, corpus: Corpus) -> tuple[list[Ingested], list[str]]:
    """Each file of `corpus` ingested, with the content keys. Raises BrokenDocument for a broken corpus.toml."""
    settings = read_settings(corpus.settings or b"", "corpus.toml")
    keys = [
        stairs.key("ingest", one.path, one.sha256, repr(one.copies), repr(settings.of(one.path)))
        for one in corpus.files
    ]

    def make(stale: Sequence[int]) -> Iterator[Ingested]:
        return (read_one(stairs, corpus.files[place], settings) for place in stale)

    return stairs.each("ingest", Ingested, keys, make), keys


def read_one(stairs: Staircase, file: SourceFile, settings: CorpusSettings) -> Ingested:
    """One file as a document, or set aside."""
    try:
        document = ingest(file.path, file.data, settings.of(file.path), stairs.knowledge)
    except BrokenDocument as broken:
        names = ", ".join((file.path, *file.copies))
        problem = f"{broken.place}: {broken.problem}." if broken.place else f"{broken.problem}."
        return Ingested(broken=Issue("ingest", "broken document", problem, remedy=broken.remedy, path=names))
    return Ingested(document=replace(document, copies=file.copies))
