"""Our own gold for dates in tests/gold/dates: prose with every expression marked, scored per file and language.

A file is `NAME.LANGUAGE.txt`. `@ NAME YYYY-MM-DD` opens a document with its date, `@ NAME -` one without; each line is
a paragraph, `#` a comment. Marks are ⟦expression|value⟧, ⟦expression|value|MOD⟧ and ⟦expression|value|MOD|optional⟧.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.expressions import Tally, tally, tally_scores
from bench.evaluate.gold import GOLD, HOUSE, Json
from bench.evaluate.plain import dated, plain_document
from bench.evaluate.scores import Score
from pipeline.knowledge import load

FOLDER = GOLD / "dates"
DATELESS = "dateless"  # files of the same folder without a mark: everything found there is false
MARK = re.compile(r"⟦([^⟦⟧]*)⟧")


@dataclass(frozen=True)
class Marked:
    """One document: its plain text and what is marked in it."""

    name: str
    written: str | None
    text: str
    gold: list[Json]


def own_date_scores(folder: Path = FOLDER) -> list[Score]:
    """The scores of every marked file, parts `NAME dates …`."""
    files = [path for path in sorted(folder.glob("*.??.txt")) if not path.name.startswith(DATELESS)]
    marked = {path: list(read_marked(path)) for path in files}
    documents = [
        plain_document(f"{path.name}-{one.name}", language_of(path), one.text, one.written)
        for path in files
        for one in marked[path]
    ]
    answers = (found for _, found in dated(documents, load(HOUSE / "models")))
    scores: list[Score] = []
    for path in files:
        counts = sum((tally(one.text, one.gold, next(answers)) for one in marked[path]), Tally())
        scores += tally_scores(f"{path.name.split('.')[0]} dates", language_of(path), counts)
    return scores


def language_of(path: Path) -> str:
    """`fr` of `NAME.fr.txt`."""
    return path.name.split(".")[-2]


def read_marked(path: Path) -> Iterator[Marked]:
    """The documents of a file. Raises ValueError, naming the line, for text before the first and for a broken mark."""
    head: list[str] | None = None
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            if head:
                yield unmarked(head, lines)
            head, lines = line.split(), []
        elif line.strip() and not line.startswith("#"):
            if head is None or broken(line):
                raise ValueError(f"{path.name}, line {number}: a broken mark, or text before the first document")
            lines.append(line)
    if head:
        yield unmarked(head, lines)


def broken(line: str) -> bool:
    """Are there brackets that are no mark, or marks without a value?"""
    return bool(re.search("[⟦⟧]", MARK.sub("", line))) or not all(
        1 <= mark.count("|") <= 3 for mark in MARK.findall(line)
    )


def unmarked(head: list[str], lines: list[str]) -> Marked:
    """A document without its marks, and these as gold."""
    text, gold, last = "", [], 0
    marked = "\n\n".join(lines)
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        words, value, mod, optional = [*mark[1].split("|"), "", ""][:4]
        gold.append(record(len(text), words, value, mod) | {"optional": optional == "optional"})
        text, last = text + words, mark.end()
    written = None if head[-1] == "-" else head[-1]
    return Marked("-".join(head[1:-1]), written, text + marked[last:], gold)


def record(start: int, words: str, value: str, mod: str) -> Json:
    """A mark as a record of gold; only what is no length can stand in the calendar."""
    kind = "DURATION" if re.match(r"P[\dTX]", value) else "DATE"
    return {"start": start, "end": start + len(words), "text": words, "type": kind, "value": value, "mod": mod or None}
