"""Phrases: which preposition leads one, what is coordinated with it, how far it reaches, what kind of thing it names."""

from __future__ import annotations

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.model import Mention, Span
from pipeline.stages.claims.tree import Tree


def lemma(tree: Tree, syntax: SyntaxPack, index: int) -> str:
    """The lemma of a token in lower case, mended from the pack."""
    found = tree.tokens[index].lemma.casefold()
    return syntax.lemmas.get(found, found)


def has_morph(tree: Tree, index: int, features: tuple[str, ...]) -> bool:
    """Whether the token carries all of `features` (none given: no)."""
    morph = tree.tokens[index].morph.split("|")
    return bool(features) and all(feature in morph for feature in features)


def preposition(tree: Tree, syntax: SyntaxPack, index: int) -> str:
    """A preposition as the frames name it: its form, contractions undone."""
    form = tree.tokens[index].text.casefold().replace("’", "'")
    return syntax.prepositions.get(form, form)


def case_of(tree: Tree, syntax: SyntaxPack, index: int) -> str | None:
    """The preposition that leads the phrase headed by `index`, where it hangs below its noun."""
    for child in tree.children[index]:
        if tree.tokens[child].dep in syntax.cases and child < index:
            return preposition(tree, syntax, child)
    return None


def conjuncts(tree: Tree, syntax: SyntaxPack, index: int) -> list[int]:
    """`index` and the phrases coordinated with it, in text order."""
    found = [index]
    for child in tree.children[index]:
        if tree.tokens[child].dep in syntax.conjuncts and is_phrase(tree, syntax, child):
            found += conjuncts(tree, syntax, child)
    return found


def is_phrase(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token heads a nominal phrase and no clause."""
    if tree.tokens[index].pos not in syntax.nominals and index not in tree.mention_at:
        return False
    clausal = syntax.subjects | syntax.passive_subjects | syntax.copulas
    return not any(tree.tokens[child].dep in clausal for child in tree.children[index])


def core(tree: Tree, syntax: SyntaxPack, index: int) -> list[int]:
    """The tokens of a phrase: its subtree without what leads it in, up to the first clause or phrase beside it."""
    beside = syntax.relative_clauses | syntax.appositions | syntax.conjuncts | syntax.coordinators
    left, right = index, index
    for child in tree.children[index]:
        label = tree.tokens[child].dep
        if child < index and label not in beside | syntax.cases | syntax.punctuation | syntax.markers:
            led = case_of(tree, syntax, child) is not None
            left = left if led else min(left, *tree.below(child))
        elif child > index and (label in beside or participle(tree, syntax, child)):
            break
        elif child > index and label not in syntax.punctuation:
            right = max(right, *tree.below(child))
    return list(range(left, right + 1))


def participle(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether a participle heads a clause of its own beside a noun: « un accord signé en 1963 »."""
    token = tree.tokens[index]
    clause = token.dep in syntax.noun_clauses and token.pos in syntax.verbs and bool(tree.children[index])
    return clause and not has_morph(tree, index, syntax.infinitive)


def narrow(tree: Tree, syntax: SyntaxPack, index: int, others: frozenset[int]) -> list[int]:
    """The words of a phrase alone: from its first telling word to the first dependent that is, or holds, one of
    `others` (heads that fill other roles, or dates)."""
    left, right = index, index
    for child in tree.children[index]:
        below = tree.below(child)
        vague = lemma(tree, syntax, child) in syntax.vague_modifiers or tree.tokens[child].pos in syntax.function_words
        apart = vague or bool(others.intersection(below)) or child in tree.mention_at
        if child < index:
            left = index if apart else min(left, *below)
        elif apart or child not in core(tree, syntax, index):
            break
        else:
            right = max(right, *below)
    return list(range(left, right + 1))


def mention_of(tree: Tree, syntax: SyntaxPack, index: int) -> Mention | None:
    """The mention that the phrase headed by `index` is: its own, else the name that its title stands beside."""
    own = tree.mention_at.get(index)
    if own is not None and own.type != "demonym":
        return own
    for child in tree.children[index]:
        token = tree.tokens[child]
        named = tree.mention_at.get(child)
        if token.dep in syntax.titles and named and named.type == "person" and case_of(tree, syntax, child) is None:
            return named
    return own


def kind_of(tree: Tree, syntax: SyntaxPack, index: int) -> frozenset[str]:
    """The types that the phrase may have: its mention's, else those of its head noun; empty where unknown."""
    mention = mention_of(tree, syntax, index)
    if mention is not None:
        return frozenset({mention.type})
    word = lemma(tree, syntax, index)
    return frozenset(kind for kind, nouns in syntax.nouns.items() if word in nouns)


def span_of(tree: Tree, syntax: SyntaxPack, index: int) -> Span:
    """The span of the mention or of the phrase headed by `index`."""
    mention = mention_of(tree, syntax, index)
    return mention.span if mention is not None else tree.span(core(tree, syntax, index))
