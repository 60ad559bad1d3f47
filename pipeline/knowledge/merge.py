"""The `[merge]` table of a language pack: words that merging compares."""

from __future__ import annotations

import msgspec


class MergePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[merge]`."""
