"""Reads models/ whole and checks it before any work starts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.knowledge.authority import Authority, load_authority
from pipeline.knowledge.faults import KnowledgeFault
from pipeline.knowledge.pack import Pack
from pipeline.knowledge.predicates import Predicate, load_predicates

T = TypeVar("T")


@dataclass(frozen=True)
class Knowledge:
    """All of models/: packs by language code, predicates in order of name, and the authority (read on first use)."""

    folder: Path
    packs: dict[str, Pack]
    predicates: tuple[Predicate, ...]

    @cached_property
    def authority(self) -> Authority:
        """The known actors; reading CLDR and ISO takes a moment, so it waits until a room asks."""
        return load_authority(self.folder / "authority", tuple(sorted(self.packs)))


def load(folder: Path) -> Knowledge:
    """Read and check `folder` (models/). Raises KnowledgeFault, naming file and key."""
    packs = {path.stem: load_pack(path) for path in sorted((folder / "languages").glob("*.toml"))}
    if not packs:
        raise KnowledgeFault(str(folder / "languages"), "*.toml", "no language pack", "Restore models/languages/")
    return Knowledge(folder=folder, packs=packs, predicates=load_predicates(folder / "claims"))


def load_pack(path: Path) -> Pack:
    """Read one language pack. Raises KnowledgeFault."""
    pack = read_toml(path, Pack)
    if pack.language.code != path.stem:
        raise KnowledgeFault(str(path), "language.code", f"is {pack.language.code!r}", f"Write {path.stem!r}")
    return pack


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a TOML file as `kind`, unknown keys refused. Raises KnowledgeFault naming the key at fault."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeFault(str(path), "TOML", str(error), "Mend the syntax at that line") from error
    except msgspec.ValidationError as error:
        problem, _, key = str(error).partition(" - at ")
        raise KnowledgeFault(str(path), key.strip("`$.") or "top level", problem, "See docs/packs.md") from error
