"""Everything that a person should look at: what all rooms noticed, and conflicts between claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Alignments, Claim, Issue, Link, Reading, Resolution


def collect(
    readings: Sequence[Reading],
    resolution: Resolution,
    alignments: Alignments,
    claims: Sequence[Claim],
    links: Sequence[Link],
) -> tuple[Issue, ...]:
    """All issues once each, those of the documents first, in text order."""
    found = [
        *(issue for reading in readings for issue in of_reading(reading)),
        *resolution.issues,
        *alignments.issues,
        *conflicts(claims, links),
    ]
    return tuple(dict.fromkeys(found))


def of_reading(reading: Reading) -> Iterator[Issue]:
    """What the rooms noticed in one document."""
    yield from reading.document.issues
    yield from reading.annotation.issues
    yield from reading.dates.issues
    yield from reading.statements.issues


def conflicts(claims: Sequence[Claim], links: Sequence[Link]) -> Iterator[Issue]:
    """One issue for each contradiction between claims, and for each claim that one voice affirms and another denies."""
    by_id = {claim.id: claim for claim in claims}
    for link in links:
        if link.kind == "contradicts":
            yield conflict(f"two claims contradict each other: {link.why}", by_id[link.a], by_id[link.b])
    for claim in claims:
        if claim.status == "disputed" and len({voice.statement.polarity for voice in claim.voices}) > 1:
            yield conflict("one voice affirms what another denies", claim)


def conflict(message: str, *claims: Claim) -> Issue:
    """The issue of a conflict, with all passages that tell it."""
    return Issue(
        stage="merge",
        kind="conflict",
        message=f"{', '.join(sorted({claim.predicate for claim in claims}))}: {message}",
        remedy="Read both passages; the graph keeps both sides",
        spans=tuple(voice.statement.span for claim in claims for voice in claim.voices),
        about=tuple(claim.id for claim in claims),
    )
