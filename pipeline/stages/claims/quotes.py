"""Quotations: where they are, and who is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Holder
from pipeline.stages.claims.attribution import Attribution, attribute, hold
from pipeline.stages.claims.clausal import is_verb
from pipeline.stages.claims.reporting import speaker
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import has, listed

Quote = tuple[int, int]
# A quotation longer than this was never closed.
LONGEST = 250
# So many tokens may stand between a quotation and its verb of saying.
NEAR = 6


def find_quotes(annotation: Annotation, pack: Pack) -> list[Quote]:
    """The quotations as token ranges (first, last exclusive) between their marks, brackets inside included."""
    found: list[Quote] = []
    for opening, closing in pack.holders.quotes:
        found += _paired(annotation, opening, closing)
    return sorted(found)


def _paired(annotation: Annotation, opening: str, closing: str) -> list[Quote]:
    found, start = [], None
    for index, token in enumerate(annotation.tokens):
        mark = token.text.strip()
        if start is not None and index - start > LONGEST:
            start = None
        if mark == closing and start is not None:
            if index > start + 1:
                found.append((start + 1, index))
            start = None
        elif mark == opening:
            start = index
    return found


def attribute_quotes(
    tree: Tree, annotation: Annotation, pack: Pack, quotes: Sequence[Quote], found: Sequence[Attribution]
) -> list[Attribution]:
    """`found`, with each quotation given to the one who says it: the content grows by the quotation."""
    result = list(found)
    speaking: Attribution | None = None
    ended = -1
    for quote in quotes:
        place = _speaking(tree, quote, result)
        if place is not None:
            result[place] = replace(result[place], content=result[place].content | frozenset(range(*quote)))
            speaking = result[place]
        else:
            speaking = _new(tree, quote, pack) or _continued(tree, annotation, quote, speaking, ended, pack)
            if speaking is not None:
                result.append(speaking)
        ended = quote[1]
    return result


def _speaking(tree: Tree, quote: Quote, found: Sequence[Attribution]) -> int | None:
    """The attribution that the quotation already belongs to: overlapping content, its cue outside, nearest first."""
    inside = frozenset(range(*quote))
    fitting = [
        (abs(one.place - quote[0]), place)
        for place, one in enumerate(found)
        if one.kind in ("clause", "judgement", "phrase")
        and one.content & inside
        and one.place not in inside
        and tree.tokens[one.place].sentence in (tree.tokens[quote[0]].sentence, tree.tokens[quote[1] - 1].sentence)
    ]
    return min(fitting)[1] if fitting else None


def _new(tree: Tree, quote: Quote, pack: Pack) -> Attribution | None:
    """A quotation beside a verb of saying that has no clause: *Begin said: “…”*, « … », a-t-il déclaré."""
    verb = _verb_near(tree, quote, pack)
    if verb is None:
        return None
    holder = speaker(tree, verb, pack) or _inverted(tree, verb, pack)
    if holder is None:
        return None
    return attribute(tree, holder, frozenset(range(*quote)), (verb, verb), verb, "quote")


def _verb_near(tree: Tree, quote: Quote, pack: Pack) -> int | None:
    sentences = {tree.tokens[quote[0]].sentence, tree.tokens[quote[1] - 1].sentence}
    before = range(quote[0] - 2, max(quote[0] - 2 - NEAR, -1), -1)
    after = range(quote[1] + 1, min(quote[1] + 1 + NEAR, len(tree.tokens)))
    for index in (*after, *before):
        token = tree.tokens[index]
        near = token.sentence in sentences or (index < quote[0] and quote[0] - index <= 4)
        if near and is_verb(tree, index, pack) and listed(token, pack.holders.saying + pack.holders.voicing):
            return int(index)
    return None


def _inverted(tree: Tree, verb: int, pack: Pack) -> Holder | None:
    """A name after the verb that the parser took for an object (« a déclaré de Gaulle »)."""
    after = [child for child in tree.children[verb] if child > verb and tree.tokens[child].pos in pack.syntax.nominals]
    return hold(tree, after[0], pack) if after and after[0] in tree.mention_at else None


def _continued(
    tree: Tree, annotation: Annotation, quote: Quote, speaking: Attribution | None, ended: int, pack: Pack
) -> Attribution | None:
    """A quotation of whole sentences right after another one goes on with the same speaker."""
    if speaking is None or not _whole(annotation, tree, quote, pack):
        return None
    gap = tree.tokens[quote[0]].sentence - tree.tokens[ended - 1].sentence
    if not 0 <= gap <= 1:
        return None
    return replace(speaking, content=frozenset(range(*quote)), kind="quote")


def _whole(annotation: Annotation, tree: Tree, quote: Quote, pack: Pack) -> bool:
    """Whether the quotation opens a sentence, closes one and holds a finite verb."""
    first = annotation.sentences[tree.tokens[quote[0]].sentence].first
    last = annotation.sentences[tree.tokens[quote[1] - 1].sentence].last
    finite = any(has(tree.tokens[one], ("VerbForm=Fin",)) for one in range(*quote))
    return finite and quote[0] - first <= 1 and last - quote[1] <= 2
