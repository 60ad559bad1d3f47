"""The entry of the room: from everything that was read to one fact graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.model import Alignments, Graph, Reading, Resolution
from pipeline.stages.merge import fillers, lore, passages, referring
from pipeline.stages.merge.grouping import group
from pipeline.stages.merge.independence import origins
from pipeline.stages.merge.propositions import Proposition, tell
from pipeline.stages.merge.referring import Referrer
from pipeline.stages.merge.support import claims


def merge(readings: Sequence[Reading], resolution: Resolution, alignments: Alignments, knowledge: Knowledge) -> Graph:
    """The fact graph of all `readings`; their order does not matter, and a document that stands twice counts once.

    Dropped statements stay out. Time is near-linear in the statements: whatever is compared shares a name and a
    predicate first.
    """
    once = {reading.document.id: reading for reading in readings}
    ordered = [once[document] for document in sorted(once)]
    referrer = referring.index(ordered, resolution)
    drafts = group(propositions(ordered, referrer, knowledge), passages.index(alignments.alignments))
    return Graph(
        actors=resolution.actors,
        treaties=resolution.treaties,
        claims=claims(drafts, (), origins(ordered), referrer),
        alignments=alignments.alignments,
    )


def propositions(readings: Sequence[Reading], referrer: Referrer, knowledge: Knowledge) -> Iterator[Proposition]:
    """Everything that the kept statements tell."""
    known, words = lore.gather(knowledge), fillers.lexicons(knowledge)
    for reading in readings:
        for statement in reading.statements.statements:
            if statement.dropped is None:
                yield from tell(statement, known[statement.predicate], referrer, words[statement.language])
