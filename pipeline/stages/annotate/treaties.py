"""Treaties by name (*Treaty of Rome*, « accords d'Évian ») and by description (« un deuxième traité … »)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.phrases import (
    capitals_after,
    capitals_before,
    is_capital,
    phrase,
    quoted,
    right_edge,
    starts_sentence,
)

BARE = frozenset({"state", "demonym", "person", "organization", "group"})  # these make no name of « traité de … »


def find_treaties(parse: Parse, pack: AnnotatePack, names: Mapping[int, Found]) -> Iterator[Found]:
    """Names and descriptions of treaties. `names`: token → the name found there by list or model."""
    heads = [i for i, token in enumerate(parse.tokens) if _may_head(parse, i, pack)]
    named = {i: span for i in heads if (span := _name(parse, i, pack, names))}
    for head, (first, last) in named.items():
        yield _found(parse, first, last, head, "name")
    described = [i for i in heads if i not in named and _is_description(parse, i, pack, bool(named))]
    spoken_of = bool(named) or any(_lemma(parse, i) in pack.nouns.treaty for i in described)
    for head in described:
        if spoken_of or _lemma(parse, head) in pack.nouns.treaty:
            yield _found(parse, *phrase(parse, head, pack), head, "nominal")


def _lemma(parse: Parse, index: int) -> str:
    return parse.tokens[index].lemma.lower()


def _may_head(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    token = parse.tokens[index]
    nouns = pack.nouns.treaty | pack.nouns.document | pack.nouns.programme
    if parse.parsed and token.pos not in ("NOUN", "PROPN") and not is_capital(parse, index):
        return False  # the tagger may take a capitalised noun for a verb
    if not {token.lemma.lower(), token.text.lower()} & nouns:
        return False
    return not (token.dep in pack.relations.modifier and token.head > index and parse.tokens[token.head].pos == "NOUN")


def _name(parse: Parse, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> tuple[int, int] | None:
    """The tokens of the treaty's name, None where `head` only describes one."""
    if inside := quoted(parse, head):
        return inside
    if place := _after_preposition(parse, head, pack, names):
        return head, place
    first = capitals_before(parse, head, pack)
    if first == head - 1 and starts_sentence(parse, first) and parse.tokens[first].pos != "PROPN":
        first = head
    if parse.tokens[head].text[:1].isupper():
        return _title(parse, first, head, pack)
    return (first, head + 1) if _is_place_before(parse, first, head, names) else None


def _title(parse: Parse, first: int, head: int, pack: AnnotatePack) -> tuple[int, int] | None:
    """A capitalised head with capitals around it, or, inside a sentence, with a complement."""
    last = capitals_after(parse, head, pack.inner)
    if first < head or last > head + 1:
        return first, last
    if not is_capital(parse, head):
        return None
    last = right_edge(parse, head, pack)
    return (head, last) if last > head + 1 and not _is_number(parse, head + 1, last) else None


def _is_number(parse: Parse, first: int, last: int) -> bool:
    """Is the complement only a date (« Traité de 1997 »)?"""
    return all(parse.tokens[i].pos in ("NUM", "ADP", "DET") for i in range(first, last))


def _after_preposition(parse: Parse, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> int | None:
    """The end of a place (or an unknown name) that follows by a preposition: « accords d'Évian », *Treaty of Rome*."""
    if head + 2 >= len(parse.tokens) or parse.tokens[head + 1].text.lower() not in pack.proper:
        return None
    place = head + 2
    while place + 1 < len(parse.tokens) and parse.tokens[place].text.lower() in pack.articles:
        place += 1
    name = names.get(place)
    if not parse.tokens[place].text[:1].isupper() or (name is not None and name.type in BARE):
        return None
    end = parse.at(name.end - 1) + 1 if name is not None else capitals_after(parse, place, frozenset())
    return end + (end < len(parse.tokens) and set(parse.tokens[end].text) <= set("IVX"))


def _is_place_before(parse: Parse, first: int, head: int, names: Mapping[int, Found]) -> bool:
    """*the Dayton agreement*: a small head right after a place that modifies it."""
    if first == head:
        return False
    name = names.get(head - 1)
    return name is not None and name.type in ("place", "facility") and parse.at(name.start) == first


def _is_description(parse: Parse, head: int, pack: AnnotatePack, named: bool) -> bool:
    token = parse.tokens[head]
    if _lemma(parse, head) in pack.nouns.programme:
        return False
    first, last = phrase(parse, head, pack)
    if parse.text(first, last).lower() in pack.nouns.never:
        return False
    bare = first == head and last == head + 1 and not parse.children[head]
    return not (bare and "Plur" not in token.morph and _follows_preposition(parse, head))


def _follows_preposition(parse: Parse, head: int) -> bool:
    return head > 0 and parse.tokens[head - 1].pos == "ADP"


def _found(parse: Parse, first: int, last: int, head: int, kind: str) -> Found:
    name = kind == "name"
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type="treaty",
        head=head,
        kind="name" if name else "nominal",
        source="treaties",
        rank=1 if name else 5,
        closed=name,
    )
