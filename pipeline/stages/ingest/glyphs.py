"""Characters that stand for others: spaces of every width, ligatures, accents apart from their letter, soft hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.text import Draft, Edit

SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
LINE_ENDS = dict.fromkeys((0x0B, 0x85, 0x2028, 0x2029), "\n")
SOFT_HYPHENS = re.compile("\u00ad+")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
LIGATURE = re.compile("[ﬀ-ﬆ]")
# At most 30 marks: composing sorts them, which is quadratic in a heap of marks that no language writes.
ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,30}")


def cleaned(draft: Draft) -> Draft:
    """`draft` with spaces made plain (one to one), unseen characters taken out, ligatures and accents composed."""
    return draft.translated(SPACES | LINE_ENDS).edited(sorted(_edits(draft.text), key=lambda edit: edit.start))


def _edits(text: str) -> Iterator[Edit]:
    for found in SOFT_HYPHENS.finditer(text):
        # One after a letter at the end of a line stays: it tells the lines that their word goes on.
        stays = (
            text[found.end() : found.end() + 1].isspace() and found.start() > 0 and text[found.start() - 1].isalpha()
        )
        yield Edit(found.start(), found.end() - stays, "")
    for found in UNSEEN.finditer(text):
        yield Edit(found.start(), found.end(), "")
    for found in LIGATURE.finditer(text):
        yield Edit(found.start(), found.end(), unicodedata.normalize("NFKD", found[0]))
    for found in ACCENTED.finditer(text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            yield Edit(found.start(), found.end(), composed)
