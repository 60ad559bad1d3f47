"""The staircase: the stages in order, what each reads of models/, and which results are stale."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.knowledge import Knowledge
from pipeline.model import (
    Alignments,
    Annotation,
    Dates,
    Decision,
    Document,
    Graph,
    Reading,
    Resolution,
    Statements,
)
from pipeline.run.keys import code_key, knowledge_key
from pipeline.run.report import Lap, Watch
from pipeline.run.words import Words
from pipeline.store import Cache, digest_of

T = TypeVar("T")

STAGES = ("ingest", "annotate", "dates", "claims", "resolve", "align", "merge", "publish")

# What a stage's results depend on in models/: tables of the packs, the predicates (`claims`), weights, the authority.
READS: dict[str, tuple[str, ...]] = {
    "ingest": ("language", "ingest"),
    "annotate": ("language", "annotate", "authority"),
    "dates": ("language", "dates", "annotate"),
    "claims": ("language", "syntax", "stance", "holders", "quantities", "claims"),
    "resolve": ("language", "resolve", "syntax", "authority", "claims"),
    "align": ("language", "align", "alignment", "syntax", "claims"),
    "merge": ("language", "merge", "holders", "resolve", "syntax", "claims"),
    "publish": ("language", "page", "report", "syntax", "claims"),
}


@dataclass
class Staircase:
    """One run's way up: the knowledge, the cache, who watches, what words are linked by, and the laps so far."""

    knowledge: Knowledge
    cache: Cache
    watch: Watch
    words: Words = "vectors"
    laps: list[Lap] = field(default_factory=list)

    def key(self, stage: str, *inputs: str) -> str:
        """The content key of one result of `stage`."""
        return digest_of(code_key(stage), knowledge_key(self.knowledge, READS[stage]), *inputs)

    def each(
        self,
        stage: str,
        kind: type[T],
        keys: Sequence[str],
        make: Callable[[list[int]], Iterator[T]],
    ) -> list[T]:
        """The results of a stage that works document by document, in order of `keys`.

        `make` yields the results for the positions that the cache does not hold; each is kept as soon as it stands.
        """
        started = time.perf_counter()
        self.watch.begin(stage, len(keys))
        found = {place: record for place, key in enumerate(keys) if (record := self.cache.get(stage, key, kind))}
        stale = [place for place in range(len(keys)) if place not in found]
        for place, record in zip(stale, make(stale) if stale else (), strict=True):
            self.cache.put(stage, keys[place], record)
            found[place] = record
            self.watch.step(stage)
        self.finish(stage, started, len(stale), len(keys) - len(stale))
        return [found[place] for place in range(len(keys))]

    def once(self, stage: str, kind: type[T], key: str, make: Callable[[], T]) -> T:
        """The result of a stage that works on the whole corpus."""
        return self.each(stage, kind, [key], lambda stale: iter([make()]))[0]

    def finish(self, stage: str, started: float, made: int, kept: int) -> None:
        """Note how long `stage` took."""
        lap = Lap(stage, round(time.perf_counter() - started, 3), made, kept)
        self.laps.append(lap)
        self.watch.end(lap)

    def annotate(self, documents: Sequence[Document], keys: Sequence[str]) -> list[Annotation]:
        """Sentences, tokens and mentions of each document; models are loaded once, for all stale documents."""

        def make(stale: list[int]) -> Iterator[Annotation]:
            from pipeline.stages.annotate import annotate

            return annotate([documents[place] for place in stale], self.knowledge)

        return self.each("annotate", Annotation, keys, make)

    def dates(
        self, documents: Sequence[Document], annotations: Sequence[Annotation], keys: Sequence[str]
    ) -> list[Dates]:
        """The temporal expressions of each document."""

        def make(stale: list[int]) -> Iterator[Dates]:
            from pipeline.stages.dates import find

            return (find(documents[place], annotations[place], self.knowledge) for place in stale)

        return self.each("dates", Dates, keys, make)

    def claims(
        self,
        documents: Sequence[Document],
        annotations: Sequence[Annotation],
        dates: Sequence[Dates],
        keys: Sequence[str],
    ) -> list[Statements]:
        """The statements of each document."""

        def make(stale: list[int]) -> Iterator[Statements]:
            from pipeline.stages.claims import find

            return (find(documents[place], annotations[place], dates[place], self.knowledge) for place in stale)

        return self.each("claims", Statements, keys, make)

    def resolve(self, readings: Sequence[Reading], key: str) -> Resolution:
        """Actors and treaties of the corpus."""

        def make() -> Resolution:
            from pipeline.stages.resolve import resolve

            return resolve(readings, self.knowledge)

        return self.once("resolve", Resolution, key, make)

    def align(self, readings: Sequence[Reading], resolution: Resolution, key: str) -> Alignments:
        """Passages across languages."""

        def make() -> Alignments:
            from pipeline.stages.align import align

            return align(readings, resolution, self.knowledge, in_context=self.words == "context")

        return self.once("align", Alignments, key, make)

    def decided(
        self,
        alignments: Alignments,
        decisions: Sequence[Decision],
        readings: Sequence[Reading],
        resolution: Resolution,
    ) -> Alignments:
        """The alignments as people judged them; not kept, for it is quick and people go on deciding."""
        if not decisions:
            return alignments
        from pipeline.stages.align import decided

        return decided(alignments, decisions, readings, resolution, self.knowledge)

    def merge(self, readings: Sequence[Reading], resolution: Resolution, alignments: Alignments, key: str) -> Graph:
        """The fact graph."""

        def make() -> Graph:
            from pipeline.stages.merge import merge

            return merge(readings, resolution, alignments, self.knowledge)

        return self.once("merge", Graph, key, make)
