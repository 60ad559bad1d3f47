"""The `[dates]` table of a language pack: what dates knows of a language: the words of its temporal expressions."""

from __future__ import annotations

import msgspec

Words = dict[str, tuple[str, ...]]


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

    - `order`: of day and month in digits, `dmy` or `mdy`; `months_capital`: months are written with a capital.
    - `words`: kind → value → forms; a kind may have variants (`turn:then`) that only templates tell apart.
    - `templates`: layer → operation → patterns over kinds (`{day}`) and words, `[…]` optional, `a|b` either.
    - `seasons`: index (1 spring … 4 winter) → first and last month; `edges`: how early, mid and late are read.
    - `weak`: forms that date something only with these parts of speech, when nothing but themselves makes the date;
      `only`: forms that mean nothing here with any other part of speech; `not_before`, `not_after`: words beside
      which a form alone dates nothing; `exact`: forms that only their accents tell from another word.
    - `number_before`, `number_after`: words beside which a bare number is no year; `year_before`: words that a bare
      year follows.
    - `age_before`, `age_after`: words that make years an age.
    - `rate_after`: parts of speech after which a year in 450 dollars a year is a rate.
    - `vague_length`: how many units « les mois suivants » are taken for.
    - `past`, `future`: how the tagger (`tags`, `morph`) and words (`lemmas`) show that a clause tells what is past or
      to come; `planning`: verbs whose object is still to come.
    """

    order: str = "dmy"
    months_capital: bool = False
    words: dict[str, Words] = {}
    templates: dict[str, Words] = {}
    ordinal_suffixes: tuple[str, ...] = ()
    decade_suffixes: tuple[str, ...] = ()
    hour_suffixes: tuple[str, ...] = ()
    seasons: dict[str, tuple[int, int]] = {}
    edges: EdgeTable = EdgeTable()
    weak: dict[str, tuple[str, ...]] = {}
    only: dict[str, tuple[str, ...]] = {}
    exact: tuple[str, ...] = ()
    not_before: dict[str, tuple[str, ...]] = {}
    not_after: dict[str, tuple[str, ...]] = {}
    number_before: tuple[str, ...] = ()
    number_after: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    rate_after: tuple[str, ...] = ()
    vague_length: int = 6
    planning: tuple[str, ...] = ()
    future: dict[str, tuple[str, ...]] = {}
    past: dict[str, tuple[str, ...]] = {}
