"""One word in the names of several bodies and treaties (a union, a union state, a customs union): which is meant?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.knowledge import Knowledge
from pipeline.model import Reading, Span
from pipeline.stages.publish.alignment.naming import Named, Use, words
from pipeline.text import fold

BODIES = frozenset({"organization", "treaty"})
SHORTEST = 4
MARKS = ".,;:()[]\"'’“”«»"
NOUNS = ("NOUN", "PROPN")


def shared_words(
    named: Sequence[tuple[Named, Use]], readings: Mapping[str, Reading], knowledge: Knowledge
) -> Iterator[tuple[Named, Use]]:
    """Every use of a word that stands in the names of several bodies or treaties, and of the word alone.

    Words that say no more than what a treaty is, and names of states and people inside a body's name, are left out.
    """
    single = [(one.language, words(use.form)) for one, use in named if one.kind not in BODIES]
    others = {(language, form[0]) for language, form in single if len(form) == 1}
    found: dict[tuple[str, str], list[tuple[Named, Use]]] = defaultdict(list)
    for one, use in named:
        if one.kind in BODIES:
            for word in set(words(use.form)) - generic(one.language, knowledge):
                if len(word) >= SHORTEST and (one.language, word) not in others:
                    found[one.language, word].append((one, use))
    several = {key: uses for key, uses in found.items() if is_shared(uses)}
    alone = bare_words(several.keys(), (use.span for _, use in named), readings)
    for (language, word), uses in sorted(several.items()):
        for use in (*(use for _, use in uses), *alone[language, word]):
            yield Named("word", spelt(word, uses), "", language), use


def is_shared(uses: Sequence[tuple[Named, Use]]) -> bool:
    """Two bodies have the word in their names, and neither name is a part of the other."""
    forms = {(one.id, frozenset(words(use.form))) for one, use in uses}
    return any(a != b and not (ours <= theirs or theirs <= ours) for (a, ours), (b, theirs) in combinations(forms, 2))


def spelt(word: str, uses: Sequence[tuple[Named, Use]]) -> str:
    """`word` with the accents of the first form that has it, in small letters."""
    parts = (part.strip(MARKS) for _, use in uses for part in use.form.lower().split())
    return next((part for part in parts if fold(part) == word), word)


def generic(language: str, knowledge: Knowledge) -> set[str]:
    """The nouns of a language that only say what kind of treaty something is."""
    return {fold(noun) for noun in knowledge.packs[language].syntax.nouns.get("treaty", ())}


def bare_words(
    wanted: Iterable[tuple[str, str]], names: Iterable[Span], readings: Mapping[str, Reading]
) -> Mapping[tuple[str, str], list[Use]]:
    """Where the `wanted` words (by language) stand outside all `names`."""
    keys = set(wanted)
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in sorted(names):
        taken[span.document].append((span.start, span.end))
    found: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for document, reading in sorted(readings.items()):
        for token in reading.annotation.tokens:
            key = (reading.document.language, fold(token.text))
            if token.pos in NOUNS and key in keys and not inside(token.start, taken[document]):
                found[key].append(Use(key[1], Span(document, token.start, token.end)))
    return found


def inside(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Does `place` lie within one of the last spans that begin before it?"""
    at = bisect_right(taken, (place, 1 << 60))
    return any(start <= place < end for start, end in taken[max(0, at - 3) : at])
