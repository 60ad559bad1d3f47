"""Sentence text → items with all the kinds that words, numbers and their surroundings give them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Annotation, Token
from pipeline.stages.dates.lexing import DASHES, Item, folded, keys, pieces
from pipeline.stages.dates.numbers import join_numbers, number_kinds, ordinal_roman

Lexicon = dict[tuple[str, ...], dict[str, Any]]
LONGEST_PHRASE = 6


def lexicon(pack: DatesPack) -> Lexicon:
    """The pack's words by the keys of their pieces; number words get their kind of composition."""
    found: Lexicon = {}
    for kind, table in pack.words.items():
        for value, forms in table.items():
            read: Any = int(value) if value.lstrip("+-").isdigit() and not value.startswith("+") else value
            for form in forms:
                kinds = found.setdefault(keys(form), {})
                kinds[kind] = read
                if kind == "number":
                    kinds["word_number"] = read
    return found


class Places:
    """Which token, in which sentence, stands at a place of the text."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[int] = ()) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.starts = [token.start for token in tokens]

    def index(self, place: int) -> int | None:
        """The index of the token that covers `place`."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and self.tokens[number].end > place else None

    def sentence_start(self, place: int) -> int:
        """Where the sentence at `place` begins."""
        number = bisect_right(self.sentences, place) - 1
        return self.sentences[number] if number >= 0 else 0

    def at(self, place: int) -> Token | None:
        """The token that covers `place`."""
        number = self.index(place)
        return None if number is None else self.tokens[number]


def itemise(text: str, start: int, end: int, pack: DatesPack, words: Lexicon, places: Places) -> list[Item]:
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
    joined = join_numbers(_phrases(raw, words, text, pack, places), frozenset(pack.words.get("joiner", {}).get("1", ())))
    return [_with_year(joined, number, text, pack, places) for number in range(len(joined))]


def _phrases(items: list[Item], words: Lexicon, text: str, pack: DatesPack, places: Places) -> list[Item]:
    result: list[Item] = []
    at = 0
    while at < len(items):
        length, kinds = _longest(items, at, words)
        if length == 0:
            result.append(items[at])
            at += 1
            continue
        last = items[at + length - 1]
        key = items[at].key if length == 1 else ""
        merged = Item(items[at].start, last.end, key, {**items[at].kinds, **kinds} if length == 1 else dict(kinds),
                      items[at].glued)  # fmt: skip
        result.append(_weaken(merged, text, pack, places))
        at += length
    return result


def _longest(items: list[Item], at: int, words: Lexicon) -> tuple[int, dict[str, Any]]:
    for length in range(min(LONGEST_PHRASE, len(items) - at), 0, -1):
        kinds = words.get(tuple(item.key for item in items[at : at + length]))
        if kinds is not None:
            return length, kinds
    return 0, {}


def _weaken(item: Item, text: str, pack: DatesPack, places: Places) -> Item:
    """A form that is often another word dates nothing alone unless the tagger agrees (`weak`); a month in lower case
    is none where the language writes months with a capital; before some words a form is no date at all."""
    kinds = item.kinds
    if "month" in kinds and pack.months_capital and not text[item.start].isupper():
        kinds = {kind: value for kind, value in kinds.items() if kind not in ("month",)}
    following = folded(_next_word(text, item.end))
    if item.key and following in pack.not_before.get(item.key, ()):
        return replace(item, kinds={}, weak=True)
    if item.key and folded(_word_before(text, item.start)) in pack.not_after.get(item.key, ()):
        return replace(item, kinds={}, weak=True)
    token = places.at(item.start)
    only = pack.only.get(item.key)
    if only is not None and (token is None or token.pos not in only):
        return replace(item, kinds={}, weak=True)
    allowed = pack.weak.get(item.key)
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


def _with_year(items: list[Item], at: int, text: str, pack: DatesPack, places: Places) -> Item:
    item = items[at]
    if "yyyy" not in item.kinds or not year_alone(items, at, pack, places):
        return item
    return replace(item, kinds={**item.kinds, "year": item.kinds["yyyy"]})


def year_alone(items: list[Item], at: int, pack: DatesPack, places: Places) -> bool:
    """May a bare number of four digits be a year here? Not after « article » or a currency, nor before what it counts."""
    item = items[at]
    before = items[at - 1].key if at else ""
    after = items[at + 1].key if at + 1 < len(items) else ""
    if before in pack.number_before or after in pack.number_after or "." in after and _glued_number(items, at + 1):
        return False
    if at and items[at - 1].glued and before in "/.,:+-*#&@_" and "number" in items[at - 2].kinds and before not in DASHES:
        return False
    if at + 1 < len(items) and items[at + 1].glued and (after in "%°/_@+*" or items[at + 1].key.isalpha()):
        return False
    if at + 1 < len(items) and not items[at + 1].kinds.keys().isdisjoint(("unit", "counted")):
        return False
    if before in pack.year_before:
        return 1000 <= item.kinds["yyyy"] < 2200
    return 1400 <= item.kinds["yyyy"] < 2200 and not _counts_a_noun(item, places)


def _glued_number(items: list[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at].glued and items[at + 1].glued and "number" in items[at + 1].kinds


def _counts_a_noun(item: Item, places: Places) -> bool:
    """Does the number count a plural that follows it (2000 soldiers), with no determiner before it (the 2000 elections)?"""
    here = places.index(item.start)
    if here is None or here + 1 >= len(places.tokens):
        return False
    following = places.tokens[here + 1]
    plural = following.pos == "NOUN" and "Number=Plur" in following.morph
    before = places.tokens[here - 1] if here else None
    return plural and (before is None or before.pos not in ("DET", "PRON", "PROPN", "ADJ", "PART", "NOUN"))


def tokens_of(annotation: Annotation) -> Places:
    """The tokens of a document by place."""
    return Places(annotation.tokens, [sentence.span.start for sentence in annotation.sentences])
