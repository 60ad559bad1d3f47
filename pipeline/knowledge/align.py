"""The `[align]` table of a language pack: words that carry no content for alignment."""

from __future__ import annotations

import msgspec


class AlignPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[align]`."""
