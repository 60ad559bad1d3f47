"""Whose quantity it is when a verb only moves or holds it (*Israel receives $3.8 billion*), and counts that act
themselves (*more than 14,000 people died*)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

Held = tuple[tuple[int, ...], int, int]  # the tokens of what is measured, their head, the predicate


def taken(tree: Tree, tokens: Sequence[int], pack: Pack) -> Held | None:
    """The subject of the verb whose object the quantity is, or leads, where the verb is one of taking or holding."""
    labels = pack.syntax.subjects
    top = _counted(tree, tokens, pack)
    above = tree.tokens[top].head
    if tree.tokens[above].dep in pack.syntax.markers and listed(tree.tokens[above], pack.quantities.of_takers):
        top, above = above, tree.tokens[above].head
    if tree.tokens[above].dep in pack.syntax.markers and listed(tree.tokens[above], pack.quantities.accompanying):
        return _accompanied(tree, tree.tokens[above].head, pack)
    leads = [one for one in tree.children[top] if tree.tokens[one].dep in pack.syntax.cases and one < top]
    if any(listed(tree.tokens[one], pack.quantities.accompanying) for one in leads):
        return _accompanied(tree, above, pack)
    object_of = tree.tokens[top].dep in pack.syntax.objects | pack.syntax.markers | pack.syntax.obliques
    if above == top or not object_of or not listed(tree.tokens[above], pack.quantities.taking):
        return None
    shared = tree.tokens[above].dep in pack.syntax.conjuncts
    own = _before(tree, above, above, labels) or (
        _before(tree, tree.tokens[above].head, above, labels) if shared else []
    )
    return _of(tree, own, above, pack)


def _accompanied(tree: Tree, verb: int, pack: Pack) -> Held | None:
    """The subject of the clause that the quantity goes with: *Kenya was the leader, with 38 %*."""
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    return (
        _of(tree, _before(tree, verb, verb, labels), verb, pack) if tree.tokens[verb].pos in pack.syntax.verbs else None
    )


def _before(tree: Tree, above: int, place: int, labels: frozenset[str]) -> list[int]:
    """What hangs on a token with one of the labels, and stands before `place`."""
    return [one for one in tree.children[above] if tree.tokens[one].dep in labels and one < place]


def _of(tree: Tree, subjects: Sequence[int], verb: int, pack: Pack) -> Held | None:
    """The first subject's phrase as what is measured; a pronoun tells nobody."""
    if not subjects or tree.tokens[subjects[0]].pos in pack.syntax.pronouns:
        return None
    return tuple(phrase(tree, subjects[0], pack)), subjects[0], verb


def acting(tree: Tree, tokens: Sequence[int], pack: Pack) -> Held | None:
    """What is counted and what it does, where the quantity leads the subject of a finite verb."""
    top = _counted(tree, tokens, pack)
    verb = tree.tokens[top].head
    subject = tree.tokens[top].dep in pack.syntax.subjects | pack.syntax.passive_subjects
    if not subject or tree.tokens[verb].pos not in pack.syntax.verbs or verb < top:
        return None
    if listed(tree.tokens[verb], pack.quantities.taking) or listed(tree.tokens[verb], pack.syntax.copular_verbs):
        return None
    first = tokens[-1] if tree.tokens[tokens[-1]].pos == "NOUN" else tokens[-1] + 1
    words = [one for one in tree.below(verb) if one >= first]
    end = next((place for place, one in enumerate(words) if tree.tokens[one].text in pack.holders.pauses), len(words))
    kept = words[:end]
    while kept and tree.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    return (tuple(kept), verb, verb) if verb in kept else None


def _counted(tree: Tree, tokens: Sequence[int], pack: Pack) -> int:
    """The head of the phrase that the quantity counts: *312,000 ceasefire violations*, else the quantity's own."""
    top = next(one for one in tokens if tree.tokens[one].head not in tokens or tree.tokens[one].head == one)
    above = tree.tokens[top].head
    counts = (
        above > tokens[-1] and tree.tokens[above].pos == "NOUN" and tree.tokens[top].dep in pack.quantities.counting
    )
    return above if counts else top
