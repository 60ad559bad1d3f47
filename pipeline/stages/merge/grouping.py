"""Propositions that are the same become one draft of a claim, whoever tells them and in whatever language."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model import Quantity, Statement, Temporal
from pipeline.model.unions import Unions
from pipeline.stages.merge.fillers import TEXT, Filler
from pipeline.stages.merge.lore import Lore
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.propositions import Proposition, Roles

Key = tuple[str, tuple[tuple[str, tuple[str, ...]], ...], str, str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: `propositions` in a fixed order, the first of them stands for all."""

    id: str
    propositions: tuple[Proposition, ...]
    statements: tuple[Statement, ...]

    @property
    def lore(self) -> Lore:
        return self.propositions[0].lore

    @property
    def roles(self) -> Roles:
        return self.propositions[0].roles

    @property
    def place(self) -> Filler | None:
        return next((one.place for one in self.propositions if one.place is not None), None)

    @property
    def time(self) -> Temporal | None:
        return self.propositions[0].time

    @property
    def quantity(self) -> Quantity | None:
        return self.propositions[0].quantity

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """Who or what fills `role`; empty where the texts do not say."""
        return next((fillers for name, fillers in self.roles if name == role), ())

    def ids(self) -> frozenset[str]:
        """All actors and treaties in the roles, names inside phrases included."""
        units = (unit for _, fillers in self.roles for filler in fillers for unit in filler.units)
        return frozenset(unit[1:] for unit in units if unit.startswith("@"))


def group(propositions: Iterable[Proposition], passages: Passages) -> tuple[Draft, ...]:
    """Drafts sorted by id. The order of `propositions` does not matter."""
    by_key: defaultdict[Key, list[Proposition]] = defaultdict(list)
    for proposition in propositions:
        by_key[proposition.key()].append(proposition)
    same = Unions(by_key)
    for one, other in [*aligned(by_key, passages), *placed(by_key)]:
        same.join(one, other)
    drafts = (draft(sorted(keys), by_key) for keys in same.groups())
    return tuple(sorted(drafts, key=lambda one: one.id))


def draft(keys: Sequence[Key], by_key: dict[Key, list[Proposition]]) -> Draft:
    """One draft of all propositions under `keys` (sorted); the first key gives it its id and its words."""
    ordered = [one for key in keys for one in sorted(by_key[key], key=place_in_corpus)]
    told = tuple(once(ordered))
    return Draft(name(keys[0]), told, tuple(one.statement for one in told))


def name(key: Key) -> str:
    """The id of a claim: it depends on what is claimed alone, so other documents do not change it."""
    return "claim-" + hashlib.sha256(repr(key).encode()).hexdigest()[:10]


def place_in_corpus(one: Proposition) -> tuple[str, int, int, str]:
    """Where a proposition is told."""
    span = one.statement.span
    return span.document, span.start, span.end, one.statement.id


def once(propositions: Sequence[Proposition]) -> list[Proposition]:
    """Without repetitions: one voice tells a proposition once in one sentence, by its surest statement."""
    best: dict[tuple[object, ...], Proposition] = {}
    for one in propositions:
        told = one.statement
        key = (told.span.document, told.sentence, told.polarity, told.modality, told.holder)
        if key not in best or told.confidence > best[key].statement.confidence:
            best[key] = one
    return list(best.values())


def aligned(by_key: dict[Key, list[Proposition]], passages: Passages) -> list[tuple[Key, Key]]:
    """Pairs of keys that differ only in a phrase, told in two languages in aligned passages without a rival."""
    cells: defaultdict[tuple[object, ...], dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for key, propositions in by_key.items():
        if not open_to_translation(key):
            continue
        for one in propositions:
            for number in passages.of(one.statement.span):
                cells[(number, *masked(key))][one.statement.language].add(key)
    return [
        (min(keys), next(iter(others)))
        for cell in cells.values()
        if len(cell) > 1 and all(len(keys) == 1 for keys in cell.values())
        for keys in [set().union(*cell.values())]
        for others in cell.values()
    ]


def placed(by_key: dict[Key, list[Proposition]]) -> list[tuple[Key, Key]]:
    """Pairs of keys of one event, dated alike or happening once, that differ in that one of them alone has a place.

    Where two places are told, nothing says which of them the telling without one means.
    """
    cells: defaultdict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key, propositions in by_key.items():
        lore = propositions[0].lore
        if not lore.lasting and (key[3] or lore.once):
            cells[key[0], key[1], key[3:]].append(key)
    pairs = [sorted(keys) for keys in cells.values() if len(keys) == 2]
    return [(bare, full) for bare, full in pairs if not bare[2]]


def open_to_translation(key: Key) -> bool:
    """True when a phrase fills a role, and a name another."""
    fillers = [filler for _, keys in key[1] for filler in keys]
    return any(one.startswith(TEXT) for one in fillers) and any(not one.startswith(TEXT) for one in fillers)


def masked(key: Key) -> tuple[object, ...]:
    """`key` with the words of its phrases left out."""
    roles = tuple((role, tuple(TEXT if one.startswith(TEXT) else one for one in keys)) for role, keys in key[1])
    return key[0], roles, *key[2:]
