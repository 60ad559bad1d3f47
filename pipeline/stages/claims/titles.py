"""Appositions and titles: which description is said of which name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import case_of, core
from pipeline.stages.claims.tree import Tree

# The description's head, the name's head, and modifiers before the name that belong to the description.
Title = tuple[int, int, tuple[int, ...]]


def titles(tree: Tree, syntax: SyntaxPack, index: int) -> Iterator[Title]:
    """The description that `index` is, or bears, of a name."""
    token = tree.tokens[index]
    if token.head == index or token.pos not in syntax.nominals | syntax.adjectives:
        return
    beside = token.dep in syntax.noun_clauses | syntax.modifiers and case_of(tree, syntax, index) is None
    late = beside and index > token.head and after_comma(tree, syntax, index)
    if (token.dep in syntax.appositions or late) and not named(tree, index):
        name = before(tree, syntax, index)
        if name is not None:
            yield index, name, ()
    elif token.dep in syntax.titles and case_of(tree, syntax, index) is None:
        if named(tree, index) and not named(tree, token.head) and token.head < index:
            yield token.head, index, ()
        elif named(tree, token.head) and not named(tree, index) and index < token.head:
            yield index, token.head, tuple(one for one in tree.children[token.head] if one < index)


def after_comma(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the phrase follows a comma or the like."""
    start = min(core(tree, syntax, index))
    return start > 0 and tree.tokens[start - 1].dep in syntax.punctuation


def named(tree: Tree, index: int) -> bool:
    """Whether the token heads the name of a person or an organisation."""
    mention = tree.mention_at.get(index)
    return mention is not None and mention.kind == "name" and mention.type in ("person", "organization", "state")


def before(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The name that an apposition describes: the one that ends right before it, else the one the tree gives."""
    start = min(core(tree, syntax, index))
    comma = start - 1
    while comma >= 0 and tree.tokens[comma].dep in syntax.punctuation:
        comma -= 1
    if comma >= 0 and comma < start - 1:
        end = tree.tokens[comma].end
        near = [head for head, mention in tree.mention_at.items() if mention.span.end == end]
        beside = [head for head in near if named(tree, head)]
        if beside:
            return beside[0]
    head = tree.tokens[index].head
    return head if named(tree, head) else None
