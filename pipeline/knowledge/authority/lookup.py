"""The authority: entries by id and by written form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from pipeline.knowledge.authority.entries import Entry

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\n": " "}
)
_SHOUTED = 4  # letters: shorter words in capitals are acronyms


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    """`character` without its accents; always one character."""
    base = unicodedata.normalize("NFD", character)[0]
    return character if unicodedata.combining(base) else base


def plain(string: str) -> str:
    """`string` with quotes, dashes and spaces unified and accents taken off, case kept; the length stays the same."""
    return "".join(map(_bare, string.translate(_SAME)))


class Authority:
    """States, places, capitals, demonyms and organisations, looked up by id or by form and language."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._forms: dict[str, dict[str, tuple[Entry, ...]]] = {}
        self._risky: dict[str, frozenset[str]] = {}

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by id."""
        return MappingProxyType(self._entries)

    def entry(self, id: str) -> Entry | None:
        """The entry of that id, None where there is none."""
        return self._entries.get(id)

    def forms(self, language: str) -> Mapping[str, tuple[Entry, ...]]:
        """Every form in `language`, made `plain`, with the entries that bear it (several where it is ambiguous)."""
        if language not in self._forms:
            self._forms[language] = _index(self._entries.values(), language)
        return MappingProxyType(self._forms[language])

    def find(self, form: str, language: str) -> tuple[Entry, ...]:
        """The entries that bear `form` in `language`, in order of id: none, one, or several where it is ambiguous.

        Case counts, but a form listed in small letters may begin with a capital, and a name may be all in capitals.
        """
        forms = self.forms(language)
        key = plain(form).strip()
        return forms.get(key) or (forms.get(_unshouted(key), ()) if _is_shouted(key) else ())

    def demonym(self, form: str, language: str) -> tuple[Entry, ...]:
        """The states and places behind a demonym (« biélorusses » → Belarus)."""
        ids = [id for entry in self.find(form, language) for id in entry.demonym_of]
        return tuple(self._entries[id] for id in dict.fromkeys(ids) if id in self._entries)

    def capital(self, form: str, language: str) -> tuple[Entry, ...]:
        """The states of which `form` is the capital or a seat of government (*Minsk*, *the Kremlin*)."""
        ids = [id for entry in self.find(form, language) for id in (*entry.capital_of, *entry.seat_of)]
        return tuple(self._entries[id] for id in dict.fromkeys(ids) if id in self._entries)

    def risky(self, form: str, language: str) -> bool:
        """Is `form` also a common word or a person's name, so that it needs support?"""
        if language not in self._risky:
            forms = (plain(risky) for entry in self._entries.values() for risky in entry.risky.get(language, ()))
            self._risky[language] = frozenset(forms)
        return plain(form).strip() in self._risky[language]


def _index(entries: Iterable[Entry], language: str) -> dict[str, tuple[Entry, ...]]:
    """Forms as they are listed; then those with a first capital put on, where nothing is listed so."""
    exact: dict[str, dict[str, Entry]] = {}
    raised: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for form in entry.forms.get(language, ()):
            key = plain(form)
            exact.setdefault(key, {})[entry.id] = entry
            raised.setdefault(key[:1].upper() + key[1:], {})[entry.id] = entry
    found = raised | exact
    return {form: tuple(found[form][id] for id in sorted(found[form])) for form in sorted(found)}


def _is_shouted(key: str) -> bool:
    return key.isupper() and len(key) >= _SHOUTED


def _unshouted(key: str) -> str:
    """*FRANCE* → *France*; only for names of one word or all of whose words are capitalised."""
    return key.title()
