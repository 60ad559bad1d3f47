"""What is read from one document: tokens, mentions, dates, statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.model.documents import Document, Issue, Span

Basis = Literal["stated", "relative", "inferred"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "conditional", "possible", "obligation", "question", "counterfactual"]
# Voices of these modalities commit themselves; a question or a condition supports nothing.
COMMITTED = ("asserted", "planned", "obligation", "possible")
# In these modalities to affirm and to deny the same is a dispute; it is possible and it is possibly not is none.
DISPUTABLE = ("asserted", "planned", "obligation")
HolderKind = Literal["author", "actor", "unspecified"]

# One schema of mention types over all languages. The first five become actors; `demonym` refers to the state (or place)
# behind the adjective; `treaty` becomes a treaty; the others stay mentions.
MENTION_TYPES = (
    "person", "organization", "state", "place", "group", "demonym", "treaty", "law", "event", "work", "facility",
    "currency", "money", "percent", "quantity", "cardinal", "ordinal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `head` is the index of its syntactic head in `Annotation.tokens` (itself for a root)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`first`/`last` are token indices, last exclusive; `section` the kind of section it stands in."""

    id: str
    span: Span
    section: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, a description or a pronoun in the text that may refer to an actor or a treaty.

    `head` is the index of its head token; `source` the model or rule that found it; `authority` the id in
    models/authority/ when the form is listed there; `reading` is `literal` or `metonym`, with the `cue` that decided.
    """

    span: Span
    text: str
    type: str
    head: int
    kind: Literal["name", "nominal", "pronoun"] = "name"
    source: str = ""
    authority: str | None = None
    reading: Literal["literal", "metonym"] | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """The linguistic layer of one document. Mentions are in text order and may nest, never cross."""

    document: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    models: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Temporal:
    """A temporal expression. `earliest`/`latest` are inclusive ISO dates, None for an open end or an unknown one.

    `relation` is the word's role for the event it dates: `at`, `since`, `until`, `by`, `after`, `before`. `layer` is
    `timex` for an expression, `range` for a second layer over its parts, `document` for a document's own date.
    `anchor` is the span a relative value counts from; `reasons` explain an inferred one.
    """

    span: Span | None
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    mod: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "stated"
    anchor: Span | None = None
    reasons: tuple[str, ...] = ()
    relation: str = "at"
    layer: Literal["timex", "range", "document"] = "timex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The temporal layer of one document: `written` is the document's own date (stated or inferred)."""

    document: str
    written: Temporal | None
    expressions: tuple[Temporal, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role: the span of the phrase, its head token, and the mention that it is (None for free text)."""

    role: str
    span: Span
    text: str
    head: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a statement. `within` is the holder who reports this one."""

    kind: HolderKind
    span: Span | None = None
    text: str | None = None
    mention: Mention | None = None
    within: Holder | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """value × scale unit (450 × 1000000 USD). `upper` closes a range; `comparison` is `>`, `<`, `≥`, `≤` or None."""

    value: float
    scale: int
    unit: str | None
    approximate: bool
    span: Span
    upper: float | None = None
    comparison: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One holder's assertion in one place.

    `span` is the evidence (the clause), `cue` the words that decided holder, polarity or modality; `rule` names file
    and pattern (`models/claims/signed.toml#en.2`); `dropped` says why a candidate was not kept.
    """

    id: str
    language: str
    sentence: str
    predicate: str
    span: Span
    arguments: tuple[Argument, ...]
    holder: Holder
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    time: Temporal | None = None
    place: Argument | None = None
    quantity: Quantity | None = None
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    grade: Literal["verbatim", "derived"] = "verbatim"
    confidence: float = 1.0
    rule: str = ""
    dropped: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The statements of one document in text order, dropped candidates included."""

    document: str
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document: what the corpus-wide stages (resolve, align, merge, publish) work on."""

    document: Document
    annotation: Annotation
    dates: Dates
    statements: Statements
