"""From a span of the clean text to evidence in the original file."""

from __future__ import annotations

from pipeline.model import Document, Evidence, Span


def locate(document: Document, span: Span, role: str | None = None) -> Evidence:
    """The slice of the original file behind `span` (clean text): code points, bytes and the quote itself."""
    raise NotImplementedError
