"""Treaties by name (*Treaty of Rome*, « accords d'Évian ») and by description (« un deuxième traité … »)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.phrases import (
    capitals_after,
    capitals_before,
    is_article,
    is_capital,
    is_name_word,
    joins,
    left_edge,
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
        yield _found(parse, first, last, _top(parse, first, head), "name", _bears_a_pair(parse, first, last, names))
    echoed = {_lemma(parse, i): i for i in reversed(named)}  # where a kind of treaty first stands in a name
    described = [i for i in heads if i not in named and _is_description(parse, i, pack, echoed)]
    spoken_of = bool(named) or any(_lemma(parse, i) in pack.nouns.treaty for i in described)
    for head in described:
        if spoken_of or _lemma(parse, head) in pack.nouns.treaty:
            yield _found(parse, *_description(parse, head, pack, names), head, "nominal")


def _word(parse: Parse, index: int) -> str:
    return parse.tokens[index].text.lower()


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
        return _first_capital(parse, head, pack) if is_capital(parse, head) else head, place
    if end := _apposed(parse, head, pack, names):
        return head, end
    if first := _pair_of_states(parse, head, pack, names):
        return first, head + 1
    first = _first_capital(parse, head, pack)
    if parse.tokens[head].text[:1].isupper():
        return _title(parse, _with_theme(parse, first, head, pack), head, pack, names)
    return (first, head + 1) if _is_place_before(parse, first, head, names) else None


def _first_capital(parse: Parse, head: int, pack: AnnotatePack) -> int:
    """Where the capitals before the head begin; a common noun at the start of the sentence is none."""
    first = capitals_before(parse, head, pack)
    return head if first == head - 1 and starts_sentence(parse, first) and parse.tokens[first].pos != "PROPN" else first


def _with_theme(parse: Parse, first: int, head: int, pack: AnnotatePack) -> int:
    """*Exchange of Naval Information Agreement*: the capitalised noun before *of* and the capitals, on which the parser
    hangs the head."""
    above = parse.tokens[head].head
    above = parse.tokens[above].head if above == first - 1 else above
    if above == first - 2 and _word(parse, first - 1) in pack.proper and is_capital(parse, above):
        return capitals_before(parse, above, pack)
    return first


def _top(parse: Parse, first: int, head: int) -> int:
    """The word of the name that the rest of it hangs on."""
    while first <= parse.tokens[head].head < head:
        head = parse.tokens[head].head
    return head


def _apposed(parse: Parse, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> int | None:
    """The end of a proper name that stands right behind a small head: one that hangs on it (« l'accord Sykes-Picot »),
    or, where the language has such names, one of several words (« le traité New Start »)."""
    place = head + 1
    if is_capital(parse, head) or place >= parse.sentence_of(head).last or not is_capital(parse, place):
        return None
    token, name, end = parse.tokens[place], names.get(place), capitals_after(parse, place, frozenset())
    if token.pos == "PROPN" and token.head == head and _word(parse, place) not in pack.calendar:
        return max(end, parse.at(name.end - 1) + 1 if name is not None else place + 1)
    several = end > place + 1 or token.text.isupper()
    bare = pack.bare_names and is_name_word(parse, place) and (name is None or name.type not in BARE)
    return end if several and bare else None


def _pair_of_states(parse: Parse, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> int | None:
    """The first token of *Egypt–Israel peace* before a small *treaty*."""
    first = left_edge(parse, head, pack)
    pair = (names.get(first), names.get(first + 2))
    if first + 2 >= head or not joins(parse, first + 1) or any(name is None or name.type != "state" for name in pair):
        return None
    return first


def _title(
    parse: Parse, first: int, head: int, pack: AnnotatePack, names: Mapping[int, Found]
) -> tuple[int, int] | None:
    """A capitalised head with capitals around it, or, inside a sentence, with a complement."""
    last = _title_end(parse, first, head, pack, names)
    if first < head or last > head + 1:
        return first, last
    if not is_capital(parse, head):
        return None
    last = right_edge(parse, head, pack)
    return (head, last) if last > head + 1 and not _is_number(parse, head + 1, last) else None


def _title_end(parse: Parse, first: int, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> int:
    """The end of the capitals behind `head`. Small words stand between them only once a preposition of the pack has
    opened the title (*Treaty on Arms in Space*), and a date, or a state after *and* or a comma, is no part of it."""
    last, opened = head + 1, False
    for i in range(head + 1, parse.sentence_of(head).last):
        word = parse.tokens[i].text.lower()
        if is_name_word(parse, i):
            if word in pack.calendar or (i > last and not opened) or _is_new(parse, i, pack, names):
                break
            last = i + 1
        elif i == last and word in pack.links & pack.inner:
            if first < head and i + 1 in names and names[i + 1].type in BARE:
                break
            opened = True
        elif (word not in pack.inner and not joins(parse, i)) or _leaves(parse, i, head, pack):
            break
    return last


def _leaves(parse: Parse, index: int, head: int, pack: AnnotatePack) -> bool:
    """A preposition that goes on with no title and leads to the verb before it (*signed the Treaty in Rome*)."""
    token = parse.tokens[index]
    if token.pos != "ADP" or token.text.lower() in pack.links:
        return False
    above = parse.tokens[token.head].head if token.head > index else token.head
    return above < head and parse.tokens[above].pos == "VERB"


def _is_new(parse: Parse, index: int, pack: AnnotatePack, names: Mapping[int, Found]) -> bool:
    """A listed actor behind *and* or a comma, or a town behind *in*, begins something new."""
    name = names.get(index)
    if name is None or joins(parse, index - 1):
        return False
    if parse.tokens[index - 1].pos in ("CCONJ", "PUNCT"):
        return name.rank == 0 or name.type in ("place", "person")
    return name.rank > 0 and name.type == "place" and _word(parse, index - 1) in pack.inner - pack.links - pack.articles


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
    if name is None or (name.source == parse.model and name.type not in ("place", "facility", "person")):
        end = _title_end(parse, head, head, pack, names)
        end = max(end, capitals_after(parse, place, frozenset()))
    else:
        end = parse.at(name.end - 1) + 1
    return end + (end < len(parse.tokens) and set(parse.tokens[end].text) <= set("IVX"))


def _is_place_before(parse: Parse, first: int, head: int, names: Mapping[int, Found]) -> bool:
    """*the Dayton agreement*: a small head right after a place that modifies it."""
    if first == head:
        return False
    name = names.get(head - 1)
    return name is not None and name.type in ("place", "facility") and parse.at(name.start) == first


def _description(parse: Parse, head: int, pack: AnnotatePack, names: Mapping[int, Found]) -> tuple[int, int]:
    """The phrase of `head` with all that it is a treaty of, and the parties where they follow at once."""
    first, last = phrase(parse, head, pack)
    last = _enumerated(parse, head, _without_date(parse, head, last, pack), pack)
    opening = [i for i in range(head + 1, min(last + 1, len(parse.tokens))) if _word(parse, i) in pack.pairing]
    return first, max(last, _between(parse, opening[-1], pack, names)) if opening else last


def _without_date(parse: Parse, head: int, last: int, pack: AnnotatePack) -> int:
    """The end of the phrase without a date at it, unless a genitive leads to that (*ratified the accord on 3 May*,
    « ratifia l'accord le 3 mai »)."""
    place = last
    while place > head + 1 and (parse.tokens[place - 1].pos == "NUM" or _word(parse, place - 1) in pack.calendar):
        place -= 1
    if not head + 1 < place < last or _word(parse, place - 1) in pack.proper:
        return last
    led = parse.tokens[place - 1].pos == "ADP"
    bare = is_article(parse, place - 1, pack) and parse.tokens[place - 2].pos != "ADP"
    return place - 1 if led or bare else last


def _enumerated(parse: Parse, head: int, last: int, pack: AnnotatePack) -> int:
    """The end of « d'amitié, de coopération et d'assistance mutuelle », *of friendship, trade and mutual assistance*:
    nouns without articles up to the one behind *and*; `last` where there is no such list."""
    tokens, place, end = parse.tokens, last, last
    below = set(parse.subtree(head))
    while last > head + 1 and place + 1 < len(tokens) and (tokens[place].text == "," or tokens[place].pos == "CCONJ"):
        closing = tokens[place].pos == "CCONJ"
        noun = place + 1 + (tokens[place + 1].text.lower() in pack.proper)
        while noun + 1 < len(tokens) and tokens[noun].pos == "ADJ":
            noun += 1
        if tokens[noun].pos != "NOUN" or noun not in below or tokens[noun].dep not in pack.relations.coordinated:
            break
        place = noun + 1
        while place < len(tokens) and tokens[place].pos == "ADJ" and tokens[place].head == noun:
            place += 1
        end = place if closing else end
    return end


def _between(parse: Parse, opening: int, pack: AnnotatePack, names: Mapping[int, Found]) -> int:
    """The end of *between X, Y and Z*, whose preposition is at `opening`; 0 where no names follow up to an *and*."""
    tokens, place, end = parse.tokens, opening, 0
    while place + 1 < len(tokens) and (place == opening or tokens[place].pos == "CCONJ" or tokens[place].text == ","):
        closing = tokens[place].pos == "CCONJ"
        place += 1
        while place + 1 < len(tokens) and is_article(parse, place, pack):
            place += 1
        name = names.get(place)
        if name is None or name.type not in BARE | {"place"}:
            break
        place = parse.at(name.end - 1) + 1
        end = place if closing else end
    return end


def _is_description(parse: Parse, head: int, pack: AnnotatePack, echoed: Mapping[str, int]) -> bool:
    token = parse.tokens[head]
    first, last = phrase(parse, head, pack)
    if _lemma(parse, head) in pack.nouns.programme:  # *the programme*: only one that was named before
        return _is_bare_definite(parse, head, last) and echoed.get(_lemma(parse, head), head) < head
    if parse.text(first, last).lower() in pack.nouns.never:
        return False
    bare = first == head and last == head + 1 and not parse.children[head]
    return not (bare and "Plur" not in token.morph and _follows_preposition(parse, head))


def _is_bare_definite(parse: Parse, head: int, last: int) -> bool:
    """A noun alone behind a definite article."""
    children = parse.children[head]
    definite = any("Definite=Def" in parse.tokens[i].morph.split("|") for i in children if i == head - 1)
    return definite and last == head + 1


def _follows_preposition(parse: Parse, head: int) -> bool:
    return head > 0 and parse.tokens[head - 1].pos == "ADP"


def _bears_a_pair(parse: Parse, first: int, last: int, names: Mapping[int, Found]) -> bool:
    """*Anglo-Irish Agreement*: who the parties are stands in the name, so the names inside are mentions too."""
    inside = [name for i in range(first, last) if (name := names.get(i)) and name.type in ("state", "demonym")]
    return len({name.start for name in inside}) > 1 and any(joins(parse, i) for i in range(first, last))


def _found(parse: Parse, first: int, last: int, head: int, kind: str, bearing: bool = False) -> Found:
    name = kind == "name"
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type="treaty",
        head=head,
        kind="name" if name else "nominal",
        source="treaties",
        rank=1 if name else 5,
        closed=name and not bearing,
    )
