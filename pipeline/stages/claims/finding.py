"""The entry of the stage: who says what about whom, when, how certain."""

from __future__ import annotations

from dataclasses import replace

from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Dates, Document, Statement, Statements
from pipeline.stages.claims.assemble import Scene, assemble, identify
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import frames
from pipeline.stages.claims.holders import find_attributions
from pipeline.stages.claims.match import candidates, index_patterns
from pipeline.stages.claims.opinions import find_opinions
from pipeline.stages.claims.quantities import find_quantities
from pipeline.stages.claims.timing import dated, owners
from pipeline.stages.claims.tree import grow


def find(document: Document, annotation: Annotation, dates: Dates, knowledge: Knowledge) -> Statements:
    """The statements of one document in text order, dropped candidates included."""
    pack = knowledge.packs[document.language]
    tree = grow(annotation)
    scene = Scene(
        document=document, annotation=annotation, tree=tree, pack=pack, dates=dates,
        owned=owners(tree, pack.syntax, dates, annotation.sentences),
        dated=dated(tree, dates),
        attributions=find_attributions(tree, annotation, pack),
    )  # fmt: skip
    clauses = Clauses(tree, pack.syntax)
    index = index_patterns(knowledge.predicates, document.language)
    found = candidates(clauses, index, frames(clauses))
    quantities = find_quantities(tree, annotation, pack, tuple(one.span for one in dates.expressions if one.span))
    opinions = find_opinions(tree, annotation, scene.attributions, quantities, dates, document, pack)
    statements = [assemble(scene, candidate) for candidate in found] + [numbered(one) for one in opinions]
    return Statements(document=document.id, statements=ordered(statements))


def numbered(statement: Statement) -> Statement:
    """The statement with its id."""
    name = identify(statement.span.document, statement.span, statement.predicate, statement.arguments)
    return replace(statement, id=name)


def ordered(statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements in text order, each once (the kept one before its dropped twin)."""
    unique: dict[str, Statement] = {}
    for one in sorted(statements, key=lambda one: (one.span, one.predicate, one.dropped is not None, one.rule, one.id)):
        unique.setdefault(one.id, one)
    return tuple(unique.values())
