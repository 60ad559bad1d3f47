"""The head of a document: title, authors, institute, publisher, series, number, date. What is not sure stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.knowledge.ingest import IngestPack
from pipeline.model import Head
from pipeline.stages.ingest.assembling import Part
from pipeline.stages.ingest.dated import date_pattern, one_of, weekday_names
from pipeline.stages.ingest.found import Found
from pipeline.stages.ingest.names import institute, people, person
from pipeline.stages.ingest.sectioning import boilerplate, looks_like_heading
from pipeline.stages.ingest.speaking import authors, dateline, speaks
from pipeline.stages.ingest.wrapping import ENDED, ITEM
from pipeline.text import fold

LONGEST_LINE = 200
MOST_LINES = 12
FEWEST_BODY_WORDS = 8
QUOTES = "«“\"‘'"
NUMBERED = re.compile(r"^[\divxlc]+[.)]\s+|\s+[\divxlc]+\S{0,2}$")
SMALL_WORD = re.compile(r"\b[^\W\d_]{2,}\b")
Block = tuple[int, Part]


def read_head(document: str, parts: Sequence[Part], language: str, pack: IngestPack) -> tuple[Head, dict[int, str]]:
    """The head of the document with these blocks, and the kinds (`title`, `byline`) of the blocks that it claims."""
    zone = list(_zone(parts))
    if len(zone) == len(parts):  # no text follows: nothing tells a head from the text
        return Head(), {}
    found = Found(
        document=document,
        pack=pack,
        date=date_pattern(language, pack),
        day=date_pattern(language, pack, year=False),
        weekday=one_of(weekday_names(language)),
        small=_small_words(parts),
    )
    left = [(index, part) for index, part in enumerate(zone) if not boilerplate(part.text, pack)]
    left = [(index, part) for index, part in left if not speaks(index, part, found)]
    dateline(parts[len(zone)], found)
    _take_title(left, found)
    _take_unmarked(left, found)
    _claim_between(left, found)
    return found.head(), found.kinds


def _zone(parts: Sequence[Part]) -> Iterator[Part]:
    """The short blocks before the first paragraph."""
    for part in parts[:MOST_LINES]:
        sentence = ENDED.search(part.text[-8:]) and len(part.text.split()) >= FEWEST_BODY_WORDS
        if part.table or len(part.text) > LONGEST_LINE or (sentence and not part.marked) or ITEM.match(part.text):
            return
        yield part


def _small_words(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(word for part in parts for word in SMALL_WORD.findall(part.text) if word.islower())


def _take_title(left: Sequence[Block], found: Found) -> None:
    """The first line that may be a title: not an institute or an author where a better one follows."""
    unwanted = {fold(line) for line in found.pack.no_titles}
    lines = [(index, part) for index, part in left if _titular(part, first=index == left[0][0])]
    lines = [(index, part) for index, part in lines if NUMBERED.sub("", fold(part.text)).strip(" :") not in unwanted]
    if "title" in found.fields or not lines:
        return
    if found.evident:
        lines = [each for each in lines if not institute(each[1].text, found.pack)] or lines
        lines = [each for each in lines if not person(each[1].text, found.pack, found.small, bare=True)] or lines
    index, part = lines[0]
    found.take("title", part.start, part.text)
    found.kinds[index] = "title"


def _titular(part: Part, first: bool) -> bool:
    """Whether a line looks like a title; the first line of a document may be longer than a heading."""
    long_title = first and part.text[0].isupper() and part.text[-1].isalnum()
    opens = part.text[0].isalnum() or part.text[0] in QUOTES
    return opens and (part.marked or looks_like_heading(part.text) or long_title)


def _take_unmarked(left: Sequence[Block], found: Found) -> None:
    """Lines of a head without a word that says so: authors beside the title, an institute. Only in a head that has
    other evidence (a first heading looks just the same), or where a name and an institute stand together."""
    for index, part in left:
        if index in found.kinds or part.marked:
            continue
        if found.evident and "institute" not in found.fields and institute(part.text, found.pack):
            found.take("institute", part.start, part.text)
            found.kinds[index] = "byline"
        elif not found.authors and _beside_title(index, found) and _is_name_line(part, found):
            authors(part.start, part.text, found, bare=True)
            found.kinds[index] = "byline"


def _beside_title(index: int, found: Found) -> bool:
    """Next to the title, or after its second line."""
    return any(kind == "title" and -1 <= index - title <= 2 for title, kind in found.kinds.items())


def _is_name_line(part: Part, found: Found) -> bool:
    parts = list(people(part.start, part.text, found.pack, found.small, bare=True))
    names = [text for _, text, is_name in parts if is_name]
    institutes = [text for _, text, is_name in parts if not is_name and institute(text, found.pack)]
    sure = len(names) + len(institutes) == len(parts)
    return sure and bool(names) and bool(found.evident or institutes)


def _claim_between(left: Sequence[Block], found: Found) -> None:
    """A line between two that the head has claimed, below the title, belongs to it, though nothing tells what it is."""
    titles = [index for index, kind in found.kinds.items() if kind == "title"]
    for index, _ in left if titles else ():
        if titles[0] < index < max(found.kinds):
            found.kinds.setdefault(index, "byline")
