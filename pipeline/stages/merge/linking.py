"""All links between claims, each with its reason; of one pair only the most telling link stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.model import Link, Reading
from pipeline.stages.merge import conflicts, lattice, opposition, phrasing, reasons
from pipeline.stages.merge.contrast import contrasted, judged
from pipeline.stages.merge.counterparts import counterparts
from pipeline.stages.merge.denials import denials
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.kinship import kin
from pipeline.stages.merge.outcomes import outcomes
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.plans import plans
from pipeline.stages.merge.scenery import Scenery
from pipeline.stages.merge.stances import agree, denied, told
from pipeline.stages.merge.verdicts import binding, fruitless

SAME = "the same, told by another predicate or another word for the time"
# From the most telling to the least.
KINDS = ("contradicts", "tension", "equal", "refines")


def links(
    drafts: Sequence[Draft],
    readings: Mapping[str, Reading],
    passages: Passages,
    states: frozenset[str],
    scene: Scenery,
) -> tuple[Link, ...]:
    """The links, sorted by their claims; `states` are the ids of states. Both sides of a conflict stay in the graph."""
    shelves = opposition.by_mark(drafts, passages)
    found = [
        *nested(drafts, readings),
        *phrasing.narrower(drafts),
        *counterparts(drafts, passages),
        *kin(drafts, shelves, passages, states),
        *opposition.opposed(drafts, shelves, passages),
        *contrasted(drafts),
        *judged(drafts),
        *conflicts.moments(drafts),
        *conflicts.quantities(drafts),
        *denials(drafts, readings),
        *outcomes(drafts),
        *plans(drafts, passages),
        *fruitless(drafts, scene),
        *binding(drafts, scene),
    ]
    return tuple(sorted(strongest(found), key=lambda link: (link.a, link.b)))


def strongest(links: Iterable[Link]) -> list[Link]:
    """One link for each pair."""
    best: dict[frozenset[str], Link] = {}
    for link in sorted(links, key=lambda one: (KINDS.index(one.kind), one.a, one.b, one.why)):
        best.setdefault(frozenset((link.a, link.b)), link)
    return list(best.values())


def nested(drafts: Sequence[Draft], readings: Mapping[str, Reading]) -> Iterator[Link]:
    """A finer claim refines the coarser one; where the coarser is denied and the finer told, they contradict."""
    for fine, coarse, equal in lattice.nested(drafts):
        if agree(fine, coarse):
            yield Link("equal", fine.id, coarse.id, SAME) if equal else refined(fine, coarse)
        elif told(fine) and fine.lore.name == coarse.lore.name and denies(coarse, fine, readings):
            yield Link("contradicts", fine.id, coarse.id, "one text denies in general what another tells of one time")


def refined(fine: Draft, coarse: Draft) -> Link:
    """The link from the finer claim to the coarser one."""
    return Link("refines", fine.id, coarse.id, reasons.finer(fine, coarse))


def denies(coarse: Draft, fine: Draft, readings: Mapping[str, Reading]) -> bool:
    """True when `coarse` is denied of the time of `fine`: by its own time, or by a text written after `fine`."""
    if not denied(coarse) or told(coarse):
        return False
    if coarse.time is not None or fine.time is None:
        return True
    written = [readings[one.span.document].dates.written for one in coarse.statements if one.polarity == "negated"]
    return any(date is None or (date.latest or "9") >= (fine.time.earliest or "") for date in written)
