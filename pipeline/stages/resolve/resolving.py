"""All mentions of all documents → actors, treaties, references."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.knowledge import Knowledge
from pipeline.model import Reading, Reference, Resolution
from pipeline.stages.resolve.bodies import bodies
from pipeline.stages.resolve.clusters import Sighting, actors, references
from pipeline.stages.resolve.keys import romanisers
from pipeline.stages.resolve.known import ACTOR_TYPES, known
from pipeline.stages.resolve.persons import persons


def resolve(readings: Sequence[Reading], knowledge: Knowledge) -> Resolution:
    """Who and what `readings` talk about; the order of the documents does not matter."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    seen = [s for reading in ordered for s in sightings(reading)]
    fold = romanisers(knowledge)
    texts = {reading.document.id: reading.document.text for reading in ordered}
    listed, told = known([s for s in seen if s.mention.authority], knowledge.authority)
    unlisted = [s for s in seen if not s.mention.authority and s.mention.kind == "name"]
    people = persons([s for s in unlisted if s.mention.type == "person"], fold)
    others = bodies([s for s in unlisted if s.mention.type in ACTOR_TYPES[1:]], fold, texts)
    found = [*told, *(r for cluster in (*people, *others) for r in references(cluster))]
    return Resolution(
        actors=actors([*listed, *people, *others]),
        treaties=(),
        references=_once(found),
    )


def sightings(reading: Reading) -> list[Sighting]:
    """The mentions of one document, each span once."""
    document = reading.document
    return [Sighting(document.id, document.language, mention) for mention in reading.annotation.mentions]


def _once(found: Sequence[Reference]) -> tuple[Reference, ...]:
    """Sorted by span; the first reference of a span stands."""
    by_span: dict[tuple[str, int, int], Reference] = {}
    for reference in found:
        span = reference.span
        by_span.setdefault((span.document, span.start, span.end), reference)
    return tuple(by_span[key] for key in sorted(by_span))
