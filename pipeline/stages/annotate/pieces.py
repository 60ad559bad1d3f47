"""A document in pieces that spaCy reads one by one: never across sections, never longer than the model likes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Document

LONGEST = 20_000  # characters; memory grows with the longest piece of a batch
_BREAKS = (re.compile(r"\n\s*"), re.compile(r"[.!?…][\"'”»)\]]*\s+"), re.compile(r"\s+"))


@dataclass(frozen=True, slots=True)
class Piece:
    """The slice `start:end` of the clean text, in a section of `kind`."""

    start: int
    end: int
    kind: str


def cut(document: Document, longest: int = LONGEST) -> Iterator[Piece]:
    """The pieces of `document` in text order, of at most `longest` characters. Text outside all sections counts as
    paragraphs."""
    place = 0
    for section in sorted(document.sections, key=lambda section: (section.start, section.end)):
        if section.start < place:
            continue  # a section inside another one
        yield from _whole(document.text, Piece(place, section.start, "paragraph"), longest)
        yield from _whole(document.text, Piece(section.start, section.end, section.kind), longest)
        place = section.end
    yield from _whole(document.text, Piece(place, len(document.text), "paragraph"), longest)


def _whole(text: str, piece: Piece, longest: int) -> Iterator[Piece]:
    """`piece` cut into pieces of at most `longest` characters, at lines, else at sentences, else at words."""
    start = piece.start
    while piece.end - start > longest:
        middle = _break(text, start, start + longest)
        yield Piece(start, middle, piece.kind)
        start = middle
    if text[start : piece.end].strip():
        yield Piece(start, piece.end, piece.kind)


def _break(text: str, start: int, end: int) -> int:
    """The end of the last break in the second half of `text[start:end]`; `end` where there is none."""
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text, (start + end) // 2, end)]
        if ends:
            return ends[-1]
    return end
