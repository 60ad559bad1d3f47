"""From a file's bytes to a document."""

from __future__ import annotations

import hashlib
import re

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Head, Section
from pipeline.stages.ingest.broken import BrokenDocument
from pipeline.stages.ingest.settings import DocumentSettings
from pipeline.text import Edit, draft


def ingest(path: str, data: bytes, settings: DocumentSettings, knowledge: Knowledge) -> Document:
    """The document in `data`. Raises BrokenDocument."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenDocument(path, f"byte {error.start}", "not UTF-8", "Save it as UTF-8") from error
    name = path.rsplit(".", 2)
    language = settings.language or (name[1] if len(name) == 3 and name[1] in knowledge.packs else "en")
    first = draft(raw)
    wrapped = sum(len(line) > 130 for line in raw.split("\n")) * 4 < raw.count("\n") + 1
    edits = [Edit(m.start(), m.end(), "") for m in re.finditer(r"\A\s+|\s+\Z", raw)]
    clean = first.edited(edits)
    block = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+[ \t]*" if wrapped else r"[ \t\r]*\n\s*")
    clean = clean.edited([Edit(m.start(), m.end(), "\n\n") for m in block.finditer(clean.text)])
    clean = clean.edited([Edit(m.start(), m.end(), " ") for m in re.finditer(r"[ \t\r]*(?<!\n)\n(?!\n)[ \t]*|[ \t]{2,}", clean.text)])
    sections, place = [], 0
    for part in clean.text.split("\n\n"):
        kind = "heading" if len(part) < 80 and part[-1:] not in ".?!:" else "paragraph"
        sections.append(Section(kind, place, place + len(part)))
        place += len(part) + 2
    return Document(id=f"doc-{digest[:12]}", path=path, sha256=digest, language=language, encoding="utf-8", characters=len(raw),
        bytes=len(data), raw=raw, text=clean.text, runs=clean.runs, sections=tuple(sections), head=Head())
