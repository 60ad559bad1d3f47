"""The `[stance]` table of a language pack: the words of negation, modality, plans, conditions and questions."""

from __future__ import annotations

import msgspec


class StancePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[stance]`."""
