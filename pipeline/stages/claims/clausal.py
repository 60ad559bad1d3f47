"""A predicate's own clause: its verb group, the conjunction that opens it, inversion, its if-clause."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.pack import Pack
from pipeline.stages.claims.operators import (
    Operator,
    adverbs,
    features,
    group,
    marks,
    modals,
    negations,
    operator,
)
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import has, listed, occurrences


def own(tree: Tree, node: int, pack: Pack, *, governs: bool) -> list[Operator]:
    """What stands at `node` itself: negation, modal verb or mood, adverbs, conjunction, inversion, if-clause."""
    below = conditions(tree, node, pack)
    found = negations(tree, node, pack) + list(adverbs(tree, node, pack))
    found += modals(tree, node, pack, governs=governs, conditioned=bool(below) or lacking(tree, node, pack))
    found += opened(tree, node, pack)
    found += _inverted(tree, node, pack)
    return found + below


def opened(tree: Tree, node: int, pack: Pack) -> Iterator[Operator]:
    """The clause's conjunction. An if-clause that is a complement is an indirect question."""
    for way, first, last in marks(tree, node, pack):
        if way == "temporal" or _contrasts(tree, node, first, pack):
            continue
        asked = listed(tree.tokens[first], pack.stance.asking) and tree.tokens[node].dep in pack.syntax.clauses
        yield operator(first, last, "question" if asked else way)


def _inverted(tree: Tree, node: int, pack: Pack) -> Iterator[Operator]:
    """*Should the talks fail*, *Had they signed*: an auxiliary before its subject in a clause below another."""
    if not pack.stance.inversion or tree.tokens[node].head == node:
        return
    subjects = pack.syntax.subjects | pack.syntax.passive_subjects
    subject = next((child for child in tree.children[node] if tree.tokens[child].dep in subjects), None)
    for member in group(tree, node, pack):
        if subject is None or not member < subject < node:
            continue
        for word, way in sorted(pack.stance.inversion.items()):
            if listed(tree.tokens[member], (word,)):
                yield operator(member, member, way)


def conditions(tree: Tree, node: int, pack: Pack) -> list[Operator]:
    """The if-clauses below a main clause that is not itself past."""
    if tree.tokens[node].pos in pack.syntax.nominals or past(tree, node, pack):
        return []
    found: list[Operator] = []
    for child in tree.children[node]:
        if tree.tokens[child].dep in pack.syntax.adverbial_clauses:
            found += [operator(*mark) for mark in _edge(tree, child, pack)]
    return found


def lacking(tree: Tree, node: int, pack: Pack) -> bool:
    """Whether something is taken away beside the predicate (« n'aurait pas été possible sans lui »)."""
    without = pack.stance.marks.get("negated", ())
    return any(
        listed(tree.tokens[low], without) and tree.tokens[low].dep in pack.syntax.cases
        for child in tree.children[node]
        for low in tree.children[child]
    )


def _edge(tree: Tree, clause: int, pack: Pack) -> list[tuple[int, int, str]]:
    """The conditional conjunctions of a clause: its own, or one that opens what is below it."""
    first, edge = "conditional", min(tree.below(clause))
    own = [(start, end, way) for way, start, end in marks(tree, clause, pack) if way == first]
    places = occurrences(tree.tokens, edge, clause, pack.stance.marks.get(first, ()))
    return own or [(start, end - 1, first) for start, end in places if start == edge]


def _contrasts(tree: Tree, node: int, mark: int, pack: Pack) -> bool:
    """An if-clause in the past under a past main clause contrasts (« si Rome a signé, Paris a refusé »)."""
    bare = listed(tree.tokens[mark], pack.stance.asking) and tree.tokens[node].dep in pack.syntax.adverbial_clauses
    return bare and past(tree, node, pack) and past(tree, tree.tokens[node].head, pack)


def past(tree: Tree, node: int, pack: Pack) -> bool:
    """Simple past, or a present perfect; pluperfects and conditionals are not."""
    members = group(tree, node, pack)
    own = [features(tree.tokens[one], pack) for one in members]
    finite = [one for one in own if "VerbForm=Fin" in one]
    perfect = any(listed(tree.tokens[one], pack.stance.perfect) for one in members if one != node)
    if perfect:
        return any("Tense=Pres" in one and "Mood=Cnd" not in one for one in finite)
    return any("Tense=Past" in one or "Tense=Imp" in one for one in finite)


def bare_participle(tree: Tree, index: int, pack: Pack) -> bool:
    """A participle without auxiliary says nothing of its own (« l'accord, conclu entre A et B, »)."""
    labels = {tree.tokens[one].dep for one in tree.children[index]}
    bare = not labels & (pack.syntax.auxiliaries | pack.syntax.passive_auxiliaries)
    return bare and not pack.syntax.preterite_participles and has(tree.tokens[index], pack.syntax.past_participle)


def is_verb(tree: Tree, index: int, pack: Pack) -> bool:
    """Whether the token is used as a verb (a predicate, not an auxiliary, not an adjective before its noun)."""
    token = tree.tokens[index]
    return token.pos in pack.syntax.verbs and token.dep not in pack.syntax.auxiliaries | pack.syntax.modifiers
