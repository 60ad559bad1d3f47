"""Reads models/ whole and checks it before any work starts."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.knowledge.aligner import AlignerModel
from pipeline.knowledge.authority import Authority, load_authority, read_authority
from pipeline.knowledge.comparable import ComparableModel
from pipeline.knowledge.faults import KnowledgeFault
from pipeline.knowledge.pack import Pack, pack_faults
from pipeline.knowledge.predicates import Predicate, load_predicates
from pipeline.knowledge.reading import read_toml


@dataclass(frozen=True)
class Knowledge:
    """All of models/: packs by language code, predicates in order of name, the models for parallel and for comparable
    texts, and the authority (read on first use).

    `digests` has a content key for each part that a stage may read: `fr/dates`, …, `claims`, `alignment`, `authority`.
    """

    folder: Path
    packs: dict[str, Pack]
    predicates: tuple[Predicate, ...]
    aligner: AlignerModel
    comparable: ComparableModel
    comparable_in_context: ComparableModel
    digests: dict[str, str]

    @cached_property
    def authority(self) -> Authority:
        """The known actors; reading CLDR and ISO takes a moment, so it waits until a room asks."""
        return load_authority(self.folder / "authority", tuple(sorted(self.packs)))


def load(folder: Path) -> Knowledge:
    """Read and check `folder` (models/). Raises KnowledgeFault, naming file and key."""
    packs = {path.stem: load_pack(path) for path in sorted((folder / "languages").glob("*.toml"))}
    if not packs:
        raise KnowledgeFault(str(folder / "languages"), "*.toml", "no language pack", "Restore models/languages/")
    shown = frozenset(code for code, pack in packs.items() if pack.page.title)
    predicates = load_predicates(folder / "claims", frozenset(packs), shown)
    read_authority(folder / "authority")
    aligner = read_toml(folder / "alignment" / "parallel.toml", AlignerModel, "docs/alignment.md")
    comparable = read_toml(folder / "alignment" / "comparable.toml", ComparableModel, "docs/alignment.md")
    in_context = read_toml(folder / "alignment" / "context.toml", ComparableModel, "docs/alignment.md")
    return Knowledge(folder, packs, predicates, aligner, comparable, in_context, digests_of(folder))


def digests_of(folder: Path) -> dict[str, str]:
    """A content key for each table of each pack, for the predicates, the aligners and the authority."""
    digests = {
        f"{path.stem}/{table}": digest(repr(content).encode())
        for path in sorted((folder / "languages").glob("*.toml"))
        for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }
    for part, pattern in (("claims", "*.toml"), ("alignment", "*.toml"), ("authority", "*.jsonl")):
        paths = sorted((folder / part).glob(pattern))
        digests[part] = digest(b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths))
    return digests


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def load_pack(path: Path) -> Pack:
    """Read one language pack. Raises KnowledgeFault."""
    pack = read_toml(path, Pack)
    for key, problem, remedy in pack_faults(pack, path.stem):
        raise KnowledgeFault(str(path), key, problem, remedy)
    return pack
