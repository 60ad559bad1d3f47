"""Which block of the clean text is a heading, a paragraph, a note or a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.knowledge.ingest import IngestPack
from pipeline.model import Section
from pipeline.stages.ingest.assembling import Part
from pipeline.stages.ingest.wrapping import ENDED, ITEM
from pipeline.text import fold

NOTE = re.compile(r"\[\d{1,3}\]\s|[¹²³⁴-⁹]+\s?\w|\*{1,3}\s?\w|©|\(c\)\s")
LONGEST_HEADING = 120
MOST_WORDS = 16
LONGEST_LIST = 3


def sections(parts: Sequence[Part], head: Mapping[int, str], pack: IngestPack) -> tuple[Section, ...]:
    """A section for each block. `head` gives the kinds of those that the head has claimed, by index."""
    kinds = [head.get(index) or ("table" if part.table else "paragraph") for index, part in enumerate(parts)]
    for index in _headings(parts, kinds):
        kinds[index] = "heading"
    for index, part in enumerate(parts):
        if kinds[index] in ("paragraph", "heading") and boilerplate(part.text, pack):
            kinds[index] = "note"
    _mark_notes(parts, kinds, frozenset(map(fold, pack.notes)))
    return tuple(Section(kind, part.start, part.end) for kind, part in zip(kinds, parts, strict=True))


def boilerplate(text: str, pack: IngestPack) -> bool:
    """Whether a short block is about rights or about where the text was taken from."""
    return len(text) <= LONGEST_HEADING and fold(text).startswith(tuple(map(fold, pack.boilerplate)))


def _headings(parts: Sequence[Part], kinds: Sequence[str]) -> list[int]:
    """Short blocks without the end of a sentence over a paragraph; a longer row of them is a list."""
    found: list[int] = []
    row: list[int] = []
    for index, part in enumerate(parts):
        if kinds[index] == "paragraph" and (part.marked or looks_like_heading(part.text)):
            row.append(index)
            continue
        if len(row) <= LONGEST_LIST and kinds[index] in ("paragraph", "table"):
            found += row
        found += [each for each in row if each not in found and parts[each].marked]
        row = []
    return found + [each for each in row if parts[each].marked]


def looks_like_heading(text: str) -> bool:
    """Short, with words, beginning like a name or a number, not ending like a sentence or within one."""
    if len(text) > LONGEST_HEADING or len(text.split()) > MOST_WORDS or text[-1] in ".,;:!…-–—_":
        return False
    return not ENDED.search(text[:-1] if text[-1] == "?" else text) and _begins(text)


def _begins(text: str) -> bool:
    bullet = ITEM.match(text)
    if bullet and not bullet[0][0].isalnum():
        return False
    words = text.lstrip("«“\"'‘([ ")
    return any(map(str.isalpha, words)) and not words[0].islower()


def _mark_notes(parts: Sequence[Part], kinds: list[str], opening: frozenset[str]) -> None:
    """Blocks under a heading like Notes up to the next heading, and blocks that begin like a note."""
    under = False
    for index, part in enumerate(parts):
        if kinds[index] == "heading" or (index and fold(part.text).strip(" :") in opening):
            under = fold(part.text).strip(" :") in opening
            kinds[index] = "heading"
        elif kinds[index] == "paragraph" and (under or NOTE.match(part.text)):
            kinds[index] = "note"
