"""What the stage works on: one document's tokens and sentences, and the names that the statistical model found."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Document, Sentence, Token


@dataclass(frozen=True, slots=True)
class Named:
    """A name that spaCy found: token indices, last exclusive, and its own label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """One document as spaCy reads it, white space dropped."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Named, ...]
    model: str
