"""How the voices of a draft stand: what they affirm or deny, and how firmly."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import COMMITTED, Statement
from pipeline.stages.merge.grouping import Draft

Stance = tuple[str, str]


def stances_of(statements: Iterable[Statement]) -> frozenset[Stance]:
    """Polarity and modality of the voices that commit themselves."""
    return frozenset((one.polarity, one.modality) for one in statements if one.modality in COMMITTED)


def stances(draft: Draft) -> frozenset[Stance]:
    """The stances of a draft's own voices."""
    return stances_of(draft.statements)


def told(draft: Draft) -> bool:
    """True when some voice tells it as a fact."""
    return ("affirmed", "asserted") in stances(draft)


def denied(draft: Draft) -> bool:
    """True when some voice denies it as a fact."""
    return ("negated", "asserted") in stances(draft)


def agree(fine: Draft, coarse: Draft) -> bool:
    """True when the two share a stance; what a predicate implies is implied only where it is affirmed."""
    shared = stances(fine) & stances(coarse)
    if fine.lore.name != coarse.lore.name:
        shared = frozenset(stance for stance in shared if stance[0] == "affirmed")
    return bool(shared)
