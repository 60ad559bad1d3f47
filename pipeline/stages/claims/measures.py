"""What is measured: each quantity with its own bearer, time, place and standard."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Argument, Dates, Document, Quantity, Span, Statement, Temporal
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.bearers import Bearing, bearings
from pipeline.stages.claims.holders import Attributions
from pipeline.stages.claims.operators import bounds
from pipeline.stages.claims.phrases import preposition
from pipeline.stages.claims.stance import read_stance, settle
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import occurrences

# Characters between a quantity and the date that belongs to it.
_NEAR = 120
# Units of which something is a part.
_SHARES = ("%", "ratio")
_PLACES = ("place", "state", "facility")


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
    compared with (*than in Ukraine*) or a share of (*of imports*), where it is."""
    found: list[Statement] = []
    borne = bearings(tree, quantities, pack)
    taken: set[Span] = set()
    for place, one in enumerate(borne):
        limit = borne[place + 1].quantity.span.start if place + 1 < len(borne) else len(document.text)
        pair = _pair(one, borne[place + 1] if one.change == 1 else one, dates)
        time = pair[one.change - 1] if pair else _time(tree, one, limit, dates, taken, pack)
        if time is None and one.follows and not one.compared and found:
            time = found[-1].time
        if time is not None and time.span is not None:
            taken.add(time.span)
        found.append(_measure(tree, annotation, attributions, one, time, dates, document, pack))
    return found


def _pair(one: Bearing, later: Bearing, dates: Dates) -> list[Temporal]:
    """The two dates of a change (« de 3 à 7 milliards entre 1995 et 2000 »), right after its second quantity."""
    end = later.quantity.span.end
    near = [
        each
        for each in dates.expressions
        if each.span is not None and each.layer == "timex" and end <= each.span.start < end + _NEAR // 4
    ]
    return near if one.change and len(near) == 2 else []


def _measure(
    tree: Tree,
    annotation: Annotation,
    attributions: Attributions,
    one: Bearing,
    time: Temporal | None,
    dates: Dates,
    document: Document,
    pack: Pack,
) -> Statement:
    stance = read_stance(tree, one.anchor, pack)
    holder, cue, cue_spans = attributions.holder_of(one.tokens[0])
    place = _place(tree, one, document, pack)
    arguments = [_argument("subject", tree, one.subject, one.head, document)]
    arguments += _standard(tree, one, document, pack) or _whole(tree, one, document, pack)
    spans = [one.quantity.span, *(argument.span for argument in (*arguments, *([place] if place else [])))]
    spans += [time.span] if time and time.span else []
    return Statement(
        id="",
        language=document.language,
        sentence=annotation.sentences[tree.tokens[one.anchor].sentence].id,
        predicate="measures",
        span=Span(document.id, min(span.start for span in spans), max(span.end for span in spans)),
        arguments=tuple(arguments),
        holder=holder,
        polarity=stance.polarity,
        modality=settle(stance.modality, time, dates.written),
        time=time,
        place=place,
        quantity=one.quantity,
        cue=" … ".join(word for word in (cue, stance.cue) if word) or None,
        cue_spans=tuple(sorted({*cue_spans, *stance.cue_spans})),
        confidence=0.7 if one.follows else 0.8,
        rule=f"models/claims/measures.toml#{document.language}.{'shared' if one.follows else 'plain'}",
    )


def _argument(role: str, tree: Tree, members: Sequence[int], head: int, document: Document) -> Argument:
    span, mention = tree.span(list(members)), tree.mention_at.get(head)
    named = (
        mention if mention is not None and mention.span.start >= span.start and mention.span.end <= span.end else None
    )
    return Argument(role, span, document.text[span.start : span.end], head, named)


def _time(tree: Tree, one: Bearing, limit: int, dates: Dates, taken: set[Span], pack: Pack) -> Temporal | None:
    """The date right after the quantity, before the next quantity; else one before it that dates its clause."""
    first, last = bounds(tree, one.tokens[0])
    start, end = tree.tokens[first].start, min(tree.tokens[last - 1].end, limit)
    own = one.quantity.span
    here = [
        each
        for each in dates.expressions
        if each.span is not None and each.type == "DATE" and start <= each.span.start and each.span.end <= end
    ]
    after = [each for each in here if each.span is not None and 0 <= each.span.start - own.end < _NEAR]
    # The date behind a multiple is its standard's (« deux fois moins qu'en 1985 »).
    multiple = one.quantity.unit == "times"
    after = [each for each in after if not multiple and not _parted(tree, one, each.span, pack)]
    before = [each for each in here if each.span is not None and each.span.end <= own.start]
    before = [each for each in before if _dates(tree, one, each.span, taken, pack)]
    for some in (after, before[::-1]):
        if some:
            return min(some, key=lambda each: (_gap(each.span, own), each.layer != "range"))
    return None


def _gap(span: Span | None, own: Span) -> int:
    return 0 if span is None else max(span.start - own.end, own.start - span.end)


def _parted(tree: Tree, one: Bearing, span: Span | None, pack: Pack) -> bool:
    """Whether another predicate stands between the quantity and the date after it."""
    if span is None:
        return True
    place = one.tokens[-1] + 1
    while place < len(tree.tokens) and tree.tokens[place].end <= span.start:
        if tree.tokens[place].pos in pack.syntax.verbs and place != one.anchor:
            return True
        place += 1
    return False


def _dates(tree: Tree, one: Bearing, span: Span | None, taken: set[Span], pack: Pack) -> bool:
    """Whether a date before the quantity dates it: it opens the sentence, hangs on the predicate, or on the bearer."""
    if span is None:
        return False
    inside = [i for i in tree.inside(span) if i < one.tokens[0] and tree.tokens[i].end <= span.end]
    if not inside:
        return False
    first, _ = bounds(tree, one.tokens[0])
    aside = any(tree.tokens[i].dep in pack.syntax.relative_clauses for i in (one.anchor, *tree.up(one.anchor)))
    if not aside and all(tree.tokens[i].pos in pack.syntax.function_words for i in range(first, inside[0])):
        return True
    if span in taken:
        return False
    if one.subject[0] <= inside[0] <= one.subject[-1]:
        return True
    above = next((i for i in tree.up(inside[-1]) if tree.tokens[i].pos in pack.syntax.verbs or i == one.anchor), None)
    return above == one.anchor or (above is not None and one.head in tree.up(above))


def _place(tree: Tree, one: Bearing, document: Document, pack: Pack) -> Argument | None:
    """*41 % in Russia*: the place right after the quantity."""
    after = one.tokens[-1] + 1
    if after >= len(tree.tokens) or preposition(tree, pack.syntax, after) not in pack.syntax.locatives:
        return None
    for index in range(after + 1, min(after + 5, len(tree.tokens))):
        mention = tree.mention_at.get(index)
        if mention is not None and mention.type in _PLACES and mention.span.start >= tree.tokens[after].end:
            text = document.text[mention.span.start : mention.span.end]
            return Argument("place", mention.span, text, index, mention)
        if tree.tokens[index].pos not in ("DET", "PROPN", "ADJ"):
            return None
    return None


def _whole(tree: Tree, one: Bearing, document: Document, pack: Pack) -> list[Argument]:
    """*36.3 % of exports*: what the share is taken of."""
    marker = one.tokens[-1] + 1
    if one.quantity.unit not in _SHARES or marker + 1 >= len(tree.tokens):
        return []
    if preposition(tree, pack.syntax, marker) not in pack.syntax.genitives:
        return []
    below = [i for i in tree.children[marker] if tree.tokens[i].dep in pack.syntax.marker_objects]
    noun = below[0] if below else tree.tokens[marker].head
    if noun <= marker or tree.tokens[noun].pos not in pack.syntax.nominals or tree.tokens[noun].pos == "PRON":
        return []
    members = [i for i in phrase(tree, noun, pack) if i > marker and i not in one.subject]
    while len(members) > 1 and tree.tokens[members[-1]].pos in ("NUM", "ADP"):
        members.pop()
    return [_argument("object", tree, members, noun, document)] if members else []


def _standard(tree: Tree, one: Bearing, document: Document, pack: Pack) -> list[Argument]:
    """What a multiple compares with: the words after *than* to the end of their phrase."""
    if one.quantity.unit != "times":
        return []
    _, last = bounds(tree, one.tokens[0])
    start = one.tokens[-1] + 1
    after = next(occurrences(tree.tokens, start, min(last, start + 4), pack.quantities.than), None)
    if after is None:
        return []
    end = after[1]
    while end < last and tree.tokens[end].pos not in ("PUNCT", "CCONJ", "VERB", "AUX"):
        end += 1
    return [_argument("object", tree, range(after[1], end), end - 1, document)] if end > after[1] else []
