"""From a file's bytes to a document."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Field, Head, Issue
from pipeline.stages.ingest.assembling import assembled
from pipeline.stages.ingest.broken import BrokenDocument
from pipeline.stages.ingest.decoding import decode
from pipeline.stages.ingest.glyphs import cleaned
from pipeline.stages.ingest.head import read_head
from pipeline.stages.ingest.identifying import foreign, identify
from pipeline.stages.ingest.lines import kept, split
from pipeline.stages.ingest.sectioning import sections
from pipeline.stages.ingest.settings import DocumentSettings
from pipeline.stages.ingest.wrapping import blocks
from pipeline.text import draft

TEXTS = (".txt", ".md", ".text")


def ingest(path: str, data: bytes, settings: DocumentSettings, knowledge: Knowledge) -> Document:
    """The document in a file: its text clean, every character of it tied to the original. Raises BrokenDocument."""
    _refuse_other_formats(path)
    known = sorted(knowledge.packs)
    told = knowledge.packs.get(settings.language or "")
    decoded = decode(path, data, [pack.ingest for pack in ([told] if told else knowledge.packs.values())])
    plain = cleaned(draft(decoded.raw))
    if not any(map(str.isalnum, plain.text)):
        raise BrokenDocument(path, "", "there is not a word in the file", "Put the text in, or take the file out")
    language, doubts = identify(path, plain.text, settings.language, known)
    pack = knowledge.packs[language].ingest
    lines = kept(list(split(plain.text)), pack.page_words)
    clean, parts = assembled(plain, blocks(lines), pack)
    digest = hashlib.sha256(data).hexdigest()
    name = f"doc-{digest[:12]}"
    head, kinds = read_head(name, parts, language, pack)
    found = sections(parts, kinds, pack)
    return Document(
        id=name,
        path=path,
        sha256=digest,
        language=language,
        encoding=decoded.encoding,
        characters=len(decoded.raw),
        bytes=len(data),
        raw=decoded.raw,
        text=clean.text,
        runs=clean.runs,
        sections=found,
        head=_told(head, settings),
        translation_of=settings.translation_of,
        issues=(
            *decoded.issues,
            *doubts,
            *_lost_characters(path, decoded.raw),
            *foreign(path, name, clean.text, found, language, known),
        ),
    )


def _refuse_other_formats(path: str) -> None:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in TEXTS:
        problem = f"{suffix or 'a file without a suffix'} is not read here, only {', '.join(TEXTS)}"
        raise BrokenDocument(path, "", problem, "Save it as text (UTF-8) under a name like NAME.en.txt")


def _told(head: Head, settings: DocumentSettings) -> Head:
    """The head with what corpus.toml says instead of what was read."""

    def one(told: str | None, read: Field | None) -> Field | None:
        return read if told is None else Field(told)

    return Head(
        title=one(settings.title, head.title),
        authors=tuple(map(Field, settings.authors)) or head.authors,
        institute=one(settings.institute, head.institute),
        publisher=one(settings.publisher, head.publisher),
        series=one(settings.series, head.series),
        number=one(settings.number, head.number),
        date=one(settings.date, head.date),
    )


def _lost_characters(path: str, raw: str) -> tuple[Issue, ...]:
    """An issue where an earlier conversion has already lost characters."""
    lost = raw.count("\ufffd")
    if not lost:
        return ()
    message = f"{lost} character(s) were lost before the file came here (U+FFFD, first at {raw.index(chr(0xFFFD))})"
    return (Issue("ingest", "lost characters", message, "Export the text again from its source", path),)
