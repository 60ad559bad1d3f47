"""Appositions and titles: which description is said of which name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import case_of, core, name_behind, proper
from pipeline.stages.claims.tree import Tree

# The description's head, the name's head, and modifiers before the name that belong to the description.
NAMED = frozenset({"person", "organization", "state", "place"})
Title = tuple[int, int, tuple[int, ...]]


def titles(tree: Tree, syntax: SyntaxPack, index: int) -> Iterator[Title]:
    """The description that `index` is, or bears, of a name."""
    token = tree.tokens[index]
    led = case_of(tree, syntax, index) is not None
    behind = name_behind(tree, syntax, index)
    if behind is not None:
        yield index, behind, ()
        return
    if token.head == index or token.pos not in syntax.nominals | syntax.adjectives:
        return
    beside = token.dep in syntax.titles and not led
    if named(tree, index):
        if (
            beside
            and not named(tree, token.head)
            and token.head < index
            and not joined(tree, syntax, token.head, index)
        ):
            yield token.head, index, ()
    elif beside and token.dep not in syntax.appositions and named(tree, token.head) and index < token.head:
        yield index, token.head, tuple(one for one in tree.children[token.head] if one < index)
    else:
        yield from described(tree, syntax, index)


def described(tree: Tree, syntax: SyntaxPack, index: int) -> Iterator[Title]:
    """What a description behind a comma is said of, whatever the parser took it for."""
    token, name = tree.tokens[index], before(tree, syntax, index)
    led = case_of(tree, syntax, index) is not None
    if token.dep in syntax.appositions:
        name = token.head if name is None and named(tree, token.head) else name
        if name is not None:
            yield index, name, ()
    elif name is None or led:
        return
    elif token.dep in syntax.noun_clauses | syntax.modifiers | syntax.adverbials:
        yield index, name, ()
    elif token.dep in syntax.subjects and closed(tree, syntax, index) and case_of(tree, syntax, name) is None:
        yield index, name, ()  # « X, le président de Y, refuse »


def closed(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether a comma ends the phrase."""
    after = max(core(tree, syntax, index)) + 1
    return after < len(tree.tokens) and tree.tokens[after].dep in syntax.punctuation


def joined(tree: Tree, syntax: SyntaxPack, first: int, last: int) -> bool:
    """Whether something coordinated with `first` stands before `last`."""
    return any(tree.tokens[one].dep in syntax.conjuncts for one in tree.children[first] if one < last)


def named(tree: Tree, index: int) -> bool:
    """Whether the token heads the name of a person, an organisation or a place."""
    return proper(tree, index) and tree.mention_at[index].type in NAMED


def before(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The name that ends right before the comma which opens the phrase of `index`."""
    start = place = min(core(tree, syntax, index))
    while place > 0 and tree.tokens[place - 1].dep in syntax.punctuation:
        place -= 1
    if not 0 < place < start or tree.tokens[place - 1].sentence != tree.tokens[index].sentence:
        return None
    beside = [head for head in tree.ended.get(tree.tokens[place - 1].end, ()) if named(tree, head)]
    return beside[0] if beside else None
