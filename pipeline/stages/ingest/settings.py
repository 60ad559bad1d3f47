"""corpus.toml: what people say about their documents; it beats what the texts say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import PurePosixPath

import msgspec

from pipeline.stages.ingest.broken import BrokenDocument


class DocumentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What corpus.toml says of one document; None or empty where it says nothing. `date` is EDTF, `language` a code,
    `translation_of` the file name of the original."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    institute: str | None = None
    publisher: str | None = None
    series: str | None = None
    number: str | None = None
    date: str | None = None
    language: str | None = None
    translation_of: str | None = None


class CorpusSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """corpus.toml: a table for each file name under `[documents]`."""

    documents: dict[str, DocumentSettings] = {}

    def of(self, path: str) -> DocumentSettings:
        """The settings of the document at `path`, found by its file name; empty ones if corpus.toml names it not."""
        return self.documents.get(PurePosixPath(path).name, DocumentSettings())
