"""Numbers as they are written: digits with their separators, words, halves and fractions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.knowledge.quantities import QuantitiesPack

_FLAGS = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: its value, where it stands, and how it is written (`digits`, `words`, `half`, `fraction`)."""

    value: float
    start: int
    end: int
    written: str


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; a space fits any white space."""
    return _either(frozenset(words))


@lru_cache(maxsize=512)
def _either(words: frozenset[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")" if ordered else "(?!)"


def digits(pack: QuantitiesPack) -> str:
    """The pattern of a number in digits, thousands grouped by the language's separators."""
    group, decimal = "".join(re.escape(one) for one in pack.group), re.escape(pack.decimal)
    grouped = rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)|" if group else ""
    return rf"(?:{grouped}\d+)(?:{decimal}\d+)?"


def words(pack: QuantitiesPack) -> str:
    """The pattern of a number in words (*seventy-nine*, « quatre-vingt-dix »)."""
    word = either([*pack.numbers, *pack.multipliers])
    return rf"{word}(?:(?:\s*[-\u2010\u2011]\s*|\s+)(?:{either(pack.joins)}[-\s]+)?{word})*\b"


def numeral_at(text: str, position: int, pack: QuantitiesPack) -> Numeral | None:
    """The number that begins at `position`."""
    for pattern, written in (
        (rf"{either(pack.fractions)}\b(?!\s*{either(pack.scales)}\b)", "fraction"),
        (rf"{either(pack.halves)}(?=[\s-]+{either(pack.scales)}\b)", "half"),
        (digits(pack), "digits"),
        (words(pack), "words"),
    ):
        found = re.compile(pattern, _FLAGS).match(text, position)
        if found:
            return Numeral(_value(found.group(), written, pack), position, found.end(), written)
    return None


def _value(text: str, written: str, pack: QuantitiesPack) -> float:
    if written == "half":
        return 0.5
    if written == "fraction":
        plain = " ".join(text.lower().split())
        return {key.lower(): value for key, value in pack.fractions.items()}[plain]
    return _digits_value(text, pack) if written == "digits" else _words_value(text, pack)


def _digits_value(text: str, pack: QuantitiesPack) -> float:
    for separator in pack.group:
        text = re.sub(rf"{re.escape(separator)}(?=\d{{3}})", "", text)
    return float(text.replace(pack.decimal, "."))


def _words_value(text: str, pack: QuantitiesPack) -> float:
    """Add up, multiply by what multiplies; twenty multiplies too where eighty is four twenties."""
    total = current = 0
    for word in re.split(r"[-\s\u2010\u2011]+", text.lower()):
        if word in pack.numbers:
            value = pack.numbers[word]
            current = current * value if value == 20 and current in pack.twenties else current + value
        elif word in pack.multipliers:
            factor = pack.multipliers[word]
            current = max(current, 1) * factor
            if factor >= 1000:
                total, current = total + current, 0
    return float(total + current)
