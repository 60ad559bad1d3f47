"""Notes on an alignment: what a translator should look at, in plain words. Notes mend nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.knowledge import Knowledge
from pipeline.model import Note
from pipeline.stages.align.passages import Passage
from pipeline.text import fold


def notes(left: Passage, right: Passage, knowledge: Knowledge) -> tuple[Note, ...]:
    """What differs or is doubtful between two passages that tell the same, without repeats."""
    found = [*doubtful_words(left, right, knowledge), *doubtful_words(right, left, knowledge)]
    found += finer_dates(left, right, knowledge)
    found += lone_numbers(left, right, knowledge)
    return tuple(dict.fromkeys(one for one in found if one.said))


def note(kind: str, knowledge: Knowledge, named: Mapping[str, str] | None = None, **values: str) -> Note:
    """A note in the words of each language. `named` are languages, called by their names there."""
    said = []
    for code, pack in sorted(knowledge.packs.items()):
        names = {name: knowledge.packs[one].language.names.get(code, one) for name, one in (named or {}).items()}
        if pack.align.notes:
            said.append((code, getattr(pack.align.notes, kind).format(**names, **values)))
    return Note(tuple(said))


def doubtful_words(passage: Passage, other: Passage, knowledge: Knowledge) -> Iterator[Note]:
    """Words of `passage` that the packs call doubtful against a word of `other`, as they stand in the text."""
    for doubt in knowledge.packs[passage.language].align.doubtful:
        word = passage.said.get(fold(doubt.word))
        against = [other.said[fold(one)] for one in doubt.against.get(other.language, ()) if fold(one) in other.said]
        if word and against:
            meaning = doubt.means.get(other.language, "")
            kind = "meant" if meaning else "doubtful"
            yield note(kind, knowledge, word=word, other=against[0], meaning=meaning)


def finer_dates(left: Passage, right: Passage, knowledge: Knowledge) -> Iterator[Note]:
    """Dates that one passage gives more exactly than the other."""
    for one, other in ((left, right), (right, left)):
        for fine, (start, end) in sorted(one.dates.items()):
            coarse = [edtf for edtf, span in sorted(other.dates.items()) if strictly_within((start, end), span)]
            if coarse and fine not in other.dates:
                named = {"language": one.language, "other": other.language}
                yield note("finer", knowledge, named, fine=fine, coarse=coarse[0])


def strictly_within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    """The interval `inner` lies within `outer` and is shorter."""
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def lone_numbers(left: Passage, right: Passage, knowledge: Knowledge) -> Iterator[Note]:
    """Numbers that only one of two passages gives, where both give some."""
    if left.numbers and right.numbers:
        for one, other in ((left, right), (right, left)):
            lone = sorted(one.numbers - other.numbers, key=by_value)
            if lone:
                yield note("lone", knowledge, {"language": one.language}, numbers=", ".join(lone))


def by_value(number: str) -> float:
    """Numbers in order of size."""
    return float(number)
