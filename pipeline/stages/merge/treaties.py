"""A treaty's slots, filled from the claims about it. Both sides of a conflict stay, each with its spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge.merge import EXPECTED, EXPECTED_OF_ANY
from pipeline.model import Modality, Slot, Span, Statement, Temporal, Treaty
from pipeline.stages.merge import times
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.lifecycle import states
from pipeline.stages.merge.propositions import Proposition

LISTED = ("signed", "signatories", "parties", "place", "establishes", "provisions", "entry_into_force", "ratified")
# Who signs or ratifies has done so; what a treaty provides or when it comes into force may be planned.
DONE = ("signed", "signatories", "parties", "place", "ratified")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for one slot of one treaty, as one statement tells it."""

    treaty: str
    slot: str
    value: Slot


def fill_slots(treaties: Iterable[Treaty], drafts: Sequence[Draft]) -> tuple[Treaty, ...]:
    """The treaties with all slots filled, `status` and `missing` included."""
    told: defaultdict[str, defaultdict[str, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        for proposition in draft.propositions:
            for entry in entries(proposition):
                told[entry.treaty][entry.slot].append(entry.value)
    state = states(drafts)
    return tuple(finish(treaty, told[treaty.id], state.get(treaty.id, [])) for treaty in treaties)


def finish(treaty: Treaty, told: dict[str, list[Slot]], status: list[Slot]) -> Treaty:
    """One treaty: what resolve found and what the claims tell, equal values together."""
    filled = {name: together([*getattr(treaty, name), *told.get(name, ())]) for name in LISTED}
    expected = EXPECTED.get(treaty.kind, EXPECTED_OF_ANY)
    return replace(
        treaty,
        **filled,  # type: ignore[arg-type]  # the names are those of Treaty's own slots
        status=together([*treaty.status, *status]),
        missing=tuple(name for name in expected if not filled[name]),
    )


def entries(proposition: Proposition) -> Iterator[Entry]:
    """What one proposition gives to the slots of the treaties in its roles; a denial or a guess gives nothing."""
    told, lore = proposition.statement, proposition.lore
    if told.polarity == "negated" or told.modality not in ("asserted", "planned") or lore.slot is None:
        return
    for role in sorted(lore.treaty_roles):
        for treaty in proposition.named(role, "treaty-"):
            for slot, value in slots(proposition, lore.slot, role):
                if told.modality == "asserted" or slot not in DONE:
                    yield Entry(treaty, slot, value)


def slots(proposition: Proposition, slot: str, treaty_role: str) -> Iterator[tuple[str, Slot]]:
    """The values for `slot`, and when and where the signing that fills it took place."""
    told = proposition.statement
    others = [filler for role, fillers in proposition.roles if role != treaty_role for filler in fillers]
    for filler in others:
        yield slot, value(filler, told)
    if slot in ("entry_into_force", "ratified") and not others and told.time:
        yield slot, moment(told.time, told)
    if slot == "signatories":
        if told.time is not None and times.interval(told.time):
            yield "signed", moment(told.time, told)
        if proposition.place is not None:
            yield "place", value(proposition.place, told)


def value(filler: Filler, told: Statement) -> Slot:
    """A filler as the value of a slot."""
    spans = (filler.span or told.span,)
    return Slot(value=filler.shown, spans=spans, actor=filler.id, time=told.time, modality=told.modality)


def moment(time: Temporal, told: Statement) -> Slot:
    """A time as the value of a slot."""
    return Slot(value=time.edtf or time.text, spans=(time.span or told.span,), time=time, modality=told.modality)


def together(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Equal values as one with all their spans; asserted before planned, dated and best attested before the others."""
    same: defaultdict[tuple[str, str, Modality], list[Slot]] = defaultdict(list)
    for slot in slots:
        same[slot.actor or slot.value, times.key(slot.time), slot.modality].append(slot)
    merged = [one(group) for group in without_undated(same).values()]
    return tuple(sorted(merged, key=rank))


def without_undated(same: dict[tuple[str, str, Modality], list[Slot]]) -> dict[tuple[str, str, Modality], list[Slot]]:
    """A value told without a time joins the same value told with one, where there is only one."""
    found = {key: list(slots) for key, slots in sorted(same.items())}
    for name, when, modality in sorted(same):
        dated = [key for key in found if key[0] == name and key[1] and key[2] == modality]
        if not when and len(dated) == 1:
            found[dated[0]] += found.pop((name, when, modality))
    return found


def one(group: Sequence[Slot]) -> Slot:
    """One slot for several that say the same, the time and the words of the first, all spans in order."""
    spans: set[Span] = {span for slot in group for span in slot.spans}
    first = min(group, key=lambda slot: (slot.time is None, slot.spans))
    return replace(first, spans=tuple(sorted(spans)))


def rank(slot: Slot) -> tuple[bool, int, str, str]:
    """Where a slot stands among its like: facts first, then by how many passages tell it, then by time and name."""
    return slot.modality != "asserted", -len(slot.spans), times.key(slot.time), slot.value
