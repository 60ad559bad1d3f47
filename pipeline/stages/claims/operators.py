"""The words at a predicate itself that turn or weaken it: negation, modal verbs, mood, adverbs, conjunctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.knowledge.pack import Pack
from pipeline.knowledge.stance import Modal
from pipeline.model import Modality, Token
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed, occurrences, plain

NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Operator:
    """A word or phrase (token indices, both inclusive) that negates or gives a modality."""

    first: int
    last: int
    modality: Modality | None = None
    negates: bool = False


def bounds(tree: Tree, index: int) -> tuple[int, int]:
    """First and last (exclusive) token of the sentence that token `index` stands in."""
    sentence, first, last = tree.tokens[index].sentence, index, index + 1
    while first > 0 and tree.tokens[first - 1].sentence == sentence:
        first -= 1
    while last < len(tree.tokens) and tree.tokens[last].sentence == sentence:
        last += 1
    return first, last


def group(tree: Tree, node: int, pack: Pack) -> list[int]:
    """The predicate and its auxiliaries and copulas, in text order."""
    labels = pack.syntax.auxiliaries | pack.syntax.copulas
    return sorted([node, *(child for child in tree.children[node] if tree.tokens[child].dep in labels)])


def negations(tree: Tree, node: int, pack: Pack) -> list[Operator]:
    """At most one: several negative words at one predicate are one negation (« n'a jamais rien signé »)."""
    words = _negative_words(tree, node, pack)
    return [Operator(*words[0], negates=True)] if words else []


def _negative_words(tree: Tree, node: int, pack: Pack) -> list[tuple[int, int]]:
    stance, children = pack.stance, tree.children[node]
    clitic = any(listed(tree.tokens[child], stance.clitics) for child in children)
    spared = _harmless(tree, node, pack)
    found = [child for child in children if child not in spared and _denies(tree, node, child, clitic, pack)]
    found += [word for word in _negative_arguments(tree, node, clitic, pack) if word not in spared]
    return sorted([(one, one) for one in found] + _negative_phrases(tree, node, pack))


def _negative_phrases(tree: Tree, node: int, pack: Pack) -> list[tuple[int, int]]:
    """Phrases such as *no longer* and « en aucun cas » that hang on the predicate."""
    first, last = bounds(tree, node)
    places = occurrences(tree.tokens, first, last, pack.stance.negative_phrases)
    return [
        (start, end - 1)
        for start, end in places
        if any(tree.tokens[one].head == node for one in range(start, end)) and not start <= node < end
    ]


def _denies(tree: Tree, node: int, child: int, clitic: bool, pack: Pack) -> bool:
    stance, token = pack.stance, tree.tokens[child]
    if token.dep in stance.negation_labels or listed(token, stance.negators):
        return child < node or clitic or listed(tree.tokens[node], pack.syntax.copular_verbs)
    return clitic and listed(token, stance.clitic_negators) and token.dep not in pack.syntax.subjects


def _negative_arguments(tree: Tree, node: int, clitic: bool, pack: Pack) -> Iterator[int]:
    """Negative pronouns and determiners among subject, object and attribute (*no treaty*, « aucun accord »)."""
    syntax, stance = pack.syntax, pack.stance
    roles = syntax.subjects | syntax.passive_subjects | syntax.objects | syntax.attributes
    for child in tree.children[node]:
        token = tree.tokens[child]
        if token.dep not in roles or token.pos in syntax.verbs:
            continue
        described = any(tree.tokens[below].pos == "DET" for below in tree.children[child])
        if listed(token, stance.negative_pronouns) and (clitic or not stance.clitics) and not described:
            yield child
        yield from (below for below in tree.children[child] if listed(tree.tokens[below], stance.negative_determiners))


def _harmless(tree: Tree, node: int, pack: Pack) -> set[int]:
    """Tokens of phrases that look like negation and deny nothing (*not only*, « sans doute »)."""
    first, last = bounds(tree, node)
    places = occurrences(tree.tokens, first, last, pack.stance.harmless)
    return {index for start, end in places for index in range(start, end)}


def features(token: Token, pack: Pack) -> frozenset[str]:
    """The token's morphology; endings on the infinitive correct a tense or mood that the tagger missed."""
    word, stem = plain(token.text), plain(token.lemma).removesuffix("e")
    for feature, endings in pack.stance.endings.items():
        if stem and word.startswith(stem) and word != stem and word.removeprefix(stem) in endings:
            return frozenset({feature, "VerbForm=Fin"})
    own = frozenset(token.morph.split("|"))
    return own - {feature for feature, shapes in pack.stance.shapes.items() if not word.endswith(shapes)}


def modals(tree: Tree, node: int, pack: Pack, *, governs: bool, conditioned: bool = False) -> list[Operator]:
    """The modality of the verb group; the modal verb may be `node` itself when it governs (« doit signer »)."""
    members = group(tree, node, pack)
    for entry in pack.stance.modals:
        if entry.conditioned is not None and entry.conditioned != conditioned:
            continue
        bearer = _bearer(tree, node, members, entry, pack, governs)
        if bearer is not None:
            return [] if entry.modality == "asserted" else [Operator(bearer, bearer, entry.modality)]
    return []


def _bearer(tree: Tree, node: int, members: list[int], entry: Modal, pack: Pack, governs: bool) -> int | None:
    if entry.perfect is not None and entry.perfect != _perfect(tree, node, members, pack):
        return None
    needed = set(entry.morph)
    if entry.lemma is None:
        return next((one for one in members if needed <= features(tree.tokens[one], pack)), None)
    words = (entry.lemma,)
    bearer = next((one for one in members if one != node and listed(tree.tokens[one], words)), None)
    if bearer is None and governs and listed(tree.tokens[node], words):
        bearer = node
    if bearer is None or not needed:
        return bearer
    # The mood of a governing modal verb may stand at its auxiliary (« aurait pu signer »).
    fits = any(needed <= features(tree.tokens[one], pack) for one in members)
    return bearer if fits and bearer == node else None


def _perfect(tree: Tree, node: int, members: list[int], pack: Pack) -> bool:
    """Whether the group holds an auxiliary of the perfect (not of the passive)."""
    apart = pack.syntax.passive_auxiliaries | pack.syntax.copulas
    return any(
        one != node and tree.tokens[one].dep not in apart and listed(tree.tokens[one], pack.stance.perfect)
        for one in members
    )


def adverbs(tree: Tree, node: int, pack: Pack) -> Iterator[Operator]:
    """Adverbs, and adjectives at an event noun, that give a modality."""
    nominal = tree.tokens[node].pos in pack.syntax.nominals
    table = pack.stance.adjectives if nominal else pack.stance.adverbs
    for child in tree.children[node]:
        if nominal and tree.tokens[child].dep not in pack.syntax.modifiers | pack.syntax.noun_clauses:
            continue
        for way, words in sorted(table.items()):
            if listed(tree.tokens[child], words):
                yield operator(child, child, way)


def operator(first: int, last: int, way: str) -> Operator:
    """The operator for a key of the pack's tables: a modality, or `negated`."""
    if way == NEGATED:
        return Operator(first, last, negates=True)
    for modality in ("planned", "conditional", "possible", "obligation", "question", "counterfactual", "asserted"):
        if way == modality:
            return Operator(first, last, modality)
    raise ValueError(f"no modality: {way}")


def marks(tree: Tree, node: int, pack: Pack) -> Iterator[tuple[str, int, int]]:
    """The conjunctions (and prepositions) that open the clause of `node`: (key in `marks`, first, last inclusive)."""
    first, last = bounds(tree, node)
    for way, entries in sorted(pack.stance.marks.items()):
        for start, end in occurrences(tree.tokens, first, last, entries):
            # « s' » is a conjunction or a pronoun.
            if tree.tokens[start].pos != "PRON" and _owner(tree, start, end) == node:
                yield way, start, end - 1


def _owner(tree: Tree, start: int, end: int) -> int | None:
    """The clause that a conjunction opens: the first head after it on the way up from its last word."""
    if tree.tokens[start].dep == "conj":
        return None
    # A preposition may head its clause (*without waiting*); elsewhere it hangs on it.
    below = [child for child in tree.children[end - 1] if child >= end]
    return below[0] if below else next((above for above in tree.up(end - 1) if above >= end), None)
