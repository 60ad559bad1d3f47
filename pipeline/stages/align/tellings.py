"""What statements tell, as alignment compares it: which predicate, of whom in which roles, when; how far two agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge.predicates import Predicate
from pipeline.model import Statement

Roles = frozenset[tuple[str, str]]
Coarser = tuple[str, Mapping[str, str]]  # another predicate that is told too, own roles by its own


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement tells: a predicate, who and what fills its roles, in which months (`YYYY-MM`: the first and the
    last), and whether it is affirmed."""

    predicate: str
    roles: Roles
    when: frozenset[str]
    affirmed: bool

    @property
    def about(self) -> frozenset[str]:
        """Who and what it is about."""
        return frozenset(one for _, one in self.roles)

    def of(self, role: str) -> frozenset[str]:
        """Who or what fills `role`."""
        return frozenset(one for name, one in self.roles if name == role)


def coarser(predicate: Predicate) -> tuple[Coarser, ...]:
    """What else statements of `predicate` tell: what it implies, and the outcome that another text may tell (an
    election of 1994 tells of who came to office then, though not who)."""
    implied = [(one.predicate, one.roles) for one in predicate.implies]
    ended = predicate.outcome
    return (*implied, *((name, ended.roles) for name in sorted(ended.by))) if ended else tuple(implied)


def tellings(statement: Statement, roles: Roles, others: Sequence[Coarser]) -> Iterator[Told]:
    """What `statement`, whose roles are filled by `roles`, tells: in its own predicate, then in coarser ones."""
    time = statement.time
    when = frozenset({time.earliest[:7], time.latest[:7]}) if time and time.earliest and time.latest else frozenset()
    affirmed = statement.polarity == "affirmed"
    yield Told(statement.predicate, roles, when, affirmed)
    for name, renamed in others:
        kept = frozenset((renamed[role], one) for role, one in roles if role in renamed)
        yield Told(name, kept, when, affirmed)


def agreement(one: Told, other: Told) -> float:
    """How far two statements tell the same, 0 to 1.

    0 for other times or polarity; up to 1 for one predicate of several referents in the same roles at one time; who
    accuses is not who is accused. At one time one predicate is half a reason even where one text leaves open of whom,
    if nothing in it differs, and so is another predicate of the same two.
    """
    if one.affirmed != other.affirmed or times_differ(one, other):
        return 0.0
    timed, alike = bool(one.when and other.when), len(one.roles & other.roles)
    if one.predicate == other.predicate and alike:
        return (0.6 if timed else 0.2) + 0.2 * min(2, alike)
    half = not roles_differ(one, other) if one.predicate == other.predicate else len(one.about & other.about) > 1
    return 0.5 if timed and half else 0.0


def of_other_events(ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Two of the statements are of one time, in other predicates and of nobody in common: events apart."""
    return any(
        one.when
        and other.when
        and one.about
        and other.about
        and one.predicate != other.predicate
        and one.about.isdisjoint(other.about)
        and not times_differ(one, other)
        for one in ours
        for other in theirs
    )


def roles_differ(one: Told, other: Told) -> bool:
    """Some role is filled in both, by nobody in common."""
    both = {role for role, _ in one.roles} & {role for role, _ in other.roles}
    return any(one.of(role).isdisjoint(other.of(role)) for role in both)


def times_differ(one: Told, other: Told) -> bool:
    """Both are dated, and neither by month nor by year the same."""
    years = {when[:4] for when in one.when}, {when[:4] for when in other.when}
    return bool(one.when and other.when) and not (one.when & other.when or years[0] == years[1])
