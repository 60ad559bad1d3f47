"""Pointing phrases that are no pronouns: « les deux pays », *the Belorussian president*, « ce dernier »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Span
from pipeline.stages.resolve.describing import acts_for, is_bare, is_definite, is_plural
from pipeline.stages.resolve.found import Found, found
from pipeline.stages.resolve.holding import Holding
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.kinds import Kinds
from pipeline.stages.resolve.owners import behind_relative
from pipeline.stages.resolve.pairs import Pairs
from pipeline.stages.resolve.scenes import Presence, Scene, distinct
from pipeline.stages.resolve.views import View

_STATES = frozenset({"state"})
_NAMED = frozenset({"state", "organization", "group", "person"})


@dataclass(frozen=True)
class Pointing:
    """Resolves the pointing phrases of one document."""

    view: View
    scene: Scene
    pairs: Pairs
    holding: Holding
    kinds: Kinds

    def at(self, head: int) -> Found | None:
        """What the phrase headed by the token points to; None where that is not certain."""
        if self.view.tokens[head].pos not in ("NOUN", "PROPN", "ADJ", "PRON"):
            return None
        if several := self.pairs.at(head):
            return several
        lemma = self.view.lemmas[head]
        if lemma in map(folded, self.view.pack.former):
            return self._former(head)
        if (form := self._latter_form(head)) is not None:
            return self._latter(head, form)
        if lemma in map(folded, self.view.pack.counterparts):
            return self.holding.counterpart(head)
        if office := self.holding.office(head):
            return self.holding.holder(head, office) or self._acting(head)
        if lemma in map(folded, self.view.pack.countries):
            return self.holding.country(head) or self._country(head)
        return self.kinds.body(head) or self.kinds.side(head) or self._acting(head)

    def _alone(self, head: int) -> bool:
        """A definite phrase of this one word."""
        modifies = self.view.tokens[head].dep in self.view.syntax.modifiers
        return not modifies and is_definite(self.view, head) and not any(i > head for i in self.view.phrase(head))

    def _latter_form(self, head: int) -> str | None:
        """The form of *the latter* that begins at the token, of one token or of several (« celui-ci »)."""
        text = folded(self.view.text[self.view.tokens[head].start : self.view.tokens[head].start + 20])
        forms = [folded(form) for form in self.view.pack.latter]
        joined = [form for form in forms if "-" in form and text.startswith(form)]
        return next(iter(joined), self.view.lemmas[head] if self.view.lemmas[head] in forms else None)

    def _latter(self, head: int, form: str) -> Found | None:
        """« ce dernier », *the latter*: who was named last, of its gender; beside *the former*, the second of two."""
        joined = "-" in form
        if not joined and (not self._alone(head) or is_plural(self.view, head)):
            return None
        token = self.view.tokens[head]
        sentence = self.view.sentences[token.sentence]
        if any(self._is_former(i) for i in range(sentence.first, head)):
            return self._of_two(head, 1)
        if form in map(folded, self.view.pack.second):
            return self._second(head)
        last = self._named_last(head)
        if last is None or not (form in self._of_persons or self._is_nearest(last, head)):
            return None
        if joined:
            span = Span(self.view.document, token.start, token.start + len(form))
            return Found(span, head, last.ids, "the one named last")
        return found(self.view, head, last.ids, "the one named last")

    @property
    def _of_persons(self) -> frozenset[str]:
        return frozenset(map(folded, self.view.pack.concerned))

    def _named_last(self, head: int) -> Presence | None:
        """The last one named in this sentence or the one before, of the gender of the head, a person where only one
        can be concerned."""
        gender = self.view.morph(head, "Gender")
        kinds = frozenset({"person"}) if self.view.lemmas[head] in self._of_persons else _NAMED
        named = [p for p in self.scene.before(self.view.tokens[head].start, 1) if not p.adjective and p.type in kinds]
        fitting = [p for p in named if not p.gender or not gender or p.gender == gender]
        return fitting[-1] if fitting and len(fitting[-1].ids) == 1 else None

    def _is_nearest(self, presence: Presence, head: int) -> bool:
        """No other noun of the gender and number of the head stands between."""
        gender = self.view.morph(head, "Gender")
        tokens = self.view.indices(presence.end, self.view.tokens[head].start)
        nouns = [i for i in tokens if self.view.tokens[i].pos in ("NOUN", "PROPN") and not is_plural(self.view, i)]
        others = [i for i in nouns if i not in self.view.dated and self.view.morph(i, "Gender") in ("", gender)]
        return bool(gender) and not others

    def _is_former(self, index: int) -> bool:
        """*the former*, alone in its phrase; a word that also counts (« le premier ») only before its counterpart."""
        if self.view.lemmas[index] not in map(folded, self.view.pack.former) or not self._alone(index):
            return False
        second = frozenset(map(folded, self.view.pack.second))
        following = self.view.sentences[min(self.view.tokens[index].sentence + 1, len(self.view.sentences) - 1)].last
        later = range(index + 1, following)
        return not second or any(self.view.lemmas[i] in second and self._alone(i) for i in later)

    def _former(self, head: int) -> Found | None:
        """*the former*: the first of the two that the sentence before names."""
        return self._of_two(head, 0) if self._is_former(head) else None

    def _second(self, head: int) -> Found | None:
        """« Le second » in the sentence behind « le premier »: the other of the two."""
        here = self.view.tokens[head].sentence
        before = self.view.sentences[here - 1] if here else None
        led = before is not None and any(self._is_former(i) for i in range(before.first, before.last))
        return self._of_two(head, 1, 1) if led else None

    def _of_two(self, head: int, which: int, back: int = 0) -> Found | None:
        """Of the two that the sentence before (`back` sentences before that) names, all told or as the only two of
        their type that the words agree with."""
        here = self.view.tokens[head].sentence - back
        before = self.scene.before(self.view.tokens[head].start, 1 + back)
        inside = [p for p in before if self.scene.sentence(p.start) == here - 1 and p.type in _NAMED]
        named = _distinct(inside)
        if len(named) != 2:
            gender = self.view.morph(head, "Gender")
            fit = [p for p in inside if not p.adjective and (not gender or not p.gender or p.gender == gender)]
            pairs = [ids for type in sorted(_NAMED) if len(ids := _distinct([p for p in fit if p.type == type])) == 2]
            named = pairs[0] if len(pairs) == 1 else []
        if len(named) != 2:
            return None
        because = "the first of the two" if which == 0 else "the second of the two"
        return found(self.view, head, [named[which]], because)

    def _country(self, head: int) -> Found | None:
        """*the country*: the one state of this sentence and the one before that does not act on it."""
        if not is_definite(self.view, head) or is_plural(self.view, head) or not is_bare(self.view, head):
            return None
        near = self.scene.before(self.view.tokens[head].start, 1)
        acting = {id for p in near if self._acts_on(p, head) for id in p.ids}
        named = [id for id in distinct(near, _STATES) if id not in acting]
        return found(self.view, head, named, "the one state spoken of") if len(named) == 1 else None

    def _acts_on(self, presence: Presence, head: int) -> bool:
        """The presence is the subject of the verb whose object the head is."""
        lead = self.scene.lead(presence.head)
        verb = self.view.tokens[head].head
        is_object = self.view.tokens[head].dep in self.view.syntax.objects
        return is_object and lead is not None and lead != head and self.view.tokens[lead].head == verb

    def _acting(self, head: int) -> Found | None:
        """*Astana, whose leaders …*: those who act for a state are the state."""
        owner = behind_relative(self.view, self.scene, head) if acts_for(self.view, head) else None
        if owner is None or owner.type != "state" or len(owner.ids) != 1:
            return None
        return found(self.view, head, owner.ids, "those who act for the state named before")


def _distinct(presences: Sequence[Presence]) -> list[str]:
    """The different ones among them, each known by one id, in order of first appearance."""
    return list(dict.fromkeys(p.ids[0] for p in presences if len(p.ids) == 1))
