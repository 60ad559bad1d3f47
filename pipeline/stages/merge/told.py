"""Which claims an alignment's passages tell on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Alignment, Claim, Link
from pipeline.stages.merge.passages import index


def with_claims(
    alignments: Sequence[Alignment], claims: Sequence[Claim], links: Sequence[Link]
) -> tuple[Alignment, ...]:
    """The alignments, each with the ids of the claims that two of its sides tell.

    A claim and one that refines it, told on either side, count as told by both.
    """
    passages = index(alignments)
    telling: defaultdict[int, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for voice in claim.voices:
            for number in passages.of(voice.statement.span):
                telling[number][claim.id].add(voice.statement.language)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind in ("refines", "equal"):
            beside[link.a].add(link.b)
            beside[link.b].add(link.a)
    return tuple(
        replace(alignment, claims=shared(telling[number], beside)) for number, alignment in enumerate(alignments)
    )


def shared(telling: dict[str, set[str]], beside: dict[str, set[str]]) -> tuple[str, ...]:
    """The claims told in more than one language, alone or with a claim that is finer or coarser."""
    return tuple(
        id
        for id in sorted(telling)
        if len(telling[id].union(*(telling[other] for other in beside.get(id, ()) if other in telling))) > 1
    )
