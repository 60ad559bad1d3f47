"""Bodies by their kind: *the alliance* after NATO, *the union* after the European Union, *the European side*."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.stages.resolve.describing import is_bare, is_definite, is_plural, says_more
from pipeline.stages.resolve.found import Found, found
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.salience import OFTEN
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.views import View

Names = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Kinds:
    """Finds the bodies of one document by their kind. `names`: id → the full names of an actor in this language."""

    view: View
    scene: Scene
    actors: Named
    names: Names
    _ends: dict[str, list[int]] = field(default_factory=dict)
    _read: list[Presence] = field(default_factory=list)

    def body(self, head: int) -> Found | None:
        """*the alliance*: the one body of that kind that was spoken of, or the one that the text is about."""
        kinds = self._kinds(self.view.lemmas[head])
        if not kinds or not self._is_alone(head):
            return None
        spoken = self._spoken(self.view.tokens[head].start, kinds)
        if len(spoken) == 1:
            return found(self.view, head, spoken, "the one body of that kind spoken of")
        ranked = spoken.most_common(2)
        if not ranked or ranked[0][1] < OFTEN or ranked[1][1] * 2 > ranked[0][1]:
            return None
        near = self.scene.before(self.view.tokens[head].start, 1)
        others = {id for p in near for id in (*p.ids, *self._within(p))} - {ranked[0][0]}
        if not others.isdisjoint(self._of_kind(kinds)):
            return None
        return found(self.view, head, [ranked[0][0]], "the body of that kind that the text is about")

    def side(self, head: int) -> Found | None:
        """*the European side*: the state of the adjective, else the one body that bears it in its name."""
        if self.view.lemmas[head] not in map(folded, self.view.pack.sides) or is_plural(self.view, head):
            return None
        words = says_more(self.view, head)
        if not is_definite(self.view, head) or len(words) != 1:
            return None
        token = self.view.tokens[words[0]]
        ids = self.actors.at(token.start, token.end)
        if len(ids) == 1 and self.scene.types.get(ids[0]) == "state":
            return found(self.view, head, ids, "the state of that side")
        kinds = frozenset(kind for forms in self.view.pack.bodies.values() for kind in map(folded, forms))
        bodies = [
            id
            for id in self._spoken(token.start, kinds)
            if any(folded(token.text) in map(folded, name.split()) for name in self.names.get(id, ()))
        ]
        return found(self.view, head, bodies, "the body of that side") if len(bodies) == 1 else None

    def _is_alone(self, head: int) -> bool:
        token = self.view.tokens[head]
        modifies = token.dep in self.view.syntax.modifiers and token.head > head
        return (
            not modifies
            and not is_plural(self.view, head)
            and is_definite(self.view, head)
            and is_bare(self.view, head)
        )

    def _kinds(self, lemma: str) -> frozenset[str]:
        """The words for the kinds that a noun may mean: its own, or any (*the bloc*)."""
        if lemma in map(folded, self.view.pack.any_body):
            return frozenset(kind for forms in self.view.pack.bodies.values() for kind in map(folded, forms))
        tables = (frozenset(map(folded, forms)) for forms in self.view.pack.bodies.values())
        return next((kinds for kinds in tables if lemma in kinds), frozenset())

    def _spoken(self, place: int, kinds: frozenset[str]) -> Counter[str]:
        """How often each body of these kinds was spoken of before `place`."""
        self._take_in()
        counts = {id: bisect_right(self._ends.get(id, ()), place) for id in self._of_kind(kinds)}
        return Counter({id: count for id, count in counts.items() if count})

    def _take_in(self) -> None:
        """Note where the bodies end that were spoken of since the last time."""
        for presence in self.scene.added[len(self._read) :]:
            for id in (*presence.ids, *self._within(presence)):
                insort(self._ends.setdefault(id, []), presence.end)
            self._read.append(presence)

    def _within(self, presence: Presence) -> list[str]:
        """The bodies that the name of a treaty contains (« l'accord entre l'Union européenne et le Mercosur »)."""
        if presence.type != "treaty":
            return []
        text = f" {self.view.text[presence.start : presence.end].replace(chr(39), ' ').replace('’', ' ')} "
        known = (pair for word in set(text.split(" ")) for pair in self._by_word.get(word, ()))
        return sorted({id for name, id in known if f" {name} " in text})

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, str]]]:
        """First word of a full name → the names that it begins, each with its actor."""
        found: dict[str, list[tuple[str, str]]] = {}
        for id, names in self.names.items():
            for name in names:
                found.setdefault(name.split(" ")[0], []).append((name, id))
        return found

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        """Head word of a full name → the actors that bear it."""
        found: dict[str, set[str]] = {}
        for id, names in self.names.items():
            for word in frozenset[str]().union(*map(head_words, names)):
                found.setdefault(word, set()).add(id)
        return {word: sorted(ids) for word, ids in found.items()}

    def _of_kind(self, kinds: frozenset[str]) -> set[str]:
        """The actors whose names are headed by a word for one of these kinds."""
        return {id for kind in kinds for id in self._heads.get(kind, ())}


def head_words(name: str) -> frozenset[str]:
    """The folded words that may head a name: first and last before its first small word (*Association* of …)."""
    leading: list[str] = []
    for word in re.findall(r"\w+", name):
        if not word[:1].isupper():
            break
        leading.append(folded(word))
    return frozenset({leading[0], leading[-1]}) if leading else frozenset()
