"""Passages as translators read them: the original's words, each on one line, with their place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Span
from pipeline.text import locate

# What XML 1.0 has no way to write, and what turns the order of a line around in an editor.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentences of one side: the original words on one line, the file, and the place in code points and bytes."""

    text: str
    path: str
    start: int
    end: int
    byte_start: int
    byte_end: int


def quote(document: Document, spans: Sequence[Span]) -> Quote:
    """The quote of `spans`, which all stand in `document`."""
    found = [locate(document, span) for span in sorted(spans)]
    return Quote(
        text=" ".join(one_line(evidence.quote) for evidence in found),
        path=document.path,
        start=found[0].start,
        end=found[-1].end,
        byte_start=found[0].byte_start,
        byte_end=found[-1].byte_end,
    )


def one_line(text: str) -> str:
    """`text` with line breaks and runs of white space folded to single spaces."""
    return " ".join(text.split())


def writable(text: str) -> str:
    """`text` with U+FFFD for what XML cannot hold."""
    return UNWRITABLE.sub("\ufffd", text)


def plain(text: str) -> str:
    """`text` with marks that turn the direction of writing made visible: `[U+202E]`."""
    return TURNING.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def reading_order(knowledge: Knowledge) -> tuple[str, ...]:
    """The languages in the order in which they stand side by side: the house writes French left, English right."""
    return tuple(sorted(knowledge.packs, reverse=True))
