"""Files under outputs/: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def read_bytes(path: Path) -> bytes | None:
    """The file's bytes, or None where there is no such file."""
    return path.read_bytes() if path.is_file() else None


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then put it in place in one step: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def write_files(folder: Path, files: Mapping[str, bytes], last: str) -> None:
    """Write `files` (relative path → bytes) below `folder`; `last` is written when all others stand.

    A file whose bytes are the same already is left alone.
    """
    for name in sorted(files, key=lambda name: (name == last, name)):
        path = folder / name
        if read_bytes(path) != files[name]:
            write_atomically(path, files[name])
