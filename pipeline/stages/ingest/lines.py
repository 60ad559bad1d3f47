"""Lines of a draft, and which of them are no text: page numbers, running heads, rules, a title printed over itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.stages.ingest.dated import one_of
from pipeline.text import fold

BREAK = re.compile(r"\r\n|[\n\r\f]")
MARKED = re.compile(r"#{1,6}\s+(?P<title>[^\s#].*?)(?:\s+#+)?|(?P<sign>={1,6})\s*(?P<wiki>[^\s=].*?)\s*(?P=sign)")
ROW = re.compile(r"\S(?: {3,}| *[\t|][ \t|]*)(?=\S)")
NUMBER = re.compile(r"[-–—\[(]?\s?(\d{1,4})\s?[-–—\])]?")
RULE = re.compile(r"[-=_*~#+•·–—|\s]{3,}")
SHORTEST_TITLE = 10
LONGEST_FURNITURE = 150


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: its characters `start:end` without the white space around, `indent` spaces before it, `blanks`
    empty lines above it, whether a page begins above it, whether it looks like a row of a table, whether signs mark it
    as a heading (`# …`, `== … ==`; the signs are left out)."""

    start: int
    end: int
    text: str
    indent: int
    blanks: int = 0
    page: bool = False
    row: bool = False
    marked: bool = False


def split(text: str) -> Iterator[Line]:
    """The lines of `text` that hold anything."""
    start, blanks, page = 0, 0, False
    for end, mark, following in _breaks(text):
        line = text[start:end]
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            heading = MARKED.fullmatch(words) if len(words) <= LONGEST_FURNITURE else None
            low, high = heading.span("title" if heading["title"] else "wiki") if heading else (0, _once(words))
            begin, kept = start + indent + low, words[low:high]
            yield Line(begin, begin + len(kept), kept, indent, blanks, page, _is_row(words), heading is not None)
            blanks, page = 0, False
        else:
            blanks += 1
        page = page or mark == "\f"
        start = following


def _breaks(text: str) -> Iterator[tuple[int, str, int]]:
    for found in BREAK.finditer(text):
        yield found.start(), found[0], found.end()
    yield len(text), "", len(text)


def _is_row(words: str) -> bool:
    return ROW.search(words) is not None


def _once(words: str) -> int:
    """The length of the first copy where a line is copies of one title, with or without a space between; else all."""
    for copies in (words, f"{words} "):
        length = (copies + copies).find(copies, 1)
        unit = copies[:length].rstrip()
        if length < len(copies) and len(unit) >= SHORTEST_TITLE and len(set(unit)) > 3:
            return len(unit)
    return len(words)


def kept(lines: Sequence[Line], page_words: Sequence[str]) -> list[Line]:
    """The lines that are text (all, where none would be left). What stood between two counts as a blank line or, for
    page numbers and running heads, as the beginning of a page."""
    dropped = _rules(lines) | _copies(lines)
    furniture = _page_numbers(lines, page_words)
    furniture |= _running_heads(lines, furniture)
    result: list[Line] = []
    blanks, page = 0, False
    for index, line in enumerate(lines):
        page = page or line.page or index in furniture
        if index in dropped or index in furniture:
            blanks += line.blanks + (index in dropped)
        else:
            result.append(replace(line, blanks=line.blanks + blanks, page=page))
            blanks, page = 0, False
    return result or list(lines)


def _rules(lines: Sequence[Line]) -> set[int]:
    return {index for index, line in enumerate(lines) if RULE.fullmatch(line.text)}


def _copies(lines: Sequence[Line]) -> set[int]:
    """Lines that repeat the line above them, as where a title is printed over itself."""
    return {
        index
        for index in range(1, len(lines))
        if lines[index].text == lines[index - 1].text and len(lines[index].text) >= SHORTEST_TITLE
    }


def _page_numbers(lines: Sequence[Line], words: Sequence[str]) -> set[int]:
    """Lines that are only a number and count the pages: with the word for it, at a page break, or each one more."""
    named = re.compile(rf"(?i)(?:{one_of(words)})\s*\d{{1,4}}(?:\s*\S{{1,3}}\s*\d{{1,4}})?")
    bare = {index: int(found[1]) for index, line in enumerate(lines) if (found := NUMBER.fullmatch(line.text))}
    counting = _counting(bare)
    return {
        index
        for index, line in enumerate(lines)
        if len(line.text) <= LONGEST_FURNITURE
        and (named.fullmatch(line.text) or (index in bare and (index in counting or _at_page(lines, index))))
    }


def _counting(bare: dict[int, int]) -> set[int]:
    """Those numbers that go on by one from the number before or to the one after; years do not count pages."""
    places = [index for index, number in bare.items() if number < 1000]
    pairs = [(a, b) for a, b in pairwise(places) if bare[b] == bare[a] + 1 and b > a + 1]
    return {index for pair in pairs for index in pair}


def _at_page(lines: Sequence[Line], index: int) -> bool:
    return lines[index].page or (index + 1 < len(lines) and lines[index + 1].page)


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Short lines at page breaks or beside page numbers that come again there, whatever number they carry. The first
    of them stays where it may be the title: where it carries no number."""
    forms = {
        index: re.sub(r"\d+", "#", fold(line.text))
        for index, line in enumerate(lines)
        if len(line.text) <= LONGEST_FURNITURE and index not in numbers and not line.text[0].islower()
    }
    beside = [index for index in forms if _at_page(lines, index) or index - 1 in numbers or index + 1 in numbers]
    often, everywhere = Counter(forms[index] for index in beside), Counter(forms.values())
    heads = {form for form, times in often.items() if everywhere[form] >= 2 and 2 * times >= everywhere[form]}
    first = next(iter(forms), None)
    return {index for index in (*beside, first) if index is not None and forms[index] in heads} - (
        {first} if first is not None and "#" not in forms[first] else set()
    )
