"""Text → items: the smallest pieces that templates look at, with the kinds that the pack's words give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pipeline.text import fold

# Longest alternatives first; no alternative can backtrack over more than a few characters.
PIECE = re.compile(
    r"(?P<date>(?<![\d.,/])(?<!(?<!\d)-)\d{1,4}([-/.])\d{1,2}\2\d{1,4}(?![\d/]|-(?!\d{1,4}[/.]\d)|[.,]\d))"
    r"|(?P<clock>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?![\d:]|,\d))"
    r"|(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+[.,]\d+)"
    r"|(?P<short>(?<![\w])['’‘]\d{2}s?(?!\w))"
    r"|(?P<digits>\d+)(?P<suffix>[^\W\d_]*)"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)(?=\w))?"
    r"|[^\s]"
)
DASHES = frozenset("-–—‑‒−")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of text at `start`/`end`, its folded `key`, its kinds; `glued` when it touches the piece before.

    `weak`: it may be another word, and dates nothing alone.
    """

    start: int
    end: int
    key: str
    kinds: dict[str, Any] = field(default_factory=dict)
    glued: bool = False
    weak: bool = False


@lru_cache(maxsize=65536)
def folded(piece: str) -> str:
    """`fold`, remembered: words repeat."""
    return fold(piece)


def pieces(text: str, offset: int = 0) -> list[tuple[Item, re.Match[str]]]:
    """The pieces of `text` in order; `offset` is added to their places."""
    found: list[tuple[Item, re.Match[str]]] = []
    last = -1
    for match in PIECE.finditer(text):
        start, end = match.span()
        item = Item(start + offset, end + offset, folded(match.group()), glued=start == last)
        found.append((item, match))
        last = end
    return found


def keys(phrase: str) -> tuple[str, ...]:
    """A phrase of the pack as the keys of its pieces; an elided word at its end (« d' ») stays whole."""
    whole = phrase + "x" if phrase.endswith(("'", "’")) else phrase
    found = tuple(item.key for item, _ in pieces(whole))
    return found[:-1] if whole != phrase else found
