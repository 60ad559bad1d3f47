"""Statements that no predicate file covers: what somebody states, how the author judges it, and what is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Argument, Dates, Document, Holder, Quantity, Span, Statement
from pipeline.stages.claims.assessments import find_assessments
from pipeline.stages.claims.attribution import Attribution
from pipeline.stages.claims.governing import ways
from pipeline.stages.claims.holders import Attributions, nested
from pipeline.stages.claims.measures import find_measures
from pipeline.stages.claims.stance import Stance, read_stance
from pipeline.stages.claims.stating import Way, sentence_of, stated
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

_VERDICT = Way("verdict", 0.7)
# What a look at the texts gave for each kind of attribution, relative to a clause under a verb of saying.
_CONFIDENCE = {"clause": 0.85, "quote": 0.85, "judgement": 0.8, "phrase": 0.7, "hearsay": 0.7}
_SHORTEST = 2


def find_opinions(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    quantities: Sequence[Quantity],
    dates: Dates,
    document: Document,
    pack: Pack,
    told: frozenset[int] = frozenset(),
) -> tuple[Statement, ...]:
    """One `states` statement for each attribution to somebody else than the author and for each judgement of the
    author's own, one `measures` for each quantity whose bearer is plain. Roles of `states`: `subject` (who, where
    known, or what is judged) and `object` (the words of the content). `told` are the tokens whose predicate a pattern
    has told already: what they say of a noun phrase is not said twice.

    The ids are empty: the caller numbers all statements of a document together.
    """
    found: list[Statement] = []
    for one in _distinct(attributions.found):
        statement = _states(tree, annotation, attributions, one, document, pack)
        if statement is not None:
            own = [] if _told(tree, one, told, pack) else [statement]
            found += [*own, *_verdicts(tree, annotation, one, document, pack)]
    found += find_assessments(tree, annotation, attributions, dates, document, pack, told)
    measured = find_measures(tree, annotation, attributions, quantities, dates, document, pack)
    found = [one for one in found if not _only_measured(one, measured)] + measured
    return tuple(sorted(found, key=lambda one: (one.span, one.predicate)))


def _told(tree: Tree, one: Attribution, told: frozenset[int], pack: Pack) -> bool:
    """Whether patterns tell it already: the cue of a phrase (*criticized the accord*), or a cue of blame.

    A clause keeps its statement beside the pattern's, and so does what is denied."""
    if one.place not in told:
        return False
    known = one.holder.kind == "actor"  # what nobody in particular suspects is told as a suspicion too
    blamed = listed(tree.tokens[one.place], pack.holders.blaming) and (known or bool(one.content & told))
    return (one.kind != "clause" and not _denied(tree, one, pack)) or blamed


def _only_measured(statement: Statement, measured: Sequence[Statement]) -> bool:
    """Whether what nobody in particular holds is no more than an amount that a quantity tells of its bearer."""
    span = statement.arguments[-1].span
    unheld = statement.holder.kind == "unspecified"
    return unheld and any(one.span.start <= span.start and span.end <= one.span.end for one in measured)


def _denied(tree: Tree, one: Attribution, pack: Pack) -> bool:
    """*Denied the accusation*: a verb of saying that turns what it says."""
    return listed(tree.tokens[one.place], pack.holders.saying) and bool(ways(tree, one.place, pack))


def _distinct(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each content once for the same holder."""
    kept: dict[Holder, set[int]] = {}
    for one in found:
        told = kept.setdefault(one.holder, set())
        if told.isdisjoint(one.content):
            told.update(one.content)
            yield one


def _states(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    one: Attribution,
    document: Document,
    pack: Pack,
) -> Statement | None:
    content = _trimmed(tree, one, pack)
    if len(content) < _SHORTEST + (one.kind == "phrase" and not _denied(tree, one, pack)):
        return None
    anchor = main_token(tree, content)
    stance = read_stance(tree, lexical(tree, anchor, pack), pack)
    outer = [other for other in attributions.chain_of(one.place) if other.holder != one.holder]
    span, cues = tree.span(content), tuple(sorted({*one.cue_spans, *stance.cue_spans}))
    arguments = [*_subject(one.holder, tree, document), argument("object", span, anchor, document)]
    words = " … ".join(" ".join(document.text[each.start : each.end].split()) for each in cues)
    way = Way(one.kind, _CONFIDENCE[one.kind], nested([*outer, one]))
    turned = replace(stance, cue=words, cue_spans=cues)
    sentence = sentence_of(annotation, one.place)
    return stated(document, sentence, arguments, way, turned, beside=[span, *one.cue_spans])


def argument(role: str, span: Span, head: int, document: Document) -> Argument:
    """A free phrase in a role."""
    return Argument(role, span, document.text[span.start : span.end], head)


def _subject(holder: Holder, tree: Tree, document: Document) -> Iterator[Argument]:
    if holder.kind != "actor" or holder.span is None:
        return
    head = main_token(tree, tree.inside(holder.span))
    text = document.text[holder.span.start : holder.span.end]
    yield Argument("subject", holder.span, text, head, holder.mention)


def main_token(tree: Tree, content: Sequence[int]) -> int:
    """The token of `content` (not empty) that heads the most of it: the first whose head lies outside, widest first."""
    inside = set(content)
    tops = [one for one in content if tree.tokens[one].head not in inside or tree.tokens[one].head == one]
    return max(tops, key=lambda one: (len(inside.intersection(tree.below(one))), -one))


def lexical(tree: Tree, anchor: int, pack: Pack) -> int:
    """The verb under a modal verb that is a verb of its own (« puisse encourager »)."""
    modal = tuple(entry.lemma for entry in pack.stance.modals if entry.lemma)
    verbs = [child for child in tree.children[anchor] if tree.tokens[child].dep in pack.syntax.open_clauses]
    return verbs[0] if verbs and listed(tree.tokens[anchor], modal) else anchor


def _trimmed(tree: Tree, one: Attribution, pack: Pack) -> list[int]:
    """The content without conjunction, quotation marks and punctuation at its edges."""
    content = sorted(one.content)
    edges = {"PUNCT", "SPACE", "CCONJ"}
    while content and (
        tree.tokens[content[0]].pos in edges or tree.tokens[content[0]].dep in pack.syntax.complementizers
    ):
        content = content[1:]
    while content and tree.tokens[content[-1]].pos in edges:
        content = content[:-1]
    return _closed(tree, content, pack) if content else content


def _closed(tree: Tree, content: list[int], pack: Pack) -> list[int]:
    """The content with the quotation mark that closes it."""
    words, after = [tree.tokens[one].text for one in content], content[-1] + 1
    # American typography puts the full stop before the mark.
    for place in range(after, min(after + 2, len(tree.tokens))):
        for opening, closing in pack.holders.quotes:
            if (
                tree.tokens[place].text == closing
                and opening != closing
                and words.count(opening) > words.count(closing)
            ):
                return [*content, *range(after, place + 1)]
        if tree.tokens[place].pos != "PUNCT":
            break
    return content


def _verdicts(
    tree: Tree, annotation: Annotation, one: Attribution, document: Document, pack: Pack
) -> Iterator[Statement]:
    """The author's judgement of a holder (*not entirely fairly blamed*): a statement of the author's own.

    Roles: `subject` is the judging adverb with its modifiers, `object` the content judged.
    """
    if one.holder.kind != "actor":
        return
    near = [*tree.children[one.place], *(low for child in tree.children[one.place] for low in tree.children[child])]
    for index in sorted(near):
        if index in one.content or not listed(tree.tokens[index], pack.holders.verdicts):
            continue
        words, content = tree.span(tree.below(index)), _trimmed(tree, one, pack)
        arguments = (
            argument("subject", words, index, document),
            argument("object", tree.span(content), main_token(tree, content), document),
        )
        stance = Stance(cue=document.text[words.start : words.end], cue_spans=(words,))
        sentence = sentence_of(annotation, index)
        yield stated(document, sentence, arguments, _VERDICT, stance, beside=one.cue_spans)
