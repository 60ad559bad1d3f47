"""The `[resolve]` table of a language pack: how a language writes foreign names, and its describing and pointing words."""

from __future__ import annotations

import msgspec


class Pronoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`forms` (lower case) stand for actors of these `types` (or `treaty`), with this number and gender where told."""

    forms: list[str]
    types: list[str]
    number: str = ""
    gender: str = ""
    subject: bool = True


class ResolvePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[resolve]`. Concept ids (keys of the dicts) are the same in every language.

    `romanisation`: ordered (pattern, replacement) rewrites of one word of a name, accents kept, to the key that all
    languages share; in a key S, C, Z, J stand for the sounds of English sh, ch, zh, j.
    """

    romanisation: list[tuple[str, str]] = []
    given: dict[str, list[str]] = {}
    spellings: dict[str, list[str]] = {}
    particles: list[str] = []
    titles: list[str] = []
    articles: list[str] = []
    generic: list[str] = []
    stop: list[str] = []
    groups: dict[str, list[str]] = {}
    treaties: dict[str, list[str]] = {}
    bearers: list[str] = []
    pointing: list[str] = []
    fresh: list[str] = []
    pairs: dict[str, list[str]] = {}
    offices: dict[str, list[str]] = {}
    countries: list[str] = []
    latter: list[str] = []
    former: list[str] = []
    pronouns: list[Pronoun] = []
    possessive: str = ""
