"""Statements that no predicate file covers: what holders state, and what is measured."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Dates, Document, Quantity, Statement
from pipeline.stages.claims.holders import Attributions
from pipeline.stages.claims.tree import Tree


def find_opinions(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    quantities: Sequence[Quantity],
    dates: Dates,
    document: Document,
    pack: Pack,
) -> tuple[Statement, ...]:
    """One `states` statement for each attribution to somebody else than the author, one `measures` for each quantity.

    Their ids are empty: the caller numbers all statements of a document together.
    """
    return ()
