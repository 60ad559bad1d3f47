"""What one text tells as an event, another tells by its outcome: the election of 1994, and who became president."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.knowledge.predicates import Outcome
from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.stances import told


def outcomes(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Links `refines` from the claim that tells how a dated event ended to the event.

    Only where everything dated within the event names one person or body: who left the office in that year did not
    win it.
    """
    by_name: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in filter(told, drafts):
        if times.interval(draft.time) is not None:
            by_name[draft.lore.name].append(draft)
    events = [(one, one.lore.outcome) for some in by_name.values() for one in some if one.lore.outcome is not None]
    for event, outcome in events:
        found = [
            (role, draft)
            for name, role in sorted(outcome.by.items())
            for draft in by_name.get(name, ())
            if answers(draft, event, outcome)
        ]
        if len({filler.key for role, draft in found for filler in draft.fillers(role)}) == 1:
            for _, draft in found:
                why = f"it tells how the other ended: {times.key(draft.time)} lies in {times.key(event.time)}"
                yield Link("refines", draft.id, event.id, why)


def answers(draft: Draft, event: Draft, outcome: Outcome) -> bool:
    """True when the claim lies within the event's time, and each role of the event has its answer in it."""
    inner, outer = times.interval(draft.time), times.interval(event.time)
    if inner is None or outer is None or not times.within(inner, outer):
        return False
    return all(meanings(event, theirs, outcome) & units(draft, mine) for theirs, mine in outcome.roles.items())


def meanings(event: Draft, role: str, outcome: Outcome) -> frozenset[str]:
    """The units of a role, a concept by what it turns to (*presidential election*: *president*)."""
    return frozenset(f"={turned}" if (turned := outcome.turns.get(unit[1:])) else unit for unit in units(event, role))


def units(draft: Draft, role: str) -> frozenset[str]:
    """What the fillers of a role say, names and concepts only."""
    return frozenset(unit for filler in draft.fillers(role) for unit in filler.units if unit[0] in "@=")
