"""Lines of a head that say by their words what they are: labels, bylines, series, dates, datelines."""

from __future__ import annotations

import re

from pipeline.knowledge.ingest import IngestPack
from pipeline.stages.ingest.assembling import Part
from pipeline.stages.ingest.dated import YEAR, one_of
from pipeline.stages.ingest.found import Found
from pipeline.stages.ingest.names import institute, people
from pipeline.text import fold

LABELLED = re.compile(r"([^\W\d_][\w ’'-]{1,25}?)(?:\([^\W\d_]{1,2}\))?\s?:\s+(?=\S)")
PARTED = re.compile(r"(?:^|[,|•·–—(:]|\s-|\s{2})\s*$")
MOST_WORDS_AFTER_DATE = 3
FIELDS = {"linked": "publisher", "publisher": "publisher", "series": "series", "number": "number", "issue": "number"}
NAME = r"[^\W\d_][\w’'&.-]*(?:\s[^\W\d_][\w’'&.-]*){0,3}?"


def speaks(index: int, part: Part, found: Found) -> bool:
    """Takes what the block says of the document; false where it says nothing by its words."""
    if _labelled(index, part, found):
        return True
    start, text = part.start, part.text
    taken = dateline(part, found) or byline(start, text, found) or series(start, text, found) or _dated(part, found)
    if taken:
        found.kinds[index] = "byline"
    return taken


def _labelled(index: int, part: Part, found: Found) -> bool:
    """`Title: …`, `Auteur : …`: the label says what the rest of the line is."""
    label = LABELLED.match(part.text)
    names = [name for name, words in found.pack.labels.items() if label and fold(label[1]) in map(fold, words)]
    if label is None or not names:
        return False
    name, value = names[0], part.text[label.end() :]
    bare = value.strip("\"'“” ") or value
    start = part.start + label.end() + value.index(bare)
    date = re.search(rf"(?i){found.date}", bare) if name == "date" else None
    if name == "authors":
        authors(start, bare, found)
    else:
        found.take(name, start + (date.start() if date else 0), date[0] if date else bare)
    found.kinds[index] = "title" if name == "title" else "byline"
    return True


def _dated(part: Part, found: Found) -> bool:
    """A line that is a date, alone or beside what a head has: a place, a byline, a series, a name."""
    for date in re.finditer(rf"(?i)\b{found.date}(?!\w)", part.text):
        before = _without_lead(part.text[: date.start()], found)
        after = part.text[date.end() :].strip(" )].,|–—-")
        led = before != part.text[: date.start()] and not before.strip()
        if not led and len(after.split()) > MOST_WORDS_AFTER_DATE:
            return False
        rest = before.rstrip(" ,|•·–—(:-")
        if not PARTED.search(before) or not _beside_date(part.start, rest, found):
            return False
        found.take("date", part.start + date.start(), date[0])
        return True
    return False


def _without_lead(before: str, found: Found) -> str:
    """The words before a date without the weekday and those that lead to it (`published on`, « le »)."""
    before = re.sub(rf"(?i)(?:{found.weekday}),?\s+$", "", before)
    leads = one_of(found.pack.date_leads)
    return re.sub(rf"(?i)(?:^|(?<=[\s,(|])){'(?:' + leads + ')'}\s*:?\s*$", "", before)


def _beside_date(start: int, rest: str, found: Found) -> bool:
    """Takes what stands before a date on its line; false where a head would not have it."""
    if not rest or (len(rest.split()) == 1 and rest[0].isupper()):
        return True
    if byline(start, rest, found) or series(start, rest, found):
        return True
    if institute(rest, found.pack):
        found.take("institute", start, rest)
        return True
    parts = list(people(start, rest, found.pack, found.small, bare=True))
    if all(is_name for _, _, is_name in parts):
        # A name beside a date may be the author's or the newspaper's, above the title it is more often that.
        for place, name, _ in parts if "title" in found.kinds.values() else ():
            found.take("authors", place, name)
        return True
    return _proper(rest, found)


def _proper(rest: str, found: Found) -> bool:
    """Whether it is a proper name of up to four words: a place or a newspaper before a date, and no title."""
    words = rest.split()
    banned = {fold(word) for word in found.pack.no_names}
    return len(words) <= 4 and all(word[0].isupper() and fold(word) not in banned for word in words)


def byline(start: int, text: str, found: Found) -> bool:
    """`By Jane Doe, University of X`: true where a name follows, perhaps with a date after it."""
    lead = re.match(rf"(?i)(?:{one_of(found.pack.bylines)})\s*:?\s+", text)
    if lead is None or not authors(start + lead.end(), text[lead.end() :], found):
        return False
    date = re.search(rf"(?i)\b({found.date})\s*\)?$", text)
    if date:
        found.take("date", start + date.start(), date[1])
    return True


def authors(start: int, text: str, found: Found, bare: bool = False) -> bool:
    """Take the authors of a byline, and the institute after them; true where it begins with a name."""
    parts = list(people(start, text, found.pack, found.small, bare))
    if not parts or not parts[0][2]:
        return False
    for place, part, is_name in parts:
        if is_name:
            found.take("authors", place, part)
        elif institute(part, found.pack):
            found.take("institute", place, part)
    return True


def series(start: int, text: str, found: Found) -> bool:
    """`PONARS Policy Memo 182`, « Note de l'Ifri n° 12, mars 2010 »: a word for a series or a mark for a number."""
    parts = _series_parts(text, found.pack)
    date = None if parts else re.search(rf"(?i)[\s,(|–—-]+({found.date})\)?$", text)
    parts = parts or (_series_parts(text[: date.start()], found.pack) if date else None)
    if parts is None:
        return False
    for group, name in FIELDS.items():
        place, value = parts.get(group, (0, ""))
        if fold(value) not in map(fold, found.pack.no_names):
            found.take(name, start + place, value)
    if date:
        found.take("date", start + date.start(1), date[1])
    return True


def _series_parts(line: str, pack: IngestPack) -> dict[str, tuple[int, str]] | None:
    """The named parts of a line that is a series, each with its place; None for any other line."""
    match = re.fullmatch(_series_pattern(pack), line, re.IGNORECASE) or _numbered(line, pack)
    if match is None or not _is_series(match.groupdict()):
        return None
    return {name: (match.start(name), value) for name, value in match.groupdict().items() if value}


def _series_pattern(pack: IngestPack) -> str:
    links = one_of(pack.series_links).replace("'", "['’]")
    name = rf"(?:(?P<publisher>{NAME})\s)??(?P<word>{one_of(pack.series)})s?(?:\s(?:{links})(?P<linked>{NAME}))?"
    mark = rf"(?P<mark>(?:{one_of(pack.number_marks)})\s?)?"
    return rf"(?P<series>{name})(?:\s?[,:–-]?\s?{mark}(?P<number>\d{{1,5}}(?:[/-]\d{{1,4}})?))?"


def _numbered(line: str, pack: IngestPack) -> re.Match[str] | None:
    """A series without a word for it: a name with a marked number or an issue of a year, no treaty's or law's."""
    mark = rf"(?:,?\s(?P<mark>(?i:{one_of(pack.number_marks)}))\s?(?P<number>\d{{1,5}})|\s(?P<issue>\d{{1,3}}/{YEAR}))"
    match = re.fullmatch(rf"(?P<series>[^\W\d_][\w’' ,.-]{{2,60}}?){mark}", line)
    banned = {fold(word) for word in pack.no_names}
    if match is None or not banned.isdisjoint(fold(match["series"]).split()):
        return None
    return match


def _is_series(parts: dict[str, str | None]) -> bool:
    """Whether it begins with capitals, and is more than a common word: has a publisher, a number, or two words."""
    capital = all(value[0].isupper() for name in ("series", "publisher", "linked") if (value := parts.get(name)))
    number, word = parts.get("number") or parts.get("issue"), parts.get("word") or ""
    if parts.get("number") and not parts.get("mark") and re.fullmatch(YEAR, number or ""):
        return False
    return capital and bool(parts.get("publisher") or number or " " in word)


def dateline(part: Part, found: Found) -> bool:
    """`GENEVA, 3 May (Reuters) – …`: place, date, agency before the first sentence; or place, whole date, dash. True
    where the block is nothing else."""
    capital = r"[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ’'.-]+(?:[ /-]+[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ’'.-]+){0,3}"
    region = r"(?:,\s[^\W\d_][\w.’'-]+(?:\s[^\W\d_][\w.’'-]+)?)?"
    when = rf"(?:,?\s+(?:[^\W\d_]+\s)??(?P<date>(?i:{found.day})))?"
    agency = r"[(/](?P<publisher>[^\W\d_][\w .-]{1,30}?)\s?[)/]\.?"
    match = re.match(rf"{capital}{region}?{when}[.,]?\s*{agency}\s*(?:[-–—_]+|$|(?=\s))(?:\s|$)", part.text)
    place = r"[^\W\d_][\w’'-]+(?:[ -][^\W\d_][\w’'-]+){0,2}"
    match = match or re.match(rf"{place},?\s+(?:[^\W\d_]{{2}}\s)?(?P<date>(?i:{found.date}))\s+[–—-]+\s", part.text)
    for name, value in (match.groupdict() if match else {}).items():
        if match and value:
            found.take(name, part.start + match.start(name), value)
    return match is not None and match.end() == len(part.text)
