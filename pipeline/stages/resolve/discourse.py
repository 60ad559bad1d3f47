"""One document from its first word to its last: names, then descriptions and pronouns, which point back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from pipeline.model import Argument, Mention, Reference, Span
from pipeline.stages.resolve.chains import Chainer
from pipeline.stages.resolve.coined import Coined
from pipeline.stages.resolve.designations import Designation, Lookup, designations
from pipeline.stages.resolve.foretold import foretold
from pipeline.stages.resolve.found import Found
from pipeline.stages.resolve.holding import Holding
from pipeline.stages.resolve.keys import folded, plain
from pipeline.stages.resolve.kinds import Kinds, Names
from pipeline.stages.resolve.made import Chain
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.offices import Held, beside, office_at, states_served
from pipeline.stages.resolve.pairs import Pairs
from pipeline.stages.resolve.pointing import Pointing
from pipeline.stages.resolve.pronouns import Pronouns
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.twins import twin
from pipeline.stages.resolve.views import View


@dataclass
class Discourse:
    """One document with all that is known of its actors: span → ids, id → type and full names, the ids of states."""

    view: View
    actors: Named
    types: Mapping[str, str]
    names: Names
    states: frozenset[str]
    lookup: Lookup
    short: Coined
    governments: Mapping[str, str] = field(default_factory=dict)
    chains: list[Chain] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    by_head: dict[int, tuple[str, ...]] = field(default_factory=dict)
    main: tuple[str, ...] = ()
    facts: Sequence[Held] = ()
    questions: list[tuple[Designation, list[int]]] = field(default_factory=list)

    def local(self, number: int) -> str:
        """The id of a chain until the treaties of all documents are known."""
        return f"{self.view.document}#{number}"

    @cached_property
    def treaty_heads(self) -> list[int]:
        """The heads of all phrases for treaties, in text order; to be asked once the document is read."""
        return sorted({one.head for chain in self.chains for one in chain.members})

    def meant(self, argument: Argument) -> tuple[str, ...]:
        """What a role's filler refers to: its own phrase, its mention, or whatever its head heads."""
        spans = [argument.span, *([argument.mention.span] if argument.mention else [])]
        for span in spans:
            if ids := self.actors.at(span.start, span.end):
                return ids
        return self.by_head.get(argument.head, ())

    def read(self, facts: Sequence[Held]) -> None:
        """Fill chains and references."""
        self.facts = facts
        scene = Scene(self.view, self.types)
        for presence in self._named():
            scene.add(presence)
        for presence in self._titled(scene):
            scene.add(presence)
        for presence in self._chained():
            scene.add(presence)
        self._point(scene, facts)
        self.main = scene.main_states(self.states, 2)
        self._fill_arguments(scene)

    def _named(self) -> list[Presence]:
        found = []
        for mention in self.view.reading.annotation.mentions:
            ids = self.actors.at(mention.span.start, mention.span.end)
            if ids:
                found.append(self._presence(mention, ids))
        return found

    def _titled(self, scene: Scene) -> list[Presence]:
        """The title that a name bears means the same person (« le président égyptien Anouar el-Sadate »)."""
        taken = {presence.head for presence in scene.presences}
        found = []
        for presence in scene.presences:
            if presence.type == "person" and len(presence.ids) == 1:
                for index in beside(self.view, presence.start, presence.end):
                    token = self.view.tokens[index]
                    if index not in taken and office_at(self.view, index) and token.pos in ("NOUN", "PROPN"):
                        taken.add(index)
                        found.append(replace(presence, start=token.start, end=token.end, head=index))
        return found

    def _presence(self, mention: Mention, ids: tuple[str, ...]) -> Presence:
        head = mention.head
        type = self.types.get(ids[0], mention.type)
        adjective = mention.type == "demonym" or self.view.tokens[head].pos == "ADJ"
        number = "Sing" if type in ("person", "state") and len(ids) == 1 else self.view.morph(head, "Number")
        return Presence(
            mention.span.start, mention.span.end, head, ids, type, number, self._gender(mention, type), adjective
        )

    def _gender(self, mention: Mention, type: str) -> str:
        """Of a person by given name or title, else grammatical, the article's where the name shows none."""
        if type == "person":
            feminine = frozenset(map(plain, self.view.pack.feminine))
            if any(plain(word) in feminine for word in mention.text.split()):
                return "Fem"
            titles = [self.view.morph(i, "Gender") for i in beside(self.view, mention.span.start, mention.span.end)]
            return "Fem" if titles and set(titles) == {"Fem"} else ""
        own = self.view.morph(mention.head, "Gender")
        articles = [
            self.view.morph(i, "Gender") for i in self.view.children[mention.head] if self.view.tokens[i].pos == "DET"
        ]
        return next((gender for gender in (*articles, own) if gender), "")

    def _chained(self) -> list[Presence]:
        """Chain the designations of treaties; each becomes a reference and a presence."""
        chainer = Chainer(
            bearers=frozenset(self.view.pack.bearers),
            sentence=Scene(self.view, self.types).sentence,
            alias=self._is_alias,
            includes=self._includes,
            twin=partial(twin, self.view, self.short.owners),
            foretold=partial(foretold, self.view),
        )
        chainer.read(designations(self.view, self.actors, self.states, self.lookup, self.short.mentions))
        self.chains = chainer.chains
        self.questions = chainer.open_questions
        found = []
        for pointer in chainer.pointers:
            d, ids = pointer.designation, tuple(map(self.local, pointer.chains))
            self.references.append(Reference(d.span, ids, pointer.because))
            number = "Plur" if d.plural else "Sing"
            gender = self.view.morph(d.head, "Gender")
            found.append(Presence(d.span.start, d.span.end, d.head, ids, "treaty", number, gender))
        return found

    def _between(self, a: Designation, b: Designation) -> list[str] | None:
        """The folded words between two designations of one sentence; None across sentences or when they overlap."""
        gap = self.view.indices(a.span.end, b.span.start)
        if b.span.start < a.span.end or self.view.tokens[a.head].sentence != self.view.tokens[b.head].sentence:
            return None
        return [
            folded(self.view.tokens[i].text).rstrip("'")
            for i in gap
            if any(c.isalnum() for c in self.view.tokens[i].text)
        ]

    def _is_alias(self, a: Designation, b: Designation) -> bool:
        """*the Treaty on European Union, known as the Maastricht Treaty*."""
        words = self._between(a, b)
        aliases = frozenset(map(folded, self.view.pack.aliases))
        small = aliases | frozenset(map(folded, self.view.pack.articles))
        return words is not None and bool(aliases.intersection(words)) and all(word in small for word in words)

    def _includes(self, a: Designation, b: Designation) -> bool:
        """« de nouveaux traités, y compris une déclaration »."""
        words = self._between(a, b)
        if not words or len(words) > 6:
            return False
        gap = " ".join(words)
        return any(f" {folded(phrase)} " in f" {gap} " for phrase in self.view.pack.including)

    def _point(self, scene: Scene, facts: Sequence[Held]) -> None:
        holding = Holding(self.view, scene, self.actors, self.types, self.states, facts)
        pairs = Pairs(self.view, scene, self.states, holding, partial(self._contracting, scene))
        pointing = Pointing(self.view, scene, pairs, holding, Kinds(self.view, scene, self.actors, self.names))
        pronouns = Pronouns(self.view, scene)
        taken = {presence.head for presence in scene.presences if not presence.adjective}
        for index in range(len(self.view.tokens)):
            if index in taken:
                continue
            found = pronouns.at(index) or pointing.at(index)
            if found is not None:
                self._keep(scene, found)

    def _contracting(self, scene: Scene, place: int, back: int, leading: bool = False) -> tuple[str, ...]:
        """Whom the treaty last spoken of, in this sentence or `back` before it (as a subject, where it shall lead),
        binds: two or more named in its phrase, or those who make it."""
        numbers = {self.local(number): chain for number, chain in enumerate(self.chains)}
        for presence in reversed([one for one in scene.before(place, back) if one.type == "treaty"]):
            chain = numbers.get(presence.ids[0])
            if chain is not None and (not leading or scene.is_subject(presence.head)):
                bound = chain.states if len(chain.states) > 1 else self._behind(chain)
                if len(bound) > 1:
                    return tuple(sorted(bound))
        return ()

    def _behind(self, chain: Chain) -> frozenset[str]:
        """The states and bodies that sign it, themselves or by the one office that a signer is told to hold."""
        making = [
            argument
            for statement, role in chain.clauses()
            if statement.predicate in chain.acts.dating and role == "object" and statement.polarity == "affirmed"
            for argument in statement.arguments
            if argument.role == "subject"
        ]
        makers = {self.governments.get(id, id) for argument in making for id in self.meant(argument)}
        served = [tuple(states_served(self.facts, id, self.states)) for id in sorted(makers)]
        offices = (states[0] for states in served if len(states) == 1)
        return frozenset({*(id for id in makers if self.types.get(id) in ("state", "organization")), *offices})

    def _take_up(self, found: Found) -> None:
        """What is told of a treaty by a pronoun is told of its chain."""
        numbers = [number for number in range(len(self.chains)) if (self.local(number),) == found.ids]
        for statement in self.view.told.get(found.head, ()) if numbers else ():
            for argument in statement.arguments:
                if argument.head == found.head:
                    self.chains[numbers[0]].take_up(statement, argument.role)

    def _keep(self, scene: Scene, found: Found) -> None:
        self._take_up(found)
        self.references.append(Reference(found.span, found.ids, found.because))
        type = "treaty" if "#" in found.ids[0] else self.types.get(found.ids[0], "")
        number = "Plur" if len(found.ids) > 1 else "Sing"
        scene.add(
            Presence(
                found.span.start,
                found.span.end,
                found.head,
                found.ids,
                type,
                number,
                self.view.morph(found.head, "Gender"),
            )
        )

    def _fill_arguments(self, scene: Scene) -> None:
        """A role's phrase whose head is that of a reference refers to the same."""
        heads = {p.head: p.ids for p in sorted(scene.presences, key=lambda p: p.start - p.end) if not p.adjective}
        self.by_head = heads
        known = {(r.span.start, r.span.end) for r in self.references} | set(self.actors.exact)
        for span, head in self._phrases():
            if head in heads and (span.start, span.end) not in known:
                known.add((span.start, span.end))
                ids = self._with_conjuncts(span, head, heads)
                self.references.append(Reference(span, ids, "the phrase of that name or description"))

    def _with_conjuncts(self, span: Span, head: int, heads: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
        """The ids of a head and of what is coordinated with it inside the span."""
        inside = self.view.indices(span.start, span.end)
        found, queue = list(heads[head]), [head]
        while queue:
            for child in self.view.children[queue.pop()]:
                if child in inside and self.view.tokens[child].dep in self.view.syntax.conjuncts:
                    queue.append(child)
                    found += heads.get(child, ())
        return tuple(dict.fromkeys(found))

    def _phrases(self) -> list[tuple[Span, int]]:
        statements = [s for s in self.view.reading.statements.statements if s.dropped is None]
        places = [statement.place for statement in statements if statement.place is not None]
        arguments = [argument for statement in statements for argument in statement.arguments]
        described = [m for m in self.view.reading.annotation.mentions if m.type not in ("demonym", "treaty")]
        phrases = [(argument.span, argument.head) for argument in (*arguments, *places)]
        return phrases + [(mention.span, mention.head) for mention in described]
