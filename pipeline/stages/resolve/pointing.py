"""Pointing phrases that are no pronouns: « les deux pays », *the Belorussian president*, « ce dernier »."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.model import Span
from pipeline.stages.resolve.groups import states_of
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.offices import Held, beside, forms, holder, office_at, states_around
from pipeline.stages.resolve.scenes import Presence, Scene, distinct
from pipeline.stages.resolve.views import View

_STATES = frozenset({"state"})
_BODIES = frozenset({"state", "organization", "group"})
# Who may be a side, the likelier first: states, then bodies, then groups among them.
_SIDES = (_STATES, _STATES | {"organization"}, _BODIES)
_PERSONS = frozenset({"person"})


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase, what it refers to, and why."""

    span: Span
    head: int
    ids: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Pointing:
    """Resolves the pointing phrases of one document."""

    view: View
    scene: Scene
    actors: Named
    states: frozenset[str]
    facts: Sequence[Held]
    contracting: Callable[[int], tuple[str, ...]]

    def at(self, head: int) -> Found | None:
        """What the phrase headed by the token points to; None where that is not certain."""
        token = self.view.tokens[head]
        lemma = self.view.lemmas[head]
        if token.pos not in ("NOUN", "PROPN", "ADJ", "PRON"):
            return None
        for concept, lemmas in self.view.pack.pairs.items():
            if lemma in map(folded, lemmas) and self._is_pair(head):
                return self._pair(head, concept)
        if lemma in map(folded, self.view.pack.latter):
            return self._latter(head)
        if lemma in map(folded, self.view.pack.former):
            return self._former(head)
        office = office_at(self.view, head, forms(self.view)) if token.pos in ("NOUN", "PROPN") else None
        if office is not None and not self._is_inner(head, office):
            return self._holder(head, office)
        if lemma in map(folded, self.view.pack.countries):
            return self._country(head)
        return None

    def _is_inner(self, head: int, office: str) -> bool:
        """A word of the title that hangs on another word of it (*prime* minister)."""
        above = self.view.tokens[head].head
        return above != head and abs(above - head) < 4 and office_at(self.view, above, forms(self.view)) == office

    def _dets(self, head: int) -> list[int]:
        return sorted({*self.view.left(head), *(i for i in self.view.children[head] if i < head)})

    def _definite(self, head: int) -> bool:
        return any(
            self.view.morph(i, "Definite") == "Def" or self.view.morph(i, "PronType") == "Dem" for i in self._dets(head)
        )

    def _is_pair(self, head: int) -> bool:
        """« les deux pays », *both sides*: the number two, and no phrase that says which."""
        two = frozenset(map(folded, self.view.pack.two))
        numbers = [i for i in self._dets(head) if self.view.lemmas[i] in two or folded(self.view.tokens[i].text) in two]
        all_own = frozenset(map(folded, self.view.pack.two[1:]))
        certain = self._definite(head) or any(folded(self.view.tokens[i].text) in all_own for i in numbers)
        after = [i for i in self.view.phrase(head) if i > head and self.view.tokens[i].pos in ("NOUN", "PROPN")]
        return bool(numbers) and certain and not after

    def _found(self, head: int, ids: tuple[str, ...], because: str) -> Found | None:
        return Found(self.view.span(self.view.phrase(head)), head, ids, because) if ids else None

    def _pair(self, head: int, concept: str) -> Found | None:
        place = self.view.tokens[head].start
        if concept == "sides" and (bound := self.contracting(place)):
            return self._found(head, bound, "the two that the treaty spoken of binds")
        kinds = {"states": (_STATES,), "sides": _SIDES, "persons": (_PERSONS,)}[concept]
        pair = next((pair for kind in kinds if (pair := self._last_pair(place, kind))), ())
        if not pair and concept != "persons":
            main = self.scene.main_states(self.states)
            return self._found(head, main, "the two states that the text speaks of most")
        return self._found(head, pair, "the two named last together")

    def _last_pair(self, place: int, kinds: frozenset[str]) -> tuple[str, ...]:
        """The last sentence before `place` (three back at most) that names exactly two of the kind."""
        here = self.scene.sentence(place)
        for back in range(4):
            inside = [p for p in self.scene.before(place, back) if self.scene.sentence(p.start) == here - back]
            named = distinct(inside, kinds)
            if len(named) == 2 and (kinds != _PERSONS or self._meet(inside)):
                return tuple(sorted(named))
            if len(named) >= 2:
                return self._coordinated(inside, kinds)
        return ()

    def _meet(self, inside: Sequence[Presence]) -> bool:
        """One person is subject, the other hangs on the same verb (*A met B*, *A spoke with B*)."""
        people = [p for p in inside if p.type == "person" and len(p.ids) == 1]
        leads = {(self.view.tokens[lead].head, p.ids) for p in people if (lead := self.scene.lead(p.head)) is not None}
        return any(verb in self._above(p.head) and p.ids != ids for verb, ids in leads for p in people)

    def _above(self, head: int) -> tuple[int, ...]:
        """What the token hangs on, a preposition between left out."""
        above = self.view.tokens[head].head
        return (above, self.view.tokens[above].head) if self.view.tokens[above].pos == "ADP" else (above,)

    def _coordinated(self, inside: Sequence[Presence], kinds: frozenset[str]) -> tuple[str, ...]:
        """The one pair of these that stands together, with *and* between and no third beside."""
        lists: list[list[Presence]] = []
        for presence in (p for p in inside if p.type in kinds):
            if lists and self._is_list(lists[-1][-1], presence):
                lists[-1].append(presence)
            else:
                lists.append([presence])
        several = [{id for p in one for id in p.ids} for one in lists if len(one) > 1]
        return tuple(sorted(several[0])) if len(several) == 1 and len(several[0]) == 2 else ()

    def _is_list(self, a: Presence, b: Presence) -> bool:
        """Nothing but commas, conjunctions and articles between two phrases."""
        gap = [self.view.tokens[i] for i in self.view.indices(a.end, b.start)]
        return 0 < len(gap) <= 3 and all(token.text == "," or token.pos in ("CCONJ", "DET") for token in gap)

    def _holder(self, head: int, office: str) -> Found | None:
        """*the Belorussian president*: the one person who is told to hold the office."""
        if not self._definite(head) or self.view.morph(head, "Number") == "Plur":
            return None
        span = self.view.span(self.view.phrase(head))
        if self._names_person(span, head):
            return None
        near = states_of(self.view, head, self.actors, self.states)
        near = near or states_around(self.view, head, self.actors, self.states)
        if len(near) > 1:
            return None
        person = holder(self.facts, office, near[0] if near else "", self.view.document, span.start)
        if person is None or (not near and not self._spoken_of(person, span.start)):
            return None
        return Found(span, head, (person,), "the person told to hold that office")

    def _spoken_of(self, person: str, place: int) -> bool:
        return any(person in presence.ids for presence in self.scene.before(place, 5))

    def _names_person(self, span: Span, head: int) -> bool:
        """A person is named in the phrase, or stands beside it as the bearer of the title."""
        for presence in self.scene.around(span.start, span.end):
            if presence.type != "person":
                continue
            if span.start <= presence.start < span.end or head in beside(self.view, presence.start, presence.end):
                return True
        return False

    def _alone(self, head: int) -> bool:
        """A definite phrase of this one word."""
        modifies = self.view.tokens[head].dep in self.view.syntax.modifiers
        return not modifies and self._definite(head) and not any(i > head for i in self.view.phrase(head))

    def _latter(self, head: int) -> Found | None:
        """« ce dernier », *the latter*: who was named last, of its gender; beside *the former*, the second of two."""
        if not self._alone(head) or self.view.morph(head, "Number") == "Plur":
            return None
        token = self.view.tokens[head]
        sentence = self.view.sentences[token.sentence]
        former = frozenset(map(folded, self.view.pack.former))
        if any(self.view.lemmas[i] in former for i in range(sentence.first, head)):
            return self._of_two(head, 1)
        gender = self.view.morph(head, "Gender")
        named = [p for p in self.scene.before(token.start, 1) if not p.adjective and p.type in _BODIES | _PERSONS]
        fitting = [p for p in named if not p.gender or not gender or p.gender == gender]
        last = fitting[-1] if fitting and len(fitting[-1].ids) == 1 else None
        return self._found(head, last.ids, "the one named last") if last else None

    def _former(self, head: int) -> Found | None:
        """*the former*: the first of the two that the sentence before names."""
        return self._of_two(head, 0) if self._alone(head) else None

    def _of_two(self, head: int, which: int) -> Found | None:
        here = self.view.tokens[head].sentence
        inside = [p for p in self.scene.before(self.view.tokens[head].start, 1) if self.scene.sentence(p.start) < here]
        named = list(dict.fromkeys(p.ids[0] for p in inside if p.type in _BODIES | _PERSONS and len(p.ids) == 1))
        if len(named) != 2:
            return None
        return self._found(head, (named[which],), "the first of the two" if which == 0 else "the second of the two")

    def _country(self, head: int) -> Found | None:
        """*the country*: the one state of this sentence and the one before."""
        alone = [
            i
            for i in self.view.phrase(head)
            if self.view.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM") and i != head
        ]
        if not self._definite(head) or alone or self.view.morph(head, "Number") == "Plur":
            return None
        named = distinct(self.scene.before(self.view.tokens[head].start, 1), _STATES)
        return self._found(head, named, "the one state spoken of") if len(named) == 1 else None
