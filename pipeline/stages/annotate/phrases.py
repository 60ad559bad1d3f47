"""Noun phrases: from a head to its left modifiers and its right complements, without articles and clauses."""

from __future__ import annotations

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.parse import Parse

OPENING = frozenset('“«"‘„')
CLOSING = frozenset('”»"’')
_LONGEST_QUOTE = 30  # tokens


def is_capital(parse: Parse, index: int) -> bool:
    """Does the word begin with a capital that the start of a sentence does not explain?"""
    return parse.tokens[index].text[:1].isupper() and not starts_sentence(parse, index)


def starts_sentence(parse: Parse, index: int) -> bool:
    """Is this the first word of its sentence (quotes and numbers aside)?"""
    first = parse.sentence_of(index).first
    return all(not parse.tokens[i].text[:1].isalpha() for i in range(first, index))


def phrase(parse: Parse, head: int, pack: AnnotatePack) -> tuple[int, int]:
    """Token indices (last exclusive) of the phrase of `head`: modifiers on the left, complements on the right."""
    return left_edge(parse, head, pack), right_edge(parse, head, pack)


def left_edge(parse: Parse, head: int, pack: AnnotatePack) -> int:
    """The first token of the modifiers that stand without a gap before `head`."""
    first = head
    for child in reversed(parse.children[head]):
        if child > head:
            continue
        if not _stays(parse, child, pack):
            break
        below = set(parse.subtree(child))
        if max(below) + 1 < first and not all(joins(parse, i) for i in range(max(below) + 1, first)):
            break
        if not below.issuperset(range(min(below), max(below))):
            break
        first = min(below)
        while first < head and is_article(parse, first, pack):
            first += 1
    return _whole_compound(parse, first)


def _whole_compound(parse: Parse, first: int) -> int:
    """*Egypt* too, where the parser ties only *Israel* of *Egypt–Israel* to the noun."""
    begin = parse.sentence_of(first).first
    while first - 2 >= begin and joins(parse, first - 1) and _touches(parse, first - 1):
        if not parse.tokens[first].text[:1].isupper() or not parse.tokens[first - 2].text[:1].isupper():
            break
        first -= 2
    return first


def _touches(parse: Parse, dash: int) -> bool:
    tokens = parse.tokens
    return tokens[dash - 1].end == tokens[dash].start and tokens[dash].end == tokens[dash + 1].start


def right_edge(parse: Parse, head: int, pack: AnnotatePack) -> int:
    """The end of the adjectives and complements that stand without a gap after `head`."""
    last = head + 1
    for child in parse.children[head]:
        if child < head:
            continue
        below = set(parse.subtree(child, _cuts(parse, child, pack)))
        if min(below) > last or not _goes_on(parse, child, pack):
            break
        while last in below or _glued(parse, last):
            last += 1
    return _without_tail(parse, head, last)


def is_article(parse: Parse, index: int, pack: AnnotatePack) -> bool:
    return parse.tokens[index].text.lower() in pack.articles


def preposition(parse: Parse, index: int, pack: AnnotatePack) -> str:
    """The preposition (in small letters) by which the phrase of `index` hangs on its head, "" where there is none."""
    token = parse.tokens[index]
    if token.pos == "ADP":
        return token.text.lower()
    cases = [i for i in parse.children[index] if parse.tokens[i].dep in pack.relations.case]
    return parse.tokens[cases[0]].text.lower() if cases else ""


def quoted(parse: Parse, first: int) -> tuple[int, int] | None:
    """The tokens between the quotes that open just before `first`, None where no quotes do."""
    if first == 0 or parse.tokens[first - 1].text not in OPENING:
        return None
    end = min(parse.sentence_of(first).last, first + _LONGEST_QUOTE)
    return next(((first, i) for i in range(first, end) if parse.tokens[i].text in CLOSING), None)


def capitals_before(parse: Parse, head: int, pack: AnnotatePack) -> int:
    """The first token of the unbroken run of capitalised words (and hyphens) that ends at `head`."""
    first = head
    begin = parse.sentence_of(head).first
    while first > begin and (is_name_word(parse, first - 1) or joins(parse, first - 1)):
        first -= 1
    while first < head and (joins(parse, first) or is_article(parse, first, pack)):
        first += 1
    return first


def capitals_after(parse: Parse, head: int, inner: frozenset[str]) -> int:
    """The end of the title that goes on behind `head`: capitalised words, small `inner` words only between them."""
    last = head + 1
    for i in range(head + 1, parse.sentence_of(head).last):
        token = parse.tokens[i]
        if is_name_word(parse, i):
            last = i + 1
        elif token.text.lower() not in inner and not joins(parse, i):
            break
    return last


def is_name_word(parse: Parse, index: int) -> bool:
    """May this word with its capital stand in a name?"""
    token = parse.tokens[index]
    return token.text[:1].isupper() and token.pos not in ("PRON", "VERB", "AUX")


def joins(parse: Parse, index: int) -> bool:
    """Is this token a hyphen or a dash?"""
    return parse.tokens[index].text in ("-", "–", "‑")


def _stays(parse: Parse, child: int, pack: AnnotatePack) -> bool:
    """Does this dependent on the left belong to the description?"""
    token = parse.tokens[child]
    if token.dep in pack.relations.determiner:
        return token.text.lower() in pack.determiners
    return token.dep in pack.relations.left and not is_article(parse, child, pack)


def _cuts(parse: Parse, child: int, pack: AnnotatePack) -> frozenset[str]:
    """Where a complement ends: at clauses; at *and*, unless the preposition takes two or names are joined."""
    inner = [i for i in parse.children[child] if i > child] if parse.tokens[child].pos == "ADP" else [child]
    joined = any(parse.tokens[i].pos in ("NUM", "PROPN") for i in inner)
    if joined or preposition(parse, child, pack) in pack.pairing:
        return pack.relations.cut
    return pack.relations.cut | pack.relations.coordinated | {"cc"}


def _glued(parse: Parse, index: int) -> bool:
    """The hyphen in *libre-échange*, or what follows one."""
    if not 0 < index < len(parse.tokens) or parse.tokens[index - 1].end != parse.tokens[index].start:
        return False
    return joins(parse, index) or joins(parse, index - 1)


def _goes_on(parse: Parse, child: int, pack: AnnotatePack) -> bool:
    """May this dependent on the right belong to the description?"""
    dep = parse.tokens[child].dep
    if dep in pack.relations.right:
        return True
    return dep in pack.relations.complement and preposition(parse, child, pack) in pack.links


def _without_tail(parse: Parse, head: int, last: int) -> int:
    """No punctuation or small word at the end."""
    while last - 1 > head and parse.tokens[last - 1].pos in ("PUNCT", "ADP", "DET", "CCONJ", "SCONJ"):
        last -= 1
    return last
