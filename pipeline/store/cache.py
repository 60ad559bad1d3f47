"""What stages made, by content key, so that nothing unchanged is made twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.store.files import read_bytes, write_atomically

T = TypeVar("T")


@dataclass
class Cache:
    """Records on disk under `folder`, one file for each stage and key. `used` collects the keys asked for."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def path(self, stage: str, key: str) -> Path:
        """Where the result of `stage` for `key` lies."""
        self.used.add(f"{stage}-{key[:32]}.msgpack")
        return self.folder / f"{stage}-{key[:32]}.msgpack"

    def get(self, stage: str, key: str, kind: type[T]) -> T | None:
        """The record kept under `key`, or None; a damaged entry counts as none."""
        data = read_bytes(self.path(stage, key))
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=kind)
        except msgspec.DecodeError:
            return None

    def put(self, stage: str, key: str, record: object) -> None:
        """Keep `record` under `key`."""
        write_atomically(self.path(stage, key), msgspec.msgpack.encode(record))

    def prune(self) -> None:
        """Remove what this run did not ask for."""
        for path in self.folder.glob("*.msgpack"):
            if path.name not in self.used:
                path.unlink()
