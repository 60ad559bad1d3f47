"""Phrases that an aside parts from what they belong to: « les propositions de X (rejetées par Y) d'une zone »: a parser
hangs the zone inside the brackets; *a merger or, failing that, a league*: what is thrown in between is no member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Sentence, Token

_NAMING = ("NOUN", "PROPN")
_NOMINAL = (*_NAMING, "PRON", "NUM")
_VERBAL = ("VERB", "AUX")
_ADVERB = "advmod"


def reattached(tokens: tuple[Token, ...], sentences: Sequence[Sentence], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with adverbs of several words as adverbs, what follows a clause in brackets on the noun before it, and
    what stands in for the first (*or, failing that, …*) beside it."""
    mended = [*tokens]
    for sentence in sentences:
        for first, last in _occurrences(mended, sentence, pack.fixed):
            _as_adverb(mended, first, last, sentence)
        for opening in [i for i in range(sentence.first, sentence.last) if tokens[i].text == "("]:
            _past_brackets(mended, opening, sentence, pack)
        for first, last in _occurrences(mended, sentence, pack.alternatives):
            _as_alternative(mended, first, last, sentence, pack)
    return tuple(mended)


def _occurrences(tokens: Sequence[Token], sentence: Sentence, phrases: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the sentence: first and last token, last exclusive."""
    words = [token.text.lower().replace("’", "'") for token in tokens[sentence.first : sentence.last]]
    for phrase in sorted(one.split() for one in phrases):
        for place in range(len(words) - len(phrase)):
            if words[place : place + len(phrase)] == phrase:
                yield sentence.first + place, sentence.first + place + len(phrase)


def _as_adverb(tokens: list[Token], first: int, last: int, sentence: Sentence) -> None:
    """A phrase that the parser took for what the words around it hang on leaves its place to the noun behind it."""
    noun = _noun_behind(tokens, last, sentence)
    leaning = any(token.head in range(first, last) for token in _others(tokens, first, last, sentence))
    top = next(i for i in range(first, last) if tokens[i].head not in range(first, last) or tokens[i].head == i)
    if noun is None or not leaning or tokens[top].head in (top, noun) or _is_below(tokens, tokens[top].head, noun):
        return
    tokens[noun] = replace(tokens[noun], head=tokens[top].head, dep=tokens[top].dep)
    _release(tokens, first, last, noun, sentence)


def _release(tokens: list[Token], first: int, last: int, onto: int, sentence: Sentence) -> None:
    """The phrase as an adverb of `onto`, on which now hangs what hung in it."""
    for i in range(sentence.first, sentence.last):
        if first <= i < last:
            tokens[i] = replace(tokens[i], pos="ADV", dep=_ADVERB, head=onto)
        elif first <= tokens[i].head < last and i != onto:
            tokens[i] = replace(tokens[i], head=onto)


def _others(tokens: Sequence[Token], first: int, last: int, sentence: Sentence) -> list[Token]:
    return [*tokens[sentence.first : first], *tokens[last : sentence.last]]


def _noun_behind(tokens: Sequence[Token], place: int, sentence: Sentence) -> int | None:
    """The head of the phrase that begins at `place`, a comma or preposition left out."""
    for i in range(place, sentence.last):
        if tokens[i].pos in _VERBAL:
            return None
        if tokens[i].pos in _NAMING and not (
            i < tokens[i].head < sentence.last and tokens[tokens[i].head].pos in _NAMING
        ):
            return i
    return None


def _is_below(tokens: Sequence[Token], index: int, above: int) -> bool:
    while tokens[index].head != index and index != above:
        index = tokens[index].head
    return index == above


def _past_brackets(tokens: list[Token], opening: int, sentence: Sentence, pack: AnnotatePack) -> None:
    """What stands behind a clause in brackets on a noun, up to the next verb, hangs on that noun, not in the clause; a
    further phrase of the clause's on the first one."""
    closing = next((i for i in range(opening, sentence.last) if tokens[i].text == ")"), sentence.last)
    inside = range(opening + 1, closing)
    clause = next((i for i in inside if tokens[i].dep in pack.relations.cut and tokens[i].pos in _VERBAL), None)
    if clause is None or tokens[clause].head >= opening or tokens[tokens[clause].head].pos not in _NAMING:
        return
    onto = tokens[clause].head
    for i in range(closing + 1, sentence.last):
        token = tokens[i]
        if token.pos in _VERBAL:
            return
        if token.head in inside and token.pos != "PUNCT":
            tokens[i] = replace(token, head=onto, dep=_relation(tokens, i, pack))
            onto = i if token.pos in _NAMING else onto


def _relation(tokens: Sequence[Token], index: int, pack: AnnotatePack) -> str:
    """The label of a phrase that is no verb's any more: with a preposition below it, a complement."""
    led = any(token.head == index and token.dep in pack.relations.case for token in tokens)
    labels = pack.relations.complement & pack.relations.possessor
    return min(labels) if led and labels else tokens[index].dep


def _as_alternative(tokens: list[Token], first: int, last: int, sentence: Sentence, pack: AnnotatePack) -> None:
    """What stands behind *or* and such a phrase joins the first that is said in the same way."""
    joiner = first - 1 - (tokens[first - 1].text == ",") if first > sentence.first + 1 else sentence.first
    second = _noun_behind(tokens, last, sentence)
    held = [i for i in range(first, last) if tokens[i].head == i]
    if tokens[joiner].pos != "CCONJ" or second is None or held:
        return
    partner = _partner(tokens, joiner, second, sentence, pack)
    subject = tokens[second].dep in pack.relations.subject
    if partner is None or (subject and tokens[partner].head != tokens[second].head):
        return
    if any(_is_below(tokens, partner, one) for one in (second, *range(first, last))):
        return
    lead = _lead(tokens, second, pack)
    above = _lead(tokens, partner, pack)
    if lead is not None and above is not None and tokens[second].head == lead:
        tokens[lead] = replace(tokens[lead], head=above, dep=min(pack.relations.coordinated))
    else:
        tokens[second] = replace(tokens[second], head=partner, dep=min(pack.relations.coordinated))
    _release(tokens, first, last, second, sentence)
    tokens[joiner] = replace(tokens[joiner], head=partner)
    for i in range(first, last):  # neither phrase holds it
        tokens[i] = replace(tokens[i], head=joiner)


def _partner(tokens: Sequence[Token], joiner: int, second: int, sentence: Sentence, pack: AnnotatePack) -> int | None:
    """The widest phrase that ends before the joiner, since a verb or a bracket, and is led in like the second."""
    borders = [i for i in range(sentence.first, joiner) if tokens[i].pos in _VERBAL or tokens[i].text in ("(", ")")]
    start = max(borders, default=sentence.first - 1) + 1
    found, place = None, joiner - 1
    while start <= place < joiner:
        if tokens[place].pos in _NAMING and _manner(tokens, place, second, pack) == _manner(
            tokens, second, second, pack
        ):
            found = place
        if tokens[place].head == place:
            break
        place = tokens[place].head
    return found


def _manner(tokens: Sequence[Token], index: int, second: int, pack: AnnotatePack) -> tuple[object, ...]:
    """How a phrase is led in: with a capital, by which article, by which preposition (where the second has one)."""
    below = [token for token in tokens[max(0, index - 5) : index] if token.head == index]
    articles = {one for token in below for one in token.morph.split("|") if one.startswith("Definite=")}
    leads = [_lead(tokens, one, pack) for one in (index, second)]
    words = "" if leads[0] is None or leads[1] is None else tokens[leads[0]].lemma
    return tokens[index].text[:1].isupper(), articles, words if leads[1] is not None else ""


def _lead(tokens: Sequence[Token], index: int, pack: AnnotatePack) -> int | None:
    """The preposition of a phrase, below it or above it."""
    for i in range(max(0, index - 5), index):
        if tokens[i].pos == "ADP" and (tokens[i].head == index or tokens[index].head == i):
            return i
    return None
