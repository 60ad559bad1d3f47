"""The model's names as candidates: trimmed, typed as the house types, and found again where the model missed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from pipeline.knowledge.annotate import AnnotatePack, Nouns
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.numbers import is_range
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.persons import MISTAKEN, find_called, find_lone, find_titled, grown, is_person, joined
from pipeline.stages.annotate.phrases import CLOSING, OPENING, starts_sentence

NUMBERS = frozenset({"money", "percent", "quantity", "cardinal", "ordinal"})


def find_named(parse: Parse, pack: AnnotatePack, listed: Sequence[Found] = ()) -> list[Found]:
    """The model's names without articles, titles and possessive endings, and the same names elsewhere in the text.
    `listed`: the names that the authority gave."""
    taken = {i for one in listed for i in parse.within(one.start, one.end)}
    found = [made for name in joined(parse.names, parse, pack, taken) if (made := _trimmed(parse, name, pack, taken))]
    found += _lone(parse, found, pack, taken)
    found = [_placed(parse, one, pack) for one in _seen_as_persons(parse, found, pack, taken)]
    found = _agreed(parse, found, pack)
    found += _missed(parse, found)
    found = [one if one.type == "person" or one.cue is None else replace(one, cue=None) for one in found]
    whole = (_with_own_particle(parse, one, found) for one in found)
    return [*(_with_courtesy(parse, one, pack) for one in whole), *_acronyms(parse, found, pack)]


def _lone(parse: Parse, found: Sequence[Found], pack: AnnotatePack, taken: AbstractSet[int]) -> list[Found]:
    seen = {i for one in found for i in parse.within(one.start, one.end)}
    lone = list(find_lone(parse, pack, seen | {*taken}))
    titled = list(find_titled(parse, pack, seen | {*taken}))
    seen |= {i for span in (*lone, *titled) for i in range(*span)}
    seen |= {i for name in parse.names for i in range(name.first, name.last)}
    called = find_called(parse, pack, seen | {*taken})
    made = [_found(parse, first, last, "person", "particles") for first, last in lone]
    made += [_found(parse, first, last, "person", "forenames") for first, last in called]
    cues = ((span, _title_before(parse, span[0], "person", pack)) for span in titled)
    return made + [_found(parse, first, last, "person", "titles", cue) for (first, last), cue in cues]


def _seen_as_persons(parse: Parse, found: Sequence[Found], pack: AnnotatePack, taken: AbstractSet[int]) -> list[Found]:
    """The names retyped that the text treats as persons; listed names never."""
    free = {one for one in found if taken.isdisjoint(parse.within(one.start, one.end))}
    persons = {i for one in free if one.type == "person" for i in parse.within(one.start, one.end)}
    forms = {_text(parse, one) for one in free if is_person(parse, one, pack, persons)}
    return [_retyped(one, "person") if one in free and _text(parse, one) in forms else one for one in found]


def _placed(parse: Parse, one: Found, pack: AnnotatePack) -> Found:
    """*in Harwich*, *the town of Harwich*: one word that the model took for somebody or a body is a place there."""
    span = parse.within(one.start, one.end)
    word = parse.tokens[span[0]].text
    if one.type not in ("person", "organization") or one.cue or len(span) > 1 or not span[0] or not word.istitle():
        return one
    owns = span[0] + 1 < len(parse.tokens) and _word(parse, span[0] + 1) in pack.possessives
    if owns or word.lower() in _heads(pack.nouns) | pack.forenames:
        return one
    before, noun = _word(parse, span[0] - 1), parse.tokens[max(span[0] - 2, 0)].lemma.lower()
    placed = before in pack.within or before in pack.localities or (before in pack.proper and noun in pack.localities)
    return _retyped(one, "place") if placed else one


def _trimmed(parse: Parse, name: Named, pack: AnnotatePack, taken: AbstractSet[int]) -> Found | None:
    type_ = pack.entities.get(name.label)
    if type_ is None:
        return None
    first, last = _edges(parse, name, type_, pack)
    if type_ == "person" and first < last:
        first, last = grown(parse, first, last, pack, taken)
    if first >= last or _is_no_name(parse, first, last, type_, pack):
        return None
    cue = parse.text(name.first, first) if type_ == "person" and name.first < first else None
    return _found(parse, first, last, type_, parse.model, cue or _title_before(parse, first, type_, pack))


def _title_before(parse: Parse, first: int, type_: str, pack: AnnotatePack) -> str | None:
    """The title right before a person's name (an adjective may stand between: « président français »), or before what
    may be one."""
    if type_ not in MISTAKEN | {"person"}:
        return None
    for before in (first - 1, first - 2):
        if before >= 0 and parse.tokens[before].sentence == parse.tokens[first].sentence:
            if _word(parse, before) in pack.titles and (type_ == "person" or _is_noun(parse, before)):
                return parse.text(before, first)
            if parse.tokens[before].pos != "ADJ":
                return None
    return None


def _is_noun(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos in ("NOUN", "PROPN")


def _is_no_name(parse: Parse, first: int, last: int, type_: str, pack: AnnotatePack) -> bool:
    """A number that counts nothing, a name without a capital, a person with a verb in it, a noun that heads names."""
    tokens = parse.tokens[first:last]
    if type_ in NUMBERS:
        return _counts_nothing(parse, first, last, type_, pack)
    if not any(character.isupper() for token in tokens for character in token.text):
        return any(token.pos != "PROPN" for token in tokens)
    if tokens[0].text.islower() and tokens[0].lemma.lower() in pack.nouns.person:
        return True  # « ministre des Affaires étrangères »: an office
    if type_ == "person" and _has_article(parse, first, last, pack):
        return True
    if _is_all_said(parse, first, last):
        return True
    if type_ != "person" and any(token.pos == "AUX" for token in tokens):
        return True  # no name holds a finite verb
    if type_ == "organization" and last > first + 1 and _is_of_a_system(parse, last, pack):
        return True
    if tokens[0].pos in ("VERB", "AUX") and parse.sentence_of(first).section in ("title", "heading"):
        return True  # *What Went Wrong*: capitals in a heading prove nothing
    return len(tokens) == 1 and tokens[0].lemma.lower() in _heads(pack.nouns) and not tokens[0].text.isupper()


def _has_article(parse: Parse, first: int, last: int, pack: AnnotatePack) -> bool:
    """*a Stormont Brake*: persons bear no article, unless they only describe a noun (*the Reagan administration*)."""
    head = parse.tokens[parse.head(first, last)]
    before = parse.tokens[first - 1] if first else head
    own = before.pos == "DET" and first <= before.head < last and _word(parse, first - 1) in pack.articles
    return own and head.dep not in pack.relations.modifier


def _is_all_said(parse: Parse, first: int, last: int) -> bool:
    """*Policy Recommendations.* is a heading: its last capital names nobody."""
    sentence = parse.sentence_of(first)
    words = [parse.tokens[i] for i in range(sentence.first, sentence.last)]
    short = len(words) <= 3 and words[-1].text == "."
    return short and all(word.text[:1].isupper() for word in words[:1]) and last - first == 1


def _is_of_a_system(parse: Parse, last: int, pack: AnnotatePack) -> bool:
    """*Air Defense* system: capitals that only describe a common noun."""
    head = parse.tokens[last - 1].head
    noun = parse.tokens[head]
    tied = head == last and parse.tokens[last - 1].dep in pack.relations.modifier
    return tied and noun.text.islower() and noun.lemma.lower() in pack.system_nouns


@lru_cache(maxsize=8)
def _heads(nouns: Nouns) -> frozenset[str]:
    return nouns.organization | nouns.state | nouns.treaty | nouns.document | nouns.law | nouns.event | nouns.programme


def _counts_nothing(parse: Parse, first: int, last: int, type_: str, pack: AnnotatePack) -> bool:
    """*one* without a noun; a number behind a name (*Memo 182*)."""
    if type_ != "cardinal" or last > first + 1:
        return False
    token, before = parse.tokens[first], parse.tokens[max(first - 1, 0)]
    if token.text.lower() in pack.pronoun_numbers:
        noun = parse.tokens[token.head].lemma.lower()
        return token.dep not in pack.relations.left or noun in pack.never_counted
    return before.pos == "PROPN" and token.head < first and not starts_sentence(parse, first)


def _edges(parse: Parse, name: Named, type_: str, pack: AnnotatePack) -> tuple[int, int]:
    first, last = name.first, name.last
    if type_ in NUMBERS:
        return _sum_edges(parse, first, last, type_, pack)
    while first < last and _is_front(parse, first, last, type_, pack):
        first += 1
    while first < last and _is_tail(parse, last - 1, pack):
        last -= 1
    if type_ == "person":
        first, last = _with_particles(parse, first, last, pack)
    while last < len(parse.tokens) and _is_cut_short(parse, first, last):
        last += 1
    return first, last


def _is_cut_short(parse: Parse, first: int, last: int) -> bool:
    """« Nouvelle- » of « Nouvelle-Écosse »: the name goes on right behind its hyphen."""
    end, following = parse.tokens[last - 1], parse.tokens[last]
    return first < last and end.text[-1:] == "-" and end.end == following.start and following.text[:1].isupper()


def _is_front(parse: Parse, index: int, last: int, type_: str, pack: AnnotatePack) -> bool:
    """An article, a title or a quote before the name itself. « Le Caire », « Madame de Maintenon », « de Gaulle » keep
    theirs."""
    token, word = parse.tokens[index], _word(parse, index)
    if token.text in OPENING:
        return True
    if type_ == "person" and word in pack.particles:
        return False
    if word in pack.articles:
        return token.text.islower() or starts_sentence(parse, index)
    nobles = pack.particles - pack.lone_particles
    noble = index + 1 < last and _word(parse, index + 1) in nobles and token.text[:1].isupper()
    return type_ == "person" and word in pack.titles and not noble


def _is_tail(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    """A possessive ending, a closing mark, or a preposition that the model took in (*Concept of*)."""
    token = parse.tokens[index]
    small = token.text.islower() and token.pos == "ADP"
    return small or _word(parse, index) in pack.possessives or token.text in CLOSING | {","}


def _sum_edges(parse: Parse, first: int, last: int, type_: str, pack: AnnotatePack) -> tuple[int, int]:
    """*$30* with its sign, *100 million (US) dollars* with its currency; *only one* without *only*."""
    tokens = parse.tokens
    if is_range(parse, last):
        last += 2
    while first < last - 1 and tokens[first].pos == "ADV" and _word(parse, first) in pack.focus:
        first += 1
    if type_ == "money":
        while first > 0 and _word(parse, first - 1) in pack.currencies and tokens[first - 1].end == tokens[first].start:
            first -= 1
        if [token.text for token in tokens[last : last + 3 : 2]] == ["(", ")"] and last + 3 < len(tokens):
            last += 4 if tokens[last + 3].lemma.lower() in pack.currencies else 0
    return first, last


def _with_particles(parse: Parse, first: int, last: int, pack: AnnotatePack) -> tuple[int, int]:
    """« Charles » → « Charles de Gaulle » where the model stopped before the particle."""
    tokens = parse.tokens
    while (
        last + 1 < len(tokens)
        and _word(parse, last) in pack.particles
        and tokens[last + 1].text[:1].isupper()
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].dep.startswith(("flat", "compound"))
        and first <= tokens[last + 1].head < last
    ):
        last += 2
    return first, last


def _with_own_particle(parse: Parse, one: Found, found: Sequence[Found]) -> Found:
    """*Gaulle* → *de Gaulle* where another name in the text is *Charles de Gaulle*."""
    first = parse.at(one.start)
    if one.type != "person" or first == 0:
        return one
    before = parse.tokens[first - 1]
    tail = f" {before.text.lower()} {_text(parse, one)}"
    known = any(other.type == "person" and _text(parse, other).endswith(tail) for other in found)
    return replace(one, start=before.start) if known else one


def _with_courtesy(parse: Parse, one: Found, pack: AnnotatePack) -> Found:
    """« M. Herriot »: where the language counts a courtesy as part of the name."""
    first = parse.at(one.start)
    if one.type != "person" or first == 0 or _word(parse, first - 1) not in pack.courtesies:
        return one
    before = parse.tokens[first - 1]
    if not before.text[:1].isupper() or before.sentence != parse.tokens[first].sentence:
        return one
    return replace(one, start=before.start, cue=before.text)


def _is_somewhere(parse: Parse, one: Found, pack: AnnotatePack) -> bool:
    """Does a preposition of place stand right before it (*in Yarmouth*, whatever *Ann Yarmouth* does)?"""
    first = parse.at(one.start)
    return first > 0 and _word(parse, first - 1) in pack.metonymy.locative


def _agreed(parse: Parse, found: list[Found], pack: AnnotatePack) -> list[Found]:
    """One type for one form in a document: a person's surname is that person; else what the model says most often."""
    surnames = _surnames(parse, found)
    votes: dict[str, Counter[str]] = {}
    for one in found:
        votes.setdefault(_text(parse, one), Counter())[one.type] += 1
    result = []
    for one in found:
        text = _text(parse, one)
        type_ = one.type
        if type_ not in NUMBERS and not (type_ == "place" and _is_somewhere(parse, one, pack)):
            type_ = "person" if text in surnames or _ends_a_person(parse, text, found) else _winner(votes[text], type_)
        result.append(_retyped(one, type_))
    return result


def _ends_a_person(parse: Parse, text: str, found: Sequence[Found]) -> bool:
    """*de Gaulle* beside *Charles de Gaulle*."""
    return any(one.type == "person" and _text(parse, one).endswith(f" {text}") for one in found)


def _surnames(parse: Parse, found: Sequence[Found]) -> frozenset[str]:
    """Last words of persons' names of two words or more."""
    full = [parse.within(one.start, one.end) for one in found if one.type == "person"]
    return frozenset(
        parse.tokens[span[-1]].text for span in full if len(span) > 1 and len(parse.tokens[span[-1]].text) > 2
    )


def _winner(votes: Counter[str], own: str) -> str:
    best = max(votes.values())
    return own if votes[own] == best else min(type_ for type_, count in votes.items() if count == best)


def _missed(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """Surnames and acronyms that the model names in one place and misses in another."""
    taken = {i for one in found for i in parse.within(one.start, one.end)}
    again = dict.fromkeys(sorted(_surnames(parse, found)), "person")
    for one in found:
        text = _text(parse, one)
        if one.type in ("organization", "place") and text.isupper() and 2 < len(text) < 9 and text.isalpha():
            again.setdefault(text, one.type)
    for index, token in enumerate(parse.tokens):
        if index in taken or token.text not in again or token.pos not in ("PROPN", "NOUN", "ADJ", "X"):
            continue
        if not _is_inside_another_name(parse, index):
            yield _found(parse, index, index + 1, again[token.text], "spread")


def _is_inside_another_name(parse: Parse, index: int) -> bool:
    """Do capitalised words stand right beside it?"""
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(parse.tokens)]
    return any(parse.tokens[i].pos == "PROPN" and parse.tokens[i].text[:1].isupper() for i in beside)


def _acronyms(parse: Parse, found: Sequence[Found], pack: AnnotatePack) -> Iterator[Found]:
    """*PONARS*: an unknown word in capitals names an organisation in a byline, or in brackets behind one's name."""
    taken = {i for one in found for i in parse.within(one.start, one.end)}
    ends = {parse.at(one.end - 1): one.type for one in found}
    for index, token in enumerate(parse.tokens):
        if index in taken or not _is_acronym(token.text) or token.text.lower() in pack.acronyms_not:
            continue
        behind = parse.tokens[index - 1].text == "(" and ends.get(index - 2) == "organization" if index > 1 else False
        if behind or (parse.sentence_of(index).section in ("byline", "title") and _stands_out(parse, index)):
            yield _found(parse, index, index + 1, "organization", "capitals")


def _stands_out(parse: Parse, index: int) -> bool:
    """Is not all of the line in capitals?"""
    sentence = parse.sentence_of(index)
    words = [parse.tokens[i].text for i in range(sentence.first, sentence.last) if i != index]
    return any(not word.isupper() for word in words if word.isalpha() and len(word) > 2)


def _is_acronym(text: str) -> bool:
    return text.isalpha() and text.isupper() and 3 <= len(text) <= 8 and not set(text) <= set("IVXLCDM")


def _word(parse: Parse, index: int) -> str:
    return parse.tokens[index].text.lower()


def _text(parse: Parse, one: Found) -> str:
    return parse.document.text[one.start : one.end]


def _retyped(one: Found, type_: str) -> Found:
    if type_ == one.type:
        return one
    return replace(one, type=type_, closed=type_ == "person", cue=one.cue if type_ == "person" else None)


def _found(parse: Parse, first: int, last: int, type_: str, source: str, cue: str | None = None) -> Found:
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type=type_,
        head=parse.head(first, last),
        source=source,
        rank=3,
        closed=type_ == "person" or type_ in NUMBERS,
        cue=cue,
    )
