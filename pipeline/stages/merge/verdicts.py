"""Judgements of treaties: what two texts find of one, and what strains against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.model import Link
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.kinship import apart
from pipeline.stages.merge.opposition import targets
from pipeline.stages.merge.scenery import Scenery
from pipeline.stages.merge.stances import told

# One state does not tell whose affairs they are.
FEWEST = 2


def fruitless(drafts: Sequence[Draft], scene: Scenery) -> Iterator[Link]:
    """Links `refines` between claims of two languages that little came of it, from the one that names the treaty."""
    found = [one for one in drafts if told(one) and any(filler.general and filler.scarce for filler in targets(one))]
    for one, other in combinations(found, 2):
        if apart(one, other):
            fine, coarse = (one, other) if treaties(one, scene) else (other, one)
            if one_affair(fine, coarse, scene):
                yield Link("refines", fine.id, coarse.id, "both find that little came of it, in the same affairs")


def one_affair(fine: Draft, coarse: Draft, scene: Scenery) -> bool:
    """True when both judge one thing, or all parties of the treaty judged here are named there."""
    here = {filler.key for filler in fine.fillers("subject") if filler.id}
    if here & {filler.key for filler in coarse.fillers("subject")}:
        return True
    bound = [scene.parties[one] for one in treaties(fine, scene)]
    return any(len(parties) >= FEWEST and parties <= scene.around(coarse) for parties in bound)


def binding(drafts: Sequence[Draft], scene: Scenery) -> Iterator[Link]:
    """Tensions between the finding that a treaty binds to nothing, and what another document tells that it, or what
    goes with it, sets (deadlines, sanctions)."""
    loose = [one for one in drafts if told(one) and marked(one, "loose")]
    firm = [one for one in drafts if told(one) and marked(one, "firm") and treaties(one, scene)]
    for one in loose:
        for other in firm:
            documents = {each.span.document for each in one.statements}
            elsewhere = documents.isdisjoint(each.span.document for each in other.statements)
            if elsewhere and treaties(one, scene) & scene.around(other):
                why = "one text finds that the treaty binds to nothing, the other tells what is set with it"
                yield Link("tension", one.id, other.id, why)


def marked(draft: Draft, force: str) -> bool:
    """True when a phrase of the claim says that something binds (`firm`), or that it does not (`loose`)."""
    phrases: tuple[Filler, ...] = targets(draft)
    return any(filler.force == force for filler in phrases)


def treaties(draft: Draft, scene: Scenery) -> frozenset[str]:
    """The treaties that the claim is about: its subjects."""
    return frozenset(filler.id for filler in draft.fillers("subject") if filler.id and filler.id in scene.parties)
