"""Ids made of places: the same while the texts stay."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol


class Place(Protocol):
    """Anything that stands in a document: `start` and `end` in code points, end exclusive."""

    @property
    def document(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def place_id(prefix: str, places: Iterable[Place]) -> str:
    """`prefix`, a hyphen and ten hex digits of the documents and offsets of `places`, in whatever order they come."""
    told = sorted((one.document, one.start, one.end) for one in places)
    text = " ".join(f"{document}:{start}-{end}" for document, start, end in told)
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
