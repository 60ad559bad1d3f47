"""The order in which people meet things: documents by path, treaties by date, actors by name, claims as told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Actor, Claim, Graph, Reading, Treaty
from pipeline.text import fold


def in_reading_order(graph: Graph, readings: Sequence[Reading]) -> Graph:
    """`graph` with its lists in reading order; the same things, the same ids."""
    place = {reading.document.id: number for number, reading in enumerate(readings)}

    def told(claim: Claim) -> tuple[int, int, int, str]:
        spans = [voice.statement.span for voice in claim.voices]
        return min((place[span.document], span.start, span.end, claim.id) for span in spans)

    return replace(
        graph,
        actors=tuple(sorted(graph.actors, key=named)),
        treaties=tuple(sorted(graph.treaties, key=dated)),
        claims=tuple(sorted(graph.claims, key=told)),
    )


def named(actor: Actor) -> tuple[str, str, str]:
    """By type, then by label."""
    return actor.type, fold(min(actor.labels.values(), default="")), actor.id


def dated(treaty: Treaty) -> tuple[str, str, str]:
    """By date of signature, undated ones last, then by label."""
    first = min((slot.time.earliest for slot in treaty.signed if slot.time and slot.time.earliest), default="9999")
    return first, fold(min(treaty.labels.values(), default="")), treaty.id
