"""Everything that a person should look at: what all rooms noticed, and conflicts between claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.model import Alignments, Claim, Issue, Link, Reading, Resolution, Treaty
from pipeline.stages.merge import times


def collect(
    readings: Sequence[Reading],
    resolution: Resolution,
    alignments: Alignments,
    claims: Sequence[Claim],
    links: Sequence[Link],
    treaties: Sequence[Treaty],
) -> tuple[Issue, ...]:
    """All issues once each, those of the documents first, in text order."""
    found = [
        *(issue for reading in readings for issue in of_reading(reading)),
        *resolution.issues,
        *alignments.issues,
        *conflicts(claims, links),
        *(issue for treaty in treaties for issue in dates_of(treaty)),
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


def dates_of(treaty: Treaty) -> Iterator[Issue]:
    """An issue for a treaty that is told to be signed at two times that do not meet."""
    told = [slot for slot in treaty.signed if slot.modality == "asserted"]
    if any(not times.meeting(one.time, other.time) for one, other in combinations(told, 2)):
        values = " and ".join(slot.value for slot in told)
        yield Issue(
            stage="merge",
            kind="conflict",
            message=f"{min(treaty.labels.items(), default=('', treaty.id))[1]}: signed {values}",
            remedy="Read the passages: one date may be another treaty's",
            spans=tuple(span for slot in told for span in slot.spans),
            about=(treaty.id,),
        )


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
