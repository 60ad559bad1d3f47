"""Hard-wrapped lines to paragraphs: only where the lengths of the lines say that the text is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.stages.ingest.lines import Line

ENDED = re.compile(r"[.!?…][)\]\"'»”’]*(?:\[\d+\])?$")
ITEM = re.compile(r"(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
LABELLED = re.compile(r"\w[\w ’']{1,20}:\s")
MARKED = re.compile(r"#{1,6}\s")
WIDEST, NARROWEST = 200, 25
SLACK = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one paragraph, one heading or (`table`) one row each."""

    lines: tuple[Line, ...]
    table: bool = False


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The paragraphs of a text."""
    width = wrap_width(lines)
    result: list[list[Line]] = []
    tables: list[bool] = []
    rows = _table_rows(lines)
    for index, line in enumerate(lines):
        row = index in rows
        before = result[-1][-1] if result else None
        together = before is not None and _together(before, line, width, tables[-1], row)
        together = together and (row or not _stands_alone(lines, index, width))
        if together:
            result[-1].append(line)
        else:
            result.append([line])
            tables.append(row)
    return [Block(tuple(group), table) for group, table in zip(result, tables, strict=True)]


def _stands_alone(lines: Sequence[Line], index: int, width: int) -> bool:
    """Whether a line between two sentences is a heading: no sentence ends in it, and it does not go on."""
    if not 0 < index < len(lines) - 1 or not width or not ENDED.search(lines[index - 1].text[-8:]):
        return False
    line, following = lines[index], lines[index + 1]
    return not ENDED.search(line.text[-8:]) and not goes_on(line, following, width)


def _together(before: Line, line: Line, width: int, in_table: bool, row: bool) -> bool:
    if in_table or row:
        return in_table and row and line.blanks == 0
    return goes_on(before, line, width)


def _table_rows(lines: Sequence[Line]) -> set[int]:
    """Lines with gaps between cells that stand under or over another such line."""
    pairs = [i for i in range(1, len(lines)) if lines[i].row and lines[i - 1].row and not lines[i].blanks]
    return {index for pair in pairs for index in (pair - 1, pair)}


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a text was wrapped, in characters; 0 where it was not.

    A wrapped text has many lines that end within a sentence although the next word would hardly have fitted, and most
    of the lines after them begin with a small letter. Lines under headings, lists and verses have not.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not (b.blanks or b.row or ENDED.search(a.text[-8:]))]
    if not pairs:  # every line stands apart: perhaps double spaced
        pairs = [(a, b) for a, b in pairwise(lines) if b.blanks == 1 and not ENDED.search(a.text[-8:])]
    lengths = sorted(len(a.text) for a, _ in pairs if len(a.text) <= WIDEST)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    near = [(a, b) for a, b in pairs if max(len(a.text), len(b.text)) <= 1.1 * width]
    full = sum(_full(a, b, width) for a, b in near)
    small = sum(_continues(a, b) for a, b in near)
    wrapped = (
        width >= NARROWEST and 2 * len(near) >= len(pairs) and 2 * full >= len(near) and 5 * small >= 2 * len(near)
    )
    return width if wrapped and near else 0


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next word would hardly have fitted."""
    return len(line.text) + 1 + len(following.text[:30].split(None, 1)[0]) > SLACK * width


def _continues(line: Line, following: Line) -> bool:
    return following.text[0].islower() or line.text[-1] in "-,\u00ad"


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the paragraph of `line` goes on in `following`, in a text wrapped at `width` (0: not wrapped)."""
    ended = ENDED.search(line.text[-8:]) is not None
    if MARKED.match(following.text) or MARKED.match(line.text):
        return False
    if LABELLED.match(line.text) and LABELLED.match(following.text):
        return False
    if not width or len(line.text) > 1.1 * width:
        return following.page and not ended and following.text[0].islower()
    if ITEM.match(following.text) and (ended or following.blanks or line.text[-1] in ":;"):
        return False
    if following.blanks:
        return not ended and _full(line, following, width) and (following.text[0].islower() or following.page)
    return _same_block(line, following, width, ended)


def _same_block(line: Line, following: Line, width: int, ended: bool) -> bool:
    if _continues(line, following):
        return True
    if ended and following.indent >= line.indent + 2:
        return False
    return _full(line, following, width)
