"""Pronouns: to the subject before them, or to the only one that fits; else to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.knowledge.resolve import Pronoun
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.pointing import Found
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.views import View


@dataclass(frozen=True)
class Pronouns:
    """Resolves the pronouns of one document."""

    view: View
    scene: Scene

    def at(self, index: int) -> Found | None:
        """What the pronoun at the token stands for; None where it is impersonal or not certain."""
        token = self.view.tokens[index]
        entry = self._entry(folded(token.text))
        if entry is None or token.pos not in ("PRON", "DET") or self._impersonal(index):
            return None
        if entry.number == "Plur":
            ids, why = self._plural(index, entry)
        else:
            ids, why = self._single(index, entry)
        return Found(self.view.span(range(index, index + 1)), index, ids, why) if ids else None

    def _entry(self, form: str) -> Pronoun | None:
        return next((entry for entry in self.view.pack.pronouns if form in entry.forms), None)

    def _impersonal(self, index: int) -> bool:
        """*it is clear that*, « il faut », « il y a »: a subject whose predicate has a clause for its true subject."""
        token, syntax = self.view.tokens[index], self.view.syntax
        if folded(token.text) not in map(folded, syntax.expletives):
            return False
        roles = syntax.subjects | syntax.passive_subjects | syntax.objects | syntax.marker_objects
        if token.dep not in roles or self._is_set_phrase(token.head):
            return True
        later = [self.view.tokens[i] for i in self.view.children[token.head] if i > index]
        clause = any(one.dep in syntax.clauses | syntax.open_clauses | syntax.passive_subjects for one in later)
        linked = self.view.lemmas[token.head] in syntax.copular_verbs | syntax.linking_verbs
        copula = any(self.view.tokens[i].dep in syntax.copulas for i in self.view.children[token.head])
        return clause and (linked or copula or token.dep in syntax.passive_subjects)

    def _is_set_phrase(self, verb: int) -> bool:
        words = {self.view.lemmas[verb], *(folded(self.view.tokens[i].text) for i in self.view.children[verb])}
        return any(words.issuperset(folded(phrase).split()) for phrase in self.view.pack.impersonal)

    def _fits(self, presence: Presence, entry: Pronoun) -> bool:
        gender = not entry.gender or not presence.gender or presence.gender == entry.gender
        if entry.gender == "Fem" and presence.type == "person":
            gender = presence.gender == "Fem"
        return gender and presence.type in entry.types and not presence.adjective

    def _single(self, index: int, entry: Pronoun) -> tuple[tuple[str, ...], str]:
        near = [p for p in self._candidates(index) if len(p.ids) == 1 and p.number != "Plur" and self._fits(p, entry)]
        if not near:
            return (), ""
        subjects = [p for p in near if self.scene.is_subject(p.head) and not self._joined(p)]
        if subjects and self.scene.is_subject(index) and self._last_subject(index) == subjects[-1]:
            return subjects[-1].ids, "the subject before"
        core = [p for p in near if self.scene.is_subject(p.head) or self._is_object(p.head)]
        ids = {id for p in near for id in p.ids} if core else set()
        return (near[-1].ids, "the only one that fits") if len(ids) == 1 else ((), "")

    def _is_object(self, head: int) -> bool:
        return self.view.tokens[head].dep in self.view.syntax.objects

    def _candidates(self, index: int) -> list[Presence]:
        """What was spoken of in this sentence and the last; the other arguments of the pronoun's own verb are out."""
        place = self.view.tokens[index].start
        verb = self.view.tokens[index].head
        verbs = {verb, self.view.tokens[verb].head} if self.view.morph(index, "Case") == "Acc" else {verb}
        return [p for p in self.scene.before(place, 1) if verbs.isdisjoint(self._governors(p.head))]

    def _governors(self, head: int) -> tuple[int, int]:
        """What the token hangs on, and what the coordination that it belongs to hangs on."""
        lead = self.scene.lead(head)
        return self.view.tokens[head].head, self.view.tokens[head if lead is None else lead].head

    def _joined(self, presence: Presence) -> bool:
        """Whether the presence is one of several coordinated ones."""
        head = presence.head
        conjuncts = self.view.syntax.conjuncts
        own = self.view.tokens[head].dep in conjuncts
        return own or any(
            self.view.tokens[i].dep in conjuncts and self.view.tokens[i].pos in ("NOUN", "PROPN")
            for i in self.view.children[head]
        )

    def _last_subject(self, index: int) -> Presence | None:
        """The subject spoken of last before the pronoun, of whatever type."""
        place = self.view.tokens[index].start
        subjects = [p for p in self.scene.before(place, 1) if self.scene.is_subject(p.head) and not p.adjective]
        return subjects[-1] if subjects else None

    def _plural(self, index: int, entry: Pronoun) -> tuple[tuple[str, ...], str]:
        """A coordinated or plural subject of this sentence or the last."""
        near = [p for p in self._candidates(index) if self._fits(p, entry)]
        last = self._last_subject(index)
        if last is None or last not in near or not self.scene.is_subject(index):
            return (), ""
        if len(last.ids) > 1 or last.number == "Plur":
            return last.ids, "the subject before"
        lead = self.scene.lead(last.head)
        together = [p for p in near if self.scene.lead(p.head) == lead]
        return (_ids(together), "the subjects before") if len(_ids(together)) > 1 else ((), "")


def _ids(presences: Sequence[Presence]) -> tuple[str, ...]:
    return tuple(sorted({id for p in presences for id in p.ids}))
