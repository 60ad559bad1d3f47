"""Pronouns: to the subject before them, or to the only one that fits; else to nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from pipeline.knowledge.resolve import Pronoun
from pipeline.model import Statement
from pipeline.stages.resolve.found import Found
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.salience import OFTEN
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.views import View

_TREATY = "treaty"
FAR = 5  # sentences before its own that a pronoun for a treaty alone may reach over


@dataclass(frozen=True)
class Pronouns:
    """Resolves the pronouns of one document."""

    view: View
    scene: Scene

    def at(self, index: int) -> Found | None:
        """What the pronoun at the token stands for; None where it is impersonal or not certain."""
        token = self.view.tokens[index]
        entry = self._entry(folded(token.text))
        if entry is None or not self._stands_for(index) or self._impersonal(index):
            return None
        wanted = self._wanted(index, entry.told)
        if entry.told and not self._is_told(index, wanted):
            return self._spoken_last(index, entry)
        entry = replace(entry, types=[one for one in entry.types if not wanted or one in wanted])
        ids, why = self._treaty(index, entry) if self._is_narrow(index, entry) else ((), "")
        if not ids:
            ids, why = self._plural(index, entry) if entry.number == "Plur" else self._single(index, entry)
        return Found(self.view.span(range(index, index + 1)), index, ids, why) if ids else None

    def _spoken_last(self, index: int, entry: Pronoun) -> Found | None:
        """The treaty that an object pronoun in a wide role takes up: the last thing spoken of that agrees with it, in
        this sentence or as the one that the sentence before is about."""
        if not self.view.told.get(index) or not self._is_object(index) or self._possesses(index) or not entry.number:
            return None
        near = [p for p in self._alike(index, entry, 1) if p.type == _TREATY]
        if not near or near[-1].adjective:
            return None
        last, verb = near[-1], self.view.tokens[index].head
        between = self.view.indices(last.end, self.view.tokens[index].start)
        led = {i for i in self.view.children[verb] if i < index and self.scene.is_subject(i)}
        own = {low for i in led for low in self.view.below(i)}
        rivals = [i for i in between if i not in own and i not in self.view.dated and self._agrees(i, entry)]
        return (
            Found(self.view.span(range(index, index + 1)), index, last.ids, "the last spoken of")
            if not rivals
            else None
        )

    def _agrees(self, index: int, entry: Pronoun) -> bool:
        """A noun or name of the number and gender of the pronoun."""
        wanted = {"Number": entry.number, "Gender": entry.gender}
        alike = all(self.view.morph(index, name) in ("", value) for name, value in wanted.items() if value)
        return alike and self.view.tokens[index].pos in ("NOUN", "PROPN")

    def _stands_for(self, index: int) -> bool:
        """A pronoun or a possessive; an article of the same form is neither."""
        token = self.view.tokens[index]
        return token.pos == "PRON" or (token.pos == "DET" and self._possesses(index))

    def _wanted(self, index: int, told: bool) -> frozenset[str]:
        """The types of nodes that fill every role which this token alone fills; for a pronoun that must be told (`y`)
        any of them, where none fills all: « y adhérer » joins a treaty or a body. Empty where it fills none."""
        span = self.view.span(range(index, index + 1))
        roles = [
            self._takes(statement, argument.role)
            for statement in self.view.told.get(index, ())
            for argument in statement.arguments
            if argument.span == span
        ]
        shared = frozenset.intersection(*roles) if roles else frozenset[str]()
        return frozenset[str]().union(*roles) if told and not shared else shared

    def _takes(self, statement: Statement, role: str) -> frozenset[str]:
        """The types of nodes that fill the role; a treaty where the other of two like roles is one (replacing)."""
        takes = self.view.acts.takes
        own = takes.get((statement.predicate, role), frozenset())
        like = [one for one in statement.arguments if takes.get((statement.predicate, one.role)) == own]
        treaty = any(one.role != role and one.mention is not None and one.mention.type == _TREATY for one in like)
        return frozenset({_TREATY}) & own if treaty and _TREATY in own else own

    def _is_told(self, index: int, wanted: frozenset[str]) -> bool:
        """A role so wide that a person fits may as well mean what no node stands for; a possessor is a node."""
        return bool(wanted) and (self._possesses(index) or "person" not in wanted)

    def _possesses(self, index: int) -> bool:
        return bool(self.view.morph(index, "Poss"))

    def _treaty(self, index: int, entry: Pronoun) -> tuple[tuple[str, ...], str]:
        """The one treaty (or body) of this sentence or, none there, of the last; of several the last subject.

        A subject may reach one sentence further, to a treaty that is a subject alone there.
        """
        near = self._alike(index, entry, 1)
        here = [p for p in near if self.scene.sentence(p.start) == self.view.tokens[index].sentence]
        for group in (here, near):
            if len({p.ids for p in group}) == 1:
                return group[-1].ids, "the treaty spoken of"
        if not near and (lone := self._lone(index, entry)):
            return lone, "the only treaty spoken of lately"
        if not self.scene.is_subject(index):
            return self._topic(index, entry, near)
        wide = near or self._alike(index, entry, 2)
        subjects = [p for p in wide if self.scene.is_subject(p.head) and not self._joined(p)]
        alone = near or len({p.ids for p in wide}) == 1
        return (subjects[-1].ids, "the treaty that was the subject before") if subjects and alone else ((), "")

    def _topic(self, index: int, entry: Pronoun, near: Sequence[Presence]) -> tuple[tuple[str, ...], str]:
        """Of several treaties the one that the last sentence was about, its only subject among them, where no other
        stands in the pronoun's own sentence and only a treaty fits."""
        here = self.view.tokens[index].sentence
        told = [p for p in near if self.scene.is_subject(p.head) and not self._joined(p)]
        own = any(self.scene.sentence(p.start) == here for p in near)
        one = entry.types == [_TREATY] and not own and len({p.ids for p in told}) == 1
        return (told[-1].ids, "the treaty that the last sentence was about") if one else ((), "")

    def _lone(self, index: int, entry: Pronoun) -> tuple[str, ...]:
        """The one treaty of the sentences before the last, where only a treaty fits and no other could be meant."""
        if entry.types != [_TREATY]:
            return ()
        wide = self._alike(index, entry, FAR)
        clear = bool(wide) and (len({p.ids for p in wide}) == 1 or self._leads(index, wide[-1]))
        return wide[-1].ids if clear and not self._rival(index, entry, wide[-1]) else ()

    def _leads(self, index: int, last: Presence) -> bool:
        """Whether the document has spoken of this treaty at least `OFTEN` times and of no other half as often."""
        before = [p for p in self.scene.presences if p.type == _TREATY and p.start < self.view.tokens[index].start]
        counts = Counter(p.ids for p in before)
        own = counts.pop(last.ids, 0)
        return own >= OFTEN and all(count * 2 <= own for count in counts.values())

    def _alike(self, index: int, entry: Pronoun, back: int) -> list[Presence]:
        """What the pronoun may mean; a group (officials, voters) is nothing that one joins or leaves."""
        near = [p for p in self._candidates(index, back) if p.type != "group"]
        return [p for p in near if self._fits(p, entry) and self._counts(p, entry)]

    def _is_narrow(self, index: int, entry: Pronoun) -> bool:
        """Only a treaty fits or, as what is joined or left, a treaty or a body."""
        joined = {_TREATY, "organization", "group"}.issuperset(entry.types) and not self.scene.is_subject(index)
        return entry.types == [_TREATY] or (_TREATY in entry.types and joined)

    def _counts(self, presence: Presence, entry: Pronoun) -> bool:
        several = presence.number == "Plur" or len(presence.ids) > 1
        if entry.number == "Plur" and presence.type == _TREATY:
            return several or self._is_plural(folded(self.view.tokens[presence.head].text))
        return not entry.number or several == (entry.number == "Plur")

    def _is_plural(self, form: str) -> bool:
        """A longer form of a noun for treaties (*Accords*): in a name a tagger shows no number."""
        kinds = [[*map(folded, forms)] for forms in self.view.pack.treaties.values()]
        return any(form in forms and any(form != one and form.startswith(one) for one in forms) for forms in kinds)

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
        # A name has the gender of a town (Minsk II), if any.
        called = presence.type == _TREATY and self.view.tokens[presence.head].pos == "PROPN"
        gender = not entry.gender or not presence.gender or presence.gender == entry.gender or called
        if entry.gender == "Fem" and presence.type == "person":
            gender = presence.gender == "Fem"
        return gender and presence.type in entry.types and not presence.adjective

    def _single(self, index: int, entry: Pronoun) -> tuple[tuple[str, ...], str]:
        near = [
            p for p in self._candidates(index) if len(p.ids) == 1 and self._counts(p, entry) and self._fits(p, entry)
        ]
        if not near:
            return (), ""
        if same := self._parallel(index, near):
            return same.ids, "what the same pronoun meant before"
        subjects = [p for p in near if self.scene.is_subject(p.head) and not self._joined(p)]
        if subjects and self._follows(index, subjects[-1]) and self._last_subject(index) == subjects[-1]:
            return ((), "") if self._rival(index, entry, subjects[-1]) else (subjects[-1].ids, "the subject before")
        if self._rival(index, entry, near[-1]):
            return (), ""
        core = [p for p in near if self.scene.is_subject(p.head) or self._is_object(p.head)]
        ids = {id for p in near for id in p.ids} if core else set()
        return (near[-1].ids, "the only one that fits") if len(ids) == 1 else ((), "")

    def _parallel(self, index: int, near: Sequence[Presence]) -> Presence | None:
        """The same form, neither of the two a subject, in the same sentence (*A backed it, whereas B rejected it*)."""
        form, sentence = folded(self.view.tokens[index].text), self.view.tokens[index].sentence
        if self.scene.is_subject(index) or self._possesses(index):
            return None
        before = [
            p for p in near if self.view.tokens[p.head].sentence == sentence and not self.scene.is_subject(p.head)
        ]
        alike = [p for p in before if folded(self.view.tokens[p.head].text) == form]
        return alike[-1] if alike else None

    def _rival(self, index: int, entry: Pronoun, presence: Presence) -> bool:
        """A subject that nobody knows, named since, fits as well: it may be what the pronoun means."""
        spoken = self.scene.before(self.view.tokens[index].start, 1)
        known = {i for p in spoken for i in self.view.indices(p.start, p.end)}
        verb = self.view.tokens[index].head
        between = self.view.indices(presence.end, self.view.tokens[index].start)
        own = [i for i in between if i not in known and self.view.tokens[i].head != verb]
        return any(self.scene.is_subject(i) and self._could_be(i, entry) for i in own)

    def _could_be(self, index: int, entry: Pronoun) -> bool:
        """A noun of the number, gender and type of the pronoun; where it means a person, a name or a person."""
        types = {mention.type for mention in self.view.mentions_by_head.get(index, ())}
        if types and types.isdisjoint(entry.types):
            return False
        if entry.types == ["person"]:
            return self.view.tokens[index].pos == "PROPN" or bool(types)
        wanted = {"Number": entry.number, "Gender": entry.gender}
        agrees = all(self.view.morph(index, name) in ("", value) for name, value in wanted.items() if value)
        return agrees and self.view.tokens[index].pos in ("NOUN", "PROPN")

    def _follows(self, index: int, subject: Presence) -> bool:
        """A subject takes up the subject before it; a possessor that a statement asks for, that of its sentence."""
        same = self.scene.sentence(subject.start) == self.view.tokens[index].sentence
        return self.scene.is_subject(index) or (
            same and self._possesses(index) and bool(self._wanted(index, told=False))
        )

    def _is_object(self, head: int) -> bool:
        return self.view.tokens[head].dep in self.view.syntax.objects

    def _candidates(self, index: int, back: int = 1) -> list[Presence]:
        """What was spoken of in this sentence and the last; the other arguments of the pronoun's own verb are out."""
        place = self.view.tokens[index].start
        verb = self.view.tokens[index].head
        inner = self.view.morph(index, "Case") == "Acc" or self._is_object(index)
        own = {self.view.tokens[i].dep for i in self.view.children[verb] if i != index}
        led = bool(own & (self.view.syntax.subjects | self.view.syntax.passive_subjects))
        verbs = {verb, self.view.tokens[verb].head} if inner and not led else {verb}
        near = [p for p in self.scene.before(place, back) if verbs.isdisjoint(self._governors(p.head))]
        relative = self.view.tokens[verb].dep in self.view.syntax.relative_clauses
        return [p for p in near if not (relative and p.head == self.view.tokens[verb].head)]

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
