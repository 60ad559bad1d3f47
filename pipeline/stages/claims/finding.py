"""The entry of the stage: who says what about whom, when, how certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Dates, Document, Span, Statement, Statements
from pipeline.stages.claims.assemble import Scene, assemble, identify
from pipeline.stages.claims.assertions import find_assertions
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame, frames
from pipeline.stages.claims.gapping import gapped
from pipeline.stages.claims.holders import find_attributions
from pipeline.stages.claims.irregular import irregular
from pipeline.stages.claims.likeness import likened
from pipeline.stages.claims.match import Candidate, candidates, index_patterns
from pipeline.stages.claims.opinions import find_opinions
from pipeline.stages.claims.quantities import find_quantities
from pipeline.stages.claims.repeating import repeated
from pipeline.stages.claims.stance import cued
from pipeline.stages.claims.sums import check_sums
from pipeline.stages.claims.timing import inside, owners
from pipeline.stages.claims.tree import grow


def find(document: Document, annotation: Annotation, dates: Dates, knowledge: Knowledge) -> Statements:
    """The statements of one document in text order, dropped candidates included."""
    pack = knowledge.packs[document.language]
    tree = grow(annotation)
    clauses = Clauses(tree, pack.syntax, inside(tree, names_of(annotation)), inside(tree, dated_spans(dates)))
    scene = Scene(
        document=document, annotation=annotation, clauses=clauses, pack=pack, dates=dates,
        owned=owners(clauses, dates, annotation.sentences),
        attributions=find_attributions(tree, annotation, pack),
    )  # fmt: skip
    index = index_patterns(knowledge.predicates, document.language)
    found = [
        *candidates(clauses, index, with_gaps(clauses)),
        *irregular(tree, knowledge.predicates, document.language),
    ]
    quantities = find_quantities(tree, annotation, pack, dated_spans(dates))
    told = frozenset(one.frame.anchor for one in found if one.dropped is None)
    opinions = find_opinions(tree, annotation, scene.attributions, quantities, dates, document, pack, told)
    made = [cued(assemble(scene, one), tree.tokens[one.frame.anchor], document.id) for one in found]
    again = dict(repeated(scene, [*zip(found, made, strict=True)]))
    saying = anchors(found) | again.keys()
    assertions = find_assertions(scene, frozenset(saying), inside(tree, [one.span for one in opinions]))
    statements = [numbered(one) for one in likened([*made, *again.values()], tree, pack)]
    return Statements(
        document=document.id,
        statements=ordered(statements + [numbered(one) for one in (*opinions, *assertions)]),
        issues=check_sums(tree, annotation, quantities, document, pack),
    )


def anchors(found: Sequence[Candidate]) -> frozenset[int]:
    """The tokens whose clause is told: predicates and the verbs that carry them, descriptions beside a name apart."""
    kept = [one.frame for one in found if one.dropped is None and one.frame.kind != "apposition"]
    return frozenset(index for one in kept for index in (one.anchor, one.clause))


def with_gaps(clauses: Clauses) -> Iterator[Frame]:
    """All frames, and those whose verb stands only once for several."""
    for frame in frames(clauses):
        yield frame
        yield from gapped(clauses, frame)


def names_of(annotation: Annotation) -> list[Span]:
    """The spans of the names of more than one word."""
    return [one.span for one in annotation.mentions if one.kind == "name"]


def dated_spans(dates: Dates) -> list[Span]:
    """The spans of the temporal expressions."""
    return [one.span for one in dates.expressions if one.span is not None]


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
