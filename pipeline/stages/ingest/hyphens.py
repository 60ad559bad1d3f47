"""What stood where a line ended: a space, or nothing; and whether the hyphen there belongs to the word."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.knowledge.ingest import IngestPack
from pipeline.text import fold

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LAST_PART = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
FIRST_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ELIDED = re.compile(r"([^\W\d_]+)['’]$")
DASHED = re.compile(r"(?:\w[-–—/]|--|—)$")
LONGEST_WORD = 40
SOFT_HYPHEN = "\u00ad"


def vocabulary(text: str) -> Counter[str]:
    """How often each word stands in `text`, case aside; a compound counts as a word, and each of its parts too."""
    words = Counter(found[0].casefold() for found in WORD.finditer(text))
    for word, count in list(words.items()):
        for part in word.split("-") if "-" in word else ():
            words[part] += count
    return words


def seam(left: str, right: str, words: Counter[str], pack: IngestPack) -> tuple[int, str]:
    """How the line `left` goes on in `right`: how many characters to take off its end, and what to put between."""
    if left.endswith(SOFT_HYPHEN):
        return 1, ""
    tail = left[-LONGEST_WORD:]
    if broken := LAST_PART.search(tail):
        following = FIRST_PART.match(right[:LONGEST_WORD])
        joins = following is not None and _one_word(broken[1], following[0], words, pack)
        return (1, "") if joins else (0, "") if following or right[:1] in "-–—" else (0, " ")
    if _tied(tail, right, pack):
        return 0, ""
    return 0, " "


def _tied(tail: str, right: str, pack: IngestPack) -> bool:
    """Whether nothing stood between the lines: a dash or a slash that clings to its word, an elided word."""
    elided = ELIDED.search(tail)
    if elided and fold(elided[1]) in pack.elisions:
        return True
    clings = right[:1].isalnum() or right[:1] in '-–—“"«('
    if DASHED.search(tail) and clings and not tail.endswith((" -", " –", " —", " --")):
        return True
    return bool(re.match(r"(?:--|—)\w", right)) and not tail.endswith(" ")


def _one_word(head: str, tail: str, words: Counter[str], pack: IngestPack) -> bool:
    """Whether the hyphen only broke the word. Where nothing tells, it is kept: that loses no character."""
    if tail[:1].isupper():
        return False
    first, rest = head.casefold(), tail.casefold()
    joined, compound = words[first + rest], words[f"{first}-{rest}"]
    if joined or compound:
        return joined > compound
    part = rest.split("-")[0]
    if first in pack.compound_heads or part in pack.compound_tails:
        return False
    return any(part.endswith(ending) and len(part) <= len(ending) + 4 for ending in pack.endings) and not (
        words[first] and words[part] > 1
    )
