"""What the texts together say: actors, treaties, alignments, claims, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.documents import Issue, Span
from pipeline.model.readings import Modality, Quantity, Statement, Temporal

ActorType = Literal["person", "organization", "state", "place", "group"]
LinkKind = Literal["equal", "refines", "tension", "contradicts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, state, place or group, one node across documents and languages."""

    id: str
    type: ActorType
    labels: dict[str, str]
    forms: dict[str, tuple[str, ...]]
    same_as: tuple[str, ...] = ()
    merged_because: tuple[str, ...] = ()
    kept_apart: tuple[KeptApart, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A near match that was not merged: the other node's id, its label, and why."""

    other: str
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a treaty's slot: an actor's id or a text (or neither, for a time), when, and where it is told."""

    value: str
    spans: tuple[Span, ...]
    actor: str | None = None
    time: Temporal | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty, agreement, declaration, accord, programme or plan. `resolve` makes the node and what tells it from
    others (`kind`, `labels`, `forms`, `signed`, `parties`); `merge` fills the other slots from the claims."""

    id: str
    kind: str
    labels: dict[str, str]
    forms: dict[str, tuple[str, ...]]
    same_as: tuple[str, ...] = ()
    signed: tuple[Slot, ...] = ()
    signatories: tuple[Slot, ...] = ()
    parties: tuple[Slot, ...] = ()
    place: tuple[Slot, ...] = ()
    establishes: tuple[Slot, ...] = ()
    provisions: tuple[Slot, ...] = ()
    entry_into_force: tuple[Slot, ...] = ()
    ratified: tuple[Slot, ...] = ()
    status: tuple[Slot, ...] = ()
    missing: tuple[str, ...] = ()
    merged_because: tuple[str, ...] = ()
    kept_apart: tuple[KeptApart, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """The phrase at `span` refers to these actors or treaties (several for « les deux pays »), and why."""

    span: Span
    targets: tuple[str, ...]
    because: str
    reading: Literal["literal", "metonym"] | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who and what the texts talk about. `references` are sorted by span; a span stands at most once."""

    actors: tuple[Actor, ...]
    treaties: tuple[Treaty, ...]
    references: tuple[Reference, ...]
    issues: tuple[Issue, ...] = ()


# Scores of pairs in comparable texts.
ASSERTED = 0.5  # from here a pair is asserted
OFFERED = 0.25  # from here it is offered below: nobody else builds on it


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator should look at: `said` in each language that has words for it, (code, text) by code."""

    said: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """In English, as all that is written for machines; else in the first language there is."""
        return dict(self.said).get("en", self.said[0][1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Passages in two languages that tell the same thing. `sides` maps a language to its spans (sentences).

    `terms` are words taken for each other's counterpart, the span in the first language by code first.
    """

    id: str
    kind: Literal["parallel", "comparable"]
    sides: dict[str, tuple[Span, ...]]
    score: float
    actors: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    decision: Literal["accepted", "rejected", "edited"] | None = None
    by: str | None = None
    terms: tuple[tuple[Span, Span], ...] = ()

    @property
    def place(self) -> list[tuple[Span, ...]]:
        """Its sides, the language first in the alphabet first: what alignments are put in order by."""
        return [self.sides[language] for language in sorted(self.sides)]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its passages, sorted."""
        return tuple(sorted(span for spans in self.sides.values() for span in spans))


@dataclass(frozen=True, slots=True)
class Alignments:
    alignments: tuple[Alignment, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A statement as it stands under its claim: the statement, and its holder resolved to actors, inner first."""

    statement: Statement
    holder_actors: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, whoever says it. `roles` maps a role to actor or treaty ids, or to text."""

    id: str
    predicate: str
    roles: dict[str, tuple[str, ...]]
    voices: tuple[Voice, ...]
    time: Temporal | None = None
    place: str | None = None
    quantity: Quantity | None = None
    documents: int = 1
    languages: tuple[str, ...] = ()
    independent: int = 1
    status: Literal["corroborated", "single", "disputed"] = "single"


@dataclass(frozen=True, slots=True)
class Link:
    kind: LinkKind
    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class OneSided:
    """A claim told only in one language, with the reason where one can be given."""

    claim: str
    language: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The merged fact graph, spans still in clean text; `publish` writes it as the contract says.

    `origins`: document id → the first id of all documents that say the same (copies, translations).
    """

    actors: tuple[Actor, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    asymmetry: tuple[OneSided, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
