"""The `[dates]` table of a language pack: what dates knows of a language: the words of its temporal expressions."""

from __future__ import annotations

import msgspec


class DatesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[dates]`."""
