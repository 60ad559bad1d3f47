"""corpus.toml: what people say about their documents; it beats what the texts say."""

from __future__ import annotations

import tomllib
from pathlib import PurePosixPath
from typing import Literal, TypeVar

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


class AlignSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What corpus.toml says of the alignment: what words are compared by. `context` needs the extra `transformers`."""

    words: Literal["vectors", "context"] = "vectors"


T = TypeVar("T")
KNOWN = ("documents", "align")
TABLE = f'a table [documents."NAME.en.txt"] knows {", ".join(DocumentSettings.__struct_fields__)}'
ALIGN = 'the table [align] knows words = "vectors" or "context"'


class CorpusSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """corpus.toml: a table for each file name under `[documents]`, and `[align]`."""

    documents: dict[str, DocumentSettings] = {}
    align: AlignSettings = AlignSettings()

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
    for key, table in content.items():
        if key not in KNOWN or not isinstance(table, dict):
            raise BrokenDocument(path, key, "is no key of corpus.toml", f"Take it out; {TABLE}; {ALIGN}")
    return CorpusSettings(
        documents={name: _document(name, table, path) for name, table in content.get("documents", {}).items()},
        align=_converted(content.get("align", {}), AlignSettings, "align", path, ALIGN),
    )


def _converted(table: object, kind: type[T], place: str, path: str, known: str) -> T:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        problem, _, key = str(error).partition(" - at ")
        raise BrokenDocument(path, place + key.strip("`$"), problem, f"Mend or take out that key; {known}") from error


def _document(name: str, table: object, path: str) -> DocumentSettings:
    place = f'documents."{name}"'
    settings = _converted(table, DocumentSettings, place, path, TABLE)
    if settings.translation_of == name:
        problem = "a document cannot be its own translation"
        raise BrokenDocument(path, f"{place}.translation_of", problem, "Name the file of the original")
    return settings
