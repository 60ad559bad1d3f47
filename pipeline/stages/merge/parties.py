"""The states that a treaty binds, seen from who signed: the state itself, or the one whose office a signatory holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Slot, Statement, Temporal
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.propositions import Proposition
from pipeline.stages.merge.stances import told

# A signature and a ratification bind; an office speaks for its state.
BINDING = ("signatories", "ratified")


@dataclass(frozen=True, slots=True)
class Office:
    """A state that a person speaks for, as one statement tells it."""

    state: str
    time: Temporal | None
    told: Statement


def offices(drafts: Sequence[Draft], states: frozenset[str]) -> dict[str, list[Office]]:
    """Person → the offices in states that are told as facts; an election or appointment tells of one too."""
    found: defaultdict[str, list[Office]] = defaultdict(list)
    for draft in drafts:
        if draft.lore.speaks_for and told(draft):
            speaker, behind = draft.lore.speaks_for
            for state in (filler.id for filler in draft.fillers(behind) if filler.id in states):
                for person in (filler.id for filler in draft.fillers(speaker) if filler.id and filler.id != state):
                    found[person] += [Office(str(state), draft.time, one) for one in draft.statements]
    return dict(found)


def parties(
    proposition: Proposition, signatory: str, states: frozenset[str], held: Mapping[str, list[Office]]
) -> Iterator[Slot]:
    """The state behind one signatory, where there is exactly one."""
    statement = proposition.statement
    if signatory in states:
        yield Slot(value=signatory, spans=(statement.span,), actor=signatory)
        return
    then = [office for office in held.get(signatory, ()) if times.meeting(office.time, statement.time)]
    if len({office.state for office in then}) == 1:
        spans = tuple(sorted({statement.span, *(office.told.span for office in then)}))
        yield Slot(value=then[0].state, spans=spans, actor=then[0].state)


def outsiders(drafts: Sequence[Draft], held: Mapping[str, list[Office]]) -> dict[str, frozenset[str]]:
    """Treaty → who had a hand in it without being a party (a mediator), and the states that they speak for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.lore.outsider and told(draft):
            helpers = {filler.id for filler in draft.fillers("subject") if filler.id}
            behind = {office.state for helper in helpers for office in held.get(helper, ())}
            for treaty in draft.propositions[0].named("object", "treaty-"):
                found[treaty] |= helpers | behind
    return {treaty: frozenset(ids) for treaty, ids in found.items()}
