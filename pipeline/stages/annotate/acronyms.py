"""Acronyms that a text explains: *Justice and Equality Movement (JEM)*. The long name and all uses are one body's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.authority import Authority, plain
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse

_BRACKET = re.compile(r"\s?\(([^\W\d_][\w.-]{1,9})\)")
_LONGEST = 14  # tokens of a long name
_STEM = 5  # letters
_FEWEST = 3  # initials that an acronym must have to hold a letter more
NAMES_ELSE = ("treaty", "document", "law", "event", "programme")  # nouns that head names of something else


def find_defined(parse: Parse, pack: AnnotatePack, listed: Sequence[Found], authority: Authority) -> list[Found]:
    """The long names whose initials stand in brackets behind them, and every use of those acronyms.

    Behind a listed organisation the acronym is one more form of it, whatever it means elsewhere; behind nearly its long
    name (*Palestinian Liberation Organization*) that is one more form of the listed acronym's.
    """
    bodies = {one.end: one for one in listed if one.type == "organization"}
    found: list[Found] = []
    meant: dict[str, str | None] = {}
    for match in _BRACKET.finditer(parse.document.text):
        short = match[1].rstrip(".")
        if sum(letter.isupper() for letter in short) < 2 or short.lower() in pack.acronyms_not or short in meant:
            continue
        if body := bodies.get(match.start()):
            meant[short] = body.authority
        elif span := _spelled(parse, match.start(), short, pack):
            meant[short] = _nearly(parse.text(*span), short, parse.document.language, authority)
            found.append(_body(parse, *span, 1, meant[short]))
    return [*found, *(_body(parse, i, i + 1, -1, meant[text]) for i, text in _uses(parse, meant))]


def _nearly(long: str, short: str, language: str, authority: Authority) -> str | None:
    """The listed body with this acronym that has a long name whose words all begin as those of `long` do."""
    words = _stems(long)
    bearers = authority.find(short, language)
    named = [one.id for one in bearers if any(_stems(form) == words for form in one.forms.get(language, ()))]
    return named[0] if len(named) == 1 else None


def _stems(name: str) -> list[str]:
    return [word[:_STEM] for word in plain(name).lower().replace("'", " ").split() if len(word) > len("for")]


def without_redefined(listed: Sequence[Found], defined: Sequence[Found]) -> list[Found]:
    """The listed names but those that the text uses for another body (« Commission … (CEE) »)."""
    meant = {(one.start, one.end): one.authority for one in defined if one.rank < 0}
    return [one for one in listed if meant.get((one.start, one.end), one.authority) == one.authority]


def _uses(parse: Parse, meant: dict[str, str | None]) -> Iterator[tuple[int, str]]:
    return ((i, token.text) for i, token in enumerate(parse.tokens) if token.text in meant)


def _spelled(parse: Parse, end: int, short: str, pack: AnnotatePack) -> tuple[int, int] | None:
    """The tokens right before `end` whose initials `short` is; small words count for nothing."""
    last = parse.at(max(end - 1, 0)) + 1
    begin = max(parse.sentence_of(last - 1).first, last - _LONGEST)
    letters = plain("".join(letter for letter in short if letter.isalpha())).lower()
    for first in range(last - 2, begin - 1, -1):
        words = parse.tokens[first:last]
        if not words[0].text[:1].isupper() or not _stands_for(letters, _initials(parse, first, last, pack)):
            continue
        heads = (getattr(pack.nouns, kind) for kind in NAMES_ELSE)
        return None if any(word.lemma.lower() in nouns for nouns in heads for word in words) else (first, last)
    return None


def _stands_for(letters: str, initials: str) -> bool:
    """The same letters; or one more than the initials, of a small word or of a second letter (UNM*I*S)."""
    if letters == initials:
        return True
    fewer = len(letters) - len(initials) == 1 and len(initials) >= _FEWEST
    return fewer and any(letters[:i] + letters[i + 1 :] == initials for i in range(1, len(letters)))


def _initials(parse: Parse, first: int, last: int, pack: AnnotatePack) -> str:
    small = pack.inner | pack.organ_inner | pack.articles | pack.links | pack.possessives
    words = [token.text for token in parse.tokens[first:last] if token.text.lower() not in small]
    parts = [part for word in words for part in re.split(r"[-’']", word) if part[:1].isalpha()]
    return plain("".join(part[0] for part in parts if part.lower() not in small and len(part) > 1)).lower()


def _body(parse: Parse, first: int, last: int, rank: int, authority: str | None = None) -> Found:
    return Found(
        start=parse.tokens[first].start,
        end=parse.tokens[last - 1].end,
        type="organization",
        head=parse.head(first, last),
        source="acronym",
        rank=rank,
        authority=authority,
        closed=True,
    )
