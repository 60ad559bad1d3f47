"""What the author judges: a treaty, process or actor is said to be, to remain, or to have brought something.

Only shapes that are plain are read: a topic as the subject, a judging word as the predicate, both from the pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.knowledge.holders import AssessmentsPack
from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Argument, Dates, Document, Span, Statement, Temporal, Token
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.holders import Attributions
from pipeline.stages.claims.operators import bounds, group
from pipeline.stages.claims.reporting import somebody
from pipeline.stages.claims.stance import read_stance
from pipeline.stages.claims.stating import Way, sentence_of, stated
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import has, listed, occurrences

_NAMED = ("treaty", "state", "organization", "person", "group", "place")
# A judgement shorter or longer than this is a misreading of the parser.
_LONGEST = 45
_WAY = Way("assessment", 0.65)


@dataclass(frozen=True, slots=True)
class _Judgement:
    """The subject's head, the predicate (token index) and the tokens of what is said of the subject."""

    subject: int
    anchor: int
    words: tuple[int, ...]


def find_assessments(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    dates: Dates,
    document: Document,
    pack: Pack,
    told: frozenset[int] = frozenset(),
) -> list[Statement]:
    """A `states` statement of the author for each plain judgement outside other people's words: `subject` is what is
    judged, `object` the judgement. Predicates of `told` are left out."""
    found = []
    for one in _judgements(tree, pack):
        beside = {one.anchor, tree.tokens[one.anchor].head if tree.tokens[one.anchor].pos == "ADJ" else one.anchor}
        if beside & told or attributions.chain_of(one.anchor) or attributions.chain_of(one.words[-1]):
            continue
        found.append(_statement(tree, annotation, one, dates, document, pack))
    return found


def _judgements(tree: Tree, pack: Pack) -> Iterator[_Judgement]:
    for anchor, token in enumerate(tree.tokens):
        subject = _subject(tree, anchor, pack)
        if token.dep in pack.syntax.relative_clauses or subject is None:
            continue
        words = _said(tree, anchor, subject, pack)
        if words and len(words) <= _LONGEST:
            yield _Judgement(subject, anchor, tuple(words))


def _subject(tree: Tree, anchor: int, pack: Pack) -> int | None:
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    own = next((one for one in tree.children[anchor] if tree.tokens[one].dep in labels and one < anchor), None)
    token = tree.tokens[anchor]
    # An infinitive under *continue* has the subject of the verb above it.
    if own is None and token.dep in pack.syntax.open_clauses and listed(tree.tokens[token.head], pack.stance.happening):
        return _subject(tree, token.head, pack)
    shared = token.dep in pack.syntax.conjuncts and tree.tokens[token.head].pos in pack.syntax.verbs
    if own is None and shared and token.pos in pack.syntax.verbs:
        return _subject(tree, token.head, pack)
    nominal = own is not None and tree.tokens[own].pos in ("NOUN", "PROPN")
    return own if nominal else None


def _said(tree: Tree, anchor: int, subject: int, pack: Pack) -> list[int]:
    """The tokens of the judgement at a predicate, none where it is not plainly one."""
    table, token = pack.holders.assessments, tree.tokens[anchor]
    judged = listed(tree.tokens[subject], table.nouns) or _judging_below(tree, subject, table, pack)
    topic = _topic(tree, subject, pack)
    if _missing(tree, anchor, subject, table, pack):
        return [one for one in tree.below(anchor) if one >= min(group(tree, anchor, pack))]
    if not topic and not judged:
        return _had(tree, anchor, table.qualities, table, pack) if somebody(tree, subject, pack) else []
    copula = any(tree.tokens[one].dep in pack.syntax.copulas for one in tree.children[anchor])
    if copula:
        return _tail(tree, anchor, subject, pack) if judged or _judges(tree, anchor, table) else []
    if listed(token, pack.syntax.copular_verbs | pack.syntax.linking_verbs) or listed(token, table.bearing):
        return _equated(tree, anchor, judged, table, pack)
    if listed(token, table.having):
        return _had(tree, anchor, (), table, pack)
    if listed(token, table.effects) and token.pos in pack.syntax.verbs and not _named(tree, subject):
        return _tail(tree, anchor, subject, pack)
    if token.pos == "ADJ" or has(token, pack.syntax.past_participle):
        return _tail(tree, anchor, subject, pack) if _adjective(token, table) else []
    return []


def _topic(tree: Tree, subject: int, pack: Pack) -> bool:
    """Whether the subject is a treaty, a process, a policy, or a named actor."""
    return _named(tree, subject) or listed(tree.tokens[subject], pack.holders.assessments.topics)


def _named(tree: Tree, subject: int) -> bool:
    mention = tree.mention_at.get(subject)
    return mention is not None and mention.type in _NAMED and mention.kind == "name"


def _judging_below(tree: Tree, subject: int, table: AssessmentsPack, pack: Pack) -> bool:
    """*The crucial weakness of the agreement*: the subject judges by itself (with a noun that does)."""
    return listed(tree.tokens[subject], table.nouns) and bool(tree.children[subject])


def _judges(tree: Tree, head: int, table: AssessmentsPack) -> bool:
    """A judging adjective or noun, or a noun that a judging adjective describes or that only tells a quality."""
    token = tree.tokens[head]
    if token.pos in ("ADJ", "VERB", "ADV"):
        return _adjective(token, table)
    described = [one for one in tree.children[head] if tree.tokens[one].pos in ("ADJ", "VERB")]
    if token.pos != "NOUN":
        return False
    if listed(token, table.qualities):
        return bool(described)
    return listed(token, table.nouns) or any(_adjective(tree.tokens[one], table) for one in described)


def _adjective(token: Token, table: AssessmentsPack) -> bool:
    """A judging adjective; a participle by its form alone (*closed* is not *close*)."""
    return listed(token if token.pos == "ADJ" else replace(token, lemma=token.text), table.adjectives)


def _equated(tree: Tree, verb: int, judged: bool, table: AssessmentsPack, pack: Pack) -> list[int]:
    """What a copula or a verb like one equates the subject with."""
    labels = pack.syntax.attributes | pack.syntax.objects
    for child in tree.children[verb]:
        if child < verb:
            continue
        if tree.tokens[child].dep in labels and (
            _judges(tree, child, table) or (judged and tree.tokens[child].pos in ("NOUN", "PROPN"))
        ):
            # « De sérieux obstacles »: the parser may have hung the noun on the verb, beside its adjective.
            noun = child + 1 if tree.tokens[child].pos == "ADJ" and tree.tokens[child + 1].pos == "NOUN" else child
            return [one for one in sorted({*tree.below(child), *tree.below(noun)}) if one > verb]
    last = bounds(tree, verb)[1]
    for start, end in occurrences(tree.tokens, verb + 1, min(verb + 4, last), table.phrases):
        return list(range(start, _through(tree, verb, end, table)))
    return []


def _through(tree: Tree, verb: int, end: int, table: AssessmentsPack) -> int:
    """Where a judgement ends that goes on to what little came of it: *on the agenda for years with few results*."""
    below = [one for one in tree.below(verb) if one >= end and listed(tree.tokens[one], table.scarce)]
    nouns = [tree.tokens[one].head for one in below if listed(tree.tokens[tree.tokens[one].head], table.steps)]
    return max((noun + 1 for noun in nouns), default=end)


def _had(tree: Tree, verb: int, only: tuple[str, ...], table: AssessmentsPack, pack: Pack) -> list[int]:
    """*Had few consequences*, « avait un caractère déclaratoire »: a scarce word or a quality at the object.

    `only`: the nouns that may be the object, any where empty."""
    if not listed(tree.tokens[verb], table.having):
        return []
    few = [one for one in tree.children[verb] if listed(tree.tokens[one], table.scarce)]
    for child in (*tree.children[verb], *(low for one in few for low in tree.children[one])):
        token = tree.tokens[child]
        if child < verb or token.pos != "NOUN" or token.dep not in pack.syntax.objects | pack.syntax.obliques:
            continue
        if only and not listed(token, only):
            continue
        small = [one for one in (*tree.children[child], child - 2, child - 1) if one > verb]
        scarce = [one for one in small if listed(tree.tokens[one], table.scarce)]
        quality = listed(token, table.qualities) or token.dep in pack.syntax.objects
        if scarce or (quality and _judges(tree, child, table)):
            return sorted({*(one for one in tree.below(child) if one > verb), *(one for one in scarce)})
    return []


def _missing(tree: Tree, anchor: int, subject: int, table: AssessmentsPack, pack: Pack) -> bool:
    """*No significant progress has been made*: a denied step of weight."""
    children = tree.children[subject]
    denied = any(listed(tree.tokens[one], pack.stance.negative_determiners) for one in children)
    weighty = any(listed(tree.tokens[one], table.weights) for one in children)
    verb = tree.tokens[anchor].pos in pack.syntax.verbs
    return verb and denied and weighty and listed(tree.tokens[subject], table.steps)


def _tail(tree: Tree, anchor: int, subject: int, pack: Pack) -> list[int]:
    """A predicate with what stands below it, behind its subject and copula."""
    before = [one for one in (*tree.below(subject), *group(tree, anchor, pack)) if one < anchor]
    first = max(before, default=subject)
    return [one for one in tree.below(anchor) if one > first]


def _statement(
    tree: Tree, annotation: Annotation, one: _Judgement, dates: Dates, document: Document, pack: Pack
) -> Statement:
    stance, time = read_stance(tree, one.anchor, pack), _time(tree, one, dates, pack)
    words = _cut(tree, one.words, pack)
    members = phrase(tree, one.subject, pack)
    arguments = (
        _argument("subject", tree, members, one.subject, document),
        _argument("object", tree, words, one.anchor if one.anchor in words else words[0], document),
    )
    return stated(document, sentence_of(annotation, one.anchor), arguments, _WAY, stance, time, dates.written)


def _cut(tree: Tree, words: tuple[int, ...], pack: Pack) -> tuple[int, ...]:
    """The judgement up to the clause that is coordinated with it or hangs on it, without punctuation at its end."""
    kept: list[int] = []
    marks = {*pack.holders.pauses, *pack.holders.breaks, *pack.holders.colons, *pack.quantities.dashes}
    marks |= {opening for opening, _ in pack.holders.brackets}
    for one in words:
        token = tree.tokens[one]
        if kept and (token.text in marks or one != kept[-1] + 1):
            break
        kept.append(one)
    while len(kept) > 1 and tree.tokens[kept[-1]].pos in ("PUNCT", "CCONJ", "ADP"):
        kept.pop()
    while len(kept) > 1 and listed(tree.tokens[kept[0]], pack.holders.conjunctions):  # « n'a eu que … »
        kept.pop(0)
    return tuple(kept)


def _argument(role: str, tree: Tree, members: list[int] | tuple[int, ...], head: int, document: Document) -> Argument:
    span, mention = tree.span(list(members)), tree.mention_at.get(head)
    inside = mention is not None and span.start <= mention.span.start and mention.span.end <= span.end
    text = document.text[span.start : span.end]
    return Argument(role, span, text, head, mention if inside and role == "subject" else None)


def _time(tree: Tree, one: _Judgement, dates: Dates, pack: Pack) -> Temporal | None:
    """The date that opens the sentence, or that hangs on the judgement."""
    first, last = bounds(tree, one.anchor)
    for each in dates.expressions:
        if each.span is None or each.type != "DATE" or not _within(tree, each.span, first, last):
            continue
        inside = [i for i in range(first, last) if _within(tree, each.span, i, i + 1, inner=True)]
        if inside and inside[0] in tree.below(one.subject):
            continue
        if inside and (_opens(tree, first, inside[0], pack) or _above(tree, inside[-1], one, pack) == one.anchor):
            return each
    return None


def _opens(tree: Tree, first: int, place: int, pack: Pack) -> bool:
    return all(tree.tokens[i].pos in pack.syntax.function_words for i in range(first, place))


def _above(tree: Tree, index: int, one: _Judgement, pack: Pack) -> int | None:
    """The nearest verb, or the judgement, above a token."""
    return next((i for i in tree.up(index) if tree.tokens[i].pos in pack.syntax.verbs or i == one.anchor), None)


def _within(tree: Tree, span: Span, first: int, last: int, *, inner: bool = False) -> bool:
    """Whether the tokens from `first` to `last` (exclusive) hold the span, or (`inner`) stand inside it."""
    start, end = tree.tokens[first].start, tree.tokens[last - 1].end
    return span.start <= start and end <= span.end if inner else start <= span.start and span.end <= end
