"""Numbers in one form whatever the language writes: `2,2`, `2.2`, `780 000`, `780,000`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.knowledge.align import AlignPack

# Digits with a mark between them, or groups of three after a space: « 6 000 » is one number, « en 1998 12 pays » two.
DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:\s\d{3}(?!\d))+(?:[.,]\d+)?|(?<!\w)\d+(?:[.,'’]\d+)*")


def numbers_of(text: str, start: int, taken: Sequence[tuple[int, int]], pack: AlignPack) -> frozenset[str]:
    """The numbers of a sentence that begins at `start`, in one notation; those inside the spans `taken` (its dates) are
    told elsewhere and left out."""
    free = (
        match
        for match in DIGITS.finditer(text)
        if not any(first <= start + match.start() < last for first, last in taken)
    )
    found = (canonical(match.group(), pack.decimal, pack.grouping) for match in free)
    return frozenset(one for one in found if one)


def canonical(written: str, decimal: str, grouping: str) -> str | None:
    """`written` without grouping and with a point for the decimal mark; None where it is no plain number."""
    bare = re.sub(rf"(?<=\d)[{re.escape(grouping)}\s](?=\d{{3}}(?!\d))", "", written).replace(decimal, ".")
    return (bare.lstrip("0") or "0") if re.fullmatch(r"\d+(\.\d+)?", bare) else None
