"""Hard-wrapped lines to paragraphs: only where the lengths of the lines say that the text is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.stages.ingest.lines import Line

ENDED = re.compile(r"[.!?…][)\]\"'»”’]*(?:\[\d+\])?$")
ITEM = re.compile(r"(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
LABELLED = re.compile(r"\w[\w ’']{1,20}:\s")
GOES_ON = "?!;:,.)]»”…"
WIDEST, NARROWEST = 200, 25
LOOSE, STRICT = 0.8, 0.97
Pair = tuple[Line, Line]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one paragraph, one heading or (`table`) one row each."""

    lines: tuple[Line, ...]
    table: bool = False


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width at which a text was wrapped, in characters (0: not at all). `strict`: every line is as full as it can
    be, as a program wraps; else the widths of letters count, as on a printed page."""

    width: int = 0
    strict: bool = False

    def full(self, line: Line, following: Line, share: float = LOOSE) -> bool:
        """Whether the next word would hardly have fitted into this share of the width."""
        return len(line.text) + 1 + len(following.text[:30].split(None, 1)[0]) > share * self.width


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The paragraphs of a text."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blanks and not b.row]
    spaced = bool(lines) and not pairs
    if spaced:  # every line stands apart: perhaps double spaced
        pairs = [(a, b) for a, b in pairwise(lines) if b.blanks == 1]
    wrap = _wrap([(a, b) for a, b in pairs if not _ended(a)])
    if spaced and wrap.width:
        lines = [replace(line, blanks=max(line.blanks - 1, 0)) for line in lines]
    return _grouped(lines, wrap)


def _wrap(pairs: Sequence[Pair]) -> Wrap:
    """How a text was wrapped, from its lines that end within a sentence, each with the next one.

    In a wrapped text the next word would hardly have fitted into most of them, and most of the lines after them begin
    with a small letter. Lines under headings, lists and verses have not.
    """
    lengths = sorted(len(a.text) for a, _ in pairs if len(a.text) <= WIDEST)
    wrap = Wrap(lengths[int(len(lengths) * 0.95)] if lengths else 0)
    near = [(a, b) for a, b in pairs if max(len(a.text), len(b.text)) <= 1.1 * wrap.width]
    full = sum(wrap.full(a, b) for a, b in near)
    small = sum(_continues(a, b) for a, b in near)
    prose = 2 * full >= len(near) and 5 * small >= 2 * len(near)
    likely = prose and wrap.width >= NARROWEST and 2 * len(near) >= len(pairs)
    strictly = sum(wrap.full(a, b, STRICT) for a, b in near)
    return replace(wrap, strict=10 * strictly >= 9 * len(near)) if likely and near else Wrap()


def _grouped(lines: Sequence[Line], wrap: Wrap) -> list[Block]:
    groups: list[list[Line]] = []
    tables: list[bool] = []
    rows = _table_rows(lines)
    for index, line in enumerate(lines):
        row = index in rows
        if groups and (tables[-1] or row):
            together = tables[-1] and row and line.blanks == 0
        else:
            together = bool(groups) and goes_on(lines[index - 1], line, wrap) and not _alone(lines, index, wrap)
        if together:
            groups[-1].append(line)
        else:
            groups.append([line])
            tables.append(row)
    return [Block(tuple(group), table) for group, table in zip(groups, tables, strict=True)]


def _table_rows(lines: Sequence[Line]) -> set[int]:
    """Lines with gaps between cells that stand under or over another such line."""
    pairs = [i for i in range(1, len(lines)) if lines[i].row and lines[i - 1].row and not lines[i].blanks]
    return {index for pair in pairs for index in (pair - 1, pair)}


def _alone(lines: Sequence[Line], index: int, wrap: Wrap) -> bool:
    """Whether a line between two sentences is a heading: no sentence ends in it, and it does not go on."""
    if not 0 < index < len(lines) - 1 or not wrap.width or not _ended(lines[index - 1]):
        return False
    return not _ended(lines[index]) and not goes_on(lines[index], lines[index + 1], wrap)


def _ended(line: Line) -> bool:
    return ENDED.search(line.text[-8:]) is not None


def _continues(line: Line, following: Line) -> bool:
    return following.text[0].islower() or following.text[0] in GOES_ON or line.text[-1] in "-,\u00ad"


def goes_on(line: Line, following: Line, wrap: Wrap) -> bool:
    """Whether the paragraph of `line` goes on in `following`."""
    if line.marked or following.marked:
        return False
    if LABELLED.match(line.text) and LABELLED.match(following.text):
        return False
    ended = _ended(line)
    if not wrap.width or len(line.text) > 1.1 * wrap.width:
        return following.page and not ended and following.text[0].islower()
    if ITEM.match(following.text) and (ended or following.blanks or line.text[-1] in ":;"):
        return False
    if following.blanks:
        small = following.text[0].islower() or following.page
        return not ended and wrap.full(line, following) and small
    return _same_block(line, following, wrap, ended)


def _same_block(line: Line, following: Line, wrap: Wrap, ended: bool) -> bool:
    if _continues(line, following):
        return True
    if ended and following.indent >= line.indent + 2:
        return False
    return wrap.full(line, following, STRICT if ended and wrap.strict else LOOSE)
