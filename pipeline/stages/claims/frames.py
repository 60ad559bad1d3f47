"""Frames: every predicate of a document in one shape, whatever its construction and its language.

A frame names abstract slots: `subject` and `object` (voice undone), `attribute`, `recipient`, `clause`, `possessor`,
`modifier`, `agent` and `theme` (of a noun of action), `anchor`, and a slot for each preposition by its form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.antecedents import relative_object
from pipeline.stages.claims.beside import neighbour
from pipeline.stages.claims.clauses import Clauses, shared_object
from pipeline.stages.claims.lists import bearer, extended, run
from pipeline.stages.claims.phrases import (
    case_of,
    conjuncts,
    has_morph,
    is_phrase,
    is_reflexive,
    is_title,
    kind_of,
    lemma,
    preposition,
)
from pipeline.stages.claims.slots import SURFACE, Slots
from pipeline.stages.claims.titles import titles
from pipeline.stages.claims.tree import Tree

TREATY = frozenset({"treaty"})
PLACED = frozenset({"place"})  # a place after a verb is where it was done, no object of it
Kind = Literal["verb", "noun", "copula", "apposition"]


@dataclass(frozen=True)
class Frame:
    """One predicate. `anchor` is its token, `clause` the token that heads its clause (the copula, the light verb),
    `link` that token's lemma; `told`: the clause itself has its subject; `date`: the tokens of its own
    date, where the verb is told for several. Slots map to the heads of their fillers in text order."""

    anchor: int
    clause: int
    lemma: str
    kind: Kind
    voice: Literal["active", "passive"]
    link: str
    slots: Slots
    confidence: float = 1.0
    told: bool = True
    date: frozenset[int] = frozenset()


def frames(clauses: Clauses) -> Iterator[Frame]:
    """All frames of a document, in the order of their anchors; one token may anchor several."""
    syntax = clauses.syntax
    for index, token in enumerate(clauses.tree.tokens):
        if token.pos in syntax.verbs and token.dep not in syntax.auxiliaries | syntax.copulas:
            yield verb_frame(clauses, index)
        if token.pos in syntax.nominals:
            yield noun_frame(clauses, index)
            yield from by_terms(clauses, index)
        yield from copulas(clauses, index)
        yield from appositions(clauses, index)


def verb_frame(clauses: Clauses, index: int) -> Frame:
    """A verb's frame: in the passive the grammatical subject is the object, the agent the subject."""
    slots = {slot: heads for slot, heads in clauses.slots(index).items() if slot != SURFACE}
    surface = clauses.surface(index)
    passive = clauses.passive(index)
    gap = relative_slots(clauses, index, {**slots, "object": ()}) if passive and clauses.preterite(index) else {}
    passive = passive and not gap.get("object")
    if passive:
        agents = sum((slots.get(one, ()) for one in sorted(clauses.syntax.agent_prepositions)), ())
        agents = agents or stray_agents(clauses, index)
        slots = {**slots, "subject": agents, "attribute": slots.get("attribute", ()) + slots.get("object", ())}
        slots["object"] = surface.heads
    else:
        slots["subject"] = surface.heads
        slots["object"] = slots.get("object", ()) or shared_object(clauses, index)
        slots = relative_slots(clauses, index, slots)
        slots["object"] = slots["object"] or stray_object(clauses, index)
    name = phrasal(clauses.tree, clauses.syntax, index)
    return Frame(
        anchor=index, clause=index, lemma=name, kind="verb", voice="passive" if passive else "active", link=name,
        slots=filled(slots, index), confidence=surface.confidence, told=surface.own or not surface.heads,
    )  # fmt: skip


def relative_slots(clauses: Clauses, index: int, slots: Slots) -> Slots:
    """The slots of a verb without object in a relative clause that the parser did not see: « le texte que A et B
    avaient signé ». Its subject is the name right before the verb, else the phrase behind the pronoun."""
    tree, syntax = clauses.tree, clauses.syntax
    placed = all(kind_of(tree, syntax, one) == PLACED for one in slots.get("object", ()))
    if not placed or slots.get("clause") or not (clauses.finite(index) or clauses.preterite(index)):
        return slots
    found = relative_object(tree, syntax, index, clauses.named)
    if found is None:
        return slots
    near = neighbour(tree, syntax, index)
    first = near if near is not None and near > found[0] else phrase_behind(tree, syntax, found[0], index)
    if first is None:
        return slots
    return {**slots, "object": (found[1],), "subject": extended(clauses.lists(), tuple(conjuncts(tree, syntax, first)))}


def phrase_behind(tree: Tree, syntax: SyntaxPack, pronoun: int, verb: int) -> int | None:
    """The head of the phrase that begins right behind a relative pronoun and ends before the verb."""
    for place in range(pronoun + 1, verb):
        token, after = tree.tokens[place], tree.tokens[place + 1]
        if token.pos in syntax.nominals and after.pos not in syntax.nominals - syntax.pronouns:
            return place
        if token.pos in syntax.leads:
            break
    return None


def stray_object(clauses: Clauses, index: int) -> tuple[int, ...]:
    """The treaty behind a finite verb and a place that the parser hung elsewhere: « signèrent à Rome un accord »."""
    tree, syntax = clauses.tree, clauses.syntax
    if not clauses.finite(index) or clauses.slots(index).get("clause"):
        return ()
    for place in range(index + 1, len(tree.tokens)):
        token = tree.tokens[place]
        if (
            token.sentence != tree.tokens[index].sentence
            or token.pos in syntax.verbs
            or token.dep in syntax.punctuation
        ):
            return ()
        article = tree.tokens[place - 1].pos in syntax.determiners and tree.tokens[place - 1].head == place
        elsewhere = place not in tree.below(index) and place not in clauses.dated
        if article and elsewhere and kind_of(tree, syntax, place) == TREATY and case_of(tree, syntax, place) is None:
            return (place,)
    return ()


def stray_agents(clauses: Clauses, index: int) -> tuple[int, ...]:
    """The agents behind a passive that the parser hung on a name or a date between: nothing is done by these."""
    tree, syntax = clauses.tree, clauses.syntax
    for place in range(index + 1, len(tree.tokens)):
        token = tree.tokens[place]
        if token.sentence != tree.tokens[index].sentence or token.pos in syntax.verbs:
            break
        if place in clauses.named or preposition(tree, syntax, place) not in syntax.agent_prepositions:
            continue
        heads = [one for one in (token.head, *tree.children[place]) if one > place]
        above = tree.tokens[heads[0]].head if token.head in heads[:1] else token.head
        apart = tree.tokens[place - 1].dep in syntax.punctuation
        if heads and (apart or above in clauses.named | clauses.dated or above in tree.mention_at):
            return extended(clauses.lists(), tuple(conjuncts(tree, syntax, heads[0])))
    return ()


def noun_frame(clauses: Clauses, index: int) -> Frame:
    """A noun's frame: what it is of is its theme, who does it its agent (from a light verb's subject if need be)."""
    syntax = clauses.syntax
    slots = {slot: heads for slot, heads in clauses.slots(index).items() if slot != SURFACE}
    theme = sum((slots.get(one, ()) for one in sorted(syntax.genitives)), ())
    by = sorted(syntax.agent_prepositions)
    agent = sum((clauses.slots(head).get(one, ()) for one in by for head in (index, *theme)), ())
    owners = slots.get("possessor", ())
    clause = light_verb(clauses, index)
    if clause is not None and not agent and not clauses.passive(clause):
        agent = tuple(one for one in clauses.surface(clause).heads if one != index)
    agent = agent or (owners if theme else ()) or (() if owners else who_entails(clauses, index))
    slots |= {"theme": theme or owners, "agent": agent}
    above = index if clause is None else clause
    return Frame(
        anchor=index, clause=above, lemma=lemma(clauses.tree, syntax, index), kind="noun", voice="active",
        link="" if clause is None else lemma(clauses.tree, syntax, clause), slots=filled(slots, index),
    )  # fmt: skip


def who_entails(clauses: Clauses, index: int) -> tuple[int, ...]:
    """Who does what entails the deed: "Norway pursues a policy which entails recognition of …"."""
    tree, syntax = clauses.tree, clauses.syntax
    verb = tree.tokens[conjoined(tree, syntax, index)].head
    held = clauses.slots(verb).get("object", ()) if lemma(tree, syntax, verb) in syntax.entailing else ()
    for cause in clauses.surface(verb).heads if index in held else ():
        above = next((one for one in tree.up(cause) if tree.tokens[one].pos in syntax.verbs and one != verb), None)
        doers = () if above is None else clauses.surface(above).heads
        return tuple(one for one in doers if one != cause)
    return ()


def conjoined(tree: Tree, syntax: SyntaxPack, index: int) -> int:
    """The first of the nouns that the token is coordinated with (a verb is none of them)."""
    while tree.tokens[index].dep in syntax.conjuncts and tree.tokens[tree.tokens[index].head].pos in syntax.nominals:
        index = tree.tokens[index].head
    return index


def by_terms(clauses: Clauses, index: int) -> Iterator[Frame]:
    """What is so by a treaty that opens the clause: « Aux termes du traité, la Suède cède … », *Under the treaty …*."""
    tree, syntax = clauses.tree, clauses.syntax
    first = index
    while first - 1 in tree.below(index) and tree.tokens[first - 1].pos not in syntax.leads:
        first -= 1
    words = [preposition(tree, syntax, one) for one in range(max(first - 4, 0), first)]
    lead = next((one.split() for one in sorted(syntax.terms) if words[-len(one.split()) :] == one.split()), None)
    if lead is None or not opens(tree, syntax, first - len(lead)):
        return
    above = next((one for one in tree.up(index) if tree.tokens[one].pos in syntax.verbs and clauses.finite(one)), index)
    if above > index:
        yield Frame(
            anchor=index, clause=above, lemma=lemma(tree, syntax, index), kind="noun", voice="active",
            link="", slots=filled({"so": (above,)}, index),
        )  # fmt: skip


def opens(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token opens its sentence or stands right behind a mark or a word that joins."""
    before = tree.tokens[index - 1] if index else tree.tokens[index]
    joined = before.dep in syntax.punctuation | syntax.coordinators
    return joined or index == 0 or before.sentence != tree.tokens[index].sentence


def light_verb(clauses: Clauses, index: int) -> int | None:
    """The verb that only carries this noun: "led to the creation", « procéder à la signature »."""
    tree, syntax = clauses.tree, clauses.syntax
    for above in tree.up(index):
        token = tree.tokens[above]
        if token.dep in syntax.markers:
            continue
        if token.pos not in syntax.verbs or lemma(tree, syntax, above) not in syntax.light_verbs:
            return None
        held = clauses.slots(above)
        fillers = {head for slot, heads in held.items() if slot != "modifier" for head in heads}
        return above if index in fillers else None
    return None


def copulas(clauses: Clauses, index: int) -> Iterator[Frame]:
    """« X est membre de Y », "X became president": the attribute anchors, the subject is the verb's."""
    tree, syntax = clauses.tree, clauses.syntax
    if has_copula(tree, syntax, index):
        yield from attribute_frames(clauses, index, (index,), "be")
        yield from located(clauses, index)
    name = phrasal(tree, syntax, index)
    if name in syntax.copular_verbs | syntax.linking_verbs:
        slots = clauses.slots(index)
        fillers = slots.get("attribute", ()) or (loose(clauses, index) if name in syntax.linking_verbs else ())
        yield from attribute_frames(clauses, index, fillers, "be" if name in syntax.copular_verbs else name)


def located(clauses: Clauses, index: int) -> Iterator[Frame]:
    """« X est contre Y », « est à la tête de Y »: where the copula hangs on what a preposition leads in, the frame is
    the copula's own, as where it heads its clause ("is against Y")."""
    tree, syntax, surface = clauses.tree, clauses.syntax, clauses.surface(index)
    lead = case_of(tree, syntax, index)
    verb = next((one for one in tree.children[index] if tree.tokens[one].dep in syntax.copulas), None)
    if lead is None or verb is None:
        return
    outer = {slot: heads for slot, heads in clauses.slots(index).items() if slot != SURFACE and slot != lead}
    slots = {**outer, lead: (index,), "subject": surface.heads}
    name = lemma(tree, syntax, verb)
    yield Frame(
        anchor=verb, clause=index, lemma=name, kind="verb", voice="active", link=name,
        slots=filled(slots, verb), confidence=surface.confidence,
    )  # fmt: skip


def has_copula(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether a copula hangs on the token, under its own label or as an auxiliary: « est partie », "was opposed"."""
    below = [child for child in tree.children[index] if tree.tokens[child].dep in syntax.auxiliaries | syntax.copulas]
    return any(
        tree.tokens[one].dep in syntax.copulas or lemma(tree, syntax, one) in syntax.copular_verbs for one in below
    )


def loose(clauses: Clauses, index: int) -> tuple[int, ...]:
    """What stands after a linking verb where the parser saw no attribute: « sont devenues indépendantes »."""
    tree, syntax = clauses.tree, clauses.syntax
    kinds = syntax.nominals | syntax.adjectives
    after = [one for one in tree.children[index] if one > index and tree.tokens[one].dep in syntax.loose_attributes]
    return tuple(one for one in after if tree.tokens[one].pos in kinds and case_of(tree, syntax, one) is None)[:1]


def attribute_frames(clauses: Clauses, clause: int, fillers: tuple[int, ...], link: str) -> Iterator[Frame]:
    """A frame for each attribute said of the clause's subject."""
    tree, syntax = clauses.tree, clauses.syntax
    surface = clauses.surface(clause)
    joined = [one for one in tree.children[clause] if clause in fillers and tree.tokens[one].dep in syntax.conjuncts]
    said = (*fillers, *(one for one in joined if is_phrase(tree, syntax, one)))
    for filler in (*said, *(one for head in said for one in one_of(clauses, head))):
        outer = clauses.slots(clause) if filler != clause else {}
        slots = {**outer, **clauses.slots(filler), "subject": surface.heads}
        yield attribute_frame(clauses, filler, clause, "copula", link, slots, surface.confidence)
    if link == "be":
        yield from mirrored(clauses, clause, fillers)


def mirrored(clauses: Clauses, clause: int, fillers: tuple[int, ...]) -> Iterator[Frame]:
    """A plural noun that says what the names behind the copula are: "The signatories were Norway and Sweden"."""
    tree, syntax, surface = clauses.tree, clauses.syntax, clauses.surface(clause)
    names = extended(clauses.lists(), tuple(one for head in fillers for one in conjuncts(tree, syntax, head)))
    named = bool(names) and all(one in tree.mention_at and tree.mention_at[one].kind == "name" for one in names)
    for head in surface.heads if named else ():
        if has_morph(tree, head, syntax.plural) and head not in clauses.named:
            slots = {**clauses.slots(head), "subject": names}
            yield attribute_frame(clauses, head, clause, "copula", "be", slots, surface.confidence)


def one_of(clauses: Clauses, index: int) -> tuple[int, ...]:
    """What somebody is one of: "one of the founding members of …"."""
    tree, syntax = clauses.tree, clauses.syntax
    if lemma(tree, syntax, index) not in syntax.partitive_heads:
        return ()
    slots = clauses.slots(index)
    return tuple(head for slot in sorted(syntax.genitives) for head in slots.get(slot, ()))


def attribute_frame(
    clauses: Clauses, anchor: int, clause: int, kind: Kind, link: str, slots: Slots, confidence: float
) -> Frame:
    slots = {slot: heads for slot, heads in slots.items() if slot not in (SURFACE, "attribute")}
    return Frame(
        anchor=anchor, clause=clause, lemma=lemma(clauses.tree, clauses.syntax, anchor), kind=kind, voice="active",
        link=link, slots=filled(slots, anchor), confidence=confidence,
    )  # fmt: skip


def appositions(clauses: Clauses, index: int) -> Iterator[Frame]:
    """« Eltsine, président de la Russie », "President Putin": the description anchors, the name is the subject; all
    names behind a plural one."""
    own = borne(clauses, index)
    found = titles(clauses.tree, clauses.syntax, index) if own is None else iter([(index, own, ())])
    for description, name, modifiers in found:
        for anchor in (description, *one_of(clauses, description)):
            slots = dict(clauses.slots(anchor))
            slots["modifier"] = (*(modifiers if anchor == description else ()), *slots.get("modifier", ()))
            several = name > description and has_morph(clauses.tree, description, clauses.syntax.plural)
            slots["subject"] = tuple(conjuncts(clauses.tree, clauses.syntax, name)) if several else (name,)
            yield attribute_frame(clauses, anchor, anchor, "apposition", "", slots, 1.0)


def borne(clauses: Clauses, index: int) -> int | None:
    """The name behind the genitives of a title: « le ministre grec des Affaires étrangères X »."""
    tree, syntax = clauses.tree, clauses.syntax
    if index in clauses.named or not is_title(tree, syntax, index):
        return None
    behind = bearer(clauses.page(), run(clauses.page(), index))
    return None if behind is None else behind.head


def phrasal(tree: Tree, syntax: SyntaxPack, index: int) -> str:
    """A verb's lemma with its particle or its reflexive pronoun: "set up", « se opposer »."""
    labels = {tree.tokens[child].dep: child for child in tree.children[index]}
    name = lemma(tree, syntax, index)
    particles = [child for label, child in labels.items() if label in syntax.phrase_particles]
    name = " ".join([name, *(tree.tokens[child].text.casefold() for child in particles)])
    reflexive = any(is_reflexive(tree, syntax, child) for child in tree.children[index])
    return f"{syntax.reflexive} {name}" if reflexive and syntax.reflexive else name


def filled(slots: Slots, anchor: int) -> Slots:
    """The slots that hold something, and the anchor itself."""
    return {**{slot: heads for slot, heads in slots.items() if heads}, "anchor": (anchor,)}
