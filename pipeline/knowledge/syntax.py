"""The `[syntax]` table of a language pack: how a language's parser labels subjects, objects and obliques."""

from __future__ import annotations

import msgspec


class SyntaxPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[syntax]`."""
