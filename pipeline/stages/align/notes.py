"""Notes on an alignment: what a translator should look at, in plain words. Notes mend nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.knowledge import Knowledge
from pipeline.stages.align.passages import Passage
from pipeline.text import fold


def notes(left: Passage, right: Passage, knowledge: Knowledge) -> tuple[str, ...]:
    """What differs or is doubtful between two passages that tell the same, without repeats."""
    names = {code: pack.language.names.get("en", code) for code, pack in knowledge.packs.items()}
    found = [*doubtful_words(left, right, knowledge), *doubtful_words(right, left, knowledge)]
    found += finer_dates(left, right, names)
    found += lone_numbers(left, right, names)
    return tuple(dict.fromkeys(found))


def doubtful_words(passage: Passage, other: Passage, knowledge: Knowledge) -> Iterator[str]:
    """Words of `passage` that the packs call doubtful against a word of `other`, as they stand in the text."""
    for doubt in knowledge.packs[passage.language].align.doubtful:
        word = passage.said.get(fold(doubt.word))
        against = [other.said[fold(one)] for one in doubt.against.get(other.language, ()) if fold(one) in other.said]
        if word and against:
            means = doubt.means.get(other.language)
            meaning = f": it means “{means}”" if means else ""
            yield f"« {word} » against « {against[0]} »{meaning}"


def finer_dates(left: Passage, right: Passage, names: Mapping[str, str]) -> Iterator[str]:
    """Dates that one passage gives more exactly than the other."""
    for one, other in ((left, right), (right, left)):
        for fine, (start, end) in sorted(one.dates.items()):
            coarse = [edtf for edtf, span in sorted(other.dates.items()) if strictly_within((start, end), span)]
            if coarse and fine not in other.dates:
                yield f"{names[one.language]} dates it {fine}, {names[other.language]} {coarse[0]}"


def strictly_within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    """The interval `inner` lies within `outer` and is shorter."""
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def lone_numbers(left: Passage, right: Passage, names: Mapping[str, str]) -> Iterator[str]:
    """Numbers that only one of two passages gives, where both give some."""
    if left.numbers and right.numbers:
        for one, other in ((left, right), (right, left)):
            lone = sorted(one.numbers - other.numbers, key=by_value)
            if lone:
                yield f"only in {names[one.language]}: {listed(lone)}"


def by_value(number: str) -> float:
    """Numbers in order of size."""
    return float(number)


def listed(items: Iterable[str]) -> str:
    """Items with commas."""
    return ", ".join(items)
