"""The `[page]` table of a language pack: the words of the pages that people open."""

from __future__ import annotations

import msgspec


class PagePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[page]`. `{…}` in a value is filled in by the page."""

    title: str
    summary: str
    passages: str
    texts: str
    skip: str
    search: str
    search_hint: str
    lowest: str
    pair: str
    noted: str
    kind: str
    all: str
    parallel: str
    comparable: str
    sure: str
    likely: str
    look: str
    score: str
    actors: str
    treaties: str
    dates: str
    numbers: str
    terms: str
    claims: str
    notes: str
    none_found: str
    none_at_all: str
    aligned: str
    path: str
    authors: str
    written: str
    publisher: str
    series: str
    characters: str
    inferred: str
    go_across: str
    keys: str
    key_next: str
    key_previous: str
    key_across: str
    key_search: str
    key_clear: str
    place: str
    more: str
    language: str
    files: str
