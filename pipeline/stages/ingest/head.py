"""The head of a document: title, authors, institute, publisher, series, number, date. What is not sure stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.knowledge.ingest import IngestPack
from pipeline.model import Field, Head, Span
from pipeline.stages.ingest.assembling import Part
from pipeline.stages.ingest.dated import YEAR, date_pattern, one_of
from pipeline.stages.ingest.names import institute, people, person
from pipeline.stages.ingest.sectioning import looks_like_heading
from pipeline.stages.ingest.wrapping import ENDED, ITEM
from pipeline.text import fold

LONGEST_LINE = 200
MOST_LINES = 12
FEWEST_BODY_WORDS = 8
LABELLED = re.compile(r"([^\W\d_][\w ’'-]{1,25}?)\s?:\s+(?=\S)")
BEFORE_DATE = re.compile(r"(?:^|[,|•·–—(:]|\s-|\s{2})\s*$")
PLACE = re.compile(r"[^\W\d_][\w’'-]*(?:[ -][^\W\d_][\w’'-]*){0,3}")


@dataclass(slots=True)
class Found:
    """What the head has given so far: its fields, and which blocks it claims as title or byline."""

    document: str
    fields: dict[str, Field] = field(default_factory=dict)
    authors: list[Field] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)

    def take(self, name: str, start: int, text: str) -> None:
        """Keep a field; the first one wins."""
        value = Field(text, Span(self.document, start, start + len(text)))
        if name == "authors":
            self.authors.append(value)
        elif text and name not in self.fields:
            self.fields[name] = value

    @property
    def evident(self) -> bool:
        """Whether anything but a title was found: only then an unmarked line may be an author or an institute."""
        return bool(self.authors or self.fields.keys() - {"title"})

    def head(self) -> Head:
        return Head(authors=tuple(self.authors), **self.fields)


def read_head(document: str, parts: Sequence[Part], language: str, pack: IngestPack) -> tuple[Head, dict[int, str]]:
    """The head of the document with these blocks, and the kinds (`title`, `byline`) of the blocks that it claims."""
    found = Found(document)
    zone = list(_zone(parts))
    if len(zone) < len(parts):
        _dateline(parts[len(zone)], found, language, pack)
        left = [(index, part) for index, part in enumerate(zone) if not _claimed(index, part, found, language, pack)]
        small = _small_words(parts)
        _title(left, found, pack, small)
        _unmarked(left, found, pack, small)
    return found.head(), found.kinds


def _zone(parts: Sequence[Part]) -> Iterator[Part]:
    """The short blocks before the first paragraph."""
    for part in parts[:MOST_LINES]:
        sentence = ENDED.search(part.text[-8:]) and len(part.text.split()) >= FEWEST_BODY_WORDS
        if part.table or len(part.text) > LONGEST_LINE or (sentence and not part.marked) or ITEM.match(part.text):
            return
        yield part


def _small_words(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(word for part in parts for word in re.findall(r"\b[^\W\d_]{3,}\b", part.text) if word.islower())


def _claimed(index: int, part: Part, found: Found, language: str, pack: IngestPack) -> bool:
    """Whether the block says by its words what it is: a label, a byline, a series, a date."""
    start, text = part.start, part.text
    if not _labelled(index, part, found, pack):
        rest = _undated(start, text, found, language, pack)
        if rest and not (_byline(start, rest, found, pack) or _series(start, rest, found, pack)):
            if rest == text:
                return False
            _affiliated(start, rest, found, pack)
    found.kinds.setdefault(index, "byline")
    return True


def _labelled(index: int, part: Part, found: Found, pack: IngestPack) -> bool:
    """`Title: …`, `Auteur : …`: the label says what the rest of the line is."""
    label = LABELLED.match(part.text)
    if label is None:
        return False
    names = [name for name, words in pack.labels.items() if fold(label[1]) in map(fold, words)]
    if not names:
        return False
    start, value = part.start + label.end(), part.text[label.end() :]
    bare = value.strip("\"'“”")
    start += value.index(bare) if bare else 0
    if names[0] == "authors":
        _authors(start, bare, found, pack)
    else:
        found.take(names[0], start, bare)
    found.kinds[index] = "title" if names[0] == "title" else "byline"
    return True


def _undated(start: int, text: str, found: Found, language: str, pack: IngestPack) -> str:
    """What is left of a line when the date at its end is taken off; all of it where there is none."""
    date = re.search(rf"(?i)({date_pattern(language, pack)})\s*\)?$", text)
    if date is None:
        return text
    before = _without_lead(text[: date.start()], pack)
    rest = before.rstrip(" ,|•·–—(:-")
    if rest and not BEFORE_DATE.search(before):
        return text
    if rest and not _sayable(rest, pack):
        return text
    found.take("date", start + date.start(), date[1])
    return rest if not _place(rest, pack) else ""


def _without_lead(before: str, pack: IngestPack) -> str:
    """The words before a date without those that lead to it (`published on`, « le »)."""
    for lead in sorted(pack.date_leads, key=len, reverse=True):
        shorter = re.sub(rf"(?i)(?:^|(?<=[\s,(])){re.escape(lead)}\s*:?\s*$", "", before)
        if shorter != before:
            return shorter
    return before


def _sayable(rest: str, pack: IngestPack) -> bool:
    """Whether the words before a date are of the kind that a head has: a place, a name, a series, a byline."""
    probe = Found("")
    return (
        _place(rest, pack)
        or _byline(0, rest, probe, pack)
        or _series(0, rest, probe, pack)
        or institute(rest, pack)
        or any(is_name for _, _, is_name in people(0, rest, pack))
    )


def _place(rest: str, pack: IngestPack) -> bool:
    """One to three capital words, as the place before a date: not a name of more parts."""
    return bool(PLACE.fullmatch(rest)) and rest[0].isupper() and len(rest.split()) == 1


def _affiliated(start: int, rest: str, found: Found, pack: IngestPack) -> None:
    """What stood before the date on its line: authors, else an institute."""
    if not _authors(start, rest, found, pack) and institute(rest, pack):
        found.take("institute", start, rest)


def _byline(start: int, text: str, found: Found, pack: IngestPack) -> bool:
    """`By Jane Doe, University of X`: true where a name follows."""
    lead = re.match(rf"(?i)(?:{one_of(pack.bylines)})\s*:?\s+", text)
    return lead is not None and _authors(start + lead.end(), text[lead.end() :], found, pack)


def _authors(start: int, text: str, found: Found, pack: IngestPack) -> bool:
    """Take the authors of a byline, and the institute after them; true where it begins with a name."""
    parts = list(people(start, text, pack))
    if not parts or not parts[0][2]:
        return False
    for place, part, is_name in parts:
        if is_name:
            found.take("authors", place, part)
        elif institute(part, pack):
            found.take("institute", place, part)
    return True


def _series(start: int, text: str, found: Found, pack: IngestPack) -> bool:
    """`PONARS Policy Memo 182`, « Note de l'Ifri n° 12 »: a word for a series, who publishes it, a number."""
    match = re.fullmatch(_series_pattern(pack), text, re.IGNORECASE)
    if match is None or not (match["publisher"] or match["number"] or " " in match["word"]):
        return False
    if any(match[name] and not match[name][0].isupper() for name in ("series", "publisher", "linked")):
        return False
    if match["number"] and not match["mark"] and re.fullmatch(YEAR, match["number"]):
        return False
    for name in ("series", "number"):
        if match[name]:
            found.take(name, start + match.start(name), match[name])
    for name in ("publisher", "linked"):
        if match[name]:
            found.take("publisher", start + match.start(name), match[name])
    return True


def _series_pattern(pack: IngestPack) -> str:
    links = one_of(pack.series_links).replace("'", "['’]")
    name = r"[^\W\d_][\w’'&.-]*(?:\s[^\W\d_][\w’'&.-]*){0,3}?"
    series = rf"(?:(?P<publisher>{name})\s)?(?P<word>{one_of(pack.series)})s?(?:\s(?:{links})(?P<linked>{name}))?"
    number = rf"\s?[,:–-]?\s?(?P<mark>(?:{one_of(pack.number_marks)})\s?)?(?P<number>\d{{1,5}}(?:[/-]\d{{1,4}})?)"
    return rf"(?P<series>{series})(?:{number})?"


def _title(left: Sequence[tuple[int, Part]], found: Found, pack: IngestPack, small: frozenset[str]) -> None:
    """The first line that may be a title: not an institute or an author where a better one follows."""
    unwanted = {fold(line) for line in pack.no_titles}
    lines = [(index, part) for index, part in left if _titular(part, unwanted)]
    if "title" in found.fields or not lines:
        return
    better = [each for each in lines if not institute(each[1].text, pack)] or lines
    if found.evident and len(better) > 1 and person(better[0][1].text, pack, small):
        better = [each for each in better if not person(each[1].text, pack, small)] or better
    index, part = better[0]
    found.take("title", part.start, part.text)
    found.kinds[index] = "title"


def _titular(part: Part, unwanted: set[str]) -> bool:
    return (part.marked or looks_like_heading(part.text)) and fold(part.text).strip(" :") not in unwanted


def _unmarked(left: Sequence[tuple[int, Part]], found: Found, pack: IngestPack, small: frozenset[str]) -> None:
    """Lines of a head without a word that says so: authors beside the title, an institute. Only in a head that has
    other evidence: a first heading looks just the same."""
    for index, part in left:
        if index in found.kinds or not found.evident or part.marked:
            continue
        if institute(part.text, pack):
            if "institute" not in found.fields:
                found.take("institute", part.start, part.text)
                found.kinds[index] = "byline"
        elif not found.authors and _beside_title(index, found):
            _name_line(index, part, found, pack, small)


def _beside_title(index: int, found: Found) -> bool:
    titles = [each for each, kind in found.kinds.items() if kind == "title"]
    return any(abs(index - title) == 1 for title in titles)


def _name_line(index: int, part: Part, found: Found, pack: IngestPack, small: frozenset[str]) -> None:
    names = list(people(part.start, part.text, pack))
    if names and all(person(name, pack, small) if is_name else institute(name, pack) for _, name, is_name in names):
        _authors(part.start, part.text, found, pack)
        found.kinds[index] = "byline"


def _dateline(part: Part, found: Found, language: str, pack: IngestPack) -> None:
    """`GENEVA, 3 May (Reuters) – …`: place, date and agency before the first sentence."""
    capital = r"[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ’'.-]+"
    date = rf"(?i:{date_pattern(language, pack, year=False)})"
    when = rf"(?:,?\s+(?:[^\W\d_]+\s)??(?P<date>{date}))?"
    agency = r"[(/](?P<publisher>[^\W\d_][\w .-]{1,30}?)[)/]"
    match = re.match(rf"{capital}(?:[ /,-]+{capital}){{0,3}}{when}\s*{agency}\s*(?:[-–—]+|\.)?\s", part.text)
    for name in ("publisher", "date") if match else ():
        if match and match[name]:
            found.take(name, part.start + match.start(name), match[name])
