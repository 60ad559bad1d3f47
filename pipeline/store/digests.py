"""Content keys: SHA-256 over bytes, files and JSON-like values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest_bytes(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(*parts: str) -> str:
    """One key for several: the order of `parts` counts."""
    return digest_bytes("\0".join(parts).encode())


def digest_files(folder: Path, suffixes: Iterable[str]) -> str:
    """One key for all files below `folder` with one of `suffixes`: their relative names and contents."""
    wanted = tuple(suffixes)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in wanted and path.is_file())
    return digest_of(*(f"{path.relative_to(folder).as_posix()}={digest_bytes(path.read_bytes())}" for path in paths))
