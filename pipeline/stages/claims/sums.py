"""Sums and shares that a sentence gives, checked."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Document, Issue, Quantity
from pipeline.stages.claims.tree import Tree


def check_sums(
    tree: Tree, annotation: Annotation, quantities: Sequence[Quantity], document: Document, pack: Pack
) -> tuple[Issue, ...]:
    """An issue (`sum`) for each sum or share of a sentence whose parts do not fit its whole."""
    return ()
