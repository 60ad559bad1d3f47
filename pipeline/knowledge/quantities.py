"""The `[quantities]` table of a language pack: number words, scales, units, approximation and comparison."""

from __future__ import annotations

import msgspec


class QuantitiesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[quantities]`."""
