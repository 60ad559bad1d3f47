"""Folding: one form for strings that differ only in case, accents, quotes, dashes or spaces."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"}
)


def fold(string: str) -> str:
    """`string` casefolded, accents stripped, quotes and dashes unified, white space collapsed. For comparing only."""
    plain = unicodedata.normalize("NFKD", string.translate(_SAME)).casefold()
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"\s+", " ", bare).strip()
