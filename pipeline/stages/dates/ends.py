"""EDTF values as the ends of an interval, in the spellings that may stand there."""

from __future__ import annotations

PARTS = {
    "33": ("01", "03"), "34": ("04", "06"), "35": ("07", "09"), "36": ("10", "12"),
    "40": ("01", "06"), "41": ("07", "12"),
}  # fmt: skip


def left(edtf: str) -> str:
    """Where an EDTF value begins, as the left end of an interval (a decade's or century's first year)."""
    return _end(edtf.split("/")[0], 0).replace("X", "0")


def right(edtf: str) -> str:
    """Where an EDTF value ends, as the right end of an interval."""
    return _end(edtf.split("/")[-1], 1).replace("X", "9")


def _end(value: str, side: int) -> str:
    """The first or last month of a quarter or half: EDTF intervals have none of these at their ends."""
    head, code = value[:-2], value[-2:]
    return f"{head}{PARTS[code][side]}" if len(value) > 6 and head.endswith("-") and code in PARTS else value
