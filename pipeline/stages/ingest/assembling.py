"""The clean text put together from its blocks: lines joined, hyphens decided, white space collapsed."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.knowledge.ingest import IngestPack
from pipeline.stages.ingest.hyphens import Hyphens, hyphens
from pipeline.stages.ingest.wrapping import Block
from pipeline.text import PARTING, Draft, Edit

INNER = re.compile("[ \t]{2,}|\t|\u00ad+")


@dataclass(frozen=True, slots=True)
class Part:
    """A block in the clean text: where it starts, its text, whether it is a table, whether it was marked a heading."""

    start: int
    text: str
    table: bool = False
    marked: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def assembled(draft: Draft, blocks: Sequence[Block], pack: IngestPack) -> tuple[Draft, list[Part]]:
    """The clean draft, its blocks parted by an empty line, and the blocks as they stand in it."""
    seams = ((a.text, b.text) for block in blocks if not block.table for a, b in pairwise(block.lines))
    clean = draft.edited(_edits(draft, blocks, hyphens(draft.text, seams, pack)))
    parts, place = [], 0
    for block, text in zip(blocks, clean.text.split(PARTING), strict=True):
        parts.append(Part(place, text, block.table, block.lines[0].marked))
        place += len(text) + len(PARTING)
    return clean, parts


def _edits(draft: Draft, blocks: Sequence[Block], rules: Hyphens) -> Iterator[Edit]:
    end = 0
    for number, block in enumerate(blocks):
        start = block.lines[0].start
        yield Edit(end, start, PARTING if number else "")
        end = yield from _within(draft, block, start, rules)
    yield Edit(end, len(draft.text), "")


def _within(draft: Draft, block: Block, start: int, rules: Hyphens) -> Generator[Edit, None, int]:
    """The edits inside a block; returns where the block ends in the draft."""
    for line, following in pairwise(block.lines):
        off, between = (0, "\n") if block.table else rules.seam(line.text, following.text)
        yield from _inner(draft, start, line.end - off)
        yield Edit(line.end - off, following.start, between)
        start = following.start
    yield from _inner(draft, start, block.lines[-1].end)
    return block.lines[-1].end


def _inner(draft: Draft, start: int, end: int) -> Iterator[Edit]:
    for found in INNER.finditer(draft.text, start, end):
        yield Edit(found.start(), found.end(), " " if found[0][0] in " \t" else "")
