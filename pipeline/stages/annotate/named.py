"""The model's names as candidates: trimmed, typed as the house types, and found again where the model missed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.phrases import CLOSING, OPENING

NUMBERS = frozenset({"money", "percent", "quantity", "cardinal", "ordinal"})


def find_named(parse: Parse, pack: AnnotatePack) -> list[Found]:
    """The model's names without articles, titles and possessive endings, and the same names elsewhere in the text."""
    found = [made for name in parse.names if (made := _trimmed(parse, name, pack))]
    found = _agreed(parse, found)
    return found + list(_missed(parse, found)) + list(_acronyms(parse, found, pack))


def _trimmed(parse: Parse, name: Named, pack: AnnotatePack) -> Found | None:
    type_ = pack.entities.get(name.label)
    if type_ is None:
        return None
    first, last = _edges(parse, name, type_, pack)
    if first >= last:
        return None
    text = parse.text(first, last)
    if type_ not in NUMBERS and not any(character.isupper() for character in text):
        return None
    return _found(parse, first, last, type_, parse.model)


def _edges(parse: Parse, name: Named, type_: str, pack: AnnotatePack) -> tuple[int, int]:
    first, last = name.first, name.last
    front = pack.articles | (pack.titles if type_ == "person" else frozenset())
    if type_ in NUMBERS:
        return first, last
    while first < last and (_word(parse, first) in front or parse.tokens[first].text in OPENING):
        first += 1
    while first < last and (_word(parse, last - 1) in pack.possessives or parse.tokens[last - 1].text in CLOSING | {","}):
        last -= 1
    if type_ == "person":
        first, last = _with_particles(parse, first, last, pack)
    return first, last


def _with_particles(parse: Parse, first: int, last: int, pack: AnnotatePack) -> tuple[int, int]:
    """« Charles » → « Charles de Gaulle » where the model stopped before the particle."""
    tokens = parse.tokens
    while (
        last + 1 < len(tokens)
        and _word(parse, last) in pack.particles
        and tokens[last + 1].text[:1].isupper()
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].dep.startswith(("flat", "compound", "nmod"))
        and first <= tokens[last + 1].head < last
    ):
        last += 2
    return first, last


def _agreed(parse: Parse, found: list[Found]) -> list[Found]:
    """One type for one form in a document: a person's surname is that person; else what the model says most often."""
    surnames = _surnames(parse, found)
    votes: dict[str, Counter[str]] = {}
    for one in found:
        votes.setdefault(_text(parse, one), Counter())[one.type] += 1
    result = []
    for one in found:
        text = _text(parse, one)
        type_ = one.type
        if type_ not in NUMBERS:
            type_ = "person" if text in surnames else _winner(votes[text], type_)
        result.append(_retyped(one, type_))
    return result


def _surnames(parse: Parse, found: Sequence[Found]) -> frozenset[str]:
    """Last words of persons' names of two words or more."""
    full = [parse.within(one.start, one.end) for one in found if one.type == "person"]
    return frozenset(parse.tokens[span[-1]].text for span in full if len(span) > 1 and len(parse.tokens[span[-1]].text) > 2)


def _winner(votes: Counter[str], own: str) -> str:
    best = max(votes.values())
    return own if votes[own] == best else min(type_ for type_, count in votes.items() if count == best)


def _missed(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """Surnames and acronyms that the model names in one place and misses in another."""
    taken = {i for one in found for i in parse.within(one.start, one.end)}
    again = {surname: "person" for surname in _surnames(parse, found)}
    for one in found:
        text = _text(parse, one)
        if one.type in ("organization", "place") and text.isupper() and 2 < len(text) < 9 and text.isalpha():
            again.setdefault(text, one.type)
    for index, token in enumerate(parse.tokens):
        if index not in taken and token.text in again and token.pos in ("PROPN", "NOUN", "ADJ", "X"):
            yield _found(parse, index, index + 1, again[token.text], "spread")


def _acronyms(parse: Parse, found: Sequence[Found], pack: AnnotatePack) -> Iterator[Found]:
    """*PONARS*: an unknown word in capitals, in a sentence that is not all in capitals, names an organisation."""
    taken = {i for one in found for i in parse.within(one.start, one.end)}
    for index, token in enumerate(parse.tokens):
        if index in taken or not _is_acronym(token.text) or token.text.lower() in pack.acronyms_not:
            continue
        sentence = parse.sentence_of(index)
        words = [parse.tokens[i].text for i in range(sentence.first, sentence.last) if i != index]
        if token.pos == "PROPN" and sum(not word.isupper() for word in words if word.isalpha() and len(word) > 2) > 1:
            yield _found(parse, index, index + 1, "organization", "capitals")


def _is_acronym(text: str) -> bool:
    return text.isalpha() and text.isupper() and 3 <= len(text) <= 8 and not set(text) <= set("IVXLCDM")


def _word(parse: Parse, index: int) -> str:
    return parse.tokens[index].text.lower()


def _text(parse: Parse, one: Found) -> str:
    return parse.document.text[one.start : one.end]


def _retyped(one: Found, type_: str) -> Found:
    if type_ == one.type:
        return one
    return Found(start=one.start, end=one.end, type=type_, head=one.head, source=one.source, rank=3, closed=type_ == "person")


def _found(parse: Parse, first: int, last: int, type_: str, source: str) -> Found:
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type=type_,
        head=parse.head(first, last),
        source=source,
        rank=3,
        closed=type_ == "person" or type_ in NUMBERS,
    )
