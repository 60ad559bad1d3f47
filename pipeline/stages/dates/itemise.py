"""Sentence text → items with all the kinds that words, numbers and their surroundings give them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pipeline.knowledge.dates import DatesPack
from pipeline.stages.dates.lexing import DASHES, Item, folded, keys, pieces
from pipeline.stages.dates.numbers import join_numbers, number_kinds, ordinal_roman
from pipeline.stages.dates.places import Places

Lexicon = dict[tuple[str, ...], dict[str, Any]]
LONGEST_PHRASE = 8


@dataclass(frozen=True)
class Vocabulary:
    """A pack's words, folded once: phrases with their kinds, and the words that guard numbers and forms."""

    phrases: Lexicon
    joiners: frozenset[str]
    number_before: frozenset[str]
    number_after: frozenset[str]
    year_before: frozenset[str]
    weak: dict[str, tuple[str, ...]]
    only: dict[str, tuple[str, ...]]
    exact: dict[str, str]
    not_before: dict[str, tuple[str, ...]]
    not_after: dict[str, tuple[str, ...]]


def vocabulary(pack: DatesPack) -> Vocabulary:
    """The words of a pack made ready."""
    return Vocabulary(
        phrases=_phrases_of(pack),
        joiners=_folded(pack.words.get("joiner", {}).get("1", ())),
        number_before=_folded(pack.number_before),
        number_after=_folded(pack.number_after),
        year_before=_folded(pack.year_before),
        weak={folded(form): poses for form, poses in pack.weak.items()},
        only={folded(form): poses for form, poses in pack.only.items()},
        exact={folded(form): form.casefold() for form in pack.exact},
        not_before={folded(form): tuple(map(folded, words)) for form, words in pack.not_before.items()},
        not_after={folded(form): tuple(map(folded, words)) for form, words in pack.not_after.items()},
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _phrases_of(pack: DatesPack) -> Lexicon:
    """The pack's words by the keys of their pieces; number words get their kind of composition."""
    found: Lexicon = {}
    for kind, table in pack.words.items():
        for value, forms in table.items():
            read: Any = int(value) if value.lstrip("-").isdigit() else value
            for form in forms:
                kinds = found.setdefault(keys(form), {})
                kinds[kind] = read
                if kind == "number":
                    kinds["word_number"] = read
    return found


def itemise(text: str, start: int, end: int, pack: DatesPack, words: Vocabulary, places: Places) -> list[Item]:
    """The items of `text[start:end]`: pieces, phrases of the lexicon, numbers, with guards applied."""
    raw: list[Item] = []
    for item, match in pieces(text[start:end], start):
        first = match.group()[0]
        if first.isdigit() or match["short"]:
            item.kinds.update(number_kinds(match, pack))
        elif item.key in DASHES:
            item.kinds["dash"] = item.key
        elif first in "IVXL":
            item.kinds.update(ordinal_roman(match.group(), pack))
        raw.append(item)
    joined = join_numbers(_phrases(raw, words, text, pack, places), words.joiners)
    return [_with_year(joined, number, words, places) for number in range(len(joined))]


def _phrases(items: list[Item], words: Vocabulary, text: str, pack: DatesPack, places: Places) -> list[Item]:
    result: list[Item] = []
    at = 0
    while at < len(items):
        length, kinds = _longest(items, at, words.phrases)
        if length == 0:
            result.append(items[at])
            at += 1
            continue
        last = items[at + length - 1]
        key = " ".join(item.key for item in items[at : at + length])
        merged = Item(items[at].start, last.end, key, {**items[at].kinds, **kinds} if length == 1 else dict(kinds),
                      items[at].glued)  # fmt: skip
        result.append(_weaken(merged, text, pack, words, places))
        at += length
    return result


def _longest(items: list[Item], at: int, words: Lexicon) -> tuple[int, dict[str, Any]]:
    for length in range(min(LONGEST_PHRASE, len(items) - at), 0, -1):
        kinds = words.get(tuple(item.key for item in items[at : at + length]))
        if kinds is not None:
            return length, kinds
    return 0, {}


def _weaken(item: Item, text: str, pack: DatesPack, words: Vocabulary, places: Places) -> Item:
    """A form that is often another word dates nothing alone unless the tagger agrees (`weak`); a month in lower case
    is none where the language writes months with a capital; before some words a form is no date at all."""
    kinds = item.kinds
    if "month" in kinds and pack.months_capital and not text[item.start].isupper():
        kinds = {kind: value for kind, value in kinds.items() if kind not in ("month",)}
    if item.key in words.not_before and _next_word(text, item.end) in words.not_before[item.key]:
        return replace(item, kinds=kinds, weak=True)
    if item.key in words.not_after and _word_before(text, item.start) in words.not_after[item.key]:
        return replace(item, kinds=kinds, weak=True)
    token = places.at(item.start)
    exact = words.exact.get(item.key)
    raw = text[item.start : item.end]
    if exact is not None and raw.casefold() != exact and not (raw.isupper() and len(raw) > 1):
        return replace(item, kinds={})
    only = words.only.get(item.key)
    if only is not None and (token is None or token.pos not in only):
        return replace(item, kinds={}, weak=True)
    allowed = words.weak.get(item.key.replace(" .", "."))
    weak = allowed is not None and (token is None or token.pos not in allowed)
    if "per" in kinds and _after_amount(item, pack, places):
        kinds = {**kinds, "rate": 1}
    return replace(item, kinds=kinds, weak=weak)


def _after_amount(item: Item, pack: DatesPack, places: Places) -> bool:
    here = places.index(item.start)
    return bool(here) and here is not None and places.tokens[here - 1].pos in pack.rate_after


def _next_word(text: str, end: int) -> str:
    return next((item.key for item, _ in pieces(text[end : end + 24])), "")


def _word_before(text: str, start: int) -> str:
    found = pieces(text[max(0, start - 24) : start])
    return found[-1][0].key if found else ""


def _with_year(items: list[Item], at: int, words: Vocabulary, places: Places) -> Item:
    item = items[at]
    if "yyyy" not in item.kinds or not year_alone(items, at, words, places):
        return item
    return replace(item, kinds={**item.kinds, "year": item.kinds["yyyy"]})


def year_alone(items: list[Item], at: int, words: Vocabulary, places: Places) -> bool:
    """May a number of four digits be a year here? Not after « article » or a currency, nor before what it counts."""
    item = items[at]
    before = items[at - 1].key if at else ""
    label = items[at - 2].key + before if at > 1 and items[at - 1].glued else before
    after = items[at + 1].key if at + 1 < len(items) else ""
    if before in words.number_before or label in words.number_before or after in words.number_after:
        return False
    if after == "." and _glued_number(items, at + 1):
        return False
    if at > 1 and items[at - 1].glued and "number" in items[at - 2].kinds and "yyyy" not in items[at - 2].kinds:
        return False
    if at + 1 < len(items) and items[at + 1].glued and (after in "%°/_@+*" or items[at + 1].key.isalpha()):
        return False
    if at + 1 < len(items) and not items[at + 1].kinds.keys().isdisjoint(("unit", "counted")):
        return False
    if before in words.year_before:
        return 1000 <= int(item.kinds["yyyy"]) < 2200
    year = int(item.kinds["yyyy"])
    return 1400 <= year < 2200 and not _counts_a_noun(item, places)


def _glued_number(items: list[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at].glued and items[at + 1].glued and "number" in items[at + 1].kinds


def _counts_a_noun(item: Item, places: Places) -> bool:
    """Does the number count a plural after it (2000 soldiers), no determiner before it (the 2000 elections)?"""
    here = places.index(item.start)
    if here is None or here + 1 >= len(places.tokens):
        return False
    following = places.tokens[here + 1]
    plural = following.pos == "NOUN" and "Number=Plur" in following.morph
    before = places.tokens[here - 1] if here else None
    return plural and (before is None or before.pos not in ("DET", "PRON", "PROPN", "ADJ", "PART", "NOUN"))
