"""Descriptions of persons by their office: *the Belorussian president*, « le chef de l'État », *his counterpart*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.stages.resolve.describing import is_bare, is_definite, is_plural, possessive
from pipeline.stages.resolve.found import Found, found
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.offices import (
    Held,
    beside,
    bodies_of,
    holders,
    meant_by,
    office_at,
    states_around,
    states_served,
    title_at,
)
from pipeline.stages.resolve.owners import owner
from pipeline.stages.resolve.scenes import Scene
from pipeline.stages.resolve.views import View
from pipeline.stages.resolve.whose import states_of

_FAR = 5  # sentences after which an office alone means nobody any more


@dataclass(frozen=True)
class Holding:
    """Finds the holders of the offices that one document tells."""

    view: View
    scene: Scene
    actors: Named
    types: Mapping[str, str]
    states: frozenset[str]
    facts: Sequence[Held]

    def office(self, head: int) -> str | None:
        """The office that the token heads, None where it is a word inside a title (*prime* minister)."""
        if self.view.tokens[head].pos not in ("NOUN", "PROPN"):
            return None
        office = office_at(self.view, head)
        above = self.view.tokens[head].head
        inner = above != head and abs(above - head) < 4 and office_at(self.view, above) == office
        return None if inner else office

    def holder(self, head: int, office: str) -> Found | None:
        """*the Belorussian president*: the one person who is told to hold the office, or to have held it."""
        if not is_definite(self.view, head) or is_plural(self.view, head) or self._names_person(head):
            return None
        former = self._words(head, self.view.pack.bygone)
        of = self._of(head, office)
        known = (
            title_at(self.view, head, office) | former | self._words(head, self.view.pack.countries) | self._named(head)
        )
        if len(of) > 1 or not is_bare(self.view, head, known):
            return None
        place = self.view.tokens[head].start
        offices = meant_by(self.view, office)
        told = self.facts if of else self._told_before(offices, place) or self.facts
        people = holders(told, offices, of[0] if of else "", self.view.document, bool(former))
        if len(people) != 1 or not (of or self._spoken_of(next(iter(people)), place)):
            return None
        return found(self.view, head, people, "the person told to hold that office")

    def pair(self, head: int, office: str, count: int) -> frozenset[str]:
        """*the two presidents*: as many holders of the office as were named shortly before."""
        offices = meant_by(self.view, office)
        told = {fact.person for fact in self.facts if fact.office in offices}
        for back in range(_FAR):
            near = self.scene.before(self.view.tokens[head].start, back)
            people = frozenset(id for p in near if p.type == "person" for id in p.ids if id in told)
            if len(people) >= count:
                return people if len(people) == count else frozenset()
        return frozenset()

    def counterpart(self, head: int) -> Found | None:
        """« son homologue russe »: who holds the office of the possessor in the other state."""
        mine = possessive(self.view, head)
        of = self._of(head)
        if mine is None or len(of) != 1 or self._names_person(head):
            return None
        if not is_bare(self.view, head, self._named(head)):
            return None
        person = owner(self.view, self.scene, mine, head)
        near = self.scene.before(self.view.tokens[head].start, 1)
        owners = {person} if person else {id for p in near if p.type == "person" for id in p.ids}
        offices = {fact.office for fact in self.facts if fact.person in owners}
        people = {
            one for office in offices for one in holders(self.facts, frozenset({office}), of[0], self.view.document)
        }
        people -= {person}
        return found(self.view, head, people, "who holds the same office there") if len(people) == 1 else None

    def country(self, head: int) -> Found | None:
        """*his country*: the state of the offices that the possessor is told to hold."""
        mine = possessive(self.view, head)
        if mine is None or is_plural(self.view, head) or not is_bare(self.view, head):
            return None
        person = owner(self.view, self.scene, mine, head)
        served = list(states_served(self.facts, person, self.states)) if person else []
        return found(self.view, head, served, "the country of the office held") if len(served) == 1 else None

    def _of(self, head: int, office: str = "") -> tuple[str, ...]:
        """The states named in the phrase, else the bodies."""
        near = states_of(self.view, head, self.actors, self.states)
        near = near or states_around(self.view, head, self.actors, self.states)
        return near or bodies_of(self.view, head, self.actors, self.types, office)

    def _words(self, head: int, words: Sequence[str]) -> frozenset[int]:
        """The tokens in or just before the phrase that are among these words."""
        wanted = frozenset(map(folded, words))
        inside = {*self.view.phrase(head), *self.view.left(head)} - {head}
        return frozenset(i for i in inside if self.view.lemmas[i] in wanted)

    def _named(self, head: int) -> frozenset[int]:
        """The tokens in or just before the phrase that a name of an actor covers."""
        inside = {*self.view.phrase(head), *self.view.left(head)}
        return frozenset(i for i in inside if self.actors.covers(self.view.tokens[i].start))

    def _told_before(self, offices: frozenset[str], place: int) -> list[Held]:
        """What the document tells of these offices before a place."""
        own = (fact for fact in self.facts if fact.document == self.view.document and fact.start < place)
        return [fact for fact in own if fact.office in offices]

    def _spoken_of(self, person: str, place: int) -> bool:
        return any(person in presence.ids for presence in self.scene.before(place, _FAR))

    def _names_person(self, head: int) -> bool:
        """A person is named in the phrase, or stands beside it as the bearer of the title."""
        span = self.view.span(self.view.phrase(head))
        for presence in self.scene.around(span.start, span.end):
            if presence.type != "person":
                continue
            if span.start <= presence.start < span.end or head in beside(self.view, presence.start, presence.end):
                return True
        return False
