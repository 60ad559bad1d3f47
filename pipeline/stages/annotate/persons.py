"""Which of the model's names are persons', and where a person's name begins and ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.knowledge.annotate import AnnotatePack, Nouns
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.phrases import is_capital, joins, starts_sentence

MISTAKEN = frozenset({"organization", "place", "facility", "work", "group"})  # what persons are taken for
_LONGEST_NAME = 5  # words
_NUMERALS = frozenset("IVX")
Span = tuple[int, int]


def joined(names: Sequence[Named], parse: Parse, pack: AnnotatePack) -> Iterator[Named]:
    """`names`, persons' names that stand right behind each other as one (*Zine El Abidine* *Ben Ali*)."""
    waiting: Named | None = None
    for name in _recast(names, parse, pack):
        if waiting is not None and _goes_on(parse, waiting, name, pack):
            waiting = Named(waiting.first, name.last, waiting.label)
            continue
        if waiting is not None:
            yield waiting
        waiting = name
    if waiting is not None:
        yield waiting


def _recast(names: Sequence[Named], parse: Parse, pack: AnnotatePack) -> Iterator[Named]:
    """*Commission President Ursula* is a person behind a title; so is what follows *von der*."""
    label = next((label for label, type_ in pack.entities.items() if type_ == "person"), "")
    for name in names:
        if pack.entities.get(name.label) not in MISTAKEN:
            yield name
            continue
        titles = [i for i in range(name.first + 1, name.last - 1) if _is_title(parse, i, pack) and not _tied(parse, i)]
        if titles and _are_free(parse, range(titles[-1] + 1, name.last), pack):
            yield Named(titles[-1] + 1, name.last, label)
        elif _is_called(parse, range(name.first, name.last), name.label, pack):
            yield Named(name.first, name.last, label)
        elif name.first and parse.tokens[name.first - 1].text in pack.lone_particles:
            yield Named(name.first, name.last, label)
        else:
            yield name


def _is_title(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    return parse.tokens[index].text.lower() in pack.titles and parse.tokens[index].pos in ("NOUN", "PROPN")


def _is_called(parse: Parse, span: range, label: str, pack: AnnotatePack) -> bool:
    """*Justin Trudeau*: a known given name, then capitalised words that are no nouns of the pack. What the model takes
    for a place needs more than the given name, and no preposition (« Caroline du Sud »)."""
    given, place = parse.tokens[span[0]], pack.entities.get(label) == "place"
    if not given.text[:1].isupper() or given.text.lower() not in pack.forenames or len(span) > _LONGEST_NAME:
        return False
    if place and (len(span) == 1 or any(parse.tokens[i].text in pack.proper for i in span)):
        return False
    return len(span) == 1 or _are_free(parse, span[1:], pack)


def _tied(parse: Parse, index: int) -> bool:
    """« Île-du-Prince-Édouard »: a hyphen makes the word part of a longer one."""
    text, token = parse.document.text, parse.tokens[index]
    return text[token.start - 1 : token.start] in ("-", "–") or text[token.end : token.end + 1] in ("-", "–")


def _are_free(parse: Parse, span: range, pack: AnnotatePack) -> bool:
    """Capitalised words only, none of them a noun of the pack, a title or all in capitals."""
    words = [parse.tokens[i] for i in span if not joins(parse, i) and parse.tokens[i].text not in pack.particles]
    nouns = _nouns(pack.nouns) | pack.titles | pack.nouns.person
    if not words or any(not word.text[:1].isupper() or word.text.isupper() for word in words):
        return False
    return not any({word.text.lower(), word.lemma.lower()} & nouns or word.pos != "PROPN" for word in words)


def _goes_on(parse: Parse, one: Named, other: Named, pack: AnnotatePack) -> bool:
    if {pack.entities.get(one.label), pack.entities.get(other.label)} != {"person"}:
        return False
    between = range(one.last, other.first)
    if len(between) > 3 or parse.tokens[one.first].sentence != parse.tokens[other.first].sentence:
        return False
    return all(parse.tokens[i].text.lower() in pack.particles and parse.tokens[i].pos != "ADP" for i in between)


def grown(parse: Parse, first: int, last: int, pack: AnnotatePack, taken: Collection[int]) -> Span:
    """The person's name at `first:last` with its particles, numeral and the rest of it that the model left out; without
    the state that follows. `taken`: tokens of listed names."""
    small = pack.particles | pack.proper
    inside = [i for i in range(first + 2, last) if i in taken and parse.tokens[i - 1].text in small]
    last = inside[0] - 1 if inside else last
    while last > first + 1 and (_is_particle(parse, last - 1, pack) or joins(parse, last - 1)):
        last -= 1
    last = _right(parse, first, last, pack, taken)
    if last < len(parse.tokens) and set(parse.tokens[last].text) <= _NUMERALS and _same(parse, first, last):
        last += 1
    return _left(parse, first, pack, taken), last


def _right(parse: Parse, first: int, last: int, pack: AnnotatePack, taken: Collection[int]) -> int:
    """Over words that the parser makes one name with it (« Ismet » Inönü)."""
    tokens = parse.tokens
    while last + 1 < len(tokens) and joins(parse, last) and tokens[last - 1].end == tokens[last].start:
        given = tokens[last + 1].text[:1].isupper() or (last > first + 1 and tokens[last + 1].pos == "PROPN")
        if last in taken or last + 1 in taken or not given:
            break
        last += 2  # Boutros *Boutros* - *Ghali*
    while last < len(tokens) and is_capital(parse, last) and last not in taken and _same(parse, first, last):
        tied = tokens[last].dep.startswith("flat") and first <= tokens[last].head < last
        if not tied or tokens[last].pos != "PROPN" or tokens[last].text.isupper():
            break
        last += 1
    return last


def _left(parse: Parse, first: int, pack: AnnotatePack, taken: Collection[int]) -> int:
    """Over a particle to the capital before it (Mohamed ould *Abdel Aziz*), or over one that begins a name alone."""
    place = first - 1
    while place > 0 and parse.tokens[place].text in pack.lone_particles and _same(parse, first, place):
        place -= 1
    if place == first - 1:
        return first
    name = is_capital(parse, place) or parse.tokens[place].text[:1].isupper()
    fits = parse.tokens[place].pos in ("PROPN", "NOUN") and _same(parse, first, place) and place not in taken
    return place if name and fits and parse.tokens[place].text.lower() not in pack.titles else place + 1


def _same(parse: Parse, one: int, other: int) -> bool:
    return parse.tokens[one].sentence == parse.tokens[other].sentence


def _is_particle(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    return parse.tokens[index].text in pack.particles


def find_titled(parse: Parse, pack: AnnotatePack, taken: Collection[int]) -> Iterator[Span]:
    """King *Abdullah II*: capitals behind a title where nobody saw a name."""
    for index in range(1, len(parse.tokens)):
        if not _is_title(parse, index - 1, pack) or index in taken or not _same(parse, index - 1, index):
            continue
        last = index
        while last < len(parse.tokens) and _same(parse, index, last) and last not in taken:
            if not is_capital(parse, last) or not _are_free(parse, range(last, last + 1), pack):
                break
            last += 1
        if last > index and parse.sentence_of(index).section not in ("title", "heading"):
            yield grown(parse, index, last, pack, taken)


def find_called(parse: Parse, pack: AnnotatePack, taken: Collection[int]) -> Iterator[Span]:
    """*Nursultan Nazarbayev*: a known given name and capitals behind it where nobody saw a name."""
    for index, token in enumerate(parse.tokens[:-1]):
        before = parse.tokens[index - 1] if index else token
        behind = before is not token and before.text[:1].isupper() and not starts_sentence(parse, index - 1)
        inside = behind or joins(parse, max(index - 1, 0)) or before.text.endswith("-")
        if token.text.lower() not in pack.forenames or not token.text[:1].isupper() or index in taken or inside:
            continue
        last = index + 1
        while last < len(parse.tokens) and last not in taken and _same(parse, index, last):
            if not is_capital(parse, last) or not _are_free(parse, range(last, last + 1), pack):
                break
            last += 1
        if 1 < last - index <= _LONGEST_NAME and parse.sentence_of(index).section not in ("title", "heading"):
            yield grown(parse, index, last, pack, taken)


def find_lone(parse: Parse, pack: AnnotatePack, taken: Collection[int]) -> Iterator[Span]:
    """*von Hagen*: a small particle of names with a capital behind it where nobody saw a name."""
    for index, token in enumerate(parse.tokens[:-1]):
        if token.text not in pack.lone_particles or {index, index + 1} & set(taken):
            continue
        before = parse.tokens[index - 1] if index else token
        follows = parse.tokens[index + 1]
        if is_capital(parse, index + 1) and follows.pos == "PROPN" and not before.text[:1].isupper():
            yield index, index + 1 + 1


def is_person(parse: Parse, one: Found, pack: AnnotatePack, persons: Collection[int]) -> bool:
    """Does the text treat what the model took for another name as a person? By the title before it, by what it does
    or undergoes, by the office told of it, or by a person beside it. `persons`: tokens of persons' names."""
    span = parse.within(one.start, one.end)
    if one.type not in MISTAKEN or not _looks_so(parse, span, pack):
        return False
    if one.cue:
        return True
    return len(span) > 1 and _acts_so(parse, one.head, span, pack, persons)


def _looks_so(parse: Parse, span: range, pack: AnnotatePack) -> bool:
    """Capitalised words only, none of them a noun of the pack or all in capitals; no article before it."""
    article = any(parse.tokens[i].pos == "DET" for i in parse.children[parse.head(span.start, span.stop)])
    return _are_free(parse, span, pack) and not article


def _nouns(nouns: Nouns) -> frozenset[str]:
    return nouns.organization | nouns.state | nouns.treaty | nouns.document | nouns.law | nouns.event | nouns.programme


def _acts_so(parse: Parse, head: int, span: range, pack: AnnotatePack, persons: Collection[int]) -> bool:
    relations, token = pack.relations, parse.tokens[head]
    top = parse.tokens[token.head]
    if token.dep in relations.coordinated and token.head != head:
        return token.head in persons or _acts_so(parse, token.head, range(token.head, token.head), pack, persons)
    if token.dep in relations.subject and top.lemma.lower() in pack.person_verbs:
        return True
    below = [i for i in parse.children[head] if i not in span]
    offices = [i for i in below if parse.tokens[i].dep == "appos" and parse.tokens[i].pos == "NOUN"]
    if any(parse.tokens[i].lemma.lower() in pack.nouns.person for i in offices):
        return True
    return any(parse.tokens[i].dep in relations.coordinated and i in persons for i in below)
