"""The way up from a predicate through what governs it, and what each step adds to its stance."""

from __future__ import annotations

from typing import Literal

from pipeline.knowledge.pack import Pack
from pipeline.stages.claims.clausal import opened, own, past
from pipeline.stages.claims.operators import (
    Operator,
    adverbs,
    bounds,
    features,
    group,
    marks,
    modals,
    negations,
    operator,
)
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import has, listed

Link = Literal["attribute", "conjunct", "open", "clause", "adverbial", "nominal", "prepositional", "modifier", "border"]


def operators(tree: Tree, anchor: int, pack: Pack) -> list[Operator]:
    """All operators over the predicate at `anchor`, from itself upwards."""
    found = _backshifted(tree, anchor, own(tree, anchor, pack, governs=False), pack)
    node, seen = anchor, {anchor}
    while True:
        above, added, further = step(tree, node, pack)
        found += added
        if above is None or not further or above in seen:
            break
        node = above
        seen.add(node)
    if above is None:
        found += _asked(tree, node, pack)
    elif _describes(tree, node, pack) and not past(tree, node, pack):
        # What is asked is asked with what describes it (*a policy which entails support?*), but for what has happened.
        found += _asked(tree, _root(tree, node), pack)
    found += _neighbour(tree, anchor, pack)
    return _tidy(_entailed(tree, anchor, found, pack), tree, pack)


def _entailed(tree: Tree, anchor: int, found: list[Operator], pack: Pack) -> list[Operator]:
    """What follows from something asked is not asked itself: it would be so (*Should A do X, which entails Y?*)."""
    syntax, over = pack.syntax, tree.tokens[anchor].head
    if tree.tokens[anchor].dep in syntax.conjuncts and tree.tokens[over].pos in syntax.nominals:
        over = tree.tokens[over].head
    clause = next((one for one in (anchor, over) if listed(tree.tokens[one], syntax.entailing)), None)
    if clause is None or tree.tokens[clause].dep not in syntax.relative_clauses:
        return found
    if not _asked(tree, _root(tree, clause), pack):
        return found
    return [*(one for one in found if one.modality != "question"), Operator(clause, clause, "conditional")]


def _describes(tree: Tree, node: int, pack: Pack) -> bool:
    """Whether the clause says which one is meant: a relative clause that no comma sets apart."""
    before = min(tree.below(node)) - 1
    apart = before >= 0 and tree.tokens[before].text in pack.holders.pauses
    return tree.tokens[node].dep in pack.syntax.relative_clauses and not apart


def _root(tree: Tree, node: int) -> int:
    return max(tree.up(node), key=lambda one: tree.tokens[one].head == one, default=node)


def _neighbour(tree: Tree, anchor: int, pack: Pack) -> list[Operator]:
    """The noun right before an infinitive or a prepositional phrase governs it even where the parser hung it elsewhere
    (« l'objectif final de créer … », *the plan (still secret) for the creation*)."""
    links = [
        child
        for child in tree.children[anchor]
        if child < anchor and (tree.tokens[child].dep in pack.syntax.cases or _to(tree, child, pack))
    ]
    if not links or not listed(tree.tokens[links[0]], pack.stance.transparent):
        return []
    place = links[0] - 1
    while place >= 0 and (tree.tokens[place].pos in ("ADJ", "ADV") or _closing(tree, place, pack)):
        place = _opening(tree, place, pack) - 1 if _closing(tree, place, pack) else place - 1
    if place < 0 or tree.tokens[place].pos != "NOUN" or tree.tokens[place].sentence != tree.tokens[anchor].sentence:
        return []
    return ways(tree, place, pack)


def _to(tree: Tree, child: int, pack: Pack) -> bool:
    """The marker of an infinitive (*to*, « de », « à »)."""
    token = tree.tokens[child]
    return token.dep in pack.syntax.complementizers | pack.syntax.auxiliaries and token.pos in ("PART", "ADP")


def _closing(tree: Tree, index: int, pack: Pack) -> bool:
    return any(tree.tokens[index].text == closing for _, closing in pack.holders.brackets)


def _opening(tree: Tree, index: int, pack: Pack) -> int:
    """The bracket that the one at `index` closes (the sentence's first token where it was never opened)."""
    first, _ = bounds(tree, index)
    opening = {one for one, closing in pack.holders.brackets if closing == tree.tokens[index].text}
    return next((one for one in range(index, first, -1) if tree.tokens[one].text in opening), first)


def _backshifted(tree: Tree, node: int, found: list[Operator], pack: Pack) -> list[Operator]:
    """Under a past verb of saying or planning, *would* and « -rait » are the future of the past: planned."""
    above = tree.tokens[node].head
    conditions = [one for one in found if one.modality == "conditional"]
    if link_of(tree, node, pack) != "clause" or len(conditions) != 1:
        return found
    modal = modals(tree, node, pack, governs=False)
    told = (features(tree.tokens[one], pack) for one in group(tree, above, pack))
    if (
        not any({"Tense=Past", "Tense=Imp"} & own for own in told)
        or not modal
        or conditions != modal
        or not (listed(tree.tokens[above], pack.stance.future_of_past) or ways(tree, above, pack))
    ):
        return found
    shifted = Operator(modal[0].first, modal[0].last, "planned")
    return [shifted if one == modal[0] else one for one in found]


def step(tree: Tree, node: int, pack: Pack) -> tuple[int | None, list[Operator], bool]:
    """One step up: the governor (None at the root), what it adds, and whether the way goes on."""
    above = tree.tokens[node].head
    if above == node:
        return None, [], False
    link = link_of(tree, node, pack)
    added, further = _STEPS[link](tree, node, above, pack)
    return above, added, further


def link_of(tree: Tree, node: int, pack: Pack) -> Link:
    """What kind of way leads from `node` to its head."""
    syntax, token = pack.syntax, tree.tokens[node]
    head = tree.tokens[token.head]
    if token.dep in syntax.conjuncts:
        return "conjunct"
    if (
        token.dep in syntax.attributes
        and token.pos not in syntax.verbs
        and (listed(head, syntax.copular_verbs) or listed(head, syntax.linking_verbs))
    ):
        return "attribute"
    if token.dep in syntax.open_clauses:
        return "open"
    if token.dep in syntax.clauses or (token.dep in syntax.subjects and token.pos in syntax.verbs):
        return "clause"
    if token.dep in syntax.adverbial_clauses:
        return "adverbial"
    if token.dep in syntax.marker_objects and (head.dep in syntax.markers or head.dep in syntax.conjuncts):
        return "prepositional"
    if token.dep in syntax.noun_clauses and has(token, syntax.infinitive):
        return "modifier"
    if token.dep in syntax.noun_clauses and head.pos in syntax.nominals and _infinitive(tree, node, pack):
        return "modifier"
    if token.dep in pack.stance.nominal_links or token.dep in syntax.subjects:
        return "nominal"
    return "border"


def _infinitive(tree: Tree, node: int, pack: Pack) -> bool:
    return any(has(tree.tokens[one], pack.syntax.infinitive) for one in group(tree, node, pack))


def ways(tree: Tree, node: int, pack: Pack) -> list[Operator]:
    """What `node` gives as a governor: its own entry in `governors`, or that of its predicative adjective."""
    for one in (node, *_predicatives(tree, node, pack)):
        for way, words in sorted(pack.stance.governors.items()):
            if listed(tree.tokens[one], words):
                return [operator(one, one, way)]
    return []


def _predicatives(tree: Tree, node: int, pack: Pack) -> list[int]:
    if not listed(tree.tokens[node], pack.syntax.copular_verbs):
        return []
    return [child for child in tree.children[node] if tree.tokens[child].dep in pack.syntax.attributes]


def _attribute(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    return own(tree, above, pack, governs=False), True


def _open(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    added = ways(tree, above, pack)
    rest = own(tree, above, pack, governs=_infinitive(tree, node, pack))
    if listed(tree.tokens[above], pack.stance.keeps):
        rest = [one for one in rest if not one.negates]
    return added + rest, True


def _clause(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    if node < above and tree.tokens[node].dep not in pack.syntax.subjects:
        # A clause before its governor is beside it, not under it (*X proposed it; the proposal was rejected*).
        return [], False
    added = ways(tree, above, pack)
    if listed(tree.tokens[above], pack.holders.saying) and _indicative(tree, node, pack):
        # *Insisted that he left* claims; *insisted that he leave* obliges.
        added = [one for one in added if one.modality != "obligation"]
    governs = not _indicative(tree, node, pack)  # *it is clear that he left* is no *is to*
    modal = modals(tree, above, pack, governs=governs)
    if not added and not modal:
        raised = negations(tree, above, pack) if listed(tree.tokens[above], pack.stance.raising) else []
        return raised, False
    rest = own(tree, above, pack, governs=governs)
    if not added and not listed(tree.tokens[above], pack.stance.raising):
        rest = modal if any(one.first == above for one in modal) else []
    return added + rest, bool(added)


def _indicative(tree: Tree, node: int, pack: Pack) -> bool:
    """Whether a complement has a past tense or a modal verb of its own."""
    past_tense = any("Tense=Past" in features(tree.tokens[one], pack) for one in group(tree, node, pack) if one != node)
    own_tense = has(tree.tokens[node], ("Tense=Past", "VerbForm=Fin"))
    return past_tense or own_tense or bool(modals(tree, node, pack, governs=False))


def _adverbial(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    """A purpose is planned; a when-clause shares the modality, not the polarity, of what it dates; what only dates a
    thing asked is not asked."""
    if _infinitive(tree, node, pack):
        mark = [one for one in tree.children[node] if listed(tree.tokens[one], pack.stance.purpose_marks)]
        return [operator(one, one, "planned") for one in mark[:1]], False
    if any(way == "temporal" for way, _, _ in marks(tree, node, pack)):
        found = own(tree, above, pack, governs=False)
        return [one for one in found if not one.negates and one.modality != "question"], False
    return [], False


def _nominal(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    """An event noun under its governor: listed governors and verbs of happening pass their stance on."""
    subject = tree.tokens[node].dep in pack.syntax.subjects
    if not _transparent(tree, node, pack):
        return [], False
    if tree.tokens[above].pos in pack.syntax.nominals:
        return _under_noun(tree, above, pack, genitive=_genitive(tree, node, pack))
    added = [] if subject else ways(tree, above, pack)
    if ways(tree, node, pack):
        # What is rejected or demanded has been demanded or proposed all the same.
        added = [one for one in added if not one.negates]
    if added or _happens(tree, above, pack):
        return added + own(tree, above, pack, governs=False), True
    return [], False


def _happens(tree: Tree, above: int, pack: Pack) -> bool:
    """A verb of happening; one that asks for an occasion needs it (*take place*, « avoir lieu »)."""
    return listed(tree.tokens[above], pack.stance.happening)


def _under_noun(tree: Tree, above: int, pack: Pack, *, genitive: bool) -> tuple[list[Operator], bool]:
    added = ways(tree, above, pack)
    if not added and not genitive:
        return [], False
    denied = [child for child in tree.children[above] if listed(tree.tokens[child], pack.stance.negative_determiners)]
    found = added + [Operator(one, one, negates=True) for one in denied[:1]]
    return found + (list(adverbs(tree, above, pack)) if added else []), True


def _prepositional(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    """Through a preposition that is a token of its own, to the noun or verb that it hangs on."""
    if not listed(tree.tokens[above], pack.stance.transparent):
        return [], False
    over = tree.tokens[above].head
    if tree.tokens[above].dep in pack.syntax.conjuncts and tree.tokens[over].dep in pack.syntax.markers:
        over = tree.tokens[over].head
    if tree.tokens[over].pos in pack.syntax.nominals:
        genitive = listed(tree.tokens[above], pack.syntax.genitives) and tree.tokens[node].pos in pack.syntax.nominals
        return _beyond(tree, over, _under_noun(tree, over, pack, genitive=genitive), pack)
    added = ways(tree, over, pack)
    return _beyond(tree, over, (added + own(tree, over, pack, governs=False), True) if added else ([], False), pack)


def _beyond(tree: Tree, over: int, result: tuple[list[Operator], bool], pack: Pack) -> tuple[list[Operator], bool]:
    """Go on from the token above the preposition, as the walk itself only knows the preposition."""
    added, further = result
    while further:
        above, more, further = step(tree, over, pack)
        added = added + more
        if above is None:
            return added + _asked(tree, over, pack), False
        over = above
    return added, False


def _modifier(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    """An infinitive under a noun (*the plan to sign*), or hung on the object of a verb that steers it."""
    over = tree.tokens[above].head
    if tree.tokens[above].dep in pack.syntax.objects and listed(tree.tokens[over], pack.syntax.object_control):
        return ways(tree, over, pack) + own(tree, over, pack, governs=True), True
    return _under_noun(tree, above, pack, genitive=False)


def _conjunct(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    """A coordinated predicate shares what stands before the first one, unless it has its own subject or auxiliary."""
    first = own(tree, above, pack, governs=False)
    if tree.tokens[node].pos in pack.syntax.nominals:
        return [one for one in first if one.first < min(node, above)], True
    if has(tree.tokens[node], ("VerbForm=Fin",)) and _infinitive(tree, above, pack):
        return [], False
    if _independent(tree, node, pack):
        clause = set(opened(tree, above, pack))
        return [one for one in first if one in clause], not _own_subject(tree, node, pack)
    contrast = any(
        listed(tree.tokens[one], pack.stance.contrasts) for one in tree.children[above] + tree.children[node]
    )
    apart = contrast or bool(negations(tree, node, pack))
    return [one for one in first if not (one.negates and apart)], True


def _own_subject(tree: Tree, node: int, pack: Pack) -> bool:
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    return any(tree.tokens[child].dep in labels for child in tree.children[node])


def _independent(tree: Tree, node: int, pack: Pack) -> bool:
    finite = any(has(tree.tokens[one], ("VerbForm=Fin",)) for one in group(tree, node, pack))
    return finite or _own_subject(tree, node, pack)


def _border(tree: Tree, node: int, above: int, pack: Pack) -> tuple[list[Operator], bool]:
    return [], False


_STEPS = {
    "attribute": _attribute,
    "conjunct": _conjunct,
    "open": _open,
    "clause": _clause,
    "adverbial": _adverbial,
    "nominal": _nominal,
    "prepositional": _prepositional,
    "modifier": _modifier,
    "border": _border,
}


def _transparent(tree: Tree, node: int, pack: Pack) -> bool:
    """Whether the preposition before the noun (a case token below it), if any, lets a governor through."""
    cases = [child for child in tree.children[node] if tree.tokens[child].dep in pack.syntax.cases and child < node]
    return all(listed(tree.tokens[one], pack.stance.transparent) for one in cases)


def _genitive(tree: Tree, node: int, pack: Pack) -> bool:
    cases = [child for child in tree.children[node] if tree.tokens[child].dep in pack.syntax.cases]
    return any(listed(tree.tokens[one], pack.syntax.genitives) for one in cases)


def _asked(tree: Tree, root: int, pack: Pack) -> list[Operator]:
    """The question mark that ends the sentence of a root."""
    _, last = bounds(tree, root)
    return [
        Operator(one, one, "question")
        for one in range(max(root, last - 3), last)
        if tree.tokens[one].text in pack.stance.question_marks
    ][:1]


def _tidy(found: list[Operator], tree: Tree, pack: Pack) -> list[Operator]:
    """Each operator once, in text order; what cannot be is denied, not doubted (*cannot be amended*), and a
    phrase of negation speaks for its words (*has yet to be signed*)."""
    turns = [one for one in set(found) if one.negates]
    swallowed = [one for one in turns if one.last > one.first]
    unique = sorted(
        (one for one in set(found) if one.negates or not any(by.first <= one.first <= by.last for by in swallowed)),
        key=lambda one: (one.first, one.last, one.modality or "", one.negates),
    )
    if len(turns) % 2 == 0:
        return unique
    return [
        one
        for one in unique
        if not (one.modality == "possible" and listed(tree.tokens[one.first], pack.stance.ability))
    ]
