"""Passages that tell one opinion or plan in other words: found by their claims, offered to who reviews alignments.

An event shares its date and its names in both texts, so the aligner finds it by them. An opinion or a plan may share
hardly a word (*with suspicion*, *rejecting the very idea*): that two statements mean the same is known once claims are
merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from pipeline.model import ASSERTED, OFFERED, Alignment, Alignments, Claim, Issue, Link, Reading, Span, Voice
from pipeline.stages.merge import passages
from pipeline.stages.merge.lore import Lore
from pipeline.text import place_id

ONE = frozenset({"refines", "equal"})  # links between claims that tell the same, the one more of it

Pair = tuple[Voice, Voice]


def with_paraphrases(
    found: Alignments,
    claims: Sequence[Claim],
    links: Sequence[Link],
    readings: Mapping[str, Reading],
    known: Mapping[str, Lore],
) -> Alignments:
    """The alignments and, by place, one more for each two passages that tell the same opinion or plan, neither of
    which has a sure counterpart in the other's document. What a person rejected is not offered again."""
    aligned, added = Counterparts(found.alignments), dict[tuple[Span, ...], Alignment]()
    sentences = {(id, one.id): one.span for id, reading in readings.items() for one in reading.annotation.sentences}
    for one, other in pairs(claims, links, known):
        here, there = (sentences[voice.statement.span.document, voice.statement.sentence] for voice in (one, other))
        key = tuple(sorted((here, there)))
        if key in added or aligned.has(here, there):
            continue
        sides = {voice.statement.language: (span,) for voice, span in ((one, here), (other, there))}
        added[key] = Alignment(
            id=place_id("align", key), kind="comparable", sides=dict(sorted(sides.items())), score=OFFERED
        )
    whole = sorted([*found.alignments, *added.values()], key=lambda one: one.place)
    return Alignments(tuple(whole), tuple(asked_again(one, added.values(), readings) for one in found.issues))


def asked_again(issue: Issue, added: Iterable[Alignment], readings: Mapping[str, Reading]) -> Issue:
    """A decision whose text changed is asked again at the pairs that were `added` too, where one stands at what is left
    of its passages, in documents that it names."""
    if issue.kind != "stale decision":
        return issue
    named = {id for id, reading in readings.items() if reading.document.path in (issue.path or "")}
    near = [
        one.id
        for one in added
        if not set(issue.spans).isdisjoint(one.spans) and named.issuperset(span.document for span in one.spans)
    ]
    return replace(issue, about=(*issue.about, *sorted(near)))


class Counterparts:
    """Which passages have a counterpart in which document, or must not have one."""

    def __init__(self, found: Sequence[Alignment]) -> None:
        self._found = found
        self._at = passages.index(found)
        self._rejected = {one.spans for one in found if one.decision == "rejected"}

    def has(self, here: Span, there: Span) -> bool:
        """True where the two are aligned, either surely with something of the other's document, or a person rejected
        the two."""
        if tuple(sorted((here, there))) in self._rejected or set(self._at.of(here)) & set(self._at.of(there)):
            return True
        return self._meets(here, there.document) or self._meets(there, here.document)

    def _meets(self, span: Span, document: str) -> bool:
        near = [self._found[at] for at in self._at.of(span)]
        return any(other.document == document for one in near if sure(one) for other in one.spans)


def sure(one: Alignment) -> bool:
    """Is an alignment asserted: a bead of a translation, or no mere offer?"""
    return one.kind == "parallel" or one.score >= ASSERTED


def pairs(claims: Sequence[Claim], links: Sequence[Link], known: Mapping[str, Lore]) -> Iterator[Pair]:
    """The first statements in two languages of each claim, and of each two claims that a link joins, where they are
    told in the words of who says so."""
    told = {claim.id: claim for claim in claims if in_words(claim, known[claim.predicate])}
    joined = [(link.a, link.b) for link in links if link.kind in ONE and link.a in told and link.b in told]
    for a, b in [*((id, id) for id in told), *joined]:
        ours, theirs = first(told[a]), first(told[b])
        for one, other in combinations(sorted(ours.keys() | theirs.keys()), 2):
            for left, right in ((one, other), (other, one)):
                if left in ours and right in theirs:
                    yield ours[left], theirs[right]
                    break


def in_words(claim: Claim, lore: Lore) -> bool:
    """An opinion, a stance or a plan, no event."""
    planned = all(voice.statement.modality == "planned" for voice in claim.voices)
    return lore.stance is not None or planned or not lore.takes.get("object")


def first(claim: Claim) -> dict[str, Voice]:
    """Of each language the voice that comes first."""
    return {one.statement.language: one for one in sorted(claim.voices, key=at, reverse=True)}


def at(voice: Voice) -> Span:
    """Where a voice speaks."""
    return voice.statement.span
