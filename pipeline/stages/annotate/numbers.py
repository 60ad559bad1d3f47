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
        elif parse.tokens[index].text.lower() in pack.ordinals:
            yield from _ordinal(parse, index, pack)
        index = max(end, index + 1)


def _read(parse: Parse, first: int, last: int, pack: AnnotatePack) -> Iterator[Found]:
    tokens = parse.tokens
    following = tokens[last].text if last < len(tokens) else ""
    if following in ("%", "‰") or _is_percent(parse, last, pack):
        yield _found(parse, first, last + 1 if following in ("%", "‰") else last + 2, "percent")
    elif (end := _currency(parse, last, pack)) > last:
        yield _found(parse, first, end, "money")
    elif _is_rest_of_a_sum(parse, first, last, pack):
        yield _found(parse, first, last, "money")
    elif _is_count(parse, first, last, pack):
        yield _found(parse, first, last, "cardinal")


def _ordinal(parse: Parse, index: int, pack: AnnotatePack) -> Iterator[Found]:
    """*third*; *one third* is a fraction; *the first half* counts nothing."""
    token = parse.tokens[index]
    if index and parse.tokens[index - 1].text.lower().strip("-") in pack.counted_as | pack.pronoun_numbers:
        yield _found(parse, index - 1, index + 1, "cardinal", rank=2)
    elif token.pos in ("ADJ", "PROPN") and parse.tokens[token.head].lemma.lower() not in pack.never_counted:
        yield _found(parse, index, index + 1, "ordinal")


def _run(parse: Parse, first: int, pack: AnnotatePack) -> int:
    """The end of the digits and number words from `first` on."""
    last = first
    while last < len(parse.tokens) and _same_sentence(parse, first, last):
        if not _is_number(parse, last, pack) and not (last > first and is_range(parse, last)):
            break
        last += 1
    return last


def is_range(parse: Parse, index: int) -> bool:
    """Is this token the dash in *2-2.5*?"""
    around = parse.tokens[index - 1 : index + 2]
    return (
        len(around) == 3
        and around[1].text in ("-", "–")
        and bool(_DIGITS.match(around[0].text) and _DIGITS.match(around[2].text))
        and around[0].end == around[1].start
        and around[1].end == around[2].start
    )


def _is_rest_of_a_sum(parse: Parse, first: int, last: int, pack: AnnotatePack) -> bool:
    """*450 million* beside a sum in a currency, counting nothing of its own: money too."""
    if _lower(parse, last - 1) not in pack.scales or _is_count(parse, first, last, pack):
        return False
    sentence = parse.sentence_of(first)
    others = [i for i in range(sentence.first, sentence.last) if not first <= i < last]
    return any(parse.tokens[i].lemma.lower() in pack.currencies for i in others)


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
    start = index
    if [token.text for token in parse.tokens[index : index + 3 : 2]] == ["(", ")"]:
        index += 3  # *100 million (US) dollars*
    for at in (index, index + 1):
        near = at < len(parse.tokens) and (at == index or parse.tokens[index].pos in ("ADP", "DET"))
        if near and parse.tokens[at].lemma.lower() in pack.currencies:
            return _with_adjective(parse, at)
    return start


def _with_adjective(parse: Parse, index: int) -> int:
    """« rouble russe »: the currency with the adjective of its country."""
    after = index + 1
    joined = after < len(parse.tokens) and parse.tokens[after].pos == "ADJ" and parse.tokens[after].head == index
    return after + 1 if joined else after


def _is_count(parse: Parse, first: int, last: int, pack: AnnotatePack) -> bool:
    """Counts something: not a year, a day, a page or a number in a name."""
    token = parse.tokens[last - 1]
    if last == first + 1 and re.fullmatch(r"[12]\d{3}", token.text):
        return False
    head = parse.tokens[token.head]
    return token.head >= last and head.pos == "NOUN" and head.lemma.lower() not in pack.never_counted


def _found(parse: Parse, first: int, last: int, type_: str, rank: int = 3) -> Found:
    opening = parse.tokens[first]
    return Found(
        start=opening.start + len(opening.text) - len(opening.text.lstrip("-")),
        end=parse.tokens[last - 1].end,
        type=type_,
        head=parse.head(first, last),
        source="numbers",
        rank=2 if type_ in ("money", "percent") else rank,
        closed=type_ != "currency",
    )
