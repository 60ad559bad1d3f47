"""A deed said to be done again by others: « A ratifia le traité ; B fit de même en mai », *B followed suit in May*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import Statement
from pipeline.stages.claims.assemble import Scene, assemble
from pipeline.stages.claims.frames import Frame, verb_frame
from pipeline.stages.claims.match import Candidate, allowed
from pipeline.stages.claims.phrases import is_clitic
from pipeline.stages.claims.words import phrases, plain

NEAR = 1  # sentences back in which the other deed is told
CLOSE = 4  # tokens in which the words of the phrase stand behind its verb

Made = Sequence[tuple[Candidate, Statement]]


def repeated(scene: Scene, made: Made) -> Iterator[tuple[int, Statement]]:
    """The last deed before each such phrase, told of its own subject and at its own time, with the phrase's verb."""
    tree, syntax = scene.tree, scene.pack.syntax
    for index, token in enumerate(tree.tokens):
        if token.pos in syntax.verbs and scene.clauses.finite(index) and _says_so(scene, index):
            frame = verb_frame(scene.clauses, index)
            before = _before(scene, frame, made)
            if before is not None:
                yield index, _again(scene, frame, *before)


def _says_so(scene: Scene, index: int) -> bool:
    """Whether the verb and the words behind it are a phrase for doing the same; a verb alone is one only without an
    object or a clause."""
    tree, syntax = scene.tree, scene.pack.syntax
    lemma = plain(tree.tokens[index].lemma)
    behind = [plain(one.text) for one in tree.tokens[index + 1 : index + 1 + CLOSE]]
    for first, *rest in phrases(syntax.same_deed):
        size = len(rest)
        if first == lemma and any(behind[i : i + size] == rest for i in range(CLOSE - size + 1)):
            return bool(rest) or _stands_alone(scene, index)
    return False


def _stands_alone(scene: Scene, index: int) -> bool:
    """Nothing is said of the verb but who and when."""
    slots = scene.clauses.slots(index)
    others = [one for slot, heads in slots.items() if slot not in ("surface", "bare") for one in heads]
    return all(one in scene.clauses.dated for one in others)


def _before(scene: Scene, frame: Frame, made: Made) -> tuple[Candidate, Statement, tuple[int, ...]] | None:
    """The last deed told before with a doer, where it stands near and the new subject may do such a thing."""
    tree = scene.tree
    told = [
        (candidate, statement)
        for candidate, statement in made
        if candidate.frame.kind == "verb" and candidate.frame.anchor < frame.anchor and statement.dropped is None
        and scene.clauses.finite(candidate.frame.anchor) and len(candidate.fillers) > 1
    ]  # fmt: skip
    last = max((one.frame.anchor for one, _ in told), default=-1)
    if last < 0 or tree.tokens[frame.anchor].sentence - tree.tokens[last].sentence > NEAR:
        return None
    for candidate, statement in (one for one in told if one[0].frame.anchor == last):
        role = candidate.predicate.roles.get("subject")
        subjects = frame.slots.get("subject", ())
        heads = tuple(one for one in subjects if role is not None and allowed(scene.clauses, one, role))
        same = set(heads).isdisjoint(candidate.fillers.get("subject", ()))
        if heads and same and "subject" in candidate.fillers and not _pronouns(scene, heads):
            return candidate, statement, heads
    return None


def _pronouns(scene: Scene, heads: tuple[int, ...]) -> bool:
    tree, syntax = scene.tree, scene.pack.syntax
    return all(tree.tokens[one].pos in syntax.pronouns or is_clitic(tree, syntax, one) for one in heads)


def _again(scene: Scene, frame: Frame, candidate: Candidate, statement: Statement, heads: tuple[int, ...]) -> Statement:
    """The deed of these subjects; what else belongs to it is lent."""
    own = replace(candidate, frame=frame, fillers={"subject": heads}, derived=True)
    lent = tuple(one for one in statement.arguments if one.role != "subject")
    told = assemble(scene, own)
    polarity = told.polarity if told.polarity == "negated" else statement.polarity
    return replace(told, arguments=(*told.arguments, *lent), polarity=polarity, grade="derived")
