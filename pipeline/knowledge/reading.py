"""Reads one TOML file of models/ as a record."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.knowledge.faults import KnowledgeFault

T = TypeVar("T")


def read_toml(path: Path, kind: type[T], page: str = "docs/packs.md") -> T:
    """Read a TOML file as `kind`, unknown keys refused; `page` says how to write one.

    Raises KnowledgeFault naming the key at fault.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeFault(str(path), "TOML", str(error), "Mend the syntax at that line") from error
    except msgspec.ValidationError as error:
        problem, _, key = str(error).partition(" - at ")
        raise KnowledgeFault(str(path), key.strip("`$.") or "top level", problem, f"See {page}") from error
