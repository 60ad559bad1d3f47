"""The `[page]` table of a language pack: the words of the pages that people open."""

from __future__ import annotations

import msgspec


class PagePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[page]`."""
