"""Predicates against frames: which pattern fits which frame, and what fills its roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.knowledge.predicates import TEXT, Pattern, Predicate, Role, Where, slots_of
from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.antecedents import agrees, nouns_above
from pipeline.stages.claims.beside import neighbour
from pipeline.stages.claims.clauses import GUESSED, Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.phrases import has_morph, is_clitic, is_sharing, kind_of, lemma
from pipeline.stages.claims.sharing import SHARERS, sharers
from pipeline.stages.claims.slots import BARE
from pipeline.stages.claims.tree import Tree

Index = dict[tuple[str, str], list[tuple[Predicate, Pattern]]]
UNPROVEN = frozenset({"treaty"})  # a subject pronoun is a treaty only where the subject before it is one
LAWS = UNPROVEN | {"law"}
PEOPLE = frozenset({"person", "group"})
STATES = frozenset({"state"})
BACK = 2  # sentences before its own that an object pronoun may point into
FAR = 5  # those where only a treaty or a law fits
ABSTRACT = frozenset(
    {"subject", "object", "attribute", "recipient", "clause", "possessor", "modifier", "agent", "theme", "anchor"}
)
ATTRIBUTE_KINDS = ("copula", "apposition")


@dataclass(frozen=True)
class Candidate:
    """A pattern on a frame: the fillers of each role (head tokens), and why it cannot stand, if so.

    `derived`: the sentence does not say so itself: a noun names the deed, or something around it lends a role.
    """

    predicate: Predicate
    pattern: Pattern
    frame: Frame
    fillers: dict[str, tuple[int, ...]]
    dropped: str | None = None
    derived: bool = False


def index_patterns(predicates: Iterable[Predicate], language: str) -> Index:
    """The patterns of one language by kind of frame and lemma, so that a frame meets only those it may fit."""
    index: Index = {}
    for predicate in predicates:
        for pattern in predicate.patterns.get(language, ()):
            for kind, words in (("verb", pattern.verb), ("noun", pattern.noun)):
                for word in words:
                    index.setdefault((kind, word), []).append((predicate, pattern))
            for word in pattern.attribute:
                for kind in ATTRIBUTE_KINDS:
                    index.setdefault((kind, word), []).append((predicate, pattern))
    return index


def candidates(clauses: Clauses, index: Index, found: Iterable[Frame]) -> Iterator[Candidate]:
    """For each predicate and anchor the pattern that fits best: complete, then most roles, then first in its file."""
    best: dict[tuple[str, int, frozenset[int]], Candidate] = {}
    for frame in found:
        if frame.kind != "apposition" and within_name(clauses, frame.anchor):
            continue
        for predicate, pattern in index.get((frame.kind, frame.lemma), ()):
            candidate = fit(clauses, frame, predicate, pattern)
            if candidate is None:
                continue
            key = (predicate.name, frame.anchor, frame.date)
            if key not in best or rank(candidate) > rank(best[key]):
                best[key] = candidate
    return iter(best.values())


def within_name(clauses: Clauses, index: int) -> bool:
    """Whether the token is part of a name without being its head: a title tells nothing (*Treaty on Creating …*)."""
    return index in clauses.named and index not in clauses.tree.mention_at


def rank(candidate: Candidate) -> tuple[bool, int]:
    return candidate.dropped is None, len(candidate.fillers)


def fit(clauses: Clauses, frame: Frame, predicate: Predicate, pattern: Pattern) -> Candidate | None:
    """The pattern on this frame; None where its form differs or nothing required is there."""
    if not shaped(frame, pattern) or not all(
        holds(clauses, at(clauses, frame, slot), where) for slot, where in pattern.where.items()
    ):
        return None
    fillers: dict[str, tuple[int, ...]] = {}
    reasons: list[str] = []
    for name, role in predicate.roles.items():
        slots = slots_of(pattern.roles.get(name, ()))
        taken = frozenset(head for heads in fillers.values() for head in heads)
        heads = choose(clauses, frame, slots, role, taken)
        if heads:
            fillers[name] = heads
        elif (role.required and name not in pattern.leaves) or misfit(clauses, frame, slots, role):
            reasons.append(why_not(clauses, frame, slots, name, role))
    telling = [name for name in fillers if pattern.roles.get(name) != "anchor"]
    if reasons and not telling:
        return None
    if idle(clauses, frame) and pattern.roles.get("subject") != SHARERS:
        reasons.append("nobody is said to do it")
    if epithet(clauses, frame, fillers):
        reasons.append("it only says which one is meant")
    if nameless(clauses, fillers):
        reasons.append("only those who speak and listen")
    derived = frame.kind == "noun" or not frame.told or borrowed(clauses, frame, pattern, fillers)
    return Candidate(predicate, pattern, frame, fillers, "; ".join(reasons) or None, derived)


def borrowed(clauses: Clauses, frame: Frame, pattern: Pattern, fillers: dict[str, tuple[int, ...]]) -> bool:
    """Whether a role is filled from a slot that the frame itself does not have."""
    for name, heads in fillers.items():
        for slot in slots_of(pattern.roles[name]):
            if set(heads) <= set(at(clauses, frame, slot)):
                if not any(one.split(".")[0] in frame.slots for one in slot.split("|")):
                    return True
                break
    return False


def idle(clauses: Clauses, frame: Frame) -> bool:
    """Whether a verb is only named, not said of anybody: "plans for creating a fund"."""
    named = frame.kind == "verb" and frame.voice == "active" and not frame.slots.get("subject")
    return named and not clauses.finite(frame.anchor)


def epithet(clauses: Clauses, frame: Frame, fillers: dict[str, tuple[int, ...]]) -> bool:
    """Whether a participle before a person's name adds nothing to it: "the newly elected Mandela"."""
    token = clauses.tree.tokens[frame.anchor]
    heads = {head for found in fillers.values() for head in found}
    described = token.dep in clauses.syntax.noun_clauses and frame.anchor < token.head and heads == {token.head}
    return described and "person" in kind_of(clauses.tree, clauses.syntax, token.head)


def nameless(clauses: Clauses, fillers: dict[str, tuple[int, ...]]) -> bool:
    """Whether all roles are pronouns for who speaks and who is spoken to: "We welcome you"."""
    features = clauses.syntax.speech_persons
    heads = [head for heads in fillers.values() for head in heads]
    return bool(heads) and all(features.intersection(clauses.tree.tokens[head].morph.split("|")) for head in heads)


def shaped(frame: Frame, pattern: Pattern) -> bool:
    """Whether voice, linking verb and light verb are what the pattern asks for."""
    if pattern.voice is not None and frame.voice != pattern.voice:
        return False
    if pattern.link and frame.link not in pattern.link:
        return False
    return not pattern.light or frame.clause != frame.anchor


def choose(clauses: Clauses, frame: Frame, slots: Sequence[str], role: Role, taken: frozenset[int]) -> tuple[int, ...]:
    """The fillers of the first slot that holds one of the role's types, without those of another type or role."""
    for slot in slots:
        free = (head for head in at(clauses, frame, slot) if head not in taken)
        found = (fitting(clauses, frame, head, role) for head in free)
        heads = tuple(head for head in found if head is not None)
        if heads:
            return heads
    return ()


def fitting(clauses: Clauses, frame: Frame, head: int, role: Role) -> int | None:
    """The filler where it is of the role's types; else what is: the name right before the verb where the subject was
    guessed, the nearest noun above where a relative clause hangs on it (*an agreement on the Saar, which both signed*).
    """
    if allowed(clauses, head, role):
        return head
    tree, syntax, token = clauses.tree, clauses.syntax, clauses.tree.tokens[frame.clause]
    surface = clauses.surface(frame.clause)
    others: list[int] = []
    if head in surface.heads and surface.confidence == GUESSED:
        near = neighbour(tree, syntax, frame.clause)
        others += [] if near is None else [near]
    if token.dep in syntax.relative_clauses and token.head == head and TEXT not in role.types:
        others += nouns_above(tree, syntax, head)
    return next((one for one in others if allowed(clauses, one, role)), None)


def misfit(clauses: Clauses, frame: Frame, slots: Sequence[str], role: Role) -> bool:
    """Whether the first slot holds only things known to be of another type (a name of another kind)."""
    heads = at(clauses, frame, slots[0]) if slots else ()
    found = [kinds(clauses, head) for head in heads]
    return bool(found) and all(found) and "subject" in slots


def at(clauses: Clauses, frame: Frame, path: str) -> tuple[int, ...]:
    """The fillers of a slot; `attribute.of`: of `of` below those of `attribute`; `from|to`: of both."""
    if "|" in path:
        return tuple(head for one in path.split("|") for head in at(clauses, frame, one))
    if path == SHARERS:
        return sharers(clauses, frame)
    first, *rest = path.split(".")
    heads = frame.slots.get(first) or lent(clauses, frame, first)
    for slot in rest:
        heads = tuple(below for head in heads for below in clauses.slots(head).get(slot, ()))
    return heads


def lent(clauses: Clauses, frame: Frame, slot: str) -> tuple[int, ...]:
    """A prepositional phrase that the parser hung on the object instead of the verb, or on the verb instead of its
    object; a partitive (« fournit du gaz ») in the place of an object."""
    tree, syntax = clauses.tree, clauses.syntax
    if frame.kind == "verb" and slot == "object" and frame.voice == "active":
        part = [head for one in sorted(syntax.genitives) for head in frame.slots.get(one, ())]
        denied = any(has_morph(tree, one, syntax.negative) for one in tree.children[frame.anchor])
        bare = [head for head in frame.slots.get(BARE, ()) if head > frame.anchor and head not in clauses.dated]
        return (*(head for head in part if led_by(tree, syntax, head, denied)), *bare)
    if slot in syntax.genitives or slot in ABSTRACT:
        return ()
    if frame.kind == "verb":
        objects = frame.slots.get("object", ()) or lent(clauses, frame, "object")
        places = (head for one in sorted(syntax.locatives) for head in frame.slots.get(one, ()))
        hosts = (*objects, *(head for head in places if head in clauses.named))
        return tuple(one for host in hosts if host > frame.anchor for one in clauses.slots(host).get(slot, ()))
    above = tree.tokens[frame.anchor].head
    if frame.kind == "noun" and frame.anchor in clauses.slots(above).get("object", ()):
        return tuple(one for one in clauses.slots(above).get(slot, ()) if one > frame.anchor)
    return ()


def led_by(tree: Tree, syntax: SyntaxPack, head: int, denied: bool) -> bool:
    """Whether an article that may stand for a partitive leads the phrase: « du gaz », denied « pas de gaz »."""
    bare = not any(tree.tokens[one].pos in syntax.determiners for one in tree.children[head])
    if denied and bare and head not in tree.mention_at:
        return True
    leads = [tree.tokens[one].text.casefold() for one in tree.children[head] if tree.tokens[one].dep in syntax.cases]
    return bool(syntax.partitives.intersection(leads))


def allowed(clauses: Clauses, head: int, role: Role) -> bool:
    """Whether a filler may fill the role: any phrase but a date where it takes text, else one of its types."""
    if TEXT in role.types:
        return head not in clauses.dated or head in clauses.tree.mention_at
    return bool(kinds(clauses, head) & set(role.types)) or said_of_treaty(clauses, head, role)


def said_of_treaty(clauses: Clauses, head: int, role: Role) -> bool:
    """A pronoun where only a treaty or a law fits, and a treaty was named before, whoever was spoken of since."""
    tree, syntax = clauses.tree, clauses.syntax
    token = tree.tokens[head]
    mention = tree.mention_at.get(head)
    named = mention is not None and mention.kind == "name"
    if not UNPROVEN <= set(role.types) <= LAWS or token.pos not in syntax.pronouns or named:
        return False
    return bool(UNPROVEN & proven(tree, syntax, head, kind_of(tree, syntax, head), FAR))


def kinds(clauses: Clauses, head: int) -> frozenset[str]:
    """The types of a phrase; a subject pronoun takes those of the subject before it (of the clause above,
    else of the last sentence), where they are known."""
    tree, syntax = clauses.tree, clauses.syntax
    own = kind_of(tree, syntax, head)
    token = tree.tokens[head]
    mention = tree.mention_at.get(head)
    if is_sharing(tree, syntax, head):
        return STATES
    if not own and lemma(tree, syntax, head) in syntax.substitutes:
        return proven(tree, syntax, head, UNPROVEN)
    pronoun = token.pos in syntax.pronouns or is_clitic(tree, syntax, head)
    if not own or not pronoun or (mention is not None and mention.kind == "name"):
        return own
    if token.dep not in syntax.subjects | syntax.passive_subjects:
        return proven(tree, syntax, head, own)
    above = [clauses.surface(one).heads for one in tree.up(head) if tree.tokens[one].pos in syntax.verbs]
    for before in (*above, clauses.last_subject(token.sentence)):
        fitting = [one for one in before if one != head and agrees(tree, head, one)]
        earlier = frozenset[str]().union(*(kind_of(tree, syntax, one) for one in fitting))
        if earlier & own:
            return earlier & own
    thing = not own & PEOPLE  # no subject before fits what is nobody: an object may
    return proven(tree, syntax, head, own) if thing else own - UNPROVEN


def proven(tree: Tree, syntax: SyntaxPack, head: int, own: frozenset[str], back: int = BACK) -> frozenset[str]:
    """The types of an object pronoun that something named shortly before it has, else those that it may have."""
    sentence = tree.tokens[head].sentence
    found: frozenset[str] = frozenset()
    for one in range(head - 1, -1, -1):
        token = tree.tokens[one]
        if sentence - token.sentence > back:
            break
        if token.pos in syntax.nominals - syntax.pronouns:
            found |= kind_of(tree, syntax, one)
    return own & found or own - UNPROVEN


def holds(clauses: Clauses, heads: tuple[int, ...], where: Where) -> bool:
    """Whether a slot's fillers meet a pattern's constraint."""
    words = {lemma(clauses.tree, clauses.syntax, head) for head in heads}
    found = frozenset[str]().union(*(kinds(clauses, head) for head in heads))
    if (where.lemma and not words & where.lemma) or (where.type and not found & where.type):
        return False
    if (where.absent and heads) or (where.present and not heads) or (where.plural and not plural(clauses, heads)):
        return False
    return not words & where.not_lemma and not found & where.not_type


def plural(clauses: Clauses, heads: tuple[int, ...]) -> bool:
    """Whether the fillers are more than one thing."""
    return len(heads) > 1 or any(has_morph(clauses.tree, head, clauses.syntax.plural) for head in heads)


def why_not(clauses: Clauses, frame: Frame, slots: Sequence[str], name: str, role: Role) -> str:
    """Why a required role stays empty: nothing in its slots, or something of another type."""
    heads = [head for slot in slots for head in at(clauses, frame, slot)]
    if not heads:
        return f"no {name}"
    words = ", ".join(clauses.tree.tokens[head].text for head in heads)
    return f"{name} ({words}) is none of {', '.join(role.types)}"
