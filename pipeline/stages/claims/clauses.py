"""Who does what to whom in each clause: voice undone, antecedents, shared and controlled subjects filled in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.antecedents import hung_noun
from pipeline.stages.claims.beside import interrupted, lead_of, named_subject, neighbour, noun_left, person_ending
from pipeline.stages.claims.lists import Lists, Page, extended, find_lists, ranged
from pipeline.stages.claims.phrases import case_of, conjuncts, has_morph, is_name, is_phrase, is_reflexive, lemma
from pipeline.stages.claims.slots import BARE, SURFACE, Slots, asyndetic, dependent, local
from pipeline.stages.claims.tree import Tree

GUESSED = 0.7  # confidence of a subject taken from its place in the sentence, the parser having lost it
SHARED_GAP = 4  # tokens between two verbs that may share one object: "signed and later ratified the treaty"


@dataclass(frozen=True)
class Surface:
    """The grammatical subject of a clause, how sure it is, and whether it is the clause's own."""

    heads: tuple[int, ...] = ()
    confidence: float = 1.0
    own: bool = False


NOBODY = Surface()


@dataclass(frozen=True)
class Clauses:
    """The clauses of one document; each token's slots and subject are worked out once.

    `named`: the tokens inside a name, `dated`: inside a date.
    """

    tree: Tree
    syntax: SyntaxPack
    named: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    _subjects: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _slots: dict[int, Slots] = field(default_factory=dict)
    _surfaces: dict[int, Surface] = field(default_factory=dict)
    _lists: list[Lists] = field(default_factory=list)

    def slots(self, index: int) -> Slots:
        """The local slots of `index`, relative pronouns replaced by their antecedent."""
        if index not in self._slots:
            own = self._behind_dates(index, local(self.tree, self.syntax, index))
            found = self._ranged(index, self._resolved(index, own))
            self._slots[index] = {
                slot: heads if slot == "modifier" else extended(self.lists(), heads) for slot, heads in found.items()
            }
        return self._slots[index]

    def surface(self, index: int) -> Surface:
        """The grammatical subject of the clause of `index`: its own, or one taken from around it."""
        if index not in self._surfaces:
            self._surfaces[index] = NOBODY  # a circle of clauses has no subject
            own = self.slots(index).get(SURFACE, ())
            hung = None if own else hung_noun(self.tree, self.syntax, index)
            own = own if hung is None else (hung,)
            own = named_subject(self.tree, self.syntax, index, own) if self.finite(index) else own
            before = interrupted(self.tree, self.syntax, index, own) if self.finite(index) else None
            own = own if before is None else (before,)
            own = own or self._named_before(index)
            found = Surface(own, own=True) if own else self._from_outside(index)
            heads = extended(self.lists(), found.heads)
            self._surfaces[index] = replace(found, heads=heads, own=bool(own) or self._shares(index))
        return self._surfaces[index]

    def _shares(self, index: int) -> bool:
        """Whether the clause says its subject by standing beside its noun or another verb, not by what holds it."""
        said = self.tree.tokens[index].dep in self.syntax.conjuncts | self.syntax.noun_clauses
        return said and not has_morph(self.tree, index, self.syntax.infinitive)

    def lists(self) -> Lists:
        """The document's lists of actors as they are written."""
        if not self._lists:
            self._lists.append(find_lists(self.page()))
        return self._lists[0]

    def page(self) -> Page:
        """The words that lists are read from."""
        return Page(self.tree, self.syntax, self.named, self.dated)

    def _behind_dates(self, index: int, slots: Slots) -> Slots:
        """The slots with the phrases that the parser hung on a date below the verb: nothing is of a day."""
        tree, syntax = self.tree, self.syntax
        if tree.tokens[index].pos not in syntax.verbs:
            return slots
        dates = [
            low for one in tree.children[index] if one in self.dated for low in tree.below(one) if low in self.dated
        ]
        for child in (one for date in dates for one in tree.children[date] if one not in self.dated):
            for slot, head in dependent(tree, syntax, child):
                if slot == case_of(tree, syntax, head):
                    slots = {**slots, slot: (*slots.get(slot, ()), *conjuncts(tree, syntax, head))}
        return slots

    def _ranged(self, index: int, slots: Slots) -> Slots:
        """The slots with all ends of "ranges from A …; to B …; to C", which parsers lose."""
        if lemma(self.tree, self.syntax, index) not in self.syntax.range_verbs:
            return slots
        for opening, close in self.syntax.ranges.items():
            if opening in slots:
                further = ranged(self.page(), index, slots[opening], close)
                slots = {**slots, close: tuple(dict.fromkeys((*slots.get(close, ()), *further)))}
        return slots

    def last_subject(self, sentence: int) -> tuple[int, ...]:
        """The subject of the main clause of the last sentence before `sentence` that has one."""
        if not self._subjects:
            self._subjects[0], told, last = (), {}, 0
            for index, token in enumerate(self.tree.tokens):
                if token.head == index and self.surface(index).heads:
                    told[token.sentence] = self.surface(index).heads
                last = max(last, token.sentence)
            for number in range(last + 1):
                self._subjects[number + 1] = told.get(number, self._subjects[number])
        return self._subjects[sentence]

    def passive(self, index: int) -> bool:
        """Whether the verb stands in the passive: by auxiliary, by its subject's label, as a participle, or shared."""
        syntax, tree = self.syntax, self.tree
        if lemma(tree, syntax, index) in syntax.never_passive:
            return False
        labels = {tree.tokens[child].dep for child in tree.children[index]}
        if any(is_reflexive(tree, syntax, child) for child in tree.children[index]):
            return False
        # A past tense with another auxiliary alone is active, whatever the parser calls its subject.
        active = bool(labels & syntax.auxiliaries) and "object" in self.slots(index)
        if labels & syntax.passive_auxiliaries or (labels & syntax.passive_subjects and not active):
            return True
        if labels & syntax.auxiliaries or not has_morph(tree, index, syntax.past_participle):
            return False
        if self._lone(index):
            return False
        if self._remaining(index):
            return True
        if hung_noun(tree, syntax, index) is not None or self._set_apart(index) or self._named_before(index):
            return True
        slots = self.slots(index)
        done = "object" in slots and not any(slots.get(one) for one in syntax.agent_prepositions)
        return not done and (self._reduced(index) or self._shared_passive(index))

    def finite(self, index: int) -> bool:
        """Whether the verb or one of its auxiliaries is finite."""
        tree, syntax = self.tree, self.syntax
        below = [child for child in tree.children[index] if tree.tokens[child].dep in syntax.auxiliaries]
        return any(has_morph(tree, one, syntax.finite) for one in (index, *below))

    def preterite(self, index: int) -> bool:
        """Whether a participle without auxiliary may be a past tense: *signed*."""
        labels = {self.tree.tokens[child].dep for child in self.tree.children[index]}
        bare = not labels & (self.syntax.auxiliaries | self.syntax.passive_auxiliaries)
        return self.syntax.preterite_participles and bare and has_morph(self.tree, index, self.syntax.past_participle)

    def _lone(self, index: int) -> bool:
        """Whether a participle is the verb of its sentence, which the parser hung on its subject: *The text provided
        for …*. The sentence has no other."""
        tree, head = self.tree, self.tree.tokens[index].head
        if not self.preterite(index) or tree.tokens[head].head != head or head not in range(index - 3, index):
            return False
        if tree.tokens[index - 1].dep in self.syntax.punctuation:
            return False
        below = tree.below(head)
        ended = tree.tokens[max(below)].text in self.syntax.full_stops
        return ended and not any(has_morph(tree, one, self.syntax.finite) for one in (head, *tree.children[head]))

    def _reduced(self, index: int) -> bool:
        """A participle on its own: it modifies a noun, or a clause."""
        label = self.tree.tokens[index].dep
        return label in self.syntax.noun_clauses | self.syntax.adverbial_clauses and SURFACE not in self.slots(index)

    def _remaining(self, index: int) -> bool:
        """Whether a participle says in what state a linking verb leaves its subject: « reste bloqué par A »."""
        token = self.tree.tokens[index]
        linked = token.head < index and lemma(self.tree, self.syntax, token.head) in self.syntax.linking_verbs
        return linked and token.dep in self.syntax.open_clauses

    def _set_apart(self, index: int) -> bool:
        """A participle behind a comma that the parser took for the verb of the noun before: « Une convention, conclue
        entre A et B, prévoit … »."""
        before = self.tree.tokens[index - 1].dep in self.syntax.punctuation
        return before and all(one < index - 1 for one in self.slots(index).get(SURFACE, (index,)))

    def _named_before(self, index: int) -> tuple[int, ...]:
        """The persons before a comma of whom a bare participle behind it is said, where the parser hung it elsewhere
        than on a noun: « X et Y, réunis à Vienne », « X, élu régent »."""
        tree, syntax, token = self.tree, self.syntax, self.tree.tokens[index]
        labels = syntax.auxiliaries | syntax.passive_auxiliaries
        bare = (
            has_morph(tree, index, syntax.past_participle)
            and token.dep in syntax.adverbial_clauses | syntax.appositions | syntax.modifiers
        )
        if not bare or index < 2 or tree.tokens[index - 1].text != "," or not person_ending(tree, index - 2):
            return ()
        found = person_ending(tree, index - 2)
        below = any(tree.tokens[one].dep in labels for one in tree.children[index])
        several = has_morph(tree, index, syntax.plural)
        group = tuple(one for one in conjuncts(tree, syntax, lead_of(tree, syntax, found[0])) if one <= index)
        if below or several != (len(group) > 1):
            return ()
        return group

    def _shared_passive(self, index: int) -> bool:
        token = self.tree.tokens[index]
        return token.dep in self.syntax.conjuncts and SURFACE not in self.slots(index) and self.passive(token.head)

    def _resolved(self, index: int, slots: Slots) -> Slots:
        """A relative clause's slots with the antecedent in the place of its pronoun (or of the gap)."""
        tree, syntax = self.tree, self.syntax
        token = tree.tokens[index]
        if token.dep in syntax.clauses:
            return self._extraposed(index, slots)
        if token.dep not in syntax.relative_clauses:
            slots = self._placed(slots)
            return {slot: tuple(self._antecedent(head) for head in heads) for slot, heads in slots.items()}
        antecedent = (token.head,)
        found: Slots = {}
        for slot, heads in slots.items():
            relative = [tree.tokens[head].text.casefold() in syntax.relative_pronouns for head in heads]
            found[slot] = antecedent if any(relative) else heads
        found = self._of_which(found, token.head)
        if antecedent in found.values() or not self.finite(index):
            return found
        gap = "object" if SURFACE in found else SURFACE
        return found if gap in found else {**found, gap: antecedent}

    def _of_which(self, slots: Slots, antecedent: int) -> Slots:
        """The slots with what a genitive relative pronoun stands for, which the parser hung on the subject's name: a
        name is of nothing (« l'OTAN, dont le Danemark devint membre »)."""
        tree, syntax = self.tree, self.syntax
        for head in slots.get(SURFACE, ()):
            for child in tree.children[head] if is_name(tree, head) else ():
                form = tree.tokens[child].text.casefold()
                if form in syntax.clitics and form in syntax.relative_pronouns:
                    slots = {syntax.clitics[form]: (antecedent,), **slots}
        return slots

    def _relative(self, slots: Slots) -> bool:
        """Whether the subject is a relative pronoun."""
        words = {self.tree.tokens[head].text.casefold() for head in slots.get(SURFACE, ())}
        return bool(words) and words <= self.syntax.relative_pronouns

    def _placed(self, slots: Slots) -> Slots:
        """The slots with the noun right before a relative pronoun in its place, where the parser saw no relative
        clause: « revint à l'OSCE, qui déploya … »."""
        if not self._relative(slots):
            return slots
        found = noun_left(self.tree, self.syntax, slots[SURFACE][0])
        return slots if found is None else {**slots, SURFACE: (found,)}

    def _antecedent(self, head: int) -> int:
        """What a relative pronoun inside a phrase stands for: « les États-Unis, dont le président … »."""
        tree, syntax = self.tree, self.syntax
        if tree.tokens[head].text.casefold() not in syntax.relative_pronouns:
            return head
        clause = next((one for one in tree.up(head) if tree.tokens[one].dep in syntax.relative_clauses), head)
        return tree.tokens[clause].head if clause != head else head

    def _extraposed(self, index: int, slots: Slots) -> Slots:
        """A relative clause that stands away from its noun: "a coalition was formed that ranges from …"."""
        if not self._relative(slots):
            return slots
        placed = self._placed(slots)
        if placed != slots:
            return placed
        return {**slots, SURFACE: self.surface(self.tree.tokens[index].head).heads}

    def _from_outside(self, index: int) -> Surface:
        """A subject that the clause shares with, or takes from, the clause or the noun above it."""
        tree, syntax = self.tree, self.syntax
        token = tree.tokens[index]
        if token.head == index:
            return self._lost(index)
        if token.dep in syntax.conjuncts:
            shared = self.surface(token.head)
            return shared if shared.heads else self._lost(index)
        if token.dep in syntax.noun_clauses:
            lost = self._lost(index) if token.pos in syntax.verbs and self.finite(index) else NOBODY
            return lost if lost.heads else self._of_noun(index)
        if self.finite(index):
            goes_on = token.dep in syntax.clauses and asyndetic(tree, syntax, index)
            return self.surface(token.head) if goes_on else self._lost(index)
        if token.dep in syntax.open_clauses | syntax.clauses:
            return self._controlled(index)
        if token.dep in syntax.adverbial_clauses or self._beside(index):
            return self.surface(token.head)
        if token.dep in syntax.marker_objects:
            return self._held(tree.tokens[token.head].head)
        return self._lost(index)

    def _beside(self, index: int) -> bool:
        """Whether a participle that the parser took for a phrase says what the subject did meanwhile: « En ratifiant le
        traité, la Norvège … »."""
        tree, syntax, token = self.tree, self.syntax, self.tree.tokens[index]
        verbs = token.pos in syntax.verbs and tree.tokens[token.head].pos in syntax.verbs
        return verbs and token.dep in syntax.obliques and has_morph(tree, index, syntax.present_participle)

    def _of_noun(self, index: int) -> Surface:
        """A participle's subject is its noun; an infinitive's is the noun's owner, or the subject above the noun."""
        tree, syntax = self.tree, self.syntax
        head = tree.tokens[index].head
        if has_morph(tree, index, syntax.present_participle) and self._late(index):
            return self._above(head)
        if not has_morph(tree, index, syntax.infinitive):
            return Surface((head,)) if tree.tokens[head].pos in syntax.nominals else self.surface(head)
        owners = self.slots(head).get("possessor", ())
        if owners:
            return Surface(owners)
        if any(tree.tokens[one].dep in syntax.copulas for one in tree.children[head]):
            return self.surface(head)  # « il est le premier dirigeant à visiter … »
        return self._above(head)

    def _late(self, index: int) -> bool:
        """Whether a comma parts a participle from the noun it hangs on: then it goes on with the clause before."""
        before = index - 1
        return before > 0 and self.tree.tokens[before].dep in self.syntax.punctuation

    def _above(self, index: int) -> Surface:
        """The subject of the nearest verb above a noun."""
        for above in self.tree.up(index):
            if self.tree.tokens[above].pos in self.syntax.verbs:
                return self.surface(above)
        return NOBODY

    def _controlled(self, index: int) -> Surface:
        """The subject of an infinitive under a verb: that verb's object if it controls, else its subject."""
        return self._held(self.tree.tokens[index].head)

    def _held(self, head: int) -> Surface:
        """Who a verb makes the subject of what is said below it."""
        slots = self.slots(head)
        if lemma(self.tree, self.syntax, head) in self.syntax.object_control and not self.passive(head):
            held = slots.get("object", ()) or slots.get("recipient", ())
            return Surface(held)
        named = tuple(one for one in slots.get("recipient", ()) if self.tree.tokens[one].pos not in self.syntax.verbs)
        return Surface(named) if named else self.surface(head)

    def _lost(self, index: int) -> Surface:
        """The subject of a finite verb that the parser left without one: a clause or a loose phrase on its left."""
        tree, syntax = self.tree, self.syntax
        linked = any(tree.tokens[child].dep in syntax.copulas for child in tree.children[index])
        if not self.finite(index) or not (linked or tree.tokens[index].pos in syntax.verbs):
            return NOBODY
        for child in tree.children[index]:
            token = tree.tokens[child]
            marked = any(tree.tokens[one].dep in syntax.complementizers for one in tree.children[child])
            if child < index and token.pos in syntax.verbs and token.dep in syntax.leftovers and not marked:
                held = self.surface(child)
                if held.heads:
                    return Surface(held.heads, GUESSED)
        bare = [one for one in self.slots(index).get(BARE, ()) if one < index and is_name(tree, one)]
        if bare and not any(one in self.dated for one in bare):
            return Surface(tuple(bare), GUESSED)
        for above in tree.up(index):
            loose = tree.tokens[above].dep in syntax.leftovers and is_phrase(tree, syntax, above)
            loose = loose and case_of(tree, syntax, above) is None
            if above < index and loose:
                return Surface((above,), GUESSED)
        near = neighbour(tree, syntax, index)
        return NOBODY if near is None else Surface(tuple(conjuncts(tree, syntax, near)), GUESSED)


def shared_object(clauses: Clauses, index: int) -> tuple[int, ...]:
    """The object that a verb shares with one coordinated right beside it: "signed and ratified the treaty"."""
    tree, syntax = clauses.tree, clauses.syntax
    token = tree.tokens[index]
    partners = [one for one in tree.children[index] if tree.tokens[one].dep in syntax.conjuncts]
    if token.dep in syntax.conjuncts:
        partners.append(token.head)
    for partner in partners:
        held = clauses.slots(partner).get("object", ()) or clauses.slots(partner).get(BARE, ())
        near = abs(partner - index) <= SHARED_GAP
        if near and held and held[0] > max(index, partner) and tree.tokens[partner].pos in syntax.verbs:
            return held
    return ()
