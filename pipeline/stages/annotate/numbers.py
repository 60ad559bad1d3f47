"""Numbers that the model does not name: percentages, sums of money, counts, currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse

_DIGITS = re.compile(r"^\d[\d.,\u00a0\u202f]*$")


def find_numbers(parse: Parse, pack: AnnotatePack) -> Iterator[Found]:
    """Candidates from runs of number words: with a percent sign, a currency, a scale, or alone."""
    index = 0
    while index < len(parse.tokens):
        end = _run(parse, index, pack)
        if end > index:
            yield from _read(parse, index, end, pack)
        elif parse.tokens[index].lemma.lower() in pack.currencies:
            yield _found(parse, index, _with_adjective(parse, index), "currency")
        index = max(end, index + 1)


def _read(parse: Parse, first: int, last: int, pack: AnnotatePack) -> Iterator[Found]:
    tokens = parse.tokens
    following = tokens[last].text if last < len(tokens) else ""
    if following in ("%", "‰") or _is_percent(parse, last, pack):
        yield _found(parse, first, last + 1 if following in ("%", "‰") else last + 2, "percent")
    elif (end := _currency(parse, last, pack)) > last:
        yield _found(parse, first, end, "money")
    elif _is_count(parse, first, last, pack):
        yield _found(parse, first, last, "cardinal")


def _run(parse: Parse, first: int, pack: AnnotatePack) -> int:
    """The end of the digits and number words from `first` on."""
    last = first
    while last < len(parse.tokens) and _is_number(parse, last, pack) and _same_sentence(parse, first, last):
        last += 1
    return last


def _same_sentence(parse: Parse, first: int, last: int) -> bool:
    return parse.tokens[first].sentence == parse.tokens[last].sentence


def _is_number(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    token = parse.tokens[index]
    return bool(_DIGITS.match(token.text)) or token.text.lower() in pack.counted_as | pack.scales


def _is_percent(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    return f"{_lower(parse, index)} {_lower(parse, index + 1)}" in pack.phrases and (
        pack.phrases[f"{_lower(parse, index)} {_lower(parse, index + 1)}"] == "percent"
    )


def _lower(parse: Parse, index: int) -> str:
    return parse.tokens[index].text.lower() if index < len(parse.tokens) else ""


def _currency(parse: Parse, index: int, pack: AnnotatePack) -> int:
    """The end of a currency at `index` (a preposition may stand before it); `index` where there is none."""
    for at in (index, index + 1):
        if at < len(parse.tokens) and parse.tokens[at].lemma.lower() in pack.currencies:
            if at == index or parse.tokens[index].pos in ("ADP", "DET"):
                return _with_adjective(parse, at)
    return index


def _with_adjective(parse: Parse, index: int) -> int:
    """« rouble russe »: the currency with the adjective of its country."""
    after = index + 1
    joined = after < len(parse.tokens) and parse.tokens[after].pos == "ADJ" and parse.tokens[after].head == index
    return after + 1 if joined else after


def _is_count(parse: Parse, first: int, last: int, pack: AnnotatePack) -> bool:
    """Counts something: not a year, a day, a page or a number in a name."""
    token = parse.tokens[first]
    if last == first + 1 and re.fullmatch(r"[12]\d{3}", token.text):
        return False
    head = parse.tokens[token.head]
    return token.head >= last and head.pos == "NOUN" and head.lemma.lower() not in pack.never_counted


def _found(parse: Parse, first: int, last: int, type_: str) -> Found:
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type=type_,
        head=parse.head(first, last),
        source="numbers",
        rank=4,
        closed=type_ != "currency",
    )
