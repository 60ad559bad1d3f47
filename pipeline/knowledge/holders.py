"""The `[holders]` table of a language pack: the words that give a statement to somebody: reporting verbs, according to, quotes."""

from __future__ import annotations

import msgspec


class HoldersPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[holders]`."""
