"""Quantities: value, scale, unit, range, approximation, comparison, rate."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Quantity, Span
from pipeline.stages.claims.tree import Tree


def find_quantities(
    tree: Tree, annotation: Annotation, pack: Pack, taken: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The document's quantities in text order; what overlaps a span of `taken` (dates) is none."""
    return ()
