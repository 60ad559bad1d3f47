"""What several tables write alike: times with real dates, several values in one text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pipeline.model.tables import JOINT
from pipeline.stages.publish.evidence import Json

Row = dict[str, Any]


def time_columns(time: Json | None, prefix: str = "") -> Row:
    """EDTF, its first and last day as real dates (None where open or before year 1), and the basis."""
    time = time or {}
    return {
        f"{prefix}edtf": time.get("edtf"),
        f"{prefix}from": day(time.get("from")),
        f"{prefix}to": day(time.get("to")),
        f"{prefix}basis": time.get("basis"),
    }


def day(iso: str | None) -> date | None:
    """An ISO day as a date; None for an open end and for years that `date` cannot hold."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def joined(values: Iterable[str]) -> str | None:
    """Several values in one text, each once, in order; None where there is none."""
    return JOINT.join(dict.fromkeys(values)) or None


def listed(filler: str | list[str]) -> list[str]:
    """The fillers of a role, one or several."""
    return [filler] if isinstance(filler, str) else filler
