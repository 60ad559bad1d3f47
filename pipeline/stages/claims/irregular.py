"""The escape hatch: patterns of spaCy's DependencyMatcher, for constructions that no frame covers.

spaCy is loaded only when a predicate of the document's language uses one; the trees are those of the annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.knowledge.predicates import Pattern, Predicate, slots_of
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.match import Candidate
from pipeline.stages.claims.slots import Slots
from pipeline.stages.claims.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc


def irregular(tree: Tree, predicates: Iterable[Predicate], language: str) -> Iterator[Candidate]:
    """The candidates of all `tree` patterns of `language`; a role is filled by the token of its RIGHT_ID."""
    rules = [(one, pattern) for one in predicates for pattern in one.patterns.get(language, ()) if pattern.tree]
    if not rules or not tree.tokens:
        return
    document = rebuilt(tree)
    for predicate, pattern in rules:
        for indices in matches(document, pattern):
            yield candidate(tree, predicate, pattern, indices)


def rebuilt(tree: Tree) -> Doc:
    """A spaCy Doc with the words and trees of the annotation, on an empty vocabulary."""
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    tokens = tree.tokens
    return Doc(
        Vocab(), words=[one.text for one in tokens], lemmas=[one.lemma for one in tokens],
        pos=[one.pos for one in tokens], tags=[one.tag for one in tokens], deps=[one.dep for one in tokens],
        heads=[one.head for one in tokens], morphs=[one.morph for one in tokens],
    )  # fmt: skip


def matches(document: Doc, pattern: Pattern) -> list[dict[str, int]]:
    """Where the pattern stands: RIGHT_ID → token index, in text order."""
    from spacy.matcher import DependencyMatcher

    matcher = DependencyMatcher(document.vocab)
    matcher.add(pattern.id, [[dict(node) for node in pattern.tree]])
    names = [str(node["RIGHT_ID"]) for node in pattern.tree]
    return [dict(zip(names, indices, strict=True)) for _, indices in sorted(matcher(document), key=lambda one: one[1])]


def candidate(tree: Tree, predicate: Predicate, pattern: Pattern, indices: dict[str, int]) -> Candidate:
    """What one match makes: the first node is the anchor."""
    anchor = next(iter(indices.values()))
    slots: Slots = {name: (index,) for name, index in indices.items()}
    named = [(role, name) for role, value in pattern.roles.items() for name in slots_of(value)]
    fillers: Slots = {role: slots[name] for role, name in named if name in slots}
    missing = [name for name, role in predicate.roles.items() if role.required and name not in fillers]
    frame = Frame(
        anchor=anchor, clause=anchor, lemma=tree.tokens[anchor].lemma, kind="verb", voice="active", link="",
        slots=slots,
    )  # fmt: skip
    return Candidate(predicate, pattern, frame, fillers, ", ".join(f"no {one}" for one in missing) or None)
