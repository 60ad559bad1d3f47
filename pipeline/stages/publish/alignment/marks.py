"""Where a passage says what the other one says too: its text cut into plain and marked pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.model import Actor, Alignment, Graph, Reading, Span, Treaty
from pipeline.stages.publish.alignment.quoting import plain


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of clean text: its kind (`actor`, `treaty`, `date`, `number`, `term`) and what answers it across."""

    start: int
    end: int
    kind: str
    answers: str


@dataclass(frozen=True)
class Names:
    """Every form of each actor and treaty, by id and language."""

    forms: dict[tuple[str, str], tuple[str, ...]]
    kinds: dict[str, str]


def names_of(graph: Graph) -> Names:
    """The names in `graph`."""
    kinds = {one.id: "actor" for one in graph.actors} | {one.id: "treaty" for one in graph.treaties}
    nodes: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
    return Names({(one.id, language): forms for one in nodes for language, forms in one.forms.items()}, kinds)


def pieces(one: Alignment, span: Span, reading: Reading, names: Names) -> list[list[str]]:
    """The text of `span` as `[text]` or `[text, kind, answers]`, in order; its marks never overlap."""
    text = reading.document.text
    marks = first_wins([*named(one, span, reading, names), *dated(one, span, reading), *numbered(one, span, text)])
    marks = first_wins([*marks, *worded(one, span)])
    edges = [span.start, *(edge for mark in marks for edge in (mark.start, mark.end)), span.end]
    known = {(mark.start, mark.end): mark for mark in marks}
    cut = []
    for start, end in pairwise(edges):
        mark = known.get((start, end))
        if start < end:
            cut.append([plain(text[start:end]), *((mark.kind, mark.answers) if mark else ())])
    return cut


def first_wins(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in text order without those that overlap an earlier one of the list."""
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def named(one: Alignment, span: Span, reading: Reading, names: Names) -> Iterator[Mark]:
    """The forms of shared treaties and actors, the longest first."""
    text = reading.document.text[span.start : span.end]
    wanted = [(form, node) for node in (*one.treaties, *one.actors) for form in forms(node, reading, names)]
    for form, node in sorted(wanted, key=lambda pair: (-len(pair[0]), pair)):
        for match in word(form).finditer(text):
            yield Mark(span.start + match.start(), span.start + match.end(), names.kinds[node], node)


def forms(node: str, reading: Reading, names: Names) -> tuple[str, ...]:
    """The forms of `node` in the language of `reading`."""
    return names.forms.get((node, reading.document.language), ())


@lru_cache(maxsize=4096)
def word(form: str) -> re.Pattern[str]:
    """`form` as whole words, whatever white space stands in it."""
    inner = r"\s+".join(re.escape(part) for part in form.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)" if inner else r"(?!)")


def dated(one: Alignment, span: Span, reading: Reading) -> Iterator[Mark]:
    """The expressions that mean a shared date, or one that holds it."""
    for date in reading.dates.expressions:
        if date.span and date.edtf and span.start <= date.span.start and date.span.end <= span.end:
            shared = [edtf for edtf in one.dates if edtf == date.edtf or edtf.startswith(f"{date.edtf}-")]
            if shared:
                yield Mark(date.span.start, date.span.end, "date", shared[0])


def numbered(one: Alignment, span: Span, text: str) -> Iterator[Mark]:
    """The shared numbers, however the language groups their digits."""
    for number in one.numbers:
        digits = r"[\s\u202f.,'’]?".join(re.escape(digit) for digit in number.replace(".", ""))
        for match in re.finditer(rf"(?<![\w.,]){digits}(?!\w|[.,]\d)", text[span.start : span.end]):
            yield Mark(span.start + match.start(), span.start + match.end(), "number", number)


def worded(one: Alignment, span: Span) -> Iterator[Mark]:
    """The words that answer a word of the other side."""
    for number, pair in enumerate(one.terms):
        for place in pair:
            if place.document == span.document and span.start <= place.start and place.end <= span.end:
                yield Mark(place.start, place.end, "term", f"term-{number}")


def sentences_of(one: Alignment, language: str) -> Sequence[Span]:
    """The sentences of one side, in text order."""
    return sorted(one.sides[language])
