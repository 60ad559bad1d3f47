"""Keys: what is equal when two spellings, in one language or two, name the same. Rules come from the packs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from pipeline.knowledge import Knowledge
from pipeline.knowledge.resolve import ResolvePack
from pipeline.text import fold

# Letters that Unicode does not decompose.
_STROKED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe"}
)


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """`pipeline.text.fold`, remembered: the same words are compared over and over."""
    return fold(word)


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """`word` folded to bare letters and digits, doubled letters once: equal in every language when spelled alike."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"[^\w]", "", fold(word.translate(_STROKED))))


def digest(kind: str, *parts: str) -> str:
    """A stable id: `kind-` and ten hex digits of the canonical key."""
    return f"{kind}-{sha256('|'.join(parts).encode()).hexdigest()[:10]}"


Form = tuple[tuple[str, ...], str]  # folded words, what they mean


def longest_first(form: Form) -> tuple[int, Form]:
    """The order in which forms are tried."""
    return -len(form[0]), form


def _parted(form: str) -> tuple[str, ...]:
    """The folded words as a tokenizer parts them."""
    return tuple(folded(form).replace("'", "' ").split())


@dataclass(frozen=True)
class Romaniser:
    """The keys of one language's words for names."""

    language: str
    pack: ResolvePack

    @cached_property
    def rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(pattern), replacement) for pattern, replacement in self.pack.romanisation)

    @cached_property
    def given(self) -> dict[str, str]:
        return {plain(form): concept for concept, forms in self.pack.given.items() for form in forms}

    @cached_property
    def spellings(self) -> dict[str, str]:
        return {plain(form): concept for concept, forms in self.pack.spellings.items() for form in forms}

    @cached_property
    def titles(self) -> frozenset[str]:
        return frozenset(map(plain, self.pack.titles))

    @cached_property
    def particles(self) -> frozenset[str]:
        return frozenset(map(plain, self.pack.particles))

    @cached_property
    def generic(self) -> frozenset[str]:
        return frozenset(map(plain, [*self.pack.generic, *self.pack.countries]))

    @cached_property
    def matters(self) -> tuple[tuple[frozenset[str], str], ...]:
        """What treaties are about: the words of each form, and its concept."""
        forms = ((form, matter) for matter, forms in self.pack.matters.items() for form in forms)
        return tuple((frozenset(map(plain, form.split())), matter) for form, matter in forms)

    @cached_property
    def offices(self) -> dict[str, list[Form]]:
        """Word → the forms of offices that have it, longest first."""
        forms = [(_parted(form), office) for office, names in self.pack.offices.items() for form in names]
        found: dict[str, list[Form]] = {}
        for form in sorted(forms, key=longest_first):
            for word in dict.fromkeys(form[0]):
                found.setdefault(word, []).append(form)
        return found

    @cached_property
    def articles(self) -> frozenset[str]:
        return frozenset(map(plain, self.pack.articles))

    def sound(self, word: str) -> str:
        """`word` by the pack's rewrites: the key that spellings of two languages share."""
        key = word.replace("-", "").casefold()
        for pattern, replacement in self.rules:
            key = pattern.sub(replacement, key)
        bare = "".join(c if c.isupper() else fold(c.translate(_STROKED)) for c in key)
        return re.sub(r"(.)\1+", r"\1", bare)

    def family_keys(self, word: str) -> frozenset[str]:
        """Keys of a family name."""
        return self._keys(word, self.spellings)

    def given_keys(self, word: str) -> frozenset[str]:
        """Keys of a given name."""
        return self._keys(word, self.given)

    def _keys(self, word: str, known: dict[str, str]) -> frozenset[str]:
        bare = plain(word)
        concept = known.get(bare)
        return frozenset({"=" + bare, "~" + self.sound(word)} | ({"#" + concept} if concept else set()))


def romanisers(knowledge: Knowledge) -> dict[str, Romaniser]:
    """One romaniser for each language pack."""
    return {code: Romaniser(code, pack.resolve) for code, pack in sorted(knowledge.packs.items())}
