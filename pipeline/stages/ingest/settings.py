"""corpus.toml: what people say about their documents; it beats what the texts say."""

from __future__ import annotations

import tomllib
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


TABLE = f'a table [documents."NAME.en.txt"] knows {", ".join(DocumentSettings.__struct_fields__)}'


class CorpusSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """corpus.toml: a table for each file name under `[documents]`."""

    documents: dict[str, DocumentSettings] = {}

    def of(self, path: str) -> DocumentSettings:
        """The settings of the document at `path`, found by its file name; empty ones if corpus.toml names it not."""
        return self.documents.get(PurePosixPath(path).name, DocumentSettings())


def read_settings(data: bytes, path: str) -> CorpusSettings:
    """The settings in the bytes of corpus.toml. Raises BrokenDocument, naming the key and what to do."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenDocument(path, f"byte {error.start}", "is not UTF-8", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BrokenDocument(path, "", str(error), "Mend the syntax at that line") from error
    tables = content.pop("documents", {})
    if content or not isinstance(tables, dict):
        key = next(iter(content), "documents")
        raise BrokenDocument(path, key, "is no key of corpus.toml", f"Take it out; {TABLE}")
    return CorpusSettings({name: _document(name, table, path) for name, table in tables.items()})


def _document(name: str, table: object, path: str) -> DocumentSettings:
    place = f'documents."{name}"'
    try:
        settings = msgspec.convert(table, DocumentSettings)
    except msgspec.ValidationError as error:
        problem, _, key = str(error).partition(" - at ")
        raise BrokenDocument(path, place + key.strip("`$"), problem, f"Mend or take out that key; {TABLE}") from error
    if settings.translation_of == name:
        problem = "a document cannot be its own translation"
        raise BrokenDocument(path, f"{place}.translation_of", problem, "Name the file of the original")
    return settings
