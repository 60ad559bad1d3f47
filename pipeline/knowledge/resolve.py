"""The `[resolve]` table of a language pack: how a language writes foreign names, its describing and pointing words."""

from __future__ import annotations

import msgspec


class Pronoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`forms` (small letters) stand for things of these `types` (types of actors, or `treaty`), by number and gender.

    `number` is `Sing` or `Plur`, `gender` `Masc`, `Fem`, either empty for any. `told`: only where it fills a role of a
    statement (an object, a possessor); elsewhere the form says too little.
    """

    forms: list[str]
    types: list[str]
    number: str = "Sing"
    gender: str = ""
    told: bool = False


class ResolvePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[resolve]`. Concepts (keys of the tables) are the same in every language.

    `romanisation`: ordered (pattern, replacement) rewrites of one word of a name, accents kept, to the key that all
    languages share; in a key S, C, Z, J stand for the sounds of English sh, ch, zh, j. Other words are lemmas or forms,
    compared folded.
    """

    # Names of persons.
    romanisation: list[tuple[str, str]] = []
    given: dict[str, list[str]] = {}
    spellings: dict[str, list[str]] = {}
    feminine: list[str] = []
    particles: list[str] = []
    titles: list[str] = []
    ordinal_endings: list[str] = []
    articles: list[str] = []
    # Names of bodies: words that tell no body from another, and describing heads.
    generic: list[str] = []
    groups: dict[str, list[str]] = {}
    collectives: list[str] = []
    anybody: list[str] = []  # concepts of groups whose word alone tells nobody: *the countries*
    amounts: list[str] = []
    grounds: list[str] = []  # nouns of places that make one name with the name beside them
    institutions: dict[str, list[str]] = {}
    # Offices; those that a wider word covers (concepts); words before one that make it another, or one held once.
    offices: dict[str, list[str]] = {}
    wider: dict[str, list[str]] = {}
    deputies: list[str] = []
    bygone: list[str] = []
    counterparts: list[str] = []
    # Kinds of bodies that a noun alone may mean (*the alliance*), and nouns for any of them.
    bodies: dict[str, list[str]] = {}
    any_body: list[str] = []
    # Treaties.
    treaties: dict[str, list[str]] = {}
    matters: dict[str, list[str]] = {}
    bearers: list[str] = []
    fresh: list[str] = []
    stop: list[str] = []
    beside: list[str] = []
    aliases: list[str] = []
    accompanying: list[str] = []  # verbs whose subject comes with another document, both made at once
    including: list[str] = []
    # Before the parties of a treaty; whoever belongs to one of the helping words (mediation) is none.
    between: list[str] = []
    helping: list[str] = []
    # Who signs for the states behind them.
    delegates: list[str] = []
    # Pointing words.
    two: list[str] = []
    several: dict[str, list[str]] = {}
    pairs: dict[str, list[str]] = {}
    signatories: list[str] = []
    sides: list[str] = []
    # Nouns for those who act for a state, after a relative pronoun that makes them its own.
    acting: list[str] = []
    whose: list[str] = []
    # Adjectives that say nothing of which one is meant.
    same: list[str] = []
    countries: list[str] = []
    latter: list[str] = []
    concerned: list[str] = []
    former: list[str] = []
    second: list[str] = []  # what answers to a word of `former` that also counts (« le premier … le second »)
    pronouns: list[Pronoun] = []
    impersonal: list[str] = []
