"""The `[resolve]` table of a language pack: how a language writes foreign names, and its describing and pointing words."""

from __future__ import annotations

import msgspec


class ResolvePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[resolve]`."""
