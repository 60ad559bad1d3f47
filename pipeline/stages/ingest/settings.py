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


class CorpusSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """corpus.toml: a table for each file name under `[documents]`."""

    documents: dict[str, DocumentSettings] = {}

    def of(self, path: str) -> DocumentSettings:
        """The settings of the document at `path`, found by its file name; empty ones if corpus.toml names it not."""
        return self.documents.get(PurePosixPath(path).name, DocumentSettings())


def read_settings(data: bytes, path: str) -> CorpusSettings:
    """The settings in the bytes of corpus.toml. Raises BrokenDocument, naming the key and what to do."""
    try:
        settings = msgspec.convert(tomllib.loads(data.decode("utf-8-sig")), CorpusSettings)
    except UnicodeDecodeError as error:
        raise BrokenDocument(path, f"byte {error.start}", "is not UTF-8", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BrokenDocument(path, "", str(error), "Mend the syntax at that line") from error
    except msgspec.ValidationError as error:
        raise _refused(path, str(error)) from error
    _check_translations(settings, path)
    return settings


def _refused(path: str, message: str) -> BrokenDocument:
    problem, _, place = message.partition(" - at ")
    known = ", ".join(DocumentSettings.__struct_fields__)
    remedy = f'Write a table [documents."NAME.en.txt"] with the keys {known}, or take the key out'
    return BrokenDocument(path, place.strip("`$."), problem, remedy)


def _check_translations(settings: CorpusSettings, path: str) -> None:
    for name, document in settings.documents.items():
        if document.translation_of == name:
            remedy = "Name the file of the original"
            raise BrokenDocument(path, f'documents."{name}".translation_of', "a document translates itself", remedy)
