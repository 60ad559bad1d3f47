"""Pronouns: to the subject before them, or to the only one that fits; else to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.knowledge.resolve import Pronoun
from pipeline.stages.resolve.pointing import Found
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.views import View
from pipeline.text import fold


@dataclass(frozen=True)
class Pronouns:
    """Resolves the pronouns of one document."""

    view: View
    scene: Scene

    def at(self, index: int) -> Found | None:
        """What the pronoun at the token stands for; None where it is impersonal or not certain."""
        token = self.view.tokens[index]
        entry = self._entry(fold(token.text))
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
        """*it is clear that*, « il faut »: a subject whose predicate has a clause for its true subject."""
        token = self.view.tokens[index]
        syntax = self.view.syntax
        if token.dep not in syntax.subjects | syntax.passive_subjects | syntax.objects | syntax.marker_objects | {
            "iobj"
        }:
            return fold(token.text) in map(fold, syntax.expletives)
        if fold(token.text) not in map(fold, syntax.expletives):
            return False
        siblings = [self.view.tokens[i] for i in self.view.children[token.head] if i > index]
        clausal = syntax.clauses | syntax.open_clauses | {"csubj", "advcl"}
        heads = {self.view.lemmas[token.head]} | {fold(s.lemma) for s in siblings if s.dep in syntax.copulas}
        return (
            any(s.dep in clausal for s in siblings)
            and bool(heads & (syntax.copular_verbs | syntax.linking_verbs))
            or any(
                s.dep in clausal and s.pos in ("VERB", "AUX") and self.view.tokens[token.head].pos == "ADJ"
                for s in siblings
            )
        )

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
        ids = {id for p in near for id in p.ids}
        return (near[-1].ids, "the only one that fits") if len(ids) == 1 else ((), "")

    def _candidates(self, index: int) -> list[Presence]:
        """What was spoken of in this sentence and the last; the other arguments of the pronoun's own verb are out."""
        place = self.view.tokens[index].start
        verb = self.view.tokens[index].head
        return [p for p in self.scene.before(place, 1) if self.view.tokens[p.head].head != verb]

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
        if last is None or last not in near:
            return (), ""
        if len(last.ids) > 1 or last.number == "Plur":
            return last.ids, "the subject before"
        lead = self.scene.lead(last.head)
        together = [p for p in near if self.scene.lead(p.head) == lead]
        return (_ids(together), "the subjects before") if len(_ids(together)) > 1 else ((), "")


def _ids(presences: Sequence[Presence]) -> tuple[str, ...]:
    return tuple(sorted({id for p in presences for id in p.ids}))
