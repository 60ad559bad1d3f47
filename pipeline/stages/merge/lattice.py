"""Which drafts tell the same as another in a finer way: narrower time, more roles, surer amount, stronger word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from pipeline.stages.merge import amounts, times
from pipeline.stages.merge.fillers import TEXT
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.propositions import RoleKeys, Roles, role_keys

Shape = tuple[str, RoleKeys]


class Nesting(NamedTuple):
    """`fine` tells `coarse` and more, or, where `equal`, just as much."""

    fine: Draft
    coarse: Draft
    equal: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """Drafts of one predicate with the same roles: those without a date, and the dated ones, the longest time first."""

    undated: tuple[Draft, ...]
    dated: tuple[tuple[int, times.Interval, Draft], ...]


def nested(drafts: Sequence[Draft]) -> Iterator[Nesting]:
    """Pairs (finer, coarser), only the nearest coarser ones: 12 May 2000 refines May 2000, and that refines 2000.

    Two drafts each of which is as fine as the other, told by different words, come once, as equal.
    """
    shelves = {shape: shelf(group) for shape, group in shapes(drafts).items()}
    above = {draft.id: {other.id: other for other in coarser(draft, shelves)} for draft in drafts}
    for draft in drafts:
        direct = above[draft.id]
        indirect = {far for near in direct for far in above[near] if near not in above[far]}
        for other in sorted(direct.keys() - indirect):
            mutual = draft.id in above[other]
            if not mutual or draft.id < other:
                yield Nesting(draft, direct[other], mutual)


def shapes(drafts: Iterable[Draft]) -> dict[Shape, list[Draft]]:
    """Drafts by predicate and roles."""
    found: defaultdict[Shape, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found[draft.lore.name, role_keys(whole(draft))].append(draft)
    return dict(found)


def shelf(drafts: Sequence[Draft]) -> Shelf:
    """Order the drafts of one shape."""
    dated = [(-times.days(when), when, one) for one in drafts if (when := times.interval(one.time)) is not None]
    undated = tuple(one for one in drafts if one.time is None)
    return Shelf(undated, tuple(sorted(dated, key=lambda entry: (entry[0], entry[1], entry[2].id))))


def coarser(draft: Draft, shelves: dict[Shape, Shelf]) -> Iterator[Draft]:
    """The drafts that `draft` tells in a finer way."""
    when = times.interval(draft.time)
    for shape in above(draft):
        for other in candidates(shelves.get(shape), when):
            if other.id != draft.id and amounts.covers(other.quantity, draft.quantity):
                yield other


def candidates(shelf: Shelf | None, when: times.Interval | None) -> Iterator[Draft]:
    """The drafts of a shelf whose time holds `when`, or who have none."""
    if shelf is None:
        return
    yield from shelf.undated
    if when is not None:
        for length, outer, draft in shelf.dated:
            if -length < times.days(when):
                return
            if times.within(when, outer):
                yield draft


def above(draft: Draft) -> Iterator[Shape]:
    """The shapes that `draft` fills: its own, with fewer roles, and the same under the predicates that it implies."""
    keys = role_keys(whole(draft))
    yield from ((draft.lore.name, fewer_keys) for fewer_keys in fewer(keys))
    for other, renamed in sorted(draft.lore.implies.items()):
        mine = tuple(sorted((renamed[name], fillers) for name, fillers in keys if name in renamed))
        yield from ((other, fewer_keys) for fewer_keys in fewer(mine))


def fewer(roles: RoleKeys) -> Iterator[RoleKeys]:
    """The roles, and the roles without one or two of them where a name is left.

    Fillers that act together may be told of fewer than all: who negotiated with two others negotiated with one.
    """
    yield roles
    for left_out in range(1, min(3, len(roles))):
        for kept in combinations(roles, len(roles) - left_out):
            if any(not filler.startswith(TEXT) for _, fillers in kept for filler in fillers):
                yield kept
    for number, (name, fillers) in enumerate(roles):
        if len(fillers) > 1:
            for some in combinations(fillers, len(fillers) - 1):
                yield (*roles[:number], (name, some), *roles[number + 1 :])


def whole(draft: Draft) -> Roles:
    """The roles with the place as one of them."""
    return (*draft.roles, ("place", (draft.place,))) if draft.place else draft.roles
