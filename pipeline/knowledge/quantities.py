"""The `[quantities]` table of a language pack: number words, scales, units, approximation and comparison."""

from __future__ import annotations

import msgspec


class QuantitiesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[quantities]`. Words are written forms, compared without case.

    `group` and `decimal`: characters that separate thousands and decimals. `numbers`: words and their values;
    `multipliers` multiply what stands before them, and twenty the `twenties`; `scales`: large numbers that stand after
    a value. `units` and `currencies` map forms to the house's units (`USD`, `%`, `persons`, `km`). `comparisons` maps
    `>`, `<`, `≥`, `≤` to the words before a number, `factors` maps `>`, `<` to the words after *times*.
    """

    group: tuple[str, ...] = ("\u00a0", "\u202f")  # what ISO 80000 writes in any language
    decimal: str = "."
    numbers: dict[str, int] = {}
    multipliers: dict[str, int] = {}
    twenties: tuple[int, ...] = ()
    joins: tuple[str, ...] = ()
    scales: dict[str, int] = {}
    plural_scales: dict[str, int] = {}
    vague: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    fractions: dict[str, float] = {}
    symbols: dict[str, str] = {}
    currencies: dict[str, str] = {}
    units: dict[str, str] = {}
    links: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    openers: dict[str, str] = {}
    approximate: tuple[str, ...] = ()
    approximate_after: tuple[str, ...] = ()
    comparisons: dict[str, tuple[str, ...]] = {}
    times: tuple[str, ...] = ()
    factors: dict[str, tuple[str, ...]] = {}
    rates: tuple[str, ...] = ()
    weak_rates: tuple[str, ...] = ()
    periods: dict[str, str] = {}
    yearly: dict[str, str] = {}
    stops: tuple[str, ...] = ()
    # Sums and shares.
    total: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    # What has a size.
    measuring: tuple[str, ...] = ()
    magnitudes: tuple[str, ...] = ()
    than: tuple[str, ...] = ()
    # What stands between a thing and the sum that it is worth.
    worth: tuple[str, ...] = ()
    # How one quantity follows another, or a noun: a comparison, a change, a bracket of dashes, the kind of a sum paid.
    comparing: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    dashes: tuple[str, ...] = ("--", "-", "–", "—")
    transferring: tuple[str, ...] = ()
    # Verbs whose subject takes or holds a quantity, prepositions that may lead it (*account for*) or set it
    # beside what the clause says (*was first, with 38 %*), labels of numerals.
    taking: tuple[str, ...] = ()
    of_takers: tuple[str, ...] = ()
    accompanying: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
