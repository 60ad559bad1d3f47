"""So many of a kind: « les deux pays », *both sides*, *the four founding states*, *its signatories*, *a joint firm*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.stages.resolve.describing import extent, is_bare, is_definite, is_plural, leads, possessive
from pipeline.stages.resolve.found import Found, found
from pipeline.stages.resolve.holding import Holding
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.offices import title_at
from pipeline.stages.resolve.scenes import Presence, Scene, distinct
from pipeline.stages.resolve.views import View

_STATES = frozenset({"state"})
_PERSONS = frozenset({"person"})
# Who may be a side, the likelier first: states, then bodies, then groups among them.
_SIDES = (_STATES, _STATES | {"organization"}, _STATES | {"organization", "group"})
_FAR = 5  # sentences after which a treaty says no more who is meant
_KINDS = {"states": (_STATES,), "sides": _SIDES, "persons": (_PERSONS,)}


@dataclass(frozen=True)
class Pairs:
    """Resolves the counted phrases of one document. `contracting`: whom the treaty last spoken of binds."""

    view: View
    scene: Scene
    states: frozenset[str]
    holding: Holding
    contracting: Callable[..., tuple[str, ...]]

    def at(self, head: int) -> Found | None:
        """Who the phrase means, where it counts them or calls them the parties of a treaty."""
        lemma = self.view.lemmas[head]
        concept = next((one for one, words in self.view.pack.pairs.items() if lemma in map(folded, words)), None)
        office = self.holding.office(head) if concept == "persons" else None
        count = self._count(head, office) if concept else 0
        if concept and count:
            return self._counted(head, concept, count, office)
        if lemma in map(folded, self.view.pack.signatories):
            return self._signatories(head)
        if lemma in map(folded, self.view.syntax.sharing):
            return self._sharing(head) if self._does(head) else None
        return None

    def _count(self, head: int, office: str | None) -> int:
        """How many the phrase counts (2 or more, definite, nothing that says which); 0 where it does not."""
        spelled = {folded(word): 2 for word in self.view.pack.two}
        spelled |= {folded(word): int(number) for number, words in self.view.pack.several.items() for word in words}
        both = frozenset(map(folded, self.view.pack.two[1:]))
        words = {i: folded(self.view.tokens[i].text) for i in leads(self.view, head)}
        counts = [spelled[word] for word in words.values() if word in spelled]
        after = [i for i in extent(self.view, head) if i > head and self.view.tokens[i].pos in ("NOUN", "PROPN")]
        certain = is_definite(self.view, head) or bool(both.intersection(words.values()))
        title = title_at(self.view, head, office) if office else frozenset()
        if len(counts) != 1 or not certain or set(after) - title or not is_bare(self.view, head, title):
            return 0
        return counts[0]

    def _counted(self, head: int, concept: str, count: int, office: str | None) -> Found | None:
        place = self.view.tokens[head].start
        if office and (people := self.holding.pair(head, office, count)):
            return found(self.view, head, people, "the holders of that office named last")
        bound = self.contracting(place, 1) if concept == "sides" else ()
        if len(bound) == count:
            return found(self.view, head, bound, "those that the treaty spoken of binds")
        for kinds in _KINDS[concept]:
            if several := self._last(place, kinds, count):
                return found(self.view, head, several, "those named last together")
        bound = self.contracting(place, _FAR) if concept != "persons" else ()
        if len(bound) == count and self.states.issuperset(bound):
            return found(self.view, head, bound, "those that the treaty spoken of binds")
        main = self.scene.main_states(self.states) if concept != "persons" and count == 2 else ()
        return found(self.view, head, main, "the two states that the text speaks of most")

    def _last(self, place: int, kinds: frozenset[str], count: int) -> tuple[str, ...]:
        """So many of the kind named together last, alone in their sentence (three back at most) or in a list, and no
        other named since."""
        here = self.scene.sentence(place)
        since: set[str] = set()
        for back in range(4):
            inside = [p for p in self.scene.before(place, back) if self.scene.sentence(p.start) == here - back]
            named = distinct(inside, kinds)
            alone = count == 2 and len(named) == 2 and (kinds != _PERSONS or self._meet(inside))
            if alone or len(named) >= count:
                together = named if alone else self._listed(inside, kinds, count)
                return together if since <= set(together) else ()
            since.update(named)
        return ()

    def _meet(self, inside: Sequence[Presence]) -> bool:
        """One person is subject, the other hangs on the same verb (*A met B*, *A spoke with B*)."""
        people = [p for p in inside if p.type == "person" and len(p.ids) == 1]
        leading = {
            (self.view.tokens[lead].head, p.ids) for p in people if (lead := self.scene.lead(p.head)) is not None
        }
        return any(verb in self.view.above(p.head) and p.ids != ids for verb, ids in leading for p in people)

    def _listed(self, inside: Sequence[Presence], kinds: frozenset[str], count: int) -> tuple[str, ...]:
        """The one list of these that is so long."""
        lists: list[list[Presence]] = []
        for presence in (p for p in inside if p.type in kinds):
            if lists and self._is_list(lists[-1][-1], presence):
                lists[-1].append(presence)
            else:
                lists.append([presence])
        several = [_ids(one) for one in lists if len(one) > 1]
        fitting = [ids for ids in several if len(ids) == count]
        return fitting[0] if len(fitting) == 1 and (count > 2 or len(several) == 1) else ()

    def _is_list(self, a: Presence, b: Presence) -> bool:
        """Nothing but commas, conjunctions and articles between two phrases."""
        gap = [self.view.tokens[i] for i in self.view.indices(a.end, b.start)]
        return 0 < len(gap) <= 3 and all(token.text == "," or token.pos in ("CCONJ", "DET") for token in gap)

    def _does(self, head: int) -> bool:
        told = self.view.told.get(head, ())
        return any(one.role == "subject" and one.head == head for statement in told for one in statement.arguments)

    def _sharing(self, head: int) -> Found | None:
        """A *joint* thing that somebody unnamed makes: the two states named last, if the text speaks of them most."""
        last = self._last(self.view.tokens[head].start, _STATES, 2)
        certain = bool(last) and set(last) == set(self.scene.main_states(self.states))
        return found(self.view, head, last, "the two states that the text speaks of most") if certain else None

    def _signatories(self, head: int) -> Found | None:
        """*Its signatories*, *the parties*: all that the treaty just spoken of binds."""
        pointing = is_definite(self.view, head) or possessive(self.view, head) is not None
        if not pointing or not is_plural(self.view, head) or not is_bare(self.view, head):
            return None
        place = self.view.tokens[head].start
        bound = self.contracting(place, 1) or self.contracting(place, 2, leading=True)
        return found(self.view, head, bound, "those that the treaty spoken of binds") if len(bound) > 1 else None


def _ids(presences: Iterable[Presence]) -> tuple[str, ...]:
    return tuple(sorted({id for p in presences for id in p.ids}))
