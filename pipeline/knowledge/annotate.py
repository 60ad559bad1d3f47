"""The `[annotate]` table of a language pack: its spaCy models, and the words that names and descriptions are made of."""

from __future__ import annotations

import msgspec


class AnnotatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[annotate]`.

    `models`: spaCy packages, the first installed one of `version` (major.minor) is taken; `install` is what to install
    where none is. `entities`: the model's entity label → type of mention. `lemmas`: part of speech → form → lemma,
    where the model's lemma is wrong.
    """

    models: tuple[str, ...]
    version: str
    install: str
    entities: dict[str, str] = {}
    lemmas: dict[str, dict[str, str]] = {}
