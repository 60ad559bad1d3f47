"""Phrases of several words that answer each other: noun phrases all of whose words are linked, inside each other only.

That is the phrase extraction of Koehn, Och and Marcu (2003), kept to noun phrases by parts of speech that every
language of the house shares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from pipeline.knowledge.pack import Pack
from pipeline.model import Token
from pipeline.stages.align.links import Link
from pipeline.text import fold

HYPHENS = frozenset("-‐‑")
LONGEST = 6  # tokens
LEAST, MEAN = 0.4, 0.5  # likeness of the worst linked word of a phrase, and of all in the mean

Stretch = tuple[int, int]  # first and last token, inclusive


class Part(Enum):
    """What a token is to a noun phrase."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    HYPHEN = "hyphen"
    GENITIVE = "genitive"
    ARTICLE = "article"
    OUTSIDE = "outside"


PARTS = {"NOUN": Part.NOUN, "PROPN": Part.NOUN, "ADJ": Part.ADJECTIVE, "DET": Part.ARTICLE}


def parts(tokens: Sequence[Token], pack: Pack) -> tuple[Part, ...]:
    """What each token is to a noun phrase."""
    return tuple(part(token, pack) for token in tokens)


def part(token: Token, pack: Pack) -> Part:
    """What `token` is to a noun phrase."""
    word = fold(token.text)
    if token.text in HYPHENS:
        return Part.HYPHEN
    if token.pos == "PART" or (
        token.pos == "ADP" and pack.syntax.prepositions.get(word, word) in pack.syntax.genitives
    ):
        return Part.GENITIVE
    return PARTS.get(token.pos, Part.OUTSIDE)


def phrase_pairs(left: Sequence[Part], right: Sequence[Part], links: Sequence[Link]) -> list[tuple[Stretch, Stretch]]:
    """The noun phrases that answer each other, at least one of them of several words; in text order."""
    telling = [one for one in links if is_word(left[one.left]) and is_word(right[one.right])]
    across, back = by_place(telling), by_place([Link(one.right, one.left, 0.0, one.likeness) for one in telling])
    theirs = set(noun_phrases(right))
    found = []
    for ours in noun_phrases(left):
        other = answer(ours, across)
        if other in theirs and other and answer(other, back) == ours and several(left, right, ours, other):
            likes = [*best(left, ours, across), *best(right, other, back)]
            if min(likes) >= LEAST and sum(likes) >= MEAN * len(likes):
                found.append((ours, other))
    return found


def is_word(one: Part) -> bool:
    """A noun or an adjective."""
    return one in (Part.NOUN, Part.ADJECTIVE)


def by_place(links: Sequence[Link]) -> Mapping[int, list[Link]]:
    """The links of each token of the first side."""
    places: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        places[link.left].append(link)
    return places


def noun_phrases(side: Sequence[Part]) -> Iterator[Stretch]:
    """Every stretch of nouns and adjectives with what joins them: hyphens, genitives, and articles after these."""
    for first, one in enumerate(side):
        noun = one is Part.NOUN
        if is_word(one):
            yield from [(first, first)] if noun else []
            for last in range(first + 1, min(first + LONGEST, len(side))):
                if not joins(side[last - 1], side[last], noun):
                    break
                noun = (noun and side[last] is not Part.GENITIVE) or side[last] is Part.NOUN
                if noun and is_word(side[last]):
                    yield first, last


def joins(before: Part, one: Part, noun: bool) -> bool:
    """May `one` stand after `before` in a noun phrase, whose last part has a `noun` already or not?"""
    if one is Part.GENITIVE:
        return noun and is_word(before)
    if one is Part.ARTICLE:
        return before is Part.GENITIVE
    return one is not Part.OUTSIDE


def answer(stretch: Stretch, links: Mapping[int, list[Link]]) -> Stretch | None:
    """From the first to the last token that words of `stretch` are linked to; None without any."""
    there = [link.right for place in range(stretch[0], stretch[1] + 1) for link in links.get(place, ())]
    return (min(there), max(there)) if there else None


def several(left: Sequence[Part], right: Sequence[Part], ours: Stretch, theirs: Stretch) -> bool:
    """One of the two phrases has several words."""
    sides = ((left, ours), (right, theirs))
    return any(sum(is_word(one) for one in side[first : last + 1]) > 1 for side, (first, last) in sides)


def best(side: Sequence[Part], stretch: Stretch, links: Mapping[int, list[Link]]) -> list[float]:
    """How alike each word of `stretch` is to the one it is linked to most surely; 0 for a word without a link."""
    places = (place for place in range(stretch[0], stretch[1] + 1) if is_word(side[place]))
    return [max((link.likeness for link in links.get(place, ())), default=0.0) for place in places]
