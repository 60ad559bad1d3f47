"""Who did what is only likened to a deed told before: *A and B held an exercise; similar exercises took place in C*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.knowledge.pack import Pack
from pipeline.model import Statement
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

NEAR = 1  # sentences back in which the other deed is told


def likened(statements: Sequence[Statement], tree: Tree, pack: Pack) -> Iterator[Statement]:
    """The statements; one without a subject whose object is said to be alike takes it from the nearest of its predicate
    before it."""
    for one in statements:
        before = _before(one, statements, tree) if one.dropped is None and _alike(one, tree, pack) else None
        if before is None:
            yield one
            continue
        lent = tuple(each for each in before.arguments if each.role == "subject")
        yield replace(one, arguments=(*lent, *one.arguments), grade="derived")


def _alike(one: Statement, tree: Tree, pack: Pack) -> bool:
    """Whether nobody is said to have done it, and its object is likened to another."""
    roles = {each.role for each in one.arguments}
    heads = [each.head for each in one.arguments if each.role == "object"]
    below = [child for head in heads for child in tree.children[head]]
    return "subject" not in roles and any(listed(tree.tokens[child], pack.syntax.likening) for child in below)


def _before(one: Statement, statements: Sequence[Statement], tree: Tree) -> Statement | None:
    """The last statement of the predicate before it, where it stands near and says who did it."""
    found = [
        other
        for other in statements
        if other.predicate == one.predicate and other.dropped is None and other.span.start < one.span.start
    ]
    nearest = max(found, key=lambda other: other.span, default=None)
    if nearest is None or not any(each.role == "subject" for each in nearest.arguments):
        return None
    here, there = (tree.tokens[tree.inside(each.span).start].sentence for each in (one, nearest))
    return nearest if here - there <= NEAR else None
