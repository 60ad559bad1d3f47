"""Organs, laws, events, states, groups and persons by their nouns, and pronouns: names where they bear one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.authority import plain
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.phrases import (
    CLOSING,
    OPENING,
    capitals_after,
    capitals_before,
    is_capital,
    left_edge,
    phrase,
    preposition,
    right_edge,
)

TYPES = ("organization", "law", "event", "state", "person", "group")
Span = tuple[int, int]
Names = Mapping[int, Found]


def find_described(parse: Parse, pack: AnnotatePack, names: Names) -> Iterator[Found]:
    """A candidate for each noun of the pack that heads a name or a description. `names`: token → the name there."""
    for head in range(len(parse.tokens)):
        type_ = _type(parse, head, pack)
        if type_ is None or _is_modifier(parse, head, pack):
            continue
        name = _name(parse, head, type_, pack, names)
        first, last = name or phrase(parse, head, pack)
        if (
            any(_is_title(parse, end, names) for end in range(head + 1, last + 1))
            or parse.text(first, last).lower() in pack.nouns.never
        ):
            continue
        yield _found(parse, first, last, type_, head, "name" if name else "nominal")
        if type_ == "organization" and (inside := _in_brackets(parse, head)):
            yield _found(parse, *inside, type_, inside[1] - 1, "name")


def find_phrases(parse: Parse, pack: AnnotatePack) -> Iterator[Found]:
    """The fixed phrases of the pack: names where they begin with a capital, and pronouns (« ce dernier »)."""
    text = plain(parse.document.text)
    for wanted, type_ in pack.phrases.items():
        for match in re.finditer(rf"\b{re.escape(plain(wanted))}\b", text, re.IGNORECASE):
            tokens = parse.within(match.start(), match.end())
            first, last, head = tokens.start, tokens.stop, parse.head(tokens.start, tokens.stop)
            pronoun, _, pronoun_type = type_.partition(":")
            if pronoun == "pronoun":
                yield _found(parse, first, last, pronoun_type, head, "pronoun")
            elif type_ in TYPES and is_capital(parse, first):
                yield _found(parse, first, last, type_, head, "name")


def find_pronouns(parse: Parse, pack: AnnotatePack) -> Iterator[Found]:
    """Pronouns that stand as subject or object and point back to somebody."""
    relations = pack.relations
    for index, token in enumerate(parse.tokens):
        type_ = pack.pronouns.get(token.text.lower())
        acts = token.pos == "PRON" and token.dep in relations.subject | relations.object | relations.agent
        if type_ and acts and not _is_empty(parse, index, pack):
            yield _found(parse, index, index + 1, type_, index, "pronoun")


def _is_empty(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    """*It is clear that …*, « il y a … »: the pronoun stands for a clause or for nothing."""
    token = parse.tokens[index]
    following = parse.document.text[token.start : token.start + 20].lower()
    if token.dep in pack.relations.expletive or following.startswith(pack.empty):
        return True
    beside = {parse.tokens[i].dep for i in parse.children[token.head]}
    judged = bool(beside & pack.relations.predicate) or token.dep in pack.relations.passive
    return judged and bool(beside & pack.relations.clausal) and "Gender=Neut" in token.morph


def _type(parse: Parse, head: int, pack: AnnotatePack) -> str | None:
    token = parse.tokens[head]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    forms = {token.lemma.lower(), token.text.lower()}
    type_ = next((type_ for type_ in TYPES if forms & getattr(pack.nouns, type_)), None)
    if forms & pack.nouns.contracting and _are_parties(parse, head, pack):
        return "group"
    return "group" if type_ == "person" and _is_plural(parse, head) else type_


def _are_parties(parse: Parse, head: int, pack: AnnotatePack) -> bool:
    """*both parties*, *the contracting parties* where the text speaks of a treaty; *opposition parties* are others."""
    beside = [parse.tokens[i] for i in parse.children[head] if parse.tokens[i].pos in ("ADJ", "NOUN", "PROPN", "VERB")]
    described = [word for word in beside if word.start < parse.tokens[head].start]
    others = [word for word in described if not {word.text.lower(), word.lemma.lower()} & pack.nouns.contracting]
    spoken_of = any(token.lemma.lower() in pack.nouns.treaty for token in parse.tokens)
    return _is_plural(parse, head) and spoken_of and not others


def _is_plural(parse: Parse, head: int) -> bool:
    """By its own form, else by its determiner's."""
    return any("Number=Plur" in parse.tokens[i].morph for i in (head, *parse.children[head]) if i <= head)


def _is_modifier(parse: Parse, head: int, pack: AnnotatePack) -> bool:
    token = parse.tokens[head]
    return token.dep in pack.relations.modifier and token.head > head


def _is_title(parse: Parse, last: int, names: Names) -> bool:
    """« le président français Chirac »: the noun only introduces a person's name."""
    following = names.get(last)
    return following is not None and following.type == "person" and parse.at(following.start) == last


def _name(parse: Parse, head: int, type_: str, pack: AnnotatePack, names: Names) -> Span | None:
    """The tokens of a name, None where the noun only describes."""
    if type_ in ("state", "group", "person"):
        return None
    if pair := _pair(parse, head, names):
        return left_edge(parse, head, pack), pair
    if type_ == "event":
        return _event(parse, head, pack, names)
    if type_ == "law" and (span := _of_a_state(parse, head, pack, names)):
        return span
    if is_capital(parse, head):
        return _capitalised(parse, head, pack)
    return _after_place(parse, head, pack, names) if type_ == "organization" else None


def _capitalised(parse: Parse, head: int, pack: AnnotatePack) -> Span:
    """*Foreign Ministry*, *Institute of Europe*; else with adjectives and the complement (« Comité exécutif de … »)."""
    first, last = capitals_before(parse, head, pack), capitals_after(parse, head, pack.organ_inner)
    if first < head and not is_capital(parse, first):
        first = _first_name_word(parse, first, head)
    if last == head + 1 and pack.relations.right:
        last = max(last, right_edge(parse, head, pack))
    return first, last


def _first_name_word(parse: Parse, first: int, head: int) -> int:
    """At the start of a sentence only a proper or an adjective may belong to the name."""
    return first if parse.tokens[first].pos in ("PROPN", "ADJ", "NOUN") else first + 1


def _pair(parse: Parse, head: int, names: Names) -> int | None:
    """« assemblée parlementaire Russie-Biélorussie »: the end of two states joined by a hyphen behind the phrase."""
    place = head + 1
    while place < len(parse.tokens) and parse.tokens[place].pos == "ADJ" and place not in names:
        place += 1
    name = names.get(place)
    if name is None or name.type != "state":
        return None
    text = parse.document.text
    other = names.get(parse.at(name.end + 1)) if text[name.end : name.end + 1] in ("-", "–") else None
    return parse.at(other.end - 1) + 1 if other is not None and other.type == "state" else None


def _event(parse: Parse, head: int, pack: AnnotatePack, names: Names) -> Span | None:
    """*1995 referendum*, *Cold War*, « crise de 2002 »: with a year, a demonym, a place or capitals."""
    first, last = phrase(parse, head, pack)
    if is_capital(parse, head):
        first, last = (
            min(first, capitals_before(parse, head, pack)),
            max(last, capitals_after(parse, head, pack.organ_inner)),
        )
        if last > first + 1:
            return first, last
    marked = any(_is_year(parse.tokens[i].text) or _is_where(parse, i, names) for i in _marks(parse, first, head, pack))
    return (first, last) if marked else None


def _marks(parse: Parse, first: int, head: int, pack: AnnotatePack) -> Iterator[int]:
    """The tokens that can make a name of an event: what stands before it, its adjectives, and what it is the … of."""
    yield from range(first, head)
    for child in parse.children[head]:
        if child > head and (parse.tokens[child].pos == "ADJ" or preposition(parse, child, pack) in pack.proper):
            yield child
            yield from (below for below in parse.children[child] if parse.tokens[below].pos != "DET")


def _of_a_state(parse: Parse, head: int, pack: AnnotatePack, names: Names) -> Span | None:
    """*Russian constitution*: a demonym or a state beside the noun."""
    first, last = phrase(parse, head, pack)
    beside = [names.get(i) for i in (first, head + 1)]
    return (first, last) if any(name is not None and name.type == "demonym" for name in beside) else None


def _after_place(parse: Parse, head: int, pack: AnnotatePack, names: Names) -> Span | None:
    """*Moscow military district*: a place before a small noun."""
    first = left_edge(parse, head, pack)
    name = names.get(first)
    listed = name is not None and name.type == "place" and name.source == "authority"
    return (first, head + 1) if first < head - 1 and listed else None


def _in_brackets(parse: Parse, head: int) -> Span | None:
    """*group (“Defense Systems”)*: a capitalised name in quotes in brackets behind the noun."""
    tokens = parse.tokens
    start = head + 1
    while start < len(tokens) and tokens[start].text in "(" + "".join(OPENING):
        start += 1
    if start == head + 1 or tokens[start - 1].text not in OPENING:
        return None
    end = start
    while end < len(tokens) and tokens[end].text[:1].isupper():
        end += 1
    return (start, end) if end > start and end < len(tokens) and tokens[end].text in CLOSING else None


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[0] in "12"


def _is_where(parse: Parse, index: int, names: Names) -> bool:
    name = names.get(index)
    if name is not None:
        return name.type in ("demonym", "state", "place")
    return parse.tokens[index].pos == "PROPN" and is_capital(parse, index)


def _found(
    parse: Parse, first: int, last: int, type_: str, head: int, kind: Literal["name", "nominal", "pronoun"]
) -> Found:
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type=type_,
        head=head,
        kind=kind,
        source="nouns" if kind != "pronoun" else "pronouns",
        rank={"name": 2, "nominal": 5, "pronoun": 6}[kind],
    )
