"""Chains: the designations of one treaty within one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.stages.resolve.designations import Designation, clauses
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.made import VAGUE, Chain, dates_of, entries, lives
from pipeline.stages.resolve.salience import best, points, topic
from pipeline.stages.resolve.times import Interval, agree, interval

HEADLINE = 2  # sentences (the title is one) in which a text says what it is about
WINDOW = 6  # sentences over which a definite phrase may point back


@dataclass(frozen=True, slots=True)
class Pointer:
    """A designation and the chains (by number) that it stands for."""

    designation: Designation
    chains: tuple[int, ...]
    because: str


@dataclass
class Chainer:
    """Reads the designations of one document in order and links each to a chain, or to none."""

    bearers: frozenset[str]
    sentence: Callable[[int], int]
    alias: Callable[[Designation, Designation], bool]
    includes: Callable[[Designation, Designation], bool]
    twin: Callable[[Designation, Designation], str]
    foretold: Callable[[Designation, Sequence[Designation]], bool]
    chains: list[Chain] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    barrier: int = -1
    last: dict[int, int] = field(default_factory=dict)
    open_questions: list[tuple[Designation, list[int]]] = field(default_factory=list)

    def read(self, designations: Sequence[Designation]) -> None:
        """Link all designations of the document."""
        held: Designation | None = None
        previous: Designation | None = None
        for number, designation in enumerate(designations):
            if held is not None and self.includes(held, designation):
                self._include(held, designation)
                held, previous = None, designation
                continue
            held = designation if designation.plural and designation.manner != "name" else None
            if previous is not None and self.alias(previous, designation) and self._pointed(previous):
                self._link(designation, self._pointed(previous), f"another name in the text: {designation.text}")
            elif not self._enumerates(designation) and not self._doubles(designation, designations[:number][-4:]):
                self._place(designation, designations[number + 1 :][:6])
            previous = designation

    def _doubles(self, designation: Designation, before: Sequence[Designation]) -> bool:
        """A predicate or an apposition means the same treaty; what was left open before it takes its meaning."""
        for other in reversed(before):
            why = self.twin(other, designation)
            chains = self._pointed(other) if why else ()
            if why and not chains:
                self._place(designation)
                chains = self._pointed(designation)
                if len(chains) == 1:
                    self._link(other, chains, why)
                return True
            if why and len(chains) == 1 and _meets(self._told_times(designation), self.chains[chains[0]]):
                self._link(designation, chains, why)
                return True
        return False

    def _pointed(self, designation: Designation) -> tuple[int, ...]:
        return next((p.chains for p in reversed(self.pointers) if p.designation is designation), ())

    def _link(self, designation: Designation, chains: tuple[int, ...], why: str) -> None:
        self._point(designation, chains, why)
        if len(chains) == 1:
            self.chains[chains[0]].add(designation, why)

    def _point(self, designation: Designation, chains: tuple[int, ...], why: str) -> None:
        self.pointers.append(Pointer(designation, chains, why))
        for number in chains:
            self.last[number] = max(self.last.get(number, -1), designation.span.start)

    def _open(self, designation: Designation, because: str) -> int:
        chain = Chain(designation)
        chain.add(designation, "")
        self.chains.append(chain)
        self._point(designation, (len(self.chains) - 1,), because)
        return len(self.chains) - 1

    def _include(self, plural: Designation, member: Designation) -> None:
        """« de nouveaux traités, y compris une déclaration »: the member has the date of the whole."""
        already = self._pointed(plural)
        number = already[0] if len(already) == 1 and self.chains[already[0]].first is plural else None
        if number is None:
            number = self._open(member, "a treaty named as part of several")
            self.chains[number].dated += dates_of(plural)
            self._point(plural, (number,), f"of these the text names {member.text}")
        else:
            self._link(member, (number,), f"of {plural.text} the text names {member.text}")
            self.chains[number].first = member

    def _enumerates(self, designation: Designation) -> bool:
        """« les documents de 1996 et 1997 »: one treaty for each date."""
        times = [time for time in map(interval, designation.own) if time]
        if not designation.plural or len(times) < 2 or designation.distinctive:
            return False
        found = []
        for time in times:
            fits = [
                i for i, c in enumerate(self.chains) if c.when and agree(c.when, time) and self._kin(designation, c)
            ]
            if len(fits) == 1:
                found.append(fits[0])
        if len(found) == len(times):
            self._link(designation, tuple(dict.fromkeys(found)), "one treaty for each date")
        return True

    def _place(self, designation: Designation, later: Sequence[Designation] = ()) -> None:
        named = bool(designation.distinctive)
        if named:
            self._named(designation)
        elif designation.manner in ("indefinite", "bare") or (designation.fresh and designation.manner == "name"):
            if self._is_told(designation) or self.foretold(designation, later):
                self._open(designation, "introduced by the text")
            elif designation.fresh and not designation.plural:
                self.barrier = designation.span.start  # another treaty: nothing points back past it
        else:
            self._definite(designation)

    def _is_told(self, designation: Designation) -> bool:
        """A date, or for a single treaty an asserted statement on its making, makes an indefinite phrase a treaty."""
        if designation.plural and designation.kind == "document" and not designation.fresh:
            return False
        if any(d.modality in ("asserted", "planned") for d in dates_of(designation)):
            return True
        if not designation.plural and entries(clauses(designation), designation.acts):
            return True
        making = [s for s, role in clauses(designation) if s.predicate in designation.acts.dating and role == "object"]
        asserted = any(s.modality == "asserted" and s.polarity == "affirmed" for s in making)
        return asserted and not designation.plural and designation.manner == "indefinite"

    def _named(self, designation: Designation) -> None:
        titles, times = designation.titles, self._told_times(designation)
        fits = [i for i, chain in enumerate(self.chains) if self._same_name(designation, chain, titles, times)]
        equal = [i for i in fits if titles & self.chains[i].all_names]
        chosen = equal if len(equal) == 1 else fits
        if len(chosen) == 1:
            self._link(designation, (chosen[0],), f"the same name: {designation.text}")
        elif not fits and (designation.kind not in VAGUE or designation.manner == "name"):
            self._open(designation, "named in the text")

    def _same_name(
        self, designation: Designation, chain: Chain, titles: frozenset[frozenset[str]], times: Sequence[Interval]
    ) -> bool:
        names, own = chain.all_names, designation.distinctive
        if not self._kin(designation, chain) or not _meets(times, chain) or _on_others(designation, chain):
            return False
        if not titles.isdisjoint(names):
            return True
        if designation.authority and chain.authorities:
            return False
        wider = any(own < name for name in names) and designation.manner in ("name", "definite", "pointing")
        described = own <= chain.words and not names and designation.manner != "indefinite"
        if _beside(designation, chain):
            return False
        return (wider or described) and not _sequence(own ^ chain.names)

    def _told_times(self, designation: Designation) -> list[Interval]:
        """When its making is told as a fact."""
        return [t for t in (interval(d.time) for d in dates_of(designation) if d.modality == "asserted") if t]

    def _kin(self, designation: Designation, chain: Chain) -> bool:
        """Whether the word used can stand for the chain's kind."""
        kinds = chain.kinds
        if designation.kind in kinds or not designation.kind or kinds == {""}:
            return True
        return designation.kind in self.bearers and not kinds <= VAGUE - {"document"}

    def _definite(self, designation: Designation) -> None:
        times = [t for t in (interval(d.time) for d in dates_of(designation)) if t]
        comes = entries(clauses(designation), designation.acts)
        kin = [
            i
            for i, chain in enumerate(self.chains)
            if self._kin(designation, chain)
            and self._content(designation, chain)
            and not _beside(designation, chain)
            and lives(comes, chain)
        ]
        if times:
            self._dated(designation, kin, times)
            return
        if designation.restricted and not self._is_told(designation):
            return  # « le texte proposé par A »: another thing than what was signed
        if _tells_apart(designation):
            if len(kin) == 1:
                self._link(designation, (kin[0],), f"{designation.text}: the treaty last spoken of")
            elif not kin and self._is_told(designation) and designation.words:
                self._open(designation, "introduced by the text")
        elif near := self._near(designation, kin):
            self._choose(designation, near)
        elif self._opens(designation, kin):
            self._link(designation, (self._headline(),), f"{designation.text}: the treaty that the text is about")
        elif designation.plural and len(fits := self._namesakes(designation, kin)) == 1:
            self._link(designation, (fits[0],), f"{designation.text}: the one that the text calls so")

    def _dated(self, designation: Designation, kin: Sequence[int], times: Sequence[Interval]) -> None:
        """The treaty of that date, else the one without a date that was spoken of last, else a new one."""
        fits = [i for i in kin if (w := self.chains[i].when) and any(agree(w, time) for time in times)]
        fits = fits or [i for i in self._near(designation, kin) if self.chains[i].when is None][-1:]
        if len(fits) == 1:
            self._link(designation, (fits[0],), f"{designation.text}: the treaty of that date")
        elif not fits:
            self._open(designation, "described by its date")

    def _headline(self) -> int:
        """The named treaty that is a subject in the first sentence or stands in the title; -1 where none is."""
        heads = [i for i, chain in enumerate(self.chains) if chain.first.prominent and chain.first.distinctive]
        first = min(heads, key=lambda i: self.chains[i].first.span, default=-1)
        return first if first >= 0 and self.sentence(self.chains[first].first.span.start) < HEADLINE else -1

    def _opens(self, designation: Designation, kin: Sequence[int]) -> bool:
        """Whether the bare noun is that of the treaty that the text is about, when none is near."""
        number = self._headline()
        return number in kin and not designation.plural and self.chains[number].first.kind == designation.kind

    def _namesakes(self, designation: Designation, numbers: Sequence[int]) -> list[int]:
        """Named treaties that bear this very plural (*the accords* long after *the Geneva Accords*)."""
        word = folded(designation.text)
        named = [(i, one) for i in numbers for one in self.chains[i].members if one.distinctive]
        return list(dict.fromkeys(i for i, one in named if word in folded(one.text).split()))

    def _choose(self, designation: Designation, near: Sequence[int]) -> None:
        """The candidate with most points; a question stays open where two have the same."""
        if designation.fresh:
            self._link(designation, (max(near),), f"{designation.text}: the treaty last spoken of")
            return
        last, main = max(near, key=lambda i: self.last[i]), topic(self.chains)
        verb = self.chains[last].latest.verb
        level = {i for i in near if i == last or 0 <= verb == self.chains[i].latest.verb}
        scores = {i: points(designation, self.chains[i], i == main, i in level) for i in near}
        chosen = best(scores)
        if self._is_far(designation, chosen[0]) and scores[chosen[0]] < 3:
            return  # named in passing by another noun, and not just before
        if len(chosen) == 1:
            why = "the treaty last spoken of" if chosen[0] == last else "the treaty that the text is about"
            self._link(designation, (chosen[0],), f"{designation.text}: {why}")
        else:
            self.open_questions.append((designation, chosen))

    def _is_far(self, designation: Designation, number: int) -> bool:
        return self.sentence(designation.span.start) - self.sentence(self.last[number]) > 1

    def _near(self, designation: Designation, numbers: Sequence[int]) -> list[int]:
        """Chains last spoken of within the window; a plural only points to a plural."""
        here = self.sentence(designation.span.start)
        found = []
        for number in numbers:
            last = self.last[number]
            plural = any(member.plural for member in self.chains[number].members)
            if last > self.barrier and here - self.sentence(last) <= WINDOW and (plural or not designation.plural):
                found.append(number)
        return found

    def _content(self, designation: Designation, chain: Chain) -> bool:
        """Every describing word of a definite phrase is known of the chain, and so is every state in it."""
        states = designation.states & designation.names
        known = not states or not chain.states or states <= chain.states
        return known and (not designation.words or designation.fresh or designation.words <= chain.words)


def _meets(times: Sequence[Interval], chain: Chain) -> bool:
    """No date of its making that differs."""
    return not times or chain.when is None or any(agree(chain.when, time) for time in times)


def _on_others(designation: Designation, chain: Chain) -> bool:
    """Both say what they are about, and nothing is the same: *the fisheries agreement*, *the association agreement*."""
    known = bool(designation.authority) and designation.authority in chain.authorities
    return (
        bool(designation.matters)
        and bool(chain.matters)
        and not known
        and chain.matters.isdisjoint(designation.matters)
    )


def _tells_apart(designation: Designation) -> bool:
    return bool(designation.words) and not designation.fresh


def _beside(designation: Designation, chain: Chain) -> bool:
    """The treaty fills another role of the same verb (*the plan replaced the Geneva Plan*)."""
    return designation.verb >= 0 and designation.verb in chain.verbs


def _sequence(words: frozenset[str]) -> bool:
    """Whether the names differ by a number (START I, START II)."""
    return any(re.fullmatch(r"[ivx]+|\d+", word) for word in words)
