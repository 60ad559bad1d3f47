"""What stood where a line ended: a space, or nothing; and whether the hyphen there belongs to the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.knowledge.ingest import IngestPack
from pipeline.text import fold

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LAST_PART = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
FIRST_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ELIDED = re.compile(r"([^\W\d_]+)['’]$")
DASHED = re.compile(r"(?:\w[-–—/]|--|—)$")
LONGEST_WORD = 40
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What decides on hyphens at line ends: how often each word stands in the text (case aside), the pack, and whether
    the text breaks its words at line ends as a habit, as printed pages do."""

    words: Counter[str]
    pack: IngestPack
    habit: bool = False

    def seam(self, left: str, right: str) -> tuple[int, str]:
        """How the line `left` goes on in `right`: how many characters to take off its end, and what to put between."""
        if left.endswith(SOFT_HYPHEN):
            return 1, ""
        tail = left[-LONGEST_WORD:]
        broken, following = LAST_PART.search(tail), FIRST_PART.match(right[:LONGEST_WORD])
        if broken and following:
            joins = self.joins(broken[1], following[0])
            return int(self.habit if joins is None else joins), ""
        if broken and right[:1] not in "-–—":
            return 0, " "
        return (0, "") if broken or _tied(tail, right, self.pack) else (0, " ")

    def joins(self, head: str, tail: str) -> bool | None:
        """Whether the hyphen only broke a word (true) or belongs to it (false); None where nothing tells."""
        first, rest = head.casefold(), tail.casefold()
        joined, compound = self.words[first + rest], self.words[f"{first}-{rest}"]
        if tail[0].isupper() or first in self.pack.compound_heads:
            return False
        if joined or compound:
            return joined > compound
        part = rest.split("-")[0]
        if part in self.pack.compound_tails or (self.words[first] > 1 and self.words[part] > 1):
            return False
        ending = any(part.endswith(ending) and len(part) <= len(ending) + 4 for ending in self.pack.endings)
        return True if ending and self.words[part] <= 1 else None


def hyphens(text: str, seams: Iterable[tuple[str, str]], pack: IngestPack) -> Hyphens:
    """What decides on the hyphens of `text`, whose lines meet at `seams`. Where twice as many hyphens surely broke a
    word as surely did not, those that nothing tells are taken to have broken one too; else they are kept."""
    found = Hyphens(_vocabulary(text), pack)
    told: Counter[bool | None] = Counter()
    for left, right in seams:
        broken, following = LAST_PART.search(left[-LONGEST_WORD:]), FIRST_PART.match(right[:LONGEST_WORD])
        if broken and following:
            told[found.joins(broken[1], following[0])] += 1
    return replace(found, habit=told[True] > max(1, 2 * told[False]))


def _vocabulary(text: str) -> Counter[str]:
    """How often each word stands in `text`; a compound counts as a word, and each of its parts too."""
    words = Counter(found[0].casefold() for found in WORD.finditer(text))
    for word, count in list(words.items()):
        for part in word.split("-") if "-" in word else ():
            words[part] += count
    return words


def _tied(tail: str, right: str, pack: IngestPack) -> bool:
    """Whether nothing stood between the lines: a dash or a slash that clings to its word, an elided word."""
    elided = ELIDED.search(tail)
    if elided and fold(elided[1]) in pack.elisions:
        return True
    clings = right[:1].isalnum() or right[:1] in '-–—“"«('
    if DASHED.search(tail) and clings and not tail.endswith((" -", " –", " —", " --")):
        return True
    return bool(re.match(r"(?:--|—)\w", right)) and not tail.endswith(" ")
