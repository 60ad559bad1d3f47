"""Documents out of short texts."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model import Dates, Document, Field, Head, Run, Section

Bare = Callable[..., Dates]


def document(text: str, language: str, written: str | None = None, name: str = "d") -> Document:
    """A document of one paragraph."""
    return Document(
        id=name,
        path=f"{name}.txt",
        sha256="",
        language=language,
        encoding="utf-8",
        characters=len(text),
        bytes=len(text.encode()),
        raw=text,
        text=text,
        runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),),
        head=Head(date=Field(written) if written else None),
    )
