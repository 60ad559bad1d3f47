"""Bodies by their kind: *the alliance* after NATO, *the union* after the European Union, *the European side*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

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
        near = self._spoken(self.view.tokens[head].start, kinds, 1)
        if near.keys() - {ranked[0][0]}:
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

    def _spoken(self, place: int, kinds: frozenset[str], back: int | None = None) -> Counter[str]:
        """How often each body of these kinds was spoken of before `place`."""
        near = self.scene.before(place, len(self.view.sentences) if back is None else back)
        return Counter(id for p in near for id in (*p.ids, *self._within(p)) if self._is_kind(id, kinds))

    def _within(self, presence: Presence) -> list[str]:
        """The bodies that the name of a treaty contains (« l'accord entre l'Union européenne et le Mercosur »)."""
        if presence.type != "treaty":
            return []
        text = f" {self.view.text[presence.start : presence.end].replace(chr(39), ' ').replace('’', ' ')} "
        return sorted(id for id, names in self.names.items() if any(f" {name} " in text for name in names))

    def _is_kind(self, id: str, kinds: frozenset[str]) -> bool:
        return any(head_words(name) & kinds for name in self.names.get(id, ()))


def head_words(name: str) -> frozenset[str]:
    """The folded words that may head a name: first and last before its first small word (*Association* of …)."""
    leading: list[str] = []
    for word in re.findall(r"\w+", name):
        if not word[:1].isupper():
            break
        leading.append(folded(word))
    return frozenset({leading[0], leading[-1]}) if leading else frozenset()
