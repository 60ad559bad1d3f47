"""Texts of several subjects, read by the real rooms, and what tells the same in them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from stages_of_reading import read_all

from pipeline.model import Alignments, Reading, Resolution
from pipeline.stages import ingest, resolve
from pipeline.stages.align import align

TOPICS = Path(__file__).parent / "topics"
SEEDS = Path(__file__).parents[2] / "corpus" / "documents"


@dataclass(frozen=True)
class Topic:
    """Two texts on one subject: sentences by language, and the pairs of sentences that are the same, alike, related.

    Of some subjects weights learn `all`, of some only what may be offered (`offers`), of some `nothing`; `freely`: what
    is the same is worded quite differently.
    """

    name: str
    sentences: dict[str, list[str]]
    same: set[tuple[int, int]]
    alike: set[tuple[int, int]]
    related: set[tuple[int, int]]
    teaches: str
    freely: bool
    readings: list[Reading]
    resolution: Resolution

    def line(self, language: str, start: int) -> int:
        """The number of the sentence that holds the character at `start` of the document."""
        end = 0
        for number, sentence in enumerate(self.sentences[language]):
            end += len(sentence) + 1
            if start < end:
                return number
        raise ValueError(start)

    def found(self, alignments: Alignments) -> set[tuple[int, int]]:
        """The pairs of sentences that `alignments` assert."""
        return {
            (self.line("fr", french.start), self.line("en", english.start))
            for one in alignments.alignments
            for french in one.sides["fr"]
            for english in one.sides["en"]
        }


@pytest.fixture(scope="session")
def topics(knowledge) -> list[Topic]:
    """Every file of topics/, all texts read in one go."""
    raw = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(TOPICS.glob("*.toml"))}
    documents = {}
    for name, topic in raw.items():
        for language in ("fr", "en"):
            settings = ingest.DocumentSettings(language=language)
            data = " ".join(topic[language]).encode()
            documents[name, language] = ingest.ingest(f"{name}.{language}.txt", data, settings, knowledge)
    readings = {one.document.id: one for one in read_all(list(documents.values()), knowledge)}
    made = []
    for name, topic in raw.items():
        pair = [readings[documents[name, language].id] for language in ("fr", "en")]
        sets = [{tuple(one) for one in topic[key]} for key in ("same", "alike", "related")]
        sentences = {language: topic[language] for language in ("fr", "en")}
        teaches, freely = topic.get("teaches", "all"), topic.get("freely", False)
        made.append(Topic(name, sentences, *sets, teaches, freely, pair, resolve.resolve(pair, knowledge)))
    return made


@pytest.fixture(scope="session")
def seeds(knowledge) -> tuple[list[Reading], Resolution]:
    """The two texts of the corpus, read and resolved."""
    documents = [
        ingest.ingest(path.name, path.read_bytes(), ingest.DocumentSettings(), knowledge)
        for path in sorted(SEEDS.iterdir())
        if path.suffix == ".txt"
    ]
    readings = read_all(documents, knowledge)
    return readings, resolve.resolve(readings, knowledge)


@pytest.fixture(scope="session")
def seed_alignments(seeds, knowledge) -> Alignments:
    return align(*seeds, knowledge)
