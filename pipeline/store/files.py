"""Files on disk: outputs whole or not at all, people's answers line by line."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Mapping, Sequence
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


def append_lines(path: Path, lines: Sequence[bytes]) -> None:
    """Add `lines` at the end of `path`, on disk when this returns. What stands there is never touched: a last line
    that a crash cut short is closed first, so that nothing is glued to it. Writers wait for each other."""
    if not lines:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        length = file.seek(0, os.SEEK_END)
        file.seek(max(length - 1, 0))
        cut_short = length > 0 and file.read(1) != b"\n"
        file.write((b"\n" if cut_short else b"") + b"".join(line + b"\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    keep_folder(path.parent)


def keep_folder(folder: Path) -> None:
    """Have the system write down which files lie in `folder`."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
