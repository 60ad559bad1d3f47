"""From a span of the clean text to evidence in the original file, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from pipeline.model import Document, Evidence, Run, Span
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


def returned(document: Document, start: int, end: int) -> Span | None:
    """The clean text that stands at `start:end` of the original file, or None where none of it was kept."""
    runs = document.runs
    first = max(bisect_right(runs, start, key=_origin) - 1, 0)
    if runs and runs[first].origin + runs[first].length <= start and runs[first].origin < start:
        first += 1
    last = bisect_left(runs, end, key=_origin)
    if first >= last:
        return None
    low = runs[first].start + max(start - runs[first].origin, 0)
    high = runs[last - 1].start + min(end - runs[last - 1].origin, runs[last - 1].length)
    return Span(document.id, low, high) if low < high else None


def _origin(run: Run) -> int:
    return run.origin
