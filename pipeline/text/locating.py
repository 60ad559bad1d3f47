"""From a span of the clean text to evidence in the original file."""

from __future__ import annotations

from functools import lru_cache

from pipeline.model import Document, Evidence, Span
from pipeline.text.mapping import raw_slice

BLOCK = 1024


def locate(document: Document, span: Span, role: str | None = None) -> Evidence:
    """The slice of the original file behind `span` (clean text): code points, bytes and the quote itself.

    The narrowest slice that covers the span's characters. Raises ValueError for a span of another document or outside.
    """
    if span.document != document.id or not 0 <= span.start <= span.end <= len(document.text):
        raise ValueError(f"{span} does not stand in {document.path} ({len(document.text)} characters)")
    start, end = raw_slice(document.runs, span.start, span.end, len(document.raw))
    return Evidence(
        document=document.id,
        start=start,
        end=end,
        byte_start=byte_offset(document.raw, document.encoding, start),
        byte_end=byte_offset(document.raw, document.encoding, end),
        quote=document.raw[start:end],
        role=role,
    )


def byte_offset(raw: str, encoding: str, place: int) -> int:
    """The bytes before code point `place` of a file that decodes to `raw`. The codec must keep no state and write no
    mark of its own (`utf-16-le`, not `utf-16`): a byte order mark is a character of `raw`."""
    block = place // BLOCK
    return _block_offsets(raw, encoding)[block] + len(raw[block * BLOCK : place].encode(encoding))


@lru_cache(maxsize=16)
def _block_offsets(raw: str, encoding: str) -> tuple[int, ...]:
    """The byte offset of every BLOCKth code point."""
    offsets = [0]
    for start in range(0, len(raw), BLOCK):
        offsets.append(offsets[-1] + len(raw[start : start + BLOCK].encode(encoding)))
    return tuple(offsets)
