"""The `[ingest]` table of a language pack: what ingest knows of a language: words of a document head, letters that tell encodings apart."""

from __future__ import annotations

import msgspec


class IngestPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[ingest]`."""
