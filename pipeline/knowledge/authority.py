"""models/authority/*.jsonl and the public sources (CLDR, ISO 3166): the actors that we know by name."""

from __future__ import annotations

from pathlib import Path


class Authority:
    """States, capitals, demonyms, organisations and offices, looked up by form and language."""


def load_authority(folder: Path, languages: tuple[str, ...]) -> Authority:
    """Read the authority files of `folder` and add the public sources. Raises KnowledgeFault."""
    return Authority()
