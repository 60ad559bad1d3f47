"""A small world to merge: documents made of statements, told by hand in a few words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace

from pipeline.knowledge import Knowledge
from pipeline.knowledge.predicates import Implied, Outcome, Predicate, Role
from pipeline.model import (
    Actor,
    Alignment,
    Alignments,
    Annotation,
    Argument,
    Claim,
    Dates,
    Document,
    Graph,
    Head,
    Holder,
    Mention,
    Quantity,
    Reading,
    Reference,
    Resolution,
    Sentence,
    Span,
    Statement,
    Statements,
    Temporal,
    Token,
    Treaty,
)
from pipeline.stages.merge import merge

FREE = ("person", "organization", "state", "group", "treaty", "text")
FUNCTION_WORDS = {
    "the",
    "of",
    "a",
    "an",
    "with",
    "le",
    "la",
    "les",
    "l",
    "de",
    "du",
    "des",
    "avec",
    "une",
    "un",
    "to",
    "d",
    "no",
}


def predicate(name: str, *roles: str, **more: object) -> Predicate:
    kinds = {role: Role(types=("text",) if role == "office" else FREE) for role in roles}
    return Predicate(name=name, labels={"fr": name, "en": name}, roles=kinds, **more)


HOLDS = (Implied("holds_office", {"object": "subject", "office": "office", "of": "of"}),)
SAME = {"subject": "subject", "object": "object"}
WON = Outcome(
    by={"elected": "object", "holds_office": "subject"},
    roles={"subject": "of", "object": "office"},
    turns={"presidential_election": "president"},
)

PREDICATES = (
    predicate("accepted", "subject", "object", opposite="rejected", strains=("opposes",)),
    predicate("adopts_currency", "subject", "object"),
    predicate("criticized", "subject", "object"),
    predicate("elected", "subject", "object", "office", "of", implies=HOLDS),
    predicate("entered_into_force", "subject", treaty_slot="entry_into_force", status="in force", once=True),
    predicate("establishes", "subject", "object", treaty_slot="establishes"),
    predicate("held_election", "subject", "object", outcome=WON),
    predicate("held_exercise", "subject", "object", collective=True),
    predicate("holds_office", "subject", "office", "of", time="state", speaks_for="of"),
    predicate("implements", "subject", "object", status="implemented", denied_status="not implemented"),
    predicate("measures", "subject", "of", time="state"),
    predicate("member_of", "subject", "object", time="state"),
    predicate("mediated", "subject", "object", outsider=True),
    predicate("met", "subject", "object", symmetric=True, collective=True),
    predicate("negotiated", "subject", "object", status="negotiated", collective=True, makes="negotiation"),
    predicate("opposes", "subject", "object", opposite="supports", time="state"),
    predicate("party_to", "subject", "object", treaty_slot="parties", time="state", strains=("withdrew_from",)),
    predicate("provides", "subject", "object", treaty_slot="provisions"),
    predicate(
        "ratified", "subject", "object", treaty_slot="ratified", status="ratified", once=True,
        implies=(Implied("party_to", SAME),),
    ),
    predicate(
        "rejected", "subject", "object", opposite="accepted", status="rejected", stance="against",
        implies=(Implied("opposes", SAME),),
    ),
    predicate("replaces", "subject", "object", status="superseded"),
    predicate("signed", "subject", "object", treaty_slot="signatories", status="signed", once=True, makes="signing"),
    predicate("states", "subject", "object"),
    predicate("supports", "subject", "object", time="state", strains=("criticized", "rejected")),
    predicate("withdrew_from", "subject", "object", status="withdrawn"),
)  # fmt: skip


def moment(value: str) -> Temporal:
    """`1996`, `1996-04`, `1996-04-02`, or one of these after `since`, `until`, `by`, `before`, `after`."""
    relation, _, date = value.rpartition(" ")
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    first = f"{year:04}-{month or 1:02}-{parts[2] if len(parts) > 2 else 1:02}"
    last = f"{year:04}-{month or 12:02}-{parts[2] if len(parts) > 2 else monthrange(year, month or 12)[1]:02}"
    return Temporal(
        span=None,
        text=value,
        type="DATE",
        timex=date,
        edtf=date,
        earliest=first,
        latest=last,
        relation=relation or "at",
    )


@dataclass
class Page:
    id: str
    language: str
    path: str
    written: Temporal | None
    translation_of: str | None
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    expressions: list[Temporal] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def write(self, phrase: str) -> tuple[Span, int]:
        """Add words to the text; their span and the index of their head, the first content word."""
        start, head = len(self.text), -1
        for match in re.finditer(r"\w+", phrase):
            word = match.group()
            empty = word.casefold() in FUNCTION_WORDS
            if head < 0 and not empty:
                head = len(self.tokens)
            pos = "DET" if empty else "NUM" if word.isdigit() else "NOUN"
            at = len(self.tokens)
            begin, end = start + match.start(), start + match.end()
            self.tokens.append(Token(begin, end, word, word.casefold(), pos, "", "dep", at, "", len(self.sentences)))
        self.text += phrase + " "
        return Span(self.id, start, start + len(phrase)), max(head, 0)

    def reading(self) -> Reading:
        document = Document(
            id=self.id, path=self.path, sha256=self.id, language=self.language, encoding="utf-8",
            characters=len(self.text), bytes=len(self.text), raw=self.text, text=self.text, runs=(), sections=(),
            head=Head(), translation_of=self.translation_of,
        )  # fmt: skip
        annotation = Annotation(
            document=self.id, tokens=tuple(self.tokens), sentences=tuple(self.sentences),
            mentions=tuple(self.mentions), models=(),
        )  # fmt: skip
        dates = Dates(document=self.id, written=self.written, expressions=tuple(self.expressions))
        return Reading(document, annotation, dates, Statements(document=self.id, statements=tuple(self.statements)))


@dataclass
class World:
    """Ids like `actor-…` and `treaty-…` are names; a tuple of them is one plural phrase; other words are text."""

    knowledge: Knowledge
    pages: dict[str, Page] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    alignments: list[Alignment] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    predicates: tuple[Predicate, ...] = PREDICATES

    def document(self, id: str, language: str, written: str | None = None, translation_of: str | None = None) -> None:
        date = moment(written) if written else None
        self.pages[id] = Page(id, language, f"documents/{id}.txt", date, translation_of)

    def say(
        self, document: str, predicate: str, *, time: str | None = None, holder: str | None = None,
        place: str | None = None, amount: Quantity | None = None, also: str = "", since: str = "",
        sentence: str = "", **told: object,
    ) -> Statement:  # fmt: skip
        """One statement in a sentence of its own; `also` are further words of the sentence, `since` a
        further date in it, `told` roles or fields."""
        page = self.pages[document]
        first, start = len(page.tokens), len(page.text)
        fields = {name: told.pop(name) for name in ("polarity", "modality", "dropped", "confidence") if name in told}
        arguments = [
            self.argument(page, role, filler)
            for role, fillers in told.items()
            for filler in (fillers if isinstance(fillers, list) else [fillers])
        ]
        where = self.argument(page, "place", place) if place else None
        who = self.argument(page, "holder", holder) if holder else None
        page.write(f"{predicate} {also} {time or ''}")
        span = Span(page.id, start, len(page.text) - 1)
        number = len(page.statements)
        name = sentence or f"{page.id}.{number}"
        if sentence:  # told in the sentence of another statement, which grows
            before = next(one for one in page.sentences if one.id == sentence)
            whole = Span(page.id, before.span.start, span.end)
            grown = replace(before, span=whole, last=len(page.tokens))
            page.sentences = [grown if one is before else one for one in page.sentences]
        else:
            page.sentences.append(Sentence(name, span, "paragraph", first, len(page.tokens)))
        statement = Statement(
            id=f"{page.id}.{number}.{predicate}", language=page.language, sentence=name, predicate=predicate, span=span,
            arguments=tuple(arguments), time=moment(time) if time else None, place=where,
            quantity=replace(amount, span=span) if amount else None,
            holder=Holder("actor", who.span, who.text, who.mention) if who else Holder("author"), **fields,
        )  # fmt: skip
        for value in filter(None, (time, since)):
            page.expressions.append(replace(moment(value), span=span))
        page.statements.append(statement)
        return statement

    def describe(self, words: str, id: str) -> str:
        """Words that from now on are a description of `id` wherever they fill a role alone."""
        self.descriptions[words] = id
        return words

    def argument(self, page: Page, role: str, filler: object) -> Argument:
        ids = filler if isinstance(filler, tuple) else (str(filler),)
        if not all(re.match(r"(actor|treaty)-", one) for one in ids):
            span, head = page.write(str(filler))
            self.mark_names(page, span)
            if filler in self.descriptions:
                self.references.append(Reference(span, (self.descriptions[str(filler)],), "described"))
                page.mentions.append(Mention(span=span, text=str(filler), type="person", head=head, kind="nominal"))
            return Argument(role, span, str(filler), head)
        words = " and ".join(one.replace("-", " ") for one in ids)
        span, head = page.write(words)
        self.names |= {one: one.split("-")[0] for one in ids}
        self.references.append(Reference(span, ids, "told"))
        mention = Mention(span=span, text=words, type="person", head=head)
        page.mentions.append(mention)
        return Argument(role, span, words, head, mention)

    def mark_names(self, page: Page, span: Span) -> None:
        """A word in capitals inside a phrase is a name: BELARUS → actor-belarus."""
        for match in re.finditer(r"\b[A-Z]{2,}\b", page.text[span.start : span.end]):
            inner = Span(page.id, span.start + match.start(), span.start + match.end())
            self.references.append(Reference(inner, (f"actor-{match.group().lower()}",), "told"))

    def align(self, *statements: Statement) -> None:
        sides: dict[str, tuple[Span, ...]] = {}
        for one in statements:
            sides[one.language] = (*sides.get(one.language, ()), one.span)
        self.alignments.append(Alignment(id=f"align-{len(self.alignments)}", kind="comparable", sides=sides, score=0.9))

    def resolution(self) -> Resolution:
        actors = tuple(
            Actor(id=one, type=self.types.get(one, "person"), labels={"en": one}, forms={"en": (one,)})
            for one, kind in sorted(self.names.items())
            if kind == "actor"
        )
        treaties = tuple(
            Treaty(id=one, kind="agreement", labels={"en": one}, forms={"en": (one,)})
            for one, kind in sorted(self.names.items())
            if kind == "treaty"
        )
        return Resolution(
            actors=actors, treaties=treaties, references=tuple(sorted(self.references, key=lambda one: one.span))
        )

    def merge(self, *, reverse: bool = False, only: set[str] | None = None) -> Graph:
        pages = [page for page in self.pages.values() if only is None or page.id in only]
        readings = [page.reading() for page in (reversed(pages) if reverse else pages)]
        alignments = Alignments(tuple(self.alignments))
        return merge(readings, self.resolution(), alignments, replace(self.knowledge, predicates=self.predicates))


def claims_of(graph: Graph, predicate: str) -> list[Claim]:
    return [claim for claim in graph.claims if claim.predicate == predicate]


def ties(graph: Graph) -> set[tuple[str, str, str]]:
    """Links as (kind, a's predicate and time, b's predicate and time)."""
    name = {one.id: f"{one.predicate} {one.time.text if one.time else '-'}" for one in graph.claims}
    return {(link.kind, name[link.a], name[link.b]) for link in graph.links}
