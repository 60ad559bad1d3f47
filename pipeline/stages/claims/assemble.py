"""Candidates become statements: arguments with their spans, holder, stance, time and place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Argument, Dates, Document, Modality, Polarity, Span, Statement, Temporal
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.holders import Attributions
from pipeline.stages.claims.match import Candidate
from pipeline.stages.claims.phrases import mention_of, narrow, span_of
from pipeline.stages.claims.stance import Stance, read_stance, settle
from pipeline.stages.claims.timing import place_of, time_of
from pipeline.stages.claims.tree import Tree


@dataclass(frozen=True)
class Scene:
    """All that a statement is assembled from, for one document."""

    document: Document
    annotation: Annotation
    clauses: Clauses
    pack: Pack
    dates: Dates
    owned: dict[int, list[Temporal]]
    attributions: Attributions

    @property
    def tree(self) -> Tree:
        """The trees that the clauses stand on."""
        return self.clauses.tree

    @cached_property
    def dated(self) -> dict[int, set[int]]:
        """Sentence → its tokens that stand in a date."""
        found: dict[int, set[int]] = defaultdict(set)
        for token in self.clauses.dated:
            found[self.tree.tokens[token].sentence].add(token)
        return found


def assemble(scene: Scene, candidate: Candidate) -> Statement:
    """The statement that a candidate makes."""
    frame, pattern = candidate.frame, candidate.pattern
    where = place_head(scene, candidate)
    arguments = arguments_of(scene, candidate, where)
    time = time_of(scene.clauses, frame, scene.owned) if pattern.context else None
    stance = read_stance(scene.tree, frame.anchor, scene.pack) if pattern.context else Stance()
    # Only a finite verb can be a historian's future; what was agreed or wanted stays a plan though its time passed.
    told = scene.clauses.finite(frame.clause)
    modality = settle(stance.modality, time, scene.dates.written) if told else stance.modality
    holder, cue, cue_spans = scene.attributions.holder_of(frame.anchor)
    span = evidence(scene, frame, arguments, time)
    return Statement(
        id=identify(scene.document.id, span, candidate.predicate.name, arguments),
        language=scene.document.language,
        sentence=scene.annotation.sentences[scene.tree.tokens[frame.anchor].sentence].id,
        predicate=candidate.predicate.name,
        span=span,
        arguments=arguments,
        holder=holder,
        polarity=composed(stance.polarity, pattern.polarity),
        modality=stronger(modality, pattern.modality),
        time=time,
        place=None if where is None else argument(scene, "place", where, frozenset()),
        cue=" … ".join(one for one in (cue, stance.cue) if one) or None,
        cue_spans=tuple(sorted({*cue_spans, *stance.cue_spans})),
        confidence=round(pattern.confidence * frame.confidence, 3),
        grade="derived" if candidate.derived else "verbatim",
        rule=f"models/claims/{candidate.predicate.name}.toml#{pattern.id}",
        dropped=candidate.dropped,
    )


def argument(scene: Scene, role: str, head: int, others: frozenset[int]) -> Argument:
    """What fills a role: the mention that the phrase is, or its words."""
    span = span_of(scene.tree, scene.pack.syntax, head, others)
    mention = mention_of(scene.tree, scene.pack.syntax, head)
    return Argument(role, span, scene.document.text[span.start : span.end], head, mention)


def narrowed(scene: Scene, role: str, head: int, others: frozenset[int]) -> Argument:
    """What fills a narrow role: its words, without what fills the other roles and without dates."""
    span = scene.tree.span(narrow(scene.tree, scene.pack.syntax, head, others))
    return Argument(role, span, scene.document.text[span.start : span.end], head)


def arguments_of(scene: Scene, candidate: Candidate, where: int | None) -> tuple[Argument, ...]:
    """All arguments of a candidate in the order of the predicate's roles, each once; `where` heads the place."""
    found: dict[tuple[str, Span], Argument] = {}
    for role, heads in candidate.fillers.items():
        taken = {one for name, others in candidate.fillers.items() if name != role for one in others}
        taken |= {where} if where is not None else set()
        make = narrowed if candidate.predicate.roles[role].narrow else argument
        for head in heads:
            others = frozenset(taken | scene.dated[scene.tree.tokens[head].sentence])
            one = governing(make(scene, role, head, others), candidate, scene)
            found.setdefault((role, one.span), one)
    return joined(scene, list(found.values()))


def governing(one: Argument, candidate: Candidate, scene: Scene) -> Argument:
    """The argument with a capital or seat that nothing else decides read as its government where
    the role takes a state and no place: « Pékin, qui n'est pas partie au traité, refuse … »."""
    types, mention = candidate.predicate.roles[one.role].types, one.mention
    if (
        mention is None
        or mention.type not in ("place", "facility")
        or mention.reading is not None
        or not mention.authority
    ):
        return one
    if "state" not in types or "place" in types:
        return one
    cue = scene.tree.tokens[candidate.frame.anchor].text
    return replace(one, mention=replace(mention, reading="metonym", cue=cue))


def joined(scene: Scene, arguments: list[Argument]) -> tuple[Argument, ...]:
    """Phrases that touch are one that the tokenizer split: "re", "-", "exporting …"."""
    found: list[Argument] = []
    for one in arguments:
        last = found[-1] if found else None
        if last and last.role == one.role and not (last.mention or one.mention) and last.span.end == one.span.start:
            span = Span(one.span.document, last.span.start, one.span.end)
            found[-1] = Argument(one.role, span, last.text + one.text, one.head)
        else:
            found.append(one)
    return tuple(found)


def place_head(scene: Scene, candidate: Candidate) -> int | None:
    """Where it happened, when a phrase beside the roles says so."""
    if not candidate.predicate.place:
        return None
    taken = frozenset(head for heads in candidate.fillers.values() for head in heads)
    return place_of(scene.clauses, candidate.frame, taken)


def evidence(scene: Scene, frame: Frame, arguments: tuple[Argument, ...], time: Temporal | None) -> Span:
    """The least span, within the sentence, that covers anchor, clause, arguments and time."""
    spans = [scene.tree.span([frame.anchor, frame.clause]), *(one.span for one in arguments)]
    if time is not None and time.span is not None:
        spans.append(time.span)
    return Span(scene.document.id, min(one.start for one in spans), max(one.end for one in spans))


def composed(stance: Polarity, pattern: Polarity) -> Polarity:
    """Two negations affirm."""
    return "affirmed" if stance == pattern else "negated"


def stronger(stance: Modality, pattern: Modality) -> Modality:
    """What the context says, else what the pattern says by itself (a proposal is planned)."""
    return pattern if stance == "asserted" else stance


def identify(document: str, span: Span, predicate: str, arguments: tuple[Argument, ...]) -> str:
    """A statement's id: the same for the same document, place, predicate and roles."""
    roles = ";".join(f"{one.role}={one.span.start}-{one.span.end}" for one in arguments)
    return "st-" + sha256(f"{document}|{span.start}-{span.end}|{predicate}|{roles}".encode()).hexdigest()[:16]
