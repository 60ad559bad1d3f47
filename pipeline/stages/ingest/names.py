"""Names of people and institutes in the head of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.knowledge.ingest import IngestPack
from pipeline.stages.ingest.dated import one_of
from pipeline.text import fold

TOKEN = re.compile(r"[^\W\d_][\w.’'-]*")
MOST_TOKENS = 6
MOST_BARE = 3
MOST_INSTITUTE_WORDS = 12


def person(text: str, pack: IngestPack, small: frozenset[str], bare: bool = False) -> bool:
    """Whether `text` is written like the name of a person: two to six words, capital but for particles, none of them a
    word of titles. `small` are words that the document writes in small letters: where nothing but its place says that
    a line is a name (`bare`), none of its words is among them; elsewhere the first is no article."""
    tokens = text.split()
    if not 2 <= len(tokens) <= MOST_TOKENS or not all(TOKEN.fullmatch(token) for token in tokens):
        return False
    capital = [token for token in tokens if token[0].isupper()]
    if (
        not 2 <= len(capital) <= (MOST_BARE if bare else MOST_TOKENS)
        or not tokens[-1][0].isupper()
        or len(tokens[-1].rstrip(".")) < 2
    ):
        return False
    if any(fold(token) not in pack.name_particles for token in tokens if not token[0].isupper()):
        return False
    banned = {fold(word) for word in (*pack.no_names, *pack.institutes)}
    if fold(tokens[0]) in pack.name_particles and tokens[0].casefold() in small:
        return False
    if any(fold(token.split("’")[0].split("'")[0]) in pack.elisions for token in tokens if re.search("['’]", token)):
        return False
    common = small.difference(pack.name_particles) if bare else frozenset()
    return not any(fold(token) in banned or token.casefold() in common for token in capital)


def people(
    start: int, text: str, pack: IngestPack, small: frozenset[str], bare: bool = False
) -> Iterator[tuple[int, str, bool]]:
    """The parts of a byline: where each starts, its text, and whether it is a person (else what follows a comma)."""
    joiner = one_of(pack.name_joiners)
    place = 0
    for found in [*re.finditer(rf"(?i)\s*[,;(|]\s*(?:(?:{joiner})\s+)?|\s+(?:{joiner})\s+", text), None]:
        stop = found.start() if found else len(text)
        part = text[place:stop].rstrip(") ")
        name = part if person(part, pack, small, bare) else "" if bare else _name_in_front(part, pack, small)
        if part:
            yield start + place, name or part, bool(name)
        place = found.end() if found else stop


def _name_in_front(text: str, pack: IngestPack, small: frozenset[str]) -> str:
    """`text` if it is a person's name, or the name before a number or a word in small letters; else empty."""
    tokens = text.split(" ")
    for index, token in enumerate(tokens):
        if not token[:1].isupper() and fold(token) not in pack.name_particles:
            tokens = tokens[:index]
            break
    while tokens and not tokens[-1][:1].isupper():
        tokens.pop()
    name = " ".join(tokens)
    return name if person(name, pack, small) else ""


def institute(text: str, pack: IngestPack) -> bool:
    """Whether `text` is written like the name of an institute: one of its words heads one, no end of a sentence."""
    words = fold(text).replace("'", " ").split()
    if not words or len(words) > MOST_INSTITUTE_WORDS or not text[0].isupper() or text[-1] in ".?!:":
        return False
    return not {fold(head) for head in pack.institutes}.isdisjoint(words)
