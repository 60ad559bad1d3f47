"""Predicates against frames: which pattern fits which frame, and what fills its roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.knowledge.predicates import TEXT, Pattern, Predicate, Role, Where, slots_of
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.phrases import has_morph, kind_of, lemma

Index = dict[tuple[str, str], list[tuple[Predicate, Pattern]]]
ATTRIBUTE_KINDS = ("copula", "apposition")


@dataclass(frozen=True)
class Candidate:
    """A pattern on a frame: the fillers of each role (head tokens), and why it cannot stand, if so."""

    predicate: Predicate
    pattern: Pattern
    frame: Frame
    fillers: dict[str, tuple[int, ...]]
    dropped: str | None = None


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
    best: dict[tuple[str, int], Candidate] = {}
    for frame in found:
        for predicate, pattern in index.get((frame.kind, frame.lemma), ()):
            candidate = fit(clauses, frame, predicate, pattern)
            if candidate is None:
                continue
            key = (predicate.name, frame.anchor)
            if key not in best or rank(candidate) > rank(best[key]):
                best[key] = candidate
    return iter(best.values())


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
        heads = choose(clauses, frame, slots, role)
        if heads:
            fillers[name] = heads
        elif role.required or misfit(clauses, frame, slots, role):
            reasons.append(why_not(clauses, frame, slots, name, role))
    if reasons and not any(predicate.roles[name].required for name in fillers):
        return None
    return Candidate(predicate, pattern, frame, fillers, "; ".join(reasons) or None)


def shaped(frame: Frame, pattern: Pattern) -> bool:
    """Whether voice, linking verb and light verb are what the pattern asks for."""
    if pattern.voice is not None and frame.voice != pattern.voice:
        return False
    if pattern.link and frame.link not in pattern.link:
        return False
    return not pattern.light or frame.clause != frame.anchor


def choose(clauses: Clauses, frame: Frame, slots: Sequence[str], role: Role) -> tuple[int, ...]:
    """The fillers of the first slot that holds one of the role's types, without those of another type."""
    for slot in slots:
        heads = tuple(head for head in at(clauses, frame, slot) if allowed(clauses, head, role))
        if heads:
            return heads
    return ()


def misfit(clauses: Clauses, frame: Frame, slots: Sequence[str], role: Role) -> bool:
    """Whether the first slot holds only things known to be of another type (a name of another kind)."""
    heads = at(clauses, frame, slots[0]) if slots else ()
    kinds = [kind_of(clauses.tree, clauses.syntax, head) for head in heads]
    return bool(kinds) and all(kinds) and "subject" in slots


def at(clauses: Clauses, frame: Frame, path: str) -> tuple[int, ...]:
    """The fillers of a slot; `attribute.of` are the fillers of `of` below those of `attribute`."""
    first, *rest = path.split(".")
    heads = frame.slots.get(first, ())
    for slot in rest:
        heads = tuple(below for head in heads for below in clauses.slots(head).get(slot, ()))
    return heads


def allowed(clauses: Clauses, head: int, role: Role) -> bool:
    """Whether a filler may fill the role: any phrase where it takes text, else a mention or noun of its types."""
    if TEXT in role.types:
        return True
    return bool(kind_of(clauses.tree, clauses.syntax, head) & set(role.types))


def holds(clauses: Clauses, heads: tuple[int, ...], where: Where) -> bool:
    """Whether a slot's fillers meet a pattern's constraint."""
    words = {lemma(clauses.tree, clauses.syntax, head) for head in heads}
    kinds = frozenset[str]().union(*(kind_of(clauses.tree, clauses.syntax, head) for head in heads))
    if (where.lemma and not words & where.lemma) or (where.type and not kinds & where.type):
        return False
    if (where.absent and heads) or (where.plural and not plural(clauses, heads)):
        return False
    return not words & where.not_lemma and not kinds & where.not_type


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
