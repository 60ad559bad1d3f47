"""A treaty's slots, filled from the claims about it. Both sides of a conflict stay, each with its spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge.merge import EXPECTED, EXPECTED_OF_ANY
from pipeline.model import Modality, Resolution, Slot, Span, Statement, Temporal, Treaty
from pipeline.stages.merge import times
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.lifecycle import states
from pipeline.stages.merge.parties import BINDING, offices, outsiders, parties
from pipeline.stages.merge.propositions import Proposition

Labels = Mapping[str, dict[str, str]]
LISTED = ("signed", "signatories", "parties", "place", "establishes", "provisions", "entry_into_force", "ratified")
# Who signs or ratifies has done so; what a treaty provides or when it comes into force may be planned.
BOUND = ("signatories", "parties")  # an actor or nothing: *eleven republics* are none
DONE = ("signed", "signatories", "parties", "place", "ratified")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for one slot of one treaty, as one statement tells it."""

    treaty: str
    slot: str
    value: Slot


def fill_slots(resolution: Resolution, drafts: Sequence[Draft], known: frozenset[str]) -> tuple[Treaty, ...]:
    """The treaties of `resolution` with all slots filled, `status` and `missing` included; `known` are the states."""
    told: defaultdict[str, defaultdict[str, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    held = offices(drafts, known)
    for draft in drafts:
        for proposition in draft.propositions:
            for entry in entries(proposition):
                told[entry.treaty][entry.slot].append(entry.value)
                if entry.slot in BINDING and entry.value.actor:
                    told[entry.treaty]["parties"] += parties(proposition, entry.value.actor, known, held)
    aside, state = outsiders(drafts, held), states(drafts)
    labels = {one.id: one.labels for one in resolution.actors}
    return tuple(
        finish(without(one, told[one.id], aside.get(one.id, frozenset())), told[one.id], state.get(one.id, []), labels)
        for one in resolution.treaties
    )


def without(treaty: Treaty, told: dict[str, list[Slot]], aside: frozenset[str]) -> Treaty:
    """The treaty without these parties, which `told` loses too."""
    told["parties"] = [slot for slot in told["parties"] if slot.actor not in aside]
    return replace(treaty, parties=tuple(slot for slot in treaty.parties if slot.actor not in aside))


def finish(treaty: Treaty, told: dict[str, list[Slot]], status: list[Slot], labels: Labels) -> Treaty:
    """One treaty: what resolve found and what the claims tell, equal values together."""
    for slot in BOUND:
        told[slot] = [one for one in told.get(slot, ()) if one.actor]
    filled = {name: named(together([*getattr(treaty, name), *told.get(name, ())]), labels) for name in LISTED}
    expected = EXPECTED.get(treaty.kind, EXPECTED_OF_ANY)
    return replace(
        treaty,
        **filled,  # type: ignore[arg-type]  # the names are those of Treaty's own slots
        status=together([*treaty.status, *status], by=lambda slot: f"{slot.value} {slot.actor or ''}"),
        missing=tuple(name for name in expected if not filled[name]),
    )


def named(slots: Iterable[Slot], labels: Labels) -> tuple[Slot, ...]:
    """The slots with actors called by their label in the first language that has one."""
    return tuple(
        replace(slot, value=min((labels.get(slot.actor or "") or {"": slot.value}).items())[1]) for slot in slots
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
        yield slot, moment(times.beginning(told.time), told)
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


def name_of(slot: Slot) -> str:
    """What two slots share that say the same: their actor or words; a moment says its time alone."""
    alone = slot.actor is None and slot.time is not None and slot.value == (slot.time.edtf or slot.time.text)
    return "" if alone else slot.actor or slot.value


def together(slots: Iterable[Slot], by: Callable[[Slot], str] = name_of) -> tuple[Slot, ...]:
    """Slots that are the same `by` their name as one with all their spans; facts and the best attested first.

    A value told without a time, or with a coarser one, joins the same value told with a finer time where there is
    only one such time.
    """
    same: defaultdict[tuple[str, Modality], defaultdict[str, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        same[by(slot), slot.modality][times.key(slot.time)].append(slot)
    merged = [one(group) for by_time in same.values() for group in finest([one(told) for told in by_time.values()])]
    return tuple(sorted(merged, key=rank))


def finest(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Slots of one value at different times: each finest time with the coarser ones that hold it alone."""
    below = {slot: [other for other in slots if other is not slot and finer(other, slot)] for slot in slots}
    groups = {slot: [slot] for slot in slots if not below[slot]}
    for slot, others in below.items():
        inside = [other for other in others if other in groups]
        if len(inside) == 1:
            groups[inside[0]].append(slot)
        elif inside and slot.time is not None:
            groups[slot] = [slot]
    return list(groups.values())


def finer(one: Slot, other: Slot) -> bool:
    """True when the time of `one` lies in that of `other`, or `other` has none."""
    inner, outer = times.interval(one.time), times.interval(other.time)
    if inner is None or outer is None:
        return outer is None and inner is not None
    return inner != outer and times.within(inner, outer)


def one(group: Sequence[Slot]) -> Slot:
    """One slot for several that say the same: the finest time with its words, all spans in order."""
    spans: set[Span] = {span for slot in group for span in slot.spans}
    first = min(group, key=lambda slot: (length(slot), slot.spans))
    return replace(first, spans=tuple(sorted(spans)))


def length(slot: Slot) -> int:
    """How long the time of a slot is; the longest of all where it has none."""
    return times.days(times.interval(slot.time) or times.EVER)


def rank(slot: Slot) -> tuple[bool, int, str, str]:
    """Where a slot stands among its like: facts first, then by how many passages tell it, then by time and name."""
    return slot.modality != "asserted", -len(slot.spans), times.key(slot.time), slot.actor or slot.value
