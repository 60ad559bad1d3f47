"""The clean text put together from its blocks: lines joined, hyphens decided, white space collapsed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from pipeline.knowledge.ingest import IngestPack
from pipeline.stages.ingest.hyphens import seam, vocabulary
from pipeline.stages.ingest.wrapping import MARKED, Block
from pipeline.text import Draft, Edit

INNER = re.compile("[ \t]{2,}|\t|\u00ad+")
PARTING = "\n\n"


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
    words = vocabulary(draft.text)
    clean = draft.edited(_edits(draft, blocks, words, pack))
    parts, place = [], 0
    for block, text in zip(blocks, clean.text.split(PARTING), strict=True):
        parts.append(Part(place, text, block.table, MARKED.match(block.lines[0].text) is not None))
        place += len(text) + len(PARTING)
    return clean, parts


def _edits(draft: Draft, blocks: Sequence[Block], words: Counter[str], pack: IngestPack) -> Iterator[Edit]:
    end = 0
    for number, block in enumerate(blocks):
        mark = MARKED.match(block.lines[0].text)
        start = block.lines[0].start + (mark.end() if mark else 0)
        yield Edit(end, start, PARTING if number else "")
        end = yield from _within(draft, block, start, words, pack)
    yield Edit(end, len(draft.text), "")


def _within(
    draft: Draft, block: Block, start: int, words: Counter[str], pack: IngestPack
) -> Generator[Edit, None, int]:
    """The edits inside a block; returns where the block ends in the draft."""
    for line, following in zip(block.lines, block.lines[1:], strict=False):
        off, between = (0, "\n") if block.table else seam(line.text, following.text, words, pack)
        yield from _inner(draft, start, line.end - off)
        yield Edit(line.end - off, following.start, between)
        start = following.start
    yield from _inner(draft, start, block.lines[-1].end)
    return block.lines[-1].end


def _inner(draft: Draft, start: int, end: int) -> Iterator[Edit]:
    for found in INNER.finditer(draft.text, start, end):
        yield Edit(found.start(), found.end(), " " if found[0][0] in " \t" else "")
