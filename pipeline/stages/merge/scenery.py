"""What stands around a claim: who is named in its sentences, and whom the treaties bind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.model import Reading, Treaty
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.referring import Referrer


@dataclass(frozen=True, slots=True)
class Scenery:
    """`named`: document and sentence → the actors and treaties in it; `parties`: treaty → those whom it binds."""

    named: Mapping[tuple[str, str], frozenset[str]]
    parties: Mapping[str, frozenset[str]]

    def around(self, draft: Draft) -> frozenset[str]:
        """Everyone and everything named in the sentences that tell a claim, and in its roles."""
        found = (self.named.get((one.span.document, one.sentence), frozenset()) for one in draft.statements)
        return draft.ids().union(*found)


def scenery(readings: Iterable[Reading], referrer: Referrer, treaties: Iterable[Treaty]) -> Scenery:
    """Look around all sentences once."""
    named = {
        (reading.document.id, sentence.id): frozenset(
            target for reference in referrer.inside(sentence.span) for target in reference.targets
        )
        for reading in readings
        for sentence in reading.annotation.sentences
    }
    bound = {one.id: frozenset(slot.actor for slot in one.parties if slot.actor) for one in treaties}
    return Scenery(named, bound)
