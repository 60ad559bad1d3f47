"""What a sum is the worth of, by its place: *equipment worth 20 million*, « des cargaisons estimées à 3 millions »."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.takers import Held
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import occurrences

# Tokens before the sum in which its phrase of worth begins, and those of an aside before that phrase (*gems (rubies)*).
_REACH, _ASIDE = 6, 8


def worth(tree: Tree, tokens: Sequence[int], pack: Pack) -> Held | None:
    """The noun phrase that a phrase of worth parts from the sum; where a verb stands before it, the tree tells."""
    start = _phrase(tree, tokens[0], pack)
    noun = None if start is None else _noun(tree, start - 1, pack)
    if start is None or noun is None:
        return None
    head, above = noun, tree.tokens[noun].head
    while above < noun and tree.tokens[above].pos in pack.syntax.nominals and above != tree.tokens[above].head:
        head, above = above, tree.tokens[above].head
    members = tuple(one for one in phrase(tree, head, pack) if one <= noun)
    return (members or (noun,)), head, tokens[0] - 1


def _phrase(tree: Tree, end: int, pack: Pack) -> int | None:
    """Where the phrase of worth that ends right before the sum begins."""
    sentence = tree.tokens[end].sentence
    first = next(one for one in range(max(end - _REACH, 0), end + 1) if tree.tokens[one].sentence == sentence)
    found = [start for start, last in occurrences(tree.tokens, first, end, pack.quantities.worth) if last == end]
    return found[0] if found else None


def _noun(tree: Tree, place: int, pack: Pack) -> int | None:
    """The noun that ends at `place`, or before the bracket that closes there."""
    if place >= 0 and tree.tokens[place].text in {closing for _, closing in pack.holders.brackets}:
        opening = {mark for mark, _ in pack.holders.brackets}
        inside = range(place - 1, max(place - _ASIDE, 0), -1)
        place = next((one for one in inside if tree.tokens[one].text in opening), 0) - 1
    same = place >= 0 and tree.tokens[place].pos in ("NOUN", "PROPN")
    return place if same else None
