"""What one language of the report sees: the facts called in that language, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.facts import Facts, load
from pipeline.facts.shelf import Shelf
from pipeline.knowledge import Knowledge
from pipeline.knowledge.faults import KnowledgeFault
from pipeline.knowledge.report import ReportPack


@dataclass(frozen=True, slots=True)
class Sight:
    """The facts in the language `code`; `words` are the page's own, `names` what values and languages are called,
    `pictures` the words of the pictures."""

    code: str
    name: str
    facts: Facts
    shelf: Shelf
    words: ReportPack
    names: Mapping[str, str]
    pictures: Mapping[str, str]

    def called(self, value: str | None) -> str:
        """A value of the tables, or several of one cell, in words."""
        return ", ".join(self.names.get(one, one) for one in (value or "").split("; ") if one)

    def languages(self) -> list[str]:
        """The languages of the documents, this page's own first."""
        codes = self.facts.documents["language"].unique().to_list()
        return sorted(codes, key=lambda code: (code != self.code, code))


def sights(outputs: Path, knowledge: Knowledge) -> tuple[Sight, ...]:
    """One sight for each language that has words for the report; the house writes French left, English right.

    Raises OutputsFault where `outputs` holds no finished run, KnowledgeFault where no language has words.
    """
    packs = {code: pack for code, pack in knowledge.packs.items() if pack.report.title}
    if not packs:
        folder = knowledge.folder / "languages"
        raise KnowledgeFault(str(folder), "report.title", "no language has words for the report", "Restore [report]")
    return tuple(sight(outputs, knowledge, code) for code in sorted(packs, reverse=True))


def sight(outputs: Path, knowledge: Knowledge, code: str) -> Sight:
    """The sight of one language."""
    facts, words = load(outputs, code), knowledge.packs[code].report
    languages = {other: pack.language.names.get(code, other) for other, pack in knowledge.packs.items()}
    names = {**languages, **words.names}
    pictures = {**names, **words.pictures}
    return Sight(code, languages[code], facts, Shelf(facts.folder, code), words, names, pictures)
