"""What people gave us: the files of a corpus folder, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.review.ledger import NAME as LEDGER
from pipeline.store import digest_bytes, digest_of, read_bytes

SETTINGS = "corpus.toml"
BESIDE = ("README", "PROVENANCE", "LICENSE", "LICENCE")


class CorpusFault(Exception):
    """A corpus that cannot be run at all: which folder or file, and what to do."""


@dataclass(frozen=True)
class SourceFile:
    """One file as received: its name below the documents' folder, its bytes and their SHA-256."""

    path: str
    data: bytes
    sha256: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """The documents of a folder, identical files folded into one, corpus.toml where there is one, and the decisions."""

    files: tuple[SourceFile, ...]
    settings: bytes | None
    decisions: bytes = b""

    def key(self) -> str:
        """A key that changes with any name or byte of the corpus."""
        names = [f"{one.path}={one.sha256}={one.copies}" for one in self.files]
        return digest_of(*names, digest_bytes(self.settings or b""), digest_bytes(self.decisions))


def gather(folder: Path) -> Corpus:
    """Read the documents in `folder`/documents, or in `folder` itself. Raises CorpusFault when there is none."""
    if not folder.is_dir():
        raise CorpusFault(f"{folder}: there is no such folder. Create it, with your documents inside.")
    documents = documents_folder(folder)
    paths = sorted(path for path in documents.rglob("*") if is_document(path.relative_to(documents), path))
    if not paths:
        raise CorpusFault(f"{documents}: no document here. Put texts into it, called NAME.fr.txt or NAME.en.txt.")
    decisions = read_bytes(folder / LEDGER) or b""
    return Corpus(fold_copies(paths, documents), read_bytes(folder / SETTINGS), decisions)


def is_document(name: Path, path: Path) -> bool:
    """Hidden files, corpus.toml, decisions/ and the papers beside the documents are no documents."""
    hidden = any(part.startswith(".") for part in name.parts)
    paper = name.stem.upper() in BESIDE or name.name == SETTINGS or name.parts[0] == "decisions"
    return path.is_file() and not hidden and not paper


def fold_copies(paths: list[Path], documents: Path) -> tuple[SourceFile, ...]:
    """One SourceFile for each content, in order of path."""
    names: dict[str, list[str]] = {}
    contents: dict[str, bytes] = {}
    for path in paths:
        data = path.read_bytes()
        key = digest_bytes(data)
        names.setdefault(key, []).append(path.relative_to(documents).as_posix())
        contents[key] = data
    files = [SourceFile(first, contents[key], key, tuple(rest)) for key, (first, *rest) in names.items()]
    return tuple(sorted(files, key=lambda one: one.path))


def documents_folder(folder: Path) -> Path:
    """Where the documents of a corpus lie."""
    inside = folder / "documents"
    return inside if inside.is_dir() else folder
