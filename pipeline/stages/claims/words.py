"""Comparing tokens with the word lists of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.model import Token
from pipeline.text import fold

Phrase = tuple[str, ...]


@lru_cache(maxsize=4096)
def folded(entries: tuple[str, ...] | frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The entries folded: whole words (`word/POS` keeps its part of speech), and the stems of those that end in `*`."""
    bare = ["/".join((fold(entry.partition("/")[0]), *entry.split("/")[1:])) for entry in entries]
    stems = tuple(sorted(entry[:-1] for entry in bare if entry.endswith("*")))
    return frozenset(entry for entry in bare if not entry.endswith("*")), stems


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` folded; remembered, because a document has few different words."""
    return fold(text)


def listed(token: Token, entries: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether the token's lemma or form is among the entries (`word/VERB`: as a verb) or begins with one's stem."""
    words, stems = folded(entries)
    lemma, form = plain(token.lemma), plain(token.text)
    if lemma in words or form in words or f"{lemma}/{token.pos}" in words or f"{form}/{token.pos}" in words:
        return True
    return bool(stems) and (form.startswith(stems) or lemma.startswith(stems))


def has(token: Token, features: Iterable[str]) -> bool:
    """Whether the token carries all the morphological features (`Mood=Cnd`)."""
    own = token.morph.split("|")
    return all(feature in own for feature in features)


@lru_cache(maxsize=512)
def phrases(entries: tuple[str, ...] | frozenset[str]) -> tuple[Phrase, ...]:
    """Phrases as folded words, longest first; an apostrophe ends a word, as in the tokens."""
    split = (tuple(fold(entry).replace("'", "' ").split()) for entry in entries)
    return tuple(sorted(split, key=lambda one: (-len(one), one)))


@lru_cache(maxsize=512)
def openings(entries: tuple[str, ...] | frozenset[str]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for one in phrases(entries):
        found[one[0]] = (*found.get(one[0], ()), one)
    return found


def occurrences(
    tokens: Sequence[Token], first: int, last: int, entries: tuple[str, ...] | frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Where phrases occur between the token indices `first` and `last`: (start, end), longest first at a place."""
    position, opening = first, openings(entries)
    while position < last:
        form, lemma = plain(tokens[position].text), plain(tokens[position].lemma)
        length = 0
        if form in opening or lemma in opening:
            some = {*opening.get(form, ()), *opening.get(lemma, ())}
            length = max((len(one) for one in some if _stands(tokens, position, last, one)), default=0)
        if length:
            yield position, position + length
        position += length or 1


def _stands(tokens: Sequence[Token], position: int, last: int, phrase: Phrase) -> bool:
    if position + len(phrase) > last:
        return False
    return all(
        word in (plain(tokens[position + step].text), plain(tokens[position + step].lemma))
        for step, word in enumerate(phrase)
    )
