"""Scenes: who and what a document has spoken of, in order, for descriptions and pronouns to point back to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.stages.resolve.describing import is_finite
from pipeline.stages.resolve.views import View

NEAR = 80  # characters between a title and its bearer at most
OFTEN = 3  # times that a text names a state that it is about


@dataclass(frozen=True, slots=True, order=True)
class Presence:
    """Actors or treaties spoken of at a place. `type` is of the first; `number`, `gender` empty where unknown."""

    start: int
    end: int
    head: int
    ids: tuple[str, ...]
    type: str
    number: str = ""
    gender: str = ""
    adjective: bool = False


@dataclass
class Scene:
    """The presences of one document in text order; grows as descriptions are resolved."""

    view: View
    types: Mapping[str, str]
    presences: list[Presence] = field(default_factory=list)
    added: list[Presence] = field(default_factory=list)  # the same in the order in which they were found

    def sentence(self, start: int) -> int:
        """The number of the sentence at a place."""
        indices = self.view.indices(start, start + 1) or range(
            max(0, self._before(start)), 1 + max(0, self._before(start))
        )
        return self.view.tokens[indices[0]].sentence

    def _before(self, start: int) -> int:
        return self.view.indices(0, start + 1).stop - 1

    def add(self, presence: Presence) -> None:
        insort(self.presences, presence)
        self.added.append(presence)

    def before(self, place: int, sentences: int) -> list[Presence]:
        """What was spoken of before `place`, within this sentence and `sentences` before it, in text order."""
        first = self.view.sentences[max(0, self.sentence(place) - sentences)]
        low = bisect_left(self.presences, self.view.tokens[first.first].start, key=lambda p: p.start)
        high = bisect_left(self.presences, place, key=lambda p: p.start)
        return [p for p in self.presences[low:high] if p.end <= place]

    def around(self, start: int, end: int) -> list[Presence]:
        """What begins in the span or near it, on either side."""
        low = bisect_left(self.presences, start - NEAR, key=lambda p: p.start)
        high = bisect_left(self.presences, end + NEAR, key=lambda p: p.start)
        return self.presences[low:high]

    def is_subject(self, head: int) -> bool:
        """Whether the token, or what it is coordinated with, is a grammatical subject."""
        return self.lead(head) is not None

    def lead(self, head: int) -> int | None:
        """The subject token that leads the coordination of `head`; None where it is no subject."""
        syntax = self.view.syntax
        seen: set[int] = set()
        while head not in seen:
            seen.add(head)
            token = self.view.tokens[head]
            if token.dep in syntax.subjects | syntax.passive_subjects or self._has_own_verb(head):
                return head
            if token.dep not in syntax.conjuncts | syntax.titles | syntax.name_parts or token.head == head:
                return None
            head = token.head
        return None

    def _has_own_verb(self, head: int) -> bool:
        """A finite verb that the parser hung on its subject."""
        return any(child > head and is_finite(self.view, child) for child in self.view.children[head])

    def main_states(self, states: frozenset[str], often: int = OFTEN) -> tuple[str, ...]:
        """The two states that the document speaks of most, if no third comes near them; sorted."""
        counts = Counter(id for presence in self.presences for id in presence.ids if id in states)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or ranked[1][1] < often or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return tuple(sorted(id for id, _ in ranked[:2]))


def distinct(presences: Sequence[Presence], kinds: frozenset[str]) -> tuple[str, ...]:
    """The different ids of these kinds of actors among the presences, in order of last appearance."""
    found: dict[str, None] = {}
    for presence in presences:
        if presence.type in kinds:
            for id in presence.ids:
                found.pop(id, None)
                found[id] = None
    return tuple(found)
