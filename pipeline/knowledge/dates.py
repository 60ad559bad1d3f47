"""The `[dates]` table of a language pack: what dates knows of a language: the words of its temporal expressions."""

from __future__ import annotations

import msgspec

Words = dict[str, tuple[str, ...]]
# How a token shows something: its `lemmas`, `tags`, `deps`, or what its `morph` holds.
Signs = dict[str, tuple[str, ...]]


class EdgeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How early, mid and late are read: first and last part of the whole, counted in its own parts.

    `century` counts years from 0 to 99, `decade` years from 0 to 9, `year` months from 1 to 12, `month` days from 1
    (0 as last day: the end of the month).
    """

    century: dict[str, tuple[int, int]] = {}
    decade: dict[str, tuple[int, int]] = {}
    year: dict[str, tuple[int, int]] = {}
    month: dict[str, tuple[int, int]] = {}


class DatesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[dates]`.

    How dates are written:

    - `order`: of day and month in digits, `dmy` or `mdy`; `months_capital`, `months_lower`: how months are written.
    - `words`: kind → value → forms; a kind may have variants (`turn:then`) that only templates tell apart.
    - `templates`: layer → operation → patterns over kinds (`{day}`) and words, `[…]` optional, `a|b` either.
    - `ordinal_suffixes`, `decade_suffixes`, `hour_suffixes`: what follows digits (3rd, 1990s, 17h).
    - `seasons`: index (1 spring … 4 winter) → first and last month; `edges`: how early, mid and late are read.
    - `vague_length`: how many units « les mois suivants » are taken for.

    What is a date and what is none:

    - `weak`: form → the parts of speech with which it dates something alone, unless one of its words in `firm` stands
      before; `only`: form → the parts of speech without which it means nothing here; `only_after`: form → those that
      must stand before it; `before_noun`: forms that mean nothing without a noun after them.
    - `not_before`, `not_after`: form → words beside which it dates nothing alone; `exact`: forms that only their
      accents tell from another word.
    - `number_before`, `number_after`: words beside which a bare number is no year; `money`: signs before an amount.
    - `year_before`: words that a bare year follows; `early_before`: those that a year before 1000 follows;
      `recent_before`: those that a year of two digits follows (« en 97 »).
    - `name_parts`: dependencies that make a month or a season a part of a name; `event_nouns`: what a date names
      and does not date (the February revolution); `called`: words that a name follows.
    - `fraction_before`: words before what a quarter is a part of.
    - `age_before`, `age_after`, `age_nouns`, `age_group`: words that make years an age.
    - `rate_after`: parts of speech after which a year in 450 dollars a year is a rate.

    What a clause tells (see `Signs`):

    - `past`, `preterite` (a finite one), `perfect` (of an auxiliary), `present`, `future`; `infinitive` with its
      `infinitive_mark`: verbs that only say what for; `planning`: verbs whose object is still to come.
    - `possessive`: what makes a date the owner of a noun; `ahead`, `behind`: words before a date that is still to
      come, or past.
    """

    order: str = "dmy"
    months_capital: bool = False
    months_lower: bool = False
    words: dict[str, Words] = {}
    templates: dict[str, Words] = {}
    ordinal_suffixes: tuple[str, ...] = ()
    decade_suffixes: tuple[str, ...] = ()
    hour_suffixes: tuple[str, ...] = ()
    seasons: dict[str, tuple[int, int]] = {}
    edges: EdgeTable = EdgeTable()
    weak: dict[str, tuple[str, ...]] = {}
    firm: dict[str, tuple[str, ...]] = {}
    only_after: dict[str, tuple[str, ...]] = {}
    only: dict[str, tuple[str, ...]] = {}
    exact: tuple[str, ...] = ()
    not_before: dict[str, tuple[str, ...]] = {}
    not_after: dict[str, tuple[str, ...]] = {}
    money: tuple[str, ...] = ()
    number_before: tuple[str, ...] = ()
    number_after: tuple[str, ...] = ()
    recent_before: tuple[str, ...] = ()
    early_before: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    event_nouns: tuple[str, ...] = ()
    before_noun: tuple[str, ...] = ()
    name_parts: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    fraction_before: tuple[str, ...] = ()
    age_nouns: tuple[str, ...] = ()
    age_group: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    rate_after: tuple[str, ...] = ()
    vague_length: int = 6
    planning: tuple[str, ...] = ()
    future: Signs = {}
    past: Signs = {}
    perfect: Signs = {}
    present: Signs = {}
    preterite: Signs = {}
    infinitive: Signs = {}
    infinitive_mark: Signs = {}
    possessive: Signs = {}
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
