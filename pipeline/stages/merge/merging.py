"""The entry of the room: from everything that was read to one fact graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.knowledge import Knowledge
from pipeline.model import Alignments, Graph, Reading, Resolution
from pipeline.stages.merge import fillers, issues, lore, passages, referring
from pipeline.stages.merge.asymmetry import one_sided
from pipeline.stages.merge.grouping import group
from pipeline.stages.merge.independence import origins
from pipeline.stages.merge.linking import links
from pipeline.stages.merge.lore import Lore
from pipeline.stages.merge.paraphrased import with_paraphrases
from pipeline.stages.merge.propositions import Proposition, tell
from pipeline.stages.merge.referring import Referrer
from pipeline.stages.merge.scenery import scenery
from pipeline.stages.merge.support import claims
from pipeline.stages.merge.told import with_claims
from pipeline.stages.merge.treaties import fill_slots


def merge(readings: Sequence[Reading], resolution: Resolution, alignments: Alignments, knowledge: Knowledge) -> Graph:
    """The fact graph of all `readings`; their order does not matter, and a document that stands twice counts once.

    Dropped statements stay out. Time is near-linear in the statements: whatever is compared shares a name and a
    predicate first.
    """
    once = {reading.document.id: reading for reading in readings}
    ordered = [once[document] for document in sorted(once)]
    referrer = referring.index(ordered, resolution)
    aligned = passages.index(alignments.alignments, least=passages.SURE)
    known = lore.gather(knowledge)
    drafts = group(propositions(ordered, referrer, known, knowledge), aligned)
    states = frozenset(actor.id for actor in resolution.actors if actor.type == "state")
    treaties = fill_slots(resolution, drafts, states)
    linked = links(drafts, once, aligned, states, scenery(ordered, referrer, treaties))
    first = origins(ordered, alignments.alignments)
    made = claims(drafts, linked, first, referrer)
    whole = with_paraphrases(alignments, made, linked, once, known)
    return Graph(
        actors=resolution.actors,
        treaties=treaties,
        claims=made,
        links=linked,
        alignments=with_claims(whole.alignments, made, linked),
        asymmetry=one_sided(made, linked, ordered, resolution, knowledge),
        origins=first,
        issues=issues.collect(ordered, resolution, whole, made, linked, treaties),
    )


def propositions(
    readings: Sequence[Reading], referrer: Referrer, known: Mapping[str, Lore], knowledge: Knowledge
) -> Iterator[Proposition]:
    """Everything that the kept statements tell."""
    words = fillers.lexicons(knowledge)
    for reading in readings:
        for statement in reading.statements.statements:
            if statement.dropped is None:
                yield from tell(statement, known[statement.predicate], referrer, words[statement.language])
