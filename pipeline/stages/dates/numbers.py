"""Numbers of all spellings: digits with their suffixes, words composed, Roman numerals, years, clocks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

from pipeline.knowledge.dates import DatesPack
from pipeline.stages.dates.lexing import DASHES, Item

ROMAN = re.compile(r"(?=[IVXL])(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def roman(word: str) -> int | None:
    """1 to 39 from a Roman numeral; None for anything else."""
    if not word or len(word) > 7 or not ROMAN.fullmatch(word):
        return None
    total = 0
    digits = [ROMAN_VALUES[letter] for letter in word.lower()]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        total += -digit if digit < following else digit
    return total


def number_kinds(match: re.Match[str], pack: DatesPack) -> dict[str, Any]:
    """The kinds of a piece that begins with a digit (or an apostrophe before digits)."""
    if match["date"]:
        return {"fulldate": tuple(re.split(r"[-/.]", match["date"]))} if _plausible(match["date"]) else {}
    if match["clock"]:
        return _clock(*match["clock"].split(":")[:2])
    if match["amount"]:
        plain = re.sub(r",(?=\d{3}\b)", "", match["amount"]).replace(",", ".")
        return {"number": float(plain)} if plain.count(".") <= 1 and len(plain) < 16 else {}
    if match["short"]:
        year = int(re.sub(r"\D", "", match["short"]))
        return {"decade": year} if match["short"].endswith("s") else {"short": year}
    if match["digits"]:
        return _digits(match["digits"], without_typography(match["suffix"]), pack)
    return {}


def without_typography(suffix: str) -> str:
    """An ordinal's suffix without its typography: « XIXᵉ », « 1ᵉʳ »."""
    return unicodedata.normalize("NFKC", suffix).casefold()


def _plausible(date: str) -> bool:
    parts = re.split(r"[-/.]", date)
    lengths = [len(part) for part in parts]
    return lengths[0] == 4 or (lengths[2] in (2, 4) and lengths[0] <= 2 and ("." not in date or lengths[2] == 4))


def _clock(hour: str, minute: str) -> dict[str, Any]:
    return {"hour": f"T{int(hour):02d}:{minute}"} if int(hour) < 25 and int(minute) < 60 else {}


def _digits(digits: str, suffix: str, pack: DatesPack) -> dict[str, Any]:
    if len(digits) > 12:
        return {}
    value = int(digits)
    if not suffix:
        kinds: dict[str, Any] = {"number": value}
        if len(digits) == 4 and 1000 <= value < 2500:
            kinds["yyyy"] = value
        if len(digits) == 2:
            kinds["yy"] = value
        if len(digits) == 3 and digits[0] != "0":
            kinds["yyy"] = value
        if len(digits) <= 2 and 1 <= value <= 31:
            kinds["day"] = value
        return kinds
    if suffix in pack.ordinal_suffixes:
        return {"ordinal": value, **({"day": value, "day:nth": value} if 1 <= value <= 31 else {})}
    if suffix in pack.decade_suffixes and len(digits) in (2, 4) and value % 10 == 0:
        return {"decade": value}
    if suffix in pack.hour_suffixes and value < 25:
        return {"hour": f"T{value:02d}:00"}
    return {}


def ordinal_roman(word: str, pack: DatesPack) -> dict[str, Any]:
    """« XIXe » as an ordinal, « XIX » as a Roman numeral (upper case only: « vi », « mi », « il » are words)."""
    upper = re.match(r"[IVXL]*", word)
    numeral = upper.group() if upper else ""
    value = roman(numeral)
    if value is None:
        return {}
    rest = without_typography(word[len(numeral) :])
    if rest in pack.ordinal_suffixes:
        return {"ordinal": value}
    return {"roman": value} if not rest and len(numeral) > 1 else {}


def join_numbers(items: list[Item], joiners: frozenset[str]) -> list[Item]:
    """Neighbouring number words as one number (« vingt-cinq », one hundred and two), « 1 500 » as one amount."""
    result: list[Item] = []
    at = 0
    while at < len(items):
        end, item = _words(items, at, joiners) if "word_number" in items[at].kinds else _groups(items, at)
        result.append(item)
        at = end
    return result


def _words(items: list[Item], at: int, joiners: frozenset[str]) -> tuple[int, Item]:
    """The number words at `at` as one item, and where they end."""
    end, total = _sum(items, at, joiners)
    made = _ordinal_after(items, end, total) or _spoken_year(items, end, total)
    if made is not None:
        stop, kinds = made
        return stop, Item(items[at].start, items[stop - 1].end, "", kinds, items[at].glued)
    kinds = {"number": total, **_as_date(total)}
    if end == at + 1:
        return end, replace(items[at], kinds={**kinds, **items[at].kinds})
    return end, Item(items[at].start, items[end - 1].end, "", kinds, items[at].glued)


def _as_date(total: int) -> dict[str, Any]:
    """« le quinze juillet », two thousand and fifteen: what a number in words may be in a date."""
    if 1 <= total <= 31:
        return {"day:word": total}
    return {"yyyy": total} if 1000 < total < 2200 and total % 100 else {}


def _sum(items: list[Item], at: int, joiners: frozenset[str]) -> tuple[int, int]:
    """Where the number words at `at` end, and what they make together."""
    total, last, end = 0, int(items[at].kinds["word_number"]), at + 1
    while True:
        joined = end + 1 < len(items) and (items[end].key in DASHES or items[end].key in joiners)
        step = end + joined
        value = items[step].kinds.get("word_number") if step < len(items) else None
        if value is None or not _follows(last, int(value)):
            return end, total + last
        if value >= 1000:
            total, last = total + last * int(value), 0
        elif last >= 1000:
            total, last = total + last, int(value)
        else:
            last = last * int(value) if value >= 100 else last + int(value)
        end = step + 1


def _ordinal_after(items: list[Item], end: int, tens: int) -> tuple[int, dict[str, Any]] | None:
    """Twenty-first, twenty third: tens and an ordinal below ten (twenty second may be seconds)."""
    if tens % 100 < 20 or tens % 10 or end >= len(items):
        return None
    dashed = items[end].key in DASHES
    last = end + dashed
    ordinal = items[last].kinds.get("ordinal") if last < len(items) else None
    if ordinal is None or not 0 < ordinal < 10 or (not dashed and "number" in items[last].kinds):
        return None
    if not dashed and ordinal == 2:
        return None
    return last + 1, {"ordinal": tens + ordinal, "day": tens + ordinal}


def _spoken_year(items: list[Item], end: int, first: int) -> tuple[int, dict[str, Any]] | None:
    """Nineteen ninety-six: a number from ten to twenty, then one of two digits, both in words."""
    if not 10 <= first <= 20 or end >= len(items) or "word_number" not in items[end].kinds:
        return None
    stop, value = _sum(items, end, frozenset())
    return (stop, {"yyyy": first * 100 + value}) if 10 <= value <= 99 else None


def _follows(last: int, value: int) -> bool:
    if value >= 100:
        return 0 < last < value
    return last == 0 or (last % 100 == 0 and last > 0) or (last % 10 == 0 and last % 100 >= 20 and value < 20)


def _groups(items: list[Item], at: int) -> tuple[int, Item]:
    first, end = items[at], at + 1
    if not 1 <= len(first.key) <= 3 or ("day" not in first.kinds and "number" not in first.kinds):
        return end, first
    digits = first.key
    while end < len(items) and len(items[end].key) == 3 and items[end].key.isdigit() and not items[end].glued:
        if items[end].start - items[end - 1].end != 1:
            break
        digits += items[end].key
        end += 1
    if end == at + 1 or not digits.isdigit() or len(digits) > 12:
        return at + 1, first
    return end, Item(first.start, items[end - 1].end, "", {"number": int(digits), "amount": int(digits)}, first.glued)
