"""Documents: a file's bytes as text, its parts, its head, and spans into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start`/`end` count code points of the clean text of `document` (an id), end exclusive."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should look at: what, where, and what they can do about it."""

    stage: str
    kind: str
    message: str
    remedy: str = ""
    path: str | None = None
    spans: tuple[Span, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters at `start` in the clean text stand at `origin` in the raw text, one to one.

    Clean characters that no run covers (a space put where a line was rewrapped) belong to the gap between two runs.
    """

    start: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the clean text: `title`, `byline`, `heading`, `paragraph`, `table` or `note`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A value read from a document's head (with its span) or from corpus.toml (span None)."""

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of a document says about it; empty where it says nothing."""

    title: Field | None = None
    authors: tuple[Field, ...] = ()
    institute: Field | None = None
    publisher: Field | None = None
    series: Field | None = None
    number: Field | None = None
    date: Field | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file in one language. `raw` is the decoded file, `text` the clean text that all later stages read."""

    id: str
    path: str
    sha256: str
    language: str
    encoding: str
    characters: int
    bytes: int
    raw: str
    text: str
    runs: tuple[Run, ...]
    sections: tuple[Section, ...]
    head: Head
    copies: tuple[str, ...] = ()
    translation_of: str | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span in the ORIGINAL file: code points of the decoded file, bytes, and exactly that slice."""

    document: str
    start: int
    end: int
    byte_start: int
    byte_end: int
    quote: str
    role: str | None = None
