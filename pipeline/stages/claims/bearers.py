"""Who bears a quantity: by a bracket, a verb, a noun of size, a count out of a whole, or the quantity before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge.pack import Pack
from pipeline.model import Quantity, Span
from pipeline.stages.claims.attribution import phrase
from pipeline.stages.claims.phrases import preposition
from pipeline.stages.claims.takers import acting, taken
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed, occurrences
from pipeline.stages.claims.worths import worth

# Tokens that a phrase of its own before a quantity may have (*Tyumen's, 18.6 %*), and a bracket's lead (*e.g.*).
_LONGEST, _LEAD = 7, 3
# Tokens after a verb of paying in which its purpose is named.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Bearing:
    """A quantity, its tokens, the tokens of what it measures, and the predicate (token index) that says so.

    `follows`: the quantity takes its bearer over from the one before, `compared` with it or beside it. `paid`: it is a
    sum for its bearer. `change`: 1 for the quantity before a change, 2 for the one after it.
    """

    quantity: Quantity
    tokens: tuple[int, ...]
    subject: tuple[int, ...]
    head: int
    anchor: int
    follows: bool = False
    compared: bool = False
    paid: bool = False
    change: int = 0


def bearings(tree: Tree, quantities: Sequence[Quantity], pack: Pack) -> list[Bearing]:
    """The quantities with a plain bearer, in text order."""
    found: list[Bearing] = []
    placed = [(one, tokens) for one in quantities if (tokens := _tokens(tree, one.span))]
    wholes: set[int] = set()
    for place, (quantity, tokens) in enumerate(placed):
        following = placed[place + 1] if place + 1 < len(placed) else None
        if place in wholes:
            continue
        whole = following is not None and _out_of(tree, tokens[-1] + 1, following[1][0], pack)
        if whole:
            wholes.add(place + 1)
        last = found[-1] if found and _same_sentence(tree, found[-1], tokens) else None
        one = _counted(tree, quantity, tokens, following, pack) if whole and following else None
        one = one or _bearing(tree, quantity, tokens, last, pack)
        if one is not None:
            found += _changed(tree, one, pack)
    return found


def _tokens(tree: Tree, span: Span) -> tuple[int, ...]:
    inside = tree.inside(span)
    cut = inside.start > 0 and tree.tokens[inside.start - 1].end > span.start  # a token that begins before the span
    return tuple(range(inside.start - cut, inside.stop))


def _same_sentence(tree: Tree, one: Bearing, tokens: Sequence[int]) -> bool:
    return tree.tokens[one.tokens[0]].sentence == tree.tokens[tokens[0]].sentence


def _bearing(
    tree: Tree, quantity: Quantity, tokens: tuple[int, ...], last: Bearing | None, pack: Pack
) -> Bearing | None:
    pair = _bracketed(tree, tokens, pack)
    if pair is None and last is not None and not last.paid:
        own = _elliptic(tree, tokens, last, pack)
        if own:
            return Bearing(quantity, tokens, own, own[-1], last.anchor, follows=True)
    valued = worth(tree, tokens, pack) if pair is None and quantity.unit else None
    if valued:
        return Bearing(quantity, tokens, *valued)
    pair = pair or _governed(tree, tokens, pack)
    if pair is not None:
        head, anchor = _resolved(tree, pair[0], pack), pair[1]
        if head is None or head in tokens:
            return None
        if last is not None and last.anchor == anchor and quantity.unit is None and quantity.scale > 1:
            quantity = replace(quantity, unit=last.quantity.unit)
        return Bearing(quantity, tokens, _subject(tree, head, tokens, pack), head, anchor)
    shared = _paid(tree, quantity, tokens, pack) or (_inherited(tree, quantity, tokens, last, pack) if last else None)
    held = None if shared else taken(tree, tokens, pack) or (acting(tree, tokens, pack) if quantity.unit else None)
    return Bearing(quantity, tokens, *held) if held else shared


def _subject(tree: Tree, head: int, tokens: Sequence[int], pack: Pack) -> tuple[int, ...]:
    """The noun phrase that is measured, without the quantity itself and a preposition left at its end; with the
    antecedent before it where its possessor is a relative pronoun (*Ukraine, whose population*)."""
    members = [one for one in phrase(tree, head, pack) if one not in tokens and (one < tokens[0] or head > tokens[0])]
    while len(members) > 1 and tree.tokens[members[-1]].pos in ("ADP", "PUNCT"):
        members.pop()
    relative = [one for one in members if listed(tree.tokens[one], pack.syntax.relative_pronouns)]
    before = min(members) - 1 if members else head - 1
    if not relative and before > 0 and listed(tree.tokens[before], pack.syntax.relative_pronouns):
        relative = [before]
    if relative and relative[0] > 1:
        noun = relative[0] - (2 if tree.tokens[relative[0] - 1].pos == "PUNCT" else 1)
        opening = {pair[0] for pair in pack.holders.brackets}
        if tree.tokens[noun].pos in pack.syntax.nominals and tree.tokens[relative[0] - 1].text not in opening:
            members = [*(one for one in phrase(tree, noun, pack) if one < relative[0]), *members]
        else:
            members = [one for one in members if one not in relative] or members
    return tuple(members or [head])


def _top(tree: Tree, noun: int, pack: Pack) -> int:
    """The head of the noun phrase that ends at `noun`."""
    above = tree.tokens[noun].head
    while (
        above < noun and tree.tokens[above].pos in pack.syntax.nominals | {"ADP"} and above != tree.tokens[above].head
    ):
        noun, above = above, tree.tokens[above].head
    return noun


def _resolved(tree: Tree, head: int, pack: Pack) -> int | None:
    """The head of what is measured; the antecedent of a relative pronoun; nothing for a bare pronoun or number."""
    token = tree.tokens[head]
    if listed(token, pack.syntax.relative_pronouns):
        clause = next((one for one in tree.up(head) if tree.tokens[one].dep in pack.syntax.relative_clauses), None)
        return None if clause is None else _resolved(tree, tree.tokens[clause].head, pack)
    if token.pos in pack.syntax.verbs:
        labels = pack.syntax.subjects | pack.syntax.passive_subjects
        own = [one for one in tree.children[head] if tree.tokens[one].dep in labels]
        return _resolved(tree, own[0], pack) if own else None
    empty = token.pos in pack.syntax.pronouns | pack.syntax.numbers or listed(token, pack.holders.nobody)
    named = any(tree.tokens[one].dep not in pack.syntax.punctuation for one in tree.children[head] if one > head)
    return None if empty and not (token.pos in pack.syntax.pronouns and named) else head


def _bracketed(tree: Tree, tokens: Sequence[int], pack: Pack) -> tuple[int, int] | None:
    """*Belarus's army (80,000)*, *energy prices (e.g., $30)*: the noun before the bracket or the dash."""
    opening, first = {pair[0] for pair in pack.holders.brackets} | set(pack.quantities.dashes), tokens[0]
    mark = next(
        (one for one in range(first - 1, max(first - 2 - _LEAD, 0), -1) if tree.tokens[one].text in opening), None
    )
    if mark is None or any(tree.tokens[one].pos in pack.syntax.nominals for one in range(mark + 1, first)):
        return None
    dashed, noun = tree.tokens[mark].text in pack.quantities.dashes, mark - 1
    # A bracket with a clause of its own tells by itself what it measures.
    closing = set(pack.quantities.dashes) if dashed else {pair[1] for pair in pack.holders.brackets}
    end = next(
        (one for one in range(tokens[-1] + 1, len(tree.tokens)) if tree.tokens[one].text in closing), len(tree.tokens)
    )
    own = [one for one in tree.up(first) if mark < one < end and tree.tokens[one].pos in pack.syntax.verbs]
    while dashed and noun > 0 and tree.tokens[noun].pos in ("NUM", "ADP"):
        noun -= 1
    if own or noun < 0 or tree.tokens[noun].pos not in pack.syntax.nominals:
        return None
    if not dashed:
        return _bracket_head(tree, noun, pack)
    closed = any(
        tree.tokens[one].text in pack.quantities.dashes and tree.tokens[one].sentence == tree.tokens[first].sentence
        for one in range(tokens[-1] + 1, min(tokens[-1] + 2 * _REACH, len(tree.tokens)))
    )
    head = _top(tree, noun, pack)
    return (head, head) if closed and tree.tokens[head].pos == "NOUN" else None


def _bracket_head(tree: Tree, noun: int, pack: Pack) -> tuple[int, int]:
    while tree.tokens[tree.tokens[noun].head].pos in pack.syntax.nominals and tree.tokens[noun].head < noun:
        if tree.tokens[noun].dep in pack.syntax.conjuncts | pack.syntax.appositions or tree.tokens[noun].head == noun:
            break
        noun = tree.tokens[noun].head
    return noun, noun


def _governed(tree: Tree, tokens: Sequence[int], pack: Pack) -> tuple[int, int] | None:
    """*The share was 33 %*, *the cost reached 3 million*, *a deficit of 100 million*."""
    top = next(one for one in tokens if tree.tokens[one].head not in tokens or tree.tokens[one].head == one)
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    own = next((child for child in tree.children[top] if tree.tokens[child].dep in labels), None)
    if own is not None and any(tree.tokens[child].dep in pack.syntax.copulas for child in tree.children[top]):
        return own, top
    above = tree.tokens[top].head
    if above == top:
        return None
    if _copular(tree, above, pack):
        return _compared(tree, above, pack)
    if tree.tokens[above].dep in pack.syntax.markers:
        return _through(tree, above, pack)
    token = tree.tokens[above]
    if listed(token, pack.quantities.measuring) or listed(token, pack.syntax.copular_verbs):
        return _measured(tree, above, top, pack)
    genitive = any(listed(tree.tokens[one], pack.syntax.genitives) for one in tree.children[top] if one < tokens[0])
    return (above, above) if genitive and _magnitude(tree, above, pack) else None


def _copular(tree: Tree, index: int, pack: Pack) -> bool:
    return any(tree.tokens[child].dep in pack.syntax.copulas for child in tree.children[index])


def _compared(tree: Tree, adjective: int, pack: Pack) -> tuple[int, int] | None:
    """« Étaient deux fois moins élevés »: the subject of the adjective, or the noun that the parser hung it on."""
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    own = next((child for child in tree.children[adjective] if tree.tokens[child].dep in labels), None)
    above = tree.tokens[adjective].head
    if own is None and above < adjective and tree.tokens[above].pos in pack.syntax.nominals:
        own = above
    return None if own is None else (own, adjective)


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
    return None if own is None else (own, verb)


def _before(tree: Tree, participle: int, pack: Pack) -> int:
    """What a participle modifies: the noun phrase that ends right before it, else its head."""
    noun = participle - 1
    if tree.tokens[noun].pos not in pack.syntax.nominals:
        return tree.tokens[participle].head
    while listed(tree.tokens[tree.tokens[noun].head], pack.syntax.genitives):
        noun = tree.tokens[tree.tokens[noun].head].head
    return noun


def _out_of(tree: Tree, start: int, end: int, pack: Pack) -> bool:
    """*Out of*, « sur » between a part and its whole, the counted noun between them at most."""
    place = start
    while place < end and place - start < _LEAD and tree.tokens[place].pos in pack.syntax.nominals:
        place += 1
    return (place, end) in set(occurrences(tree.tokens, place, end, pack.quantities.out_of))


def _counted(
    tree: Tree, quantity: Quantity, tokens: tuple[int, ...], whole: tuple[Quantity, tuple[int, ...]], pack: Pack
) -> Bearing | None:
    """*Seventy-nine out of 89 regions had …*: what is counted."""
    if quantity.unit is not None or quantity.scale > 1:
        return None
    between = [one for one in range(tokens[-1] + 1, whole[1][0]) if tree.tokens[one].pos in ("NOUN", "PROPN")]
    after = tree.tokens[whole[1][-1]].head
    head = between[-1] if between else after
    if not between and (after <= whole[1][-1] or tree.tokens[after].pos != "NOUN"):
        return None
    members = [one for one in phrase(tree, head, pack) if one > (tokens[-1] if between else whole[1][-1])]
    end = whole[1][0] if between else len(tree.tokens)
    subject = tuple(one for one in members if one < end) or (head,)
    anchor = next((one for one in tree.up(tokens[-1]) if tree.tokens[one].pos in pack.syntax.verbs), head)
    return Bearing(quantity, tokens, subject, head, anchor)


def _elliptic(tree: Tree, tokens: Sequence[int], last: Bearing, pack: Pack) -> tuple[int, ...]:
    """*(Moscow's share was 33 %; Tyumen's, 18.6 %)*, « celle de l'Uruguay de 3 % »: a phrase and no verb."""
    place = tokens[0] - 1
    while place > last.tokens[-1] and (tree.tokens[place].pos in ("PUNCT", "ADP") and not _genitive(tree, place, pack)):
        place -= 1
    end, run = place, place
    while run > last.tokens[-1] and tree.tokens[run].pos not in ("PUNCT", "CCONJ", *sorted(pack.syntax.verbs)):
        run -= 1
    members = tuple(range(run + 1, end + 1))
    if (
        not members
        or len(members) > _LONGEST
        or run == last.tokens[-1]
        or tree.tokens[run].pos not in ("PUNCT", "CCONJ")
    ):
        return ()
    poses = [tree.tokens[one].pos for one in members]
    clauses = any(tree.tokens[one].pos in pack.syntax.verbs for one in range(last.tokens[-1] + 1, run))
    named = poses[0] in ("PRON", "PROPN", "NOUN") or (poses[0] == "DET" and len(members) > 1)
    relative = any(listed(tree.tokens[one], pack.syntax.relative_pronouns) for one in members)
    return members if named and not (clauses or relative) and not {"NUM", "SCONJ"} & set(poses) else ()


def _genitive(tree: Tree, index: int, pack: Pack) -> bool:
    return listed(tree.tokens[index], pack.holders.genitive_marks)


def _paid(tree: Tree, quantity: Quantity, tokens: tuple[int, ...], pack: Pack) -> Bearing | None:
    """*Received 1.3 billion a year in military aid*: what a sum was paid for."""
    verb = next((one for one in tree.up(tokens[-1]) if tree.tokens[one].pos in pack.syntax.verbs), None)
    if verb is None or verb > tokens[0] or not listed(tree.tokens[verb], pack.quantities.transferring):
        return None
    last, pauses = min(tokens[-1] + 1 + _REACH, len(tree.tokens)), pack.holders.pauses
    for start, end in occurrences(tree.tokens, tokens[-1] + 1, last, pack.quantities.kinds):
        if any(tree.tokens[one].pos in pack.syntax.verbs for one in range(tokens[-1] + 1, start)):
            return None
        noun = next((one for one in range(end, min(end + 5, last)) if tree.tokens[one].pos == "NOUN"), None)
        if noun is None or any(
            tree.tokens[one].pos == "NUM" or tree.tokens[one].text in pauses for one in range(end, noun)
        ):
            continue
        while tree.tokens[noun].head > noun and tree.tokens[tree.tokens[noun].head].pos == "NOUN":
            noun = tree.tokens[noun].head
        if tree.tokens[noun].sentence == tree.tokens[verb].sentence and not _temporal(tree, noun, pack):
            subject = tuple(one for one in phrase(tree, noun, pack) if one >= end)
            return Bearing(quantity, tokens, subject, noun, verb, paid=True)
    return None


def _temporal(tree: Tree, noun: int, pack: Pack) -> bool:
    return listed(tree.tokens[noun], pack.syntax.adverbial_nouns)


def _inherited(tree: Tree, quantity: Quantity, tokens: tuple[int, ...], last: Bearing, pack: Pack) -> Bearing | None:
    """*Over half a billion in 1999, and 450 million in 2000*; *compared to 37*: beside, or against, the one before."""
    between = range(last.tokens[-1] + 1, tokens[0])
    words = pack.quantities.comparing + pack.quantities.alternatives
    marked = {
        one for start, end in occurrences(tree.tokens, between.start, between.stop, words) for one in range(start, end)
    }
    near = next((one for one in reversed(between) if tree.tokens[one].pos != "PUNCT"), None)
    if near is None or not (near in marked or tree.tokens[near].pos == "CCONJ"):
        return None
    if any(tree.tokens[one].pos in pack.syntax.verbs and one not in marked | {last.anchor} for one in between):
        return None
    shared = last.quantity.unit if quantity.unit is None else quantity.unit
    renamed = all(tree.tokens[one].pos == "PUNCT" or one in marked for one in between)
    if shared != last.quantity.unit and not renamed:
        return None
    after = tokens[-1] + 1
    if quantity.unit is None and quantity.scale == 1 and after < len(tree.tokens) and tree.tokens[after].pos == "NOUN":
        return None
    quantity = replace(quantity, unit=shared) if not renamed else quantity
    compared = near in marked and tree.tokens[near].pos != "CCONJ"
    if compared and after < len(tree.tokens) and listed(tree.tokens[after], pack.holders.stances):
        return None  # *compared to 10 % for Spain*: somebody else's
    return replace(last, quantity=quantity, tokens=tokens, follows=True, compared=compared)


def _changed(tree: Tree, one: Bearing, pack: Pack) -> list[Bearing]:
    """« Passé de 3 à 7 milliards »: two quantities, the one before and the one after the change."""
    upper = one.quantity.upper
    if upper is None or not listed(tree.tokens[one.anchor], pack.quantities.changing):
        return [one]
    middle = next((i for i in one.tokens[1:-1] if preposition(tree, pack.syntax, i) in pack.quantities.ranges), None)
    if middle is None:
        return [one]
    halves = (tuple(i for i in one.tokens if i < middle), tuple(i for i in one.tokens if i > middle))
    values = (one.quantity.value, upper)
    return [
        replace(
            one,
            tokens=tokens,
            quantity=replace(one.quantity, value=value, upper=None, span=tree.span(list(tokens))),
            follows=place > 1,
            change=place,
        )
        for place, tokens, value in zip((1, 2), halves, values, strict=True)
    ]
