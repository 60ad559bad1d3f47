"""One treaty in one document: the phrases for it, and when it is told to be made and to come into force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model import Modality, Span, Statement, Temporal
from pipeline.stages.resolve.acts import Acts
from pipeline.stages.resolve.designations import Designation, clauses
from pipeline.stages.resolve.times import Interval, agree, finest, interval

# Kinds whose word says little of what the treaty is.
VAGUE = frozenset({"document", "programme", "plan", "act", "communique", "compromise"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the treaty's making and where it is told."""

    time: Temporal
    spans: tuple[Span, ...]
    modality: Modality
    predicate: str


@dataclass
class Chain:
    """One treaty in one document, in the making."""

    first: Designation
    because: list[str] = field(default_factory=list)
    members: list[Designation] = field(default_factory=list)
    dated: list[Dated] = field(default_factory=list)
    taken_up: list[tuple[Statement, str]] = field(default_factory=list)
    entered: list[Interval] = field(default_factory=list)
    all_names: set[frozenset[str]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    verbs: set[int] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)
    _words: set[str] = field(default_factory=set)
    _states: set[str] = field(default_factory=set)

    @property
    def acts(self) -> Acts:
        return self.first.acts

    def clauses(self) -> Iterator[tuple[Statement, str]]:
        """The statements about it with the role that it fills, those that take it up by a pronoun last."""
        for member in self.members:
            yield from clauses(member)
        yield from self.taken_up

    @property
    def kind(self) -> str:
        """The first kind that is no bearer of any kind, else the first told."""
        own = [m.kind for m in self.members if m.kind and (m is self.first or m.distinctive or m.manner == "name")]
        return next((kind for kind in own if kind not in VAGUE), own[0] if own else "")

    @property
    def names(self) -> frozenset[str]:
        """The proper words of its fullest name."""
        return max((m.distinctive for m in self.members), key=lambda n: (len(n), sorted(n)), default=frozenset())

    @property
    def authorities(self) -> set[str]:
        """The authority ids that its names carry (several where the text gives one as another name of the other)."""
        return {member.authority for member in self.members if member.authority}

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self._words)

    @property
    def states(self) -> frozenset[str]:
        return frozenset(self._states)

    @property
    def when(self) -> Interval | None:
        """The finest date of its signing; of its negotiation where no signing is told."""
        for predicate in (*self.first.acts.dating, ""):
            times = [interval(d.time) for d in self.dated if d.predicate == predicate and d.modality == "asserted"]
            if found := finest([time for time in times if time]):
                return found
        return None

    @property
    def latest(self) -> Designation:
        """The member that stands last in the text."""
        return max(self.members, key=lambda member: member.span)

    def add(self, designation: Designation, why: str) -> None:
        self.members.append(designation)
        self.dated += dates_of(designation)
        self.entered += entries(clauses(designation), self.acts)
        self.all_names |= designation.titles
        self.kinds.add(designation.kind)
        self.verbs.add(designation.verb)
        self.matters |= designation.matters
        self._words |= designation.words | designation.distinctive
        self._states |= designation.states
        if why:
            self.because.append(why)

    def take_up(self, statement: Statement, role: str) -> None:
        """A statement that tells of it by a pronoun."""
        self.taken_up.append((statement, role))
        self.dated += making([(statement, role)], self.acts)
        self.entered += entries([(statement, role)], self.acts)


def dates_of(designation: Designation) -> list[Dated]:
    """The dates in the phrase itself and those of the statements on its making."""
    own = [time for time in map(interval, designation.own) if time]
    told = making(clauses(designation), designation.acts)
    when = [interval(one.time) for one in told]
    agreed = [one for one, time in zip(told, when, strict=True) if not own or not time or meets(time, own)]
    return [*(Dated(date, (date.span,), "asserted", "") for date in designation.own if date.span), *agreed]


def making(told: Iterable[tuple[Statement, str]], acts: Acts) -> list[Dated]:
    """The dates of the statements that tell of the making."""
    found = []
    for statement, role in told:
        makes = statement.predicate in acts.dating and role == "object" and statement.polarity == "affirmed"
        if makes and statement.time and statement.time.relation == "at" and statement.time.layer != "document":
            spans = (statement.time.span, statement.span) if statement.time.span else (statement.span,)
            found.append(Dated(statement.time, spans, statement.modality, statement.predicate))
    return found


def meets(time: Interval, others: Iterable[Interval]) -> bool:
    return any(agree(time, other) for other in others)


def entries(told: Iterable[tuple[Statement, str]], acts: Acts) -> list[Interval]:
    """When it is told as a fact to come into force."""
    facts = [one for one, _ in told if one.predicate in acts.entering and one.polarity == "affirmed"]
    times = [interval(one.time) for one in facts if one.time and one.modality == "asserted"]
    return [time for time in times if time]


def lives(own: Sequence[Interval], chain: Chain) -> bool:
    """What comes into force (`own`: when) does so once, and not before it is signed."""
    if not own:
        return True
    late = chain.when is None or own[0][1] >= chain.when[0]
    return late and (not chain.entered or meets(own[0], chain.entered))
