"""models/claims/*.toml: one predicate a file."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One predicate: labels, roles, patterns per language, examples and counter-examples."""

    name: str
    labels: dict[str, str]


def load_predicates(folder: Path) -> tuple[Predicate, ...]:
    """Read every predicate of `folder` in order of name. Raises KnowledgeFault."""
    return ()
