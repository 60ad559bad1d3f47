"""Which of the model's names are persons', and where a person's name begins and ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.knowledge.annotate import AnnotatePack, Nouns
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.phrases import is_capital, joins, starts_sentence

MISTAKEN = frozenset({"organization", "place", "facility", "work", "group"})  # what persons are taken for
_LONGEST_NAME = 5  # words
REACH = 5  # tokens from a name to the noun that describes it
_NUMERALS = frozenset("IVX")
Span = tuple[int, int]


def joined(names: Sequence[Named], parse: Parse, pack: AnnotatePack, taken: Collection[int]) -> Iterator[Named]:
    """`names`, persons' names that stand right behind each other as one (*Zine El Abidine* *Ben Ali*). `taken`: tokens
    of listed names."""
    waiting: Named | None = None
    for name in _recast(names, parse, pack, taken):
        if waiting is not None and _goes_on(parse, waiting, name, pack):
            waiting = Named(waiting.first, name.last, waiting.label)
            continue
        if waiting is not None:
            yield waiting
        waiting = name
    if waiting is not None:
        yield waiting


def _recast(names: Sequence[Named], parse: Parse, pack: AnnotatePack, taken: Collection[int]) -> Iterator[Named]:
    """The names that the model took for others as persons': *Commission President Ursula*, what follows *von der*, and
    what begins with a given name."""
    label = next((label for label, type_ in pack.entities.items() if type_ == "person"), "")
    surnames = _surnames(names, parse, pack)
    for name in names:
        if pack.entities.get(name.label) not in MISTAKEN:
            yield name
            continue
        first = _person_in(parse, name, pack, taken)
        if _is_pair(parse, name, surnames):
            yield from (Named(name.first, name.first + 1, label), Named(name.last - 1, name.last, label))
        elif first is not None:
            yield Named(first, name.last, label)
        elif _is_described(parse, name, pack, taken):
            yield Named(name.first, name.last, label)
        elif (end := _of_a_body(parse, name, pack)) and _is_called(parse, range(name.first, end), name.label, pack):
            yield Named(name.first, end, label)
            yield Named(end + 1, name.last, name.label)
        else:
            yield name


def _is_described(parse: Parse, name: Named, pack: AnnotatePack, taken: Collection[int]) -> bool:
    """What a noun for a person stands beside, a comma between: « le maire, X Y », *X Y, minister of …*."""
    own = range(name.first, name.last)
    if len(own) < 1 + 1 or any(i in taken for i in own) or not all(is_capital(parse, i) for i in own):
        return False
    head = next((i for i in own if parse.tokens[i].head not in own), name.first)
    above = parse.tokens[head].head
    behind = [i for i in range(name.last, min(name.last + REACH, len(parse.tokens))) if parse.tokens[i].head in own]
    before = [above] if parse.tokens[head].dep in pack.relations.beside and above < name.first else []
    noun = [i for i in behind if parse.tokens[i].dep in pack.relations.beside]
    apart = [parse.tokens[i].text for i in (name.first - 1, name.last) if 0 <= i < len(parse.tokens)]
    beside = [*(before if apart[0] == "," else []), *(noun if apart[-1] == "," else [])]
    return any(parse.tokens[i].lemma.lower() in pack.nouns.person for i in beside)


def _surnames(names: Sequence[Named], parse: Parse, pack: AnnotatePack) -> frozenset[str]:
    """The last words of persons' names, and the last but one of longer ones (Salva *Kiir* Mayardit)."""
    full = [name for name in names if pack.entities.get(name.label) == "person" and name.last > name.first + 1]
    return frozenset(parse.tokens[i].text for name in full for i in range(name.first + 1, name.last))


def _is_pair(parse: Parse, name: Named, surnames: Collection[str]) -> bool:
    """*Kiir and Machar*: two persons of the text that the model took for one name."""
    words = parse.tokens[name.first : name.last]
    coordinated = len(words) == 1 + 1 + 1 and words[1].pos == "CCONJ"
    return coordinated and words[0].text in surnames and words[2].text in surnames


def _person_in(parse: Parse, name: Named, pack: AnnotatePack, taken: Collection[int]) -> int | None:
    """The token at which a person's name begins that goes on to the end of `name`."""
    titles = [i for i in range(name.first + 1, name.last - 1) if _is_title(parse, i, pack) and not _tied(parse, i)]
    if titles and _are_free(parse, range(titles[-1] + 1, name.last), pack):
        return titles[-1] + 1
    first = name.first
    while first < name.last - 1 and (first in taken or parse.tokens[first].text.lower() in pack.articles):
        first += 1  # « le Vietnamien Nguyen Tan Dung »
    if _is_called(parse, range(first, name.last), name.label, pack):
        return first
    return name.first if name.first and parse.tokens[name.first - 1].text in pack.lone_particles else None


def _of_a_body(parse: Parse, name: Named, pack: AnnotatePack) -> int | None:
    """*Kyriakos Mitsotakis of New Democracy*: the preposition between the person and where they belong."""
    inside = range(name.first + 2, name.last - 1)
    return next((i for i in inside if parse.tokens[i].pos == "ADP" and parse.tokens[i].text in pack.proper), None)


def _is_title(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    return parse.tokens[index].text.lower() in pack.titles and parse.tokens[index].pos in ("NOUN", "PROPN")


def _is_called(parse: Parse, span: range, label: str, pack: AnnotatePack) -> bool:
    """*Justin Trudeau*: a known given name, then capitalised words that are no nouns of the pack. What the model takes
    for a place needs more than the given name, and no preposition (« Caroline du Sud »)."""
    place = pack.entities.get(label) == "place"
    given = _given_end(parse, span[0], pack)
    words = [i for i in span if not joins(parse, i)]
    if not given or given > span[-1] + 1 or len(words) > _LONGEST_NAME:
        return False
    if place and (len(span) == 1 or any(parse.tokens[i].text in pack.proper for i in span)):
        return False
    return given == span[-1] + 1 or _are_free(parse, range(given, span[-1] + 1), pack)


def _given_end(parse: Parse, index: int, pack: AnnotatePack) -> int:
    """The end of the known given name at `index` (*Kassym-Jomart* in three tokens too); 0 where there is none."""
    tokens = parse.tokens
    last = index + 1
    while last + 1 < len(tokens) and joins(parse, last) and tokens[last - 1].end == tokens[last].start:
        if tokens[last].end != tokens[last + 1].start or not tokens[last + 1].text[:1].isupper():
            break
        last += 2
    whole = parse.text(index, last).lower()
    known = whole in pack.forenames or whole.split("-")[0] in pack.forenames
    return last if known and tokens[index].text[:1].isupper() else 0


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
        return place if _leads(parse, first, pack, taken) else first
    name = is_capital(parse, place) or parse.tokens[place].text[:1].isupper()
    fits = parse.tokens[place].pos in ("PROPN", "NOUN") and _same(parse, first, place) and place not in taken
    return place if name and fits and parse.tokens[place].text.lower() not in pack.titles else place + 1


def _leads(parse: Parse, first: int, pack: AnnotatePack, taken: Collection[int]) -> bool:
    """Before `first`, a name that begins its sentence and that the parser ties to this one (*Recep* Tayyip Erdoğan)."""
    if not first or first - 1 in taken or not starts_sentence(parse, first - 1):
        return False
    token = parse.tokens[first - 1]
    tied = token.pos == "PROPN" and token.dep.startswith(("compound", "flat"))
    inside = first <= token.head < first + _LONGEST_NAME and token.text[:1].isupper()
    return tied and inside and token.text.lower() not in pack.titles


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
        last = _given_end(parse, index, pack)
        if not last or index in taken or inside:
            continue
        given = last
        while last < len(parse.tokens) and last not in taken and _same(parse, index, last):
            if not is_capital(parse, last) or not _are_free(parse, range(last, last + 1), pack):
                break
            last += 1
        if given < last <= given + _LONGEST_NAME and parse.sentence_of(index).section not in ("title", "heading"):
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
