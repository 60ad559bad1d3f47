"""What is called how, and when two forms are two names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from pipeline.model import Span
from pipeline.text import fold

ENDING = 2  # letters at the end in which two forms of one word may differ
STEM = 4


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing as it is called in one language: what it is, the name it goes by elsewhere, its id (empty for terms)."""

    kind: str
    name: str
    id: str
    language: str


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a form stands."""

    form: str
    span: Span


def apart(forms: Iterable[str], kind: str) -> set[str]:
    """The forms that are another name than some other form."""
    known = sorted(forms)
    return {one for one, other in product(known, known) if other_names(one, other, kind)}


def other_names(one: str, other: str, kind: str) -> bool:
    """Two forms are two names: not the same words in other endings; nor, of a person, a part of the name."""
    ours, theirs = words(one), words(other)
    shorter, longer = sorted((ours, theirs), key=len)
    if kind in ("person", "group"):
        return not all(any(inflected(word, there) for there in longer) for word in shorter)
    return len(ours) != len(theirs) or not all(inflected(a, b) for a, b in zip(ours, theirs, strict=True))


def words(form: str) -> list[str]:
    """The words of a form as they are compared."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(form)).split()


def inflected(one: str, other: str) -> bool:
    """Equal but for an ending."""
    short, long = sorted((one, other), key=len)
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return one == other or (shared >= STEM and len(long) - shared <= ENDING)
