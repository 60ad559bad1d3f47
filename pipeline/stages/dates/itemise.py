"""Sentence text → items with all the kinds that words, numbers and their surroundings give them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pipeline.knowledge.dates import DatesPack
from pipeline.stages.dates.lexing import DASHES, Item, folded, keys, pieces
from pipeline.stages.dates.numbers import join_numbers, number_kinds, ordinal_roman
from pipeline.stages.dates.places import Places

# First key → the phrases that begin with it, longest first, each with its kinds.
Lexicon = dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]
# Single letters that are words: « à », « y ».
LETTERS_AS_WORDS = ("a", "y")
# Parts of speech that may stand between a number and its unit: two bloody weeks, « trois longues années ».
QUALITIES = ("ADJ", "ADV")


@dataclass(frozen=True)
class Vocabulary:
    """A pack's words, folded once: phrases with their kinds, and the words that guard numbers and forms."""

    phrases: Lexicon
    links: frozenset[str]
    before_noun: frozenset[str]
    joiners: frozenset[str]
    money: frozenset[str]
    number_before: frozenset[str]
    number_after: frozenset[str]
    year_before: frozenset[str]
    weak: dict[str, tuple[str, ...]]
    firm: dict[str, tuple[str, ...]]
    only_after: dict[str, tuple[str, ...]]
    only: dict[str, tuple[str, ...]]
    early_before: frozenset[str]
    recent_before: frozenset[str]
    exact: dict[str, str]
    not_before: dict[str, tuple[str, ...]]
    not_after: dict[str, tuple[str, ...]]


def vocabulary(pack: DatesPack) -> Vocabulary:
    """The words of a pack made ready."""
    return Vocabulary(
        phrases=_phrases_of(pack),
        before_noun=_folded(pack.before_noun),
        links=_folded(pack.words.get("link", {}).get("1", ())),
        joiners=_folded(pack.words.get("joiner", {}).get("1", ())),
        money=_folded(pack.money),
        number_before=_folded(pack.number_before),
        number_after=_folded(pack.number_after),
        year_before=_folded(pack.year_before),
        weak={folded(form): poses for form, poses in pack.weak.items()},
        firm={folded(form): tuple(map(folded, before)) for form, before in pack.firm.items()},
        only_after={folded(form): poses for form, poses in pack.only_after.items()},
        early_before=_folded(pack.early_before),
        recent_before=_folded(pack.recent_before),
        only={folded(form): poses for form, poses in pack.only.items()},
        exact={folded(form): form.casefold() for form in pack.exact},
        not_before={folded(form): tuple(map(folded, words)) for form, words in pack.not_before.items()},
        not_after={folded(form): tuple(map(folded, words)) for form, words in pack.not_after.items()},
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _phrases_of(pack: DatesPack) -> Lexicon:
    """The pack's words by the keys of their pieces; number words get their kind of composition."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for kind, table in pack.words.items():
        for value, forms in table.items():
            read: Any = int(value) if value.lstrip("-").isdigit() else value
            for form in forms:
                kinds = found.setdefault(keys(form), {})
                kinds[kind] = read
                if kind == "number":
                    kinds["word_number"] = read
                if kind == "ordinal" and read <= 31:
                    kinds["day:word"] = read
    phrases: Lexicon = {}
    for phrase in sorted(found, key=len, reverse=True):
        phrases.setdefault(phrase[0], []).append((phrase, found[phrase]))
    return phrases


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
    placed: list[Item] = []
    for number in range(len(joined)):
        placed.append(_in_place(joined, number, placed, words, places))
    return placed


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
    for phrase, kinds in words.get(items[at].key, ()):
        length = len(phrase)
        if length == 1 or phrase == tuple(item.key for item in items[at : at + length]):
            return length, kinds
    return 0, {}


def _weaken(item: Item, text: str, pack: DatesPack, words: Vocabulary, places: Places) -> Item:
    """A form that is often another word dates nothing alone unless the tagger agrees (`weak`); a month in lower case
    is none where the language writes months with a capital; in some company a form is no date at all."""
    if _another_word(item, text, pack, words, places):
        return replace(item, kinds={})
    kinds = item.kinds
    if "month" in kinds and pack.months_capital and not text[item.start].isupper():
        kinds = {kind: value for kind, value in kinds.items() if kind != "month"}
    if item.key in words.not_before and _next_word(text, item.end) in words.not_before[item.key]:
        return replace(item, kinds=kinds, weak=True)
    if item.key in words.not_after and _word_before(text, item.start) in words.not_after[item.key]:
        return replace(item, kinds=kinds, weak=True)
    token = places.at(item.start)
    only = words.only.get(item.key)
    if only is not None and (token is None or token.pos not in only):
        return replace(item, kinds={}, weak=True)
    allowed = words.weak.get(item.key.replace(" .", "."))
    weak = allowed is not None and (token is None or token.pos not in allowed)
    if weak and item.key in words.firm and _word_before(text, item.start) in words.firm[item.key]:
        weak = False
    if "per" in kinds and _after_amount(item, pack, places):
        kinds = {**kinds, "rate": 1}
    return replace(item, kinds=kinds, weak=weak)


def _another_word(item: Item, text: str, pack: DatesPack, words: Vocabulary, places: Places) -> bool:
    """Do its writing, or the words beside it, make this form no word of time at all?"""
    if "month" in item.kinds and pack.months_lower and _named(item, text, places):
        return True
    raw, exact = text[item.start : item.end], words.exact.get(item.key)
    if exact is not None and raw.casefold() != exact and not (raw.isupper() and len(raw) > 1):
        return True
    after = words.only_after.get(item.key)
    if after is not None and not _stands_after(item, after, places):
        return True
    return item.key in words.before_noun and not _before_noun(item, places)


def _stands_after(item: Item, poses: tuple[str, ...], places: Places) -> bool:
    here = places.index(item.start)
    return here is not None and here > 0 and places.tokens[here - 1].pos in poses


def _before_noun(item: Item, places: Places) -> bool:
    following = places.after(item.start)
    return following is not None and following.pos in ("NOUN", "PROPN", "ADJ")


def _named(item: Item, text: str, places: Places) -> bool:
    """A capital within a sentence where the language writes months without: Mars the planet, « pont du 25-Avril »."""
    word, before = text[item.start : item.end], text[max(0, item.start - 2) : item.start]
    if not word[0].isupper() or word.isupper() or item.start == places.sentence_start(item.start):
        return False
    return before.endswith("-") or not (before[:1].isdigit() or text[item.end : item.end + 2].strip()[:1].isdigit())


def _after_amount(item: Item, pack: DatesPack, places: Places) -> bool:
    here = places.index(item.start)
    return bool(here) and here is not None and places.tokens[here - 1].pos in pack.rate_after


def _next_word(text: str, end: int) -> str:
    return next((item.key for item, _ in pieces(text[end : end + 24])), "")


def _word_before(text: str, start: int) -> str:
    found = pieces(text[max(0, start - 24) : start])
    return found[-1][0].key if found else ""


def _counts_anything(item: Item, places: Places) -> bool:
    """In May 300 soldiers: does a noun, or what belongs to one, stand after the number?"""
    following = places.after(item.start)
    return following is not None and following.pos in ("NOUN", "ADJ", "NUM")


def _in_place(items: list[Item], at: int, placed: list[Item], words: Vocabulary, places: Places) -> Item:
    """The item with the kinds that only its neighbours show: a year; the quality of what a number counts."""
    item = items[at]
    if "day" in item.kinds and at and items[at - 1].key in words.money:
        return replace(item, kinds={kind: value for kind, value in item.kinds.items() if kind != "day"})
    if not item.kinds and at and "number" in items[at - 1].kinds:
        token = places.at(item.start)
        return replace(item, kinds={"quality": 1}) if token is not None and token.pos in QUALITIES else item
    if "yyy" in item.kinds and _counts_anything(item, places):
        item = replace(item, kinds={kind: value for kind, value in item.kinds.items() if kind != "yyy"})
    if "number" in item.kinds and _early(items, at, placed, words, places):
        recent = {"recent": 1} if len(item.key) == 2 and items[at - 1].key in words.recent_before else {}
        return replace(item, kinds={**item.kinds, "early": int(item.key), **recent})
    if "yyyy" not in item.kinds or not year_alone(items, at, placed, words, places):
        return item
    return replace(item, kinds={**item.kinds, "year": item.kinds["yyyy"]})


def _early(items: list[Item], at: int, placed: list[Item], words: Vocabulary, places: Places) -> bool:
    """Two or three digits that could be a year where the text is about such years."""
    item, before = items[at], items[at - 1].key if at else ""
    if not (2 <= len(item.key) <= 3 and item.key.isdigit() and before in words.early_before):
        return False
    return year_alone(items, at, placed, words, places)


def year_alone(items: list[Item], at: int, placed: list[Item], words: Vocabulary, places: Places) -> bool:
    """May a number of four digits be a year here? Not after « article » or a currency, nor before what it counts."""
    item = items[at]
    before = items[at - 1].key if at else ""
    label = items[at - 2].key + before if at > 1 and items[at - 1].glued else before
    after = items[at + 1].key if at + 1 < len(items) else ""
    if before in words.number_before or label.rstrip(".") in words.number_before or after in words.number_after:
        return False
    if _coded(items, at, places) or _listed(placed, words):
        return False
    if (after == "." and _glued_number(items, at + 1)) or _in_chain(items, at):
        return False
    if at > 1 and items[at - 1].glued and "number" in items[at - 2].kinds and not _goes_on(items[at - 2], item):
        return False
    if at + 1 < len(items) and items[at + 1].glued and (after in "%°/_@+*" or items[at + 1].key.isalpha()):
        return False
    if at + 1 < len(items) and not items[at + 1].kinds.keys().isdisjoint(("unit", "counted")):
        return False
    year = int(item.key) if item.key.isdigit() else int(item.kinds["yyyy"])
    if before in words.year_before:
        return 10 <= year < 2200 and (year >= 1000 or not _counts_a_noun(item, places))
    return 1400 <= year < 2200 and not _counts_a_noun(item, places)


def _goes_on(first: Item, second: Item) -> bool:
    """1996-1999, 2019/2020, but no law 2021-1104: years that run forward."""
    start, end = first.kinds.get("yyyy"), second.kinds.get("yyyy")
    return start is not None and end is not None and start < end < start + 400


def _coded(items: list[Item], at: int, places: Places) -> bool:
    """E 1442, B1917, 2N1613, U+2014, WM-1961, NGC 1999: letters or signs make a code of it; 1848-B, 2014-575 too."""
    before = items[at - 1] if at else None
    if before is not None and items[at].glued and (before.key[-1].isalpha() or before.key in ("+", "/", "#")):
        return True
    marked = before is not None and at > 1 and ("dash" in before.kinds or before.key == ".") and before.glued
    lone = items[at - 2] if marked else before
    if lone is not None and len(lone.key) == 1 and lone.key.isalpha() and lone.key not in LETTERS_AS_WORDS:
        return True
    if marked and lone is not None and not lone.kinds and _acronym(lone, places):
        return True
    return _acronym_before(items[at], places) or _code_goes_on(items, at)


def _acronym(item: Item, places: Places) -> bool:
    """The model WM-1961: a few capitals before the dash."""
    token = places.at(item.start)
    written = token.text[item.start - token.start : item.end - token.start] if token else ""
    return len(written) <= 4 and written.isalpha() and written.isupper()


def _acronym_before(item: Item, places: Places) -> bool:
    here = places.index(item.start)
    word = places.tokens[here - 1].text if here else ""
    return 2 <= len(word) <= 3 and word.isalpha() and word.isupper()


def _code_goes_on(items: list[Item], at: int) -> bool:
    tail = items[at + 2] if at + 2 < len(items) and "dash" in items[at + 1].kinds and items[at + 1].glued else None
    if tail is None or not tail.glued:
        return False
    if tail.key.isdigit():
        return len(tail.key) == 3 or tail.key.startswith("00")
    return len(tail.key) == 1 and tail.key.isalpha()


def _listed(placed: list[Item], words: Vocabulary) -> bool:
    """« les articles 1719 à 1728 », pages 1789, 1792 and 1799: what goes on from a number that is no year."""
    if len(placed) < 2 or (placed[-1].key not in words.links and placed[-1].key != ","):
        return False
    kinds = placed[-2].kinds
    return "yyyy" in kinds and "amount" not in kinds and "year" not in kinds


def _in_chain(items: list[Item], at: int) -> bool:
    """A link of three or more numbers with dashes between them, as in a telephone number."""
    links = 1
    for step in (-2, 2):
        here = at
        while links < 3 and 0 <= here + step < len(items) and _linked(items, min(here, here + step)):
            here, links = here + step, links + 1
    return links > 2


def _linked(items: list[Item], at: int) -> bool:
    """Do two numbers stand at `at` and after next, a dash between them and no blank?"""
    first, dash, second = items[at : at + 3]
    return "dash" in dash.kinds and dash.glued and second.glued and "number" in first.kinds and "number" in second.kinds


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
