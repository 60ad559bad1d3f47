"""What people decided, set over what the machine found: the last word on a passage counts, while its text stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Alignments, Decision, Issue, Reading, Resolution, Span
from pipeline.stages.align.anchoring import Anchors
from pipeline.stages.align.evidence import Evidence
from pipeline.stages.align.overlaps import Overlaps, Sides

Key = tuple[Span, ...]
Taken = Literal["accepted", "rejected", "edited"]


@dataclass(frozen=True, slots=True)
class Stand:
    """A decision whose text stands: its passages as sentences of the clean texts, by language."""

    verdict: Taken
    by: str | None
    sides: dict[str, tuple[Span, ...]]


def decided(
    found: Alignments,
    decisions: Sequence[Decision],
    readings: Sequence[Reading],
    resolution: Resolution,
    knowledge: Knowledge,
) -> Alignments:
    """`found` with every decision applied, the last on each passage; a stale one is asked again, as an issue.

    What was accepted or edited replaces all that it overlaps on both sides. Rejected pairs stay, marked, so that
    nobody is asked again; a pair that people know and the machine does not find is added.
    """
    if not decisions:
        return found
    anchors = Anchors(readings)
    standing, stale = sorted_out(decisions, anchors)
    live = without_replaced(standing)
    evidence = Evidence(found.alignments, readings, resolution, knowledge)
    known = {key_of(one.sides): one for one in found.alignments}
    judged = {key: judge(known.get(key), stand, evidence) for key, stand in live.items()}
    covering = overlaps_of([stand for stand in live.values() if stand.verdict != "rejected"])
    rest = {key: one for key, one in known.items() if key not in live and not covering.touching(one.sides)}
    whole = sorted([*judged.values(), *rest.values()], key=lambda one: one.place)
    issues = tuple(asked_again(one, anchors, whole) for one in stale)
    return Alignments(tuple(whole), (*found.issues, *issues))


def sorted_out(decisions: Sequence[Decision], anchors: Anchors) -> tuple[dict[Key, Stand], list[Decision]]:
    """The last decision on each passages, in order: those that stand, and those whose text changed."""
    standing: dict[Key, Stand] = {}
    stale: dict[object, Decision] = {}
    for decision in decisions:
        sides = anchors.sides(decision)
        if sides is None:
            places = tuple(sorted((place.path, place.start, place.quote) for place in decision.passages))
            stale.pop(places, None)
            if decision.verdict != "withdrawn":
                stale[places] = decision
        else:
            standing.pop(key_of(sides), None)
            if decision.verdict != "withdrawn":
                standing[key_of(sides)] = Stand(decision.verdict, decision.by, sides)
    return standing, list(stale.values())


def without_replaced(standing: dict[Key, Stand]) -> dict[Key, Stand]:
    """`standing` without pairs that a later answer made into others: of two that overlap on both sides, the last."""
    kept: dict[Key, Stand] = {}
    later = Overlaps()
    for key, stand in reversed(standing.items()):
        if stand.verdict == "rejected":
            kept[key] = stand
        elif not later.touching(stand.sides):
            kept[key] = stand
            later.add(stand.sides)
    return kept


def judge(machine: Alignment | None, stand: Stand, evidence: Evidence) -> Alignment:
    """The alignment that a decision is about: the machine's own where it found it too."""
    one = machine or evidence.of(stand.sides, 0.0 if stand.verdict == "rejected" else 1.0)
    return replace(one, decision=stand.verdict, by=stand.by)


def overlaps_of(stands: Sequence[Stand]) -> Overlaps:
    """The passages of `stands`, to ask what overlaps with them."""
    overlaps = Overlaps()
    for stand in stands:
        overlaps.add(stand.sides)
    return overlaps


def asked_again(decision: Decision, anchors: Anchors, whole: Sequence[Alignment]) -> Issue:
    """The issue of a decision whose text changed: what is left of its passages, and which alignments stand there."""
    spans = tuple(span for place in decision.passages for span in anchors.spans(place) or ())
    gone = [place for place in decision.passages if not anchors.spans(place)]
    documents = {anchors.document(place) for place in decision.passages}
    near = [one.id for one in whole if stands_at(one.sides, spans, documents) and one.decision is None]
    names = " and ".join(f"{place.path}:{place.start}-{place.end}" for place in gone or decision.passages)
    return Issue(
        stage="align",
        kind="stale decision",
        message=f"{decision.verdict}{f' by {decision.by}' if decision.by else ''}: the text at {names} has changed.",
        remedy="Decide again in the page. The old answer is kept in corpus/decisions/ and not applied.",
        path=" ".join(dict.fromkeys(place.path for place in decision.passages)),
        spans=spans,
        about=tuple(near),
    )


def stands_at(sides: Sides, spans: Sequence[Span], documents: set[str | None]) -> bool:
    """Does an alignment of these `documents` stand at one of `spans`?"""
    mine = [span for side in sides.values() for span in side]
    return {span.document for span in mine} <= documents and any(span in spans for span in mine)


def key_of(sides: Sides) -> Key:
    """The passages of an alignment, sorted."""
    return tuple(sorted(span for spans in sides.values() for span in spans))
