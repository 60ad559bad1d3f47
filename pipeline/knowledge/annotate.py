"""The `[annotate]` table of a language pack: what annotate knows of a language: its spaCy models, words that head names of treaties and organisations."""

from __future__ import annotations

import msgspec


class AnnotatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[annotate]`."""
