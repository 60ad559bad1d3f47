"""What a pointing phrase was found to mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Span
from pipeline.stages.resolve.describing import extent
from pipeline.stages.resolve.views import View


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase, what it refers to, and why."""

    span: Span
    head: int
    ids: tuple[str, ...]
    because: str


def found(view: View, head: int, ids: Iterable[str], because: str) -> Found | None:
    """The phrase of the head with what it refers to; None where that is nothing."""
    ordered = tuple(sorted(ids))
    return Found(view.span(extent(view, head)), head, ordered, because) if ordered else None
