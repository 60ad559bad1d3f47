"""What is measured: the bearer of each quantity, when its place in the sentence tells it plainly."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Argument, Dates, Document, Quantity, Span, Statement, Temporal
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.holders import Attributions
from pipeline.stages.claims.operators import bounds
from pipeline.stages.claims.stance import read_stance, settle
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed, occurrences

# Characters between a quantity and the date that belongs to it.
_NEAR = 60


def find_measures(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    quantities: Sequence[Quantity],
    dates: Dates,
    document: Document,
    pack: Pack,
) -> list[Statement]:
    """A `measures` statement for each quantity with a plain bearer: `subject` is what is measured, `object` what it is
    compared with (*than in Ukraine*), where it is."""
    found = []
    for quantity in quantities:
        tokens = _tokens(tree, quantity.span)
        bearer = _bearer(tree, tokens, pack) if tokens else None
        if bearer is None:
            continue
        found.append(_measure(tree, annotation, attributions, quantity, bearer, tokens, dates, document, pack))
    return found


def _tokens(tree: Tree, span: Span) -> list[int]:
    return [i for i, token in enumerate(tree.tokens) if token.start < span.end and span.start < token.end]


def _bearer(tree: Tree, tokens: list[int], pack: Pack) -> tuple[int, int] | None:
    """(head of what is measured, predicate that says so)."""
    return _bracketed(tree, tokens, pack) or _governed(tree, tokens, pack)


def _bracketed(tree: Tree, tokens: list[int], pack: Pack) -> tuple[int, int] | None:
    """*Belarus's army (80,000)*: the noun before the bracket."""
    before, opening = tokens[0] - 1, {pair[0] for pair in pack.holders.brackets}
    if before < 1 or tree.tokens[before].text not in opening:
        return None
    head = before - 1
    if tree.tokens[head].pos not in pack.syntax.nominals:
        return None
    while tree.tokens[tree.tokens[head].head].pos in pack.syntax.nominals and tree.tokens[head].head < head:
        if tree.tokens[head].dep in pack.syntax.conjuncts | pack.syntax.appositions or tree.tokens[head].head == head:
            break
        head = tree.tokens[head].head
    return head, head


def _governed(tree: Tree, tokens: list[int], pack: Pack) -> tuple[int, int] | None:
    """*The share was 33 %*, *the cost reached 3 million*, *a deficit of 100 million*."""
    top = next(one for one in tokens if tree.tokens[one].head not in tokens or tree.tokens[one].head == one)
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    own = next((child for child in tree.children[top] if tree.tokens[child].dep in labels), None)
    if own is not None and any(tree.tokens[child].dep in pack.syntax.copulas for child in tree.children[top]):
        return own, top
    above = tree.tokens[top].head
    if above == top:
        return None
    if tree.tokens[above].dep in pack.syntax.markers:
        return _through(tree, above, pack)
    token = tree.tokens[above]
    if listed(token, pack.quantities.measuring) or listed(token, pack.syntax.copular_verbs):
        return _measured(tree, above, top, pack)
    genitive = any(listed(tree.tokens[one], pack.syntax.genitives) for one in tree.children[top] if one < tokens[0])
    return (above, above) if genitive and _magnitude(tree, above, pack) else None


def _through(tree: Tree, marker: int, pack: Pack) -> tuple[int, int] | None:
    """Through a preposition: *amounted to*, *a deficit of*."""
    above = tree.tokens[marker].head
    copular = listed(tree.tokens[above], pack.syntax.copular_verbs)
    if listed(tree.tokens[above], pack.quantities.measuring) and not copular:
        return _measured(tree, above, marker, pack)
    genitive = listed(tree.tokens[marker], pack.syntax.genitives)
    return (above, above) if genitive and _magnitude(tree, above, pack) else None


def _magnitude(tree: Tree, index: int, pack: Pack) -> bool:
    """A noun that has a size (*deficit*, « contribution »)."""
    return listed(tree.tokens[index], pack.quantities.magnitudes)


def _measured(tree: Tree, verb: int, value: int, pack: Pack) -> tuple[int, int] | None:
    """The subject of a measuring verb; a participle's is the noun that it modifies (*an army numbering*)."""
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    own = next((child for child in tree.children[verb] if tree.tokens[child].dep in labels and child != value), None)
    token = tree.tokens[verb]
    if own is None and token.dep in pack.syntax.noun_clauses:
        own = _before(tree, verb, pack)
    if own is None and token.dep in pack.syntax.open_clauses:
        return _measured(tree, token.head, value, pack)
    if own is None or tree.tokens[own].pos not in pack.syntax.nominals or tree.tokens[own].pos == "PRON":
        return None
    return own, verb


def _before(tree: Tree, participle: int, pack: Pack) -> int:
    """What a participle modifies: the noun phrase that ends right before it, else its head."""
    noun = participle - 1
    if tree.tokens[noun].pos not in pack.syntax.nominals:
        return tree.tokens[participle].head
    while listed(tree.tokens[tree.tokens[noun].head], pack.syntax.genitives):
        noun = tree.tokens[tree.tokens[noun].head].head
    return noun


def _measure(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    quantity: Quantity,
    bearer: tuple[int, int],
    tokens: list[int],
    dates: Dates,
    document: Document,
    pack: Pack,
) -> Statement:
    head, anchor = bearer
    stance = read_stance(tree, anchor, pack)
    holder, cue, cue_spans = attributions.holder_of(tokens[0])
    time = _time(quantity.span, dates, annotation, tree, tokens[0])
    arguments = [_subject(tree, head, tokens, document, pack)]
    arguments += _standard(tree, quantity, tokens, document, pack)
    spans = [quantity.span, *(one.span for one in arguments), *([time.span] if time and time.span else [])]
    return Statement(
        id="",
        language=document.language,
        sentence=annotation.sentences[tree.tokens[anchor].sentence].id,
        predicate="measures",
        span=Span(document.id, min(one.start for one in spans), max(one.end for one in spans)),
        arguments=tuple(arguments),
        holder=holder,
        polarity=stance.polarity,
        modality=settle(stance.modality, time, dates.written),
        time=time,
        quantity=quantity,
        cue=cue or stance.cue,
        cue_spans=cue_spans or stance.cue_spans,
        confidence=0.8,
        rule=f"models/claims/measures.toml#{document.language}.plain",
    )


def _subject(tree: Tree, head: int, tokens: list[int], document: Document, pack: Pack) -> Argument:
    """The noun phrase that is measured, without the quantity itself and a preposition left at its end."""
    members = [one for one in phrase(tree, head, pack) if one not in tokens]
    while len(members) > 1 and tree.tokens[members[-1]].pos == "ADP":
        members.pop()
    span = tree.span(members or [head])
    return Argument("subject", span, document.text[span.start : span.end], head, tree.mention_at.get(head))


def _time(span: Span, dates: Dates, annotation: Annotation, tree: Tree, place: int) -> Temporal | None:
    """The date of the same sentence that stands nearest, after the quantity rather than before it."""
    sentence = annotation.sentences[tree.tokens[place].sentence].span
    near = [
        (one.span.start - span.end if one.span.start >= span.end else span.start - one.span.end + _NEAR // 2, one)
        for one in dates.expressions
        if one.span is not None and one.type == "DATE" and one.layer == "timex"
        if sentence.start <= one.span.start and one.span.end <= sentence.end
    ]
    gap, nearest = min(near, key=lambda pair: (pair[0], pair[1].text), default=(_NEAR, None))
    return nearest if gap < _NEAR else None


def _standard(tree: Tree, quantity: Quantity, tokens: list[int], document: Document, pack: Pack) -> list[Argument]:
    """What a multiple compares with: the words after *than* to the end of their phrase."""
    if quantity.unit != "times":
        return []
    _, last = bounds(tree, tokens[0])
    after = next(occurrences(tree.tokens, tokens[-1] + 1, min(last, tokens[-1] + 5), pack.quantities.than), None)
    if after is None:
        return []
    end = after[1]
    while end < last and tree.tokens[end].pos not in ("PUNCT", "CCONJ", "VERB", "AUX"):
        end += 1
    if end == after[1]:
        return []
    span = tree.span([after[1], end - 1])
    return [Argument("object", span, document.text[span.start : span.end], end - 1)]
