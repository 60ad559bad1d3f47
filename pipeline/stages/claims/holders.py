"""Who says it: the author, somebody the author cites, or nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Holder, Span
from pipeline.stages.claims.tree import Tree

AUTHOR = Holder(kind="author")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`holder` is given the tokens in `content` (first, last exclusive) by `cue` (the words at `cue_spans`)."""

    holder: Holder
    content: tuple[tuple[int, int], ...]
    cue: str
    cue_spans: tuple[Span, ...]
    verb: int
    kind: str


@dataclass(frozen=True, slots=True)
class Attributions:
    """All attributions of one document, outer ones before inner ones."""

    found: tuple[Attribution, ...] = ()

    def holder_of(self, anchor: int) -> tuple[Holder, str | None, tuple[Span, ...]]:
        """Whose statement the predicate at token `anchor` is, the cue and its spans; the author by default."""
        return AUTHOR, None, ()


def find_attributions(tree: Tree, annotation: Annotation, pack: Pack) -> Attributions:
    """Everything in the document that is given to somebody else than the author."""
    return Attributions()
