"""Fit the weights for comparable texts: `python -m bench.fitting.comparable` writes models/alignment/comparable.toml
and, where the extra `transformers` is installed, context.toml (wording alone; events stay as they are).

Wording is learnt from sentences that translate each other among many that do not (NTREX); events from the topics in
tests/align and tests/gold, from the seeds, which count more since they alone are long and have much in common,
and from pairs of NTREX that do not translate each other, so that among many sentences few are taken. Nothing of
tests/gold/blind is read, nor the topics of tests/align that are held out.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.evaluate.gold import GOLD, HOUSE, Json
from bench.evaluate.mining import DRAWS, SHARES, Draw, Pool, draw, judged, matrix, read_pool, sample, wording
from bench.evaluate.mining import NAMES as WORDING
from bench.fitting.logistic import Sample, fit, joined
from pipeline.knowledge import Knowledge, load
from pipeline.knowledge.comparable import Weights
from pipeline.model import Document, Reading
from pipeline.run.words import NEEDED, installed
from pipeline.stages import annotate, claims, dates, ingest, resolve
from pipeline.stages.align.aligning import sides_of, told_by
from pipeline.stages.align.comparable import candidates
from pipeline.stages.align.contexts import NAMES as IN_CONTEXT
from pipeline.stages.align.contexts import InContext
from pipeline.stages.align.likeness import rarity
from pipeline.stages.align.passages import Passage, passages
from pipeline.text import locate

FOLDER = HOUSE / "models" / "alignment"
NAMES = tuple(sorted(set(Weights.__struct_fields__) - {"bias", *IN_CONTEXT}))
RIDGE = 12.0
ALIKE = 8.0  # what a planted look-alike counts: it costs a translator more than a miss
SEEDS = 4.0  # what a pair of the seeds counts
TELLING = 2.0  # what a pair of a topic that tells the same counts: of what is best for both, more are right than of all
NEWS = 0.9  # what a pair of news counts that does not tell the same; wording learns from those that do

Place = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """Two texts, the pairs of places that tell the same, those that are related and teach nothing, and look-alikes."""

    name: str
    texts: Mapping[str, tuple[str, bytes]]
    same: Sequence[tuple[Place, Place]]
    related: Sequence[tuple[Place, Place]]
    alike: Sequence[tuple[Place, Place]]
    counts: float = 1.0
    telling: float = TELLING


def main() -> int:
    """Fit both models and write them, weights that matter only."""
    knowledge = load(HOUSE / "models")
    pool = read_pool(HOUSE.parent / "shared" / "data", knowledge)
    draws = [draw(len(pool.documents), share, seed) for share in SHARES for seed in range(DRAWS)]
    found = [(one, judged(pool, one, knowledge)) for one in draws]
    news = joined([sample(pool, one, pairs, NAMES) for one, pairs in found])
    news = Sample(news.reasons, news.same, NEWS * news.counts * (1 - news.same))
    cases = [*gold_cases(), *own_cases(), seeds()]
    event = fit(joined([*(case_sample(case, knowledge) for case in cases), news]), NAMES, RIDGE)
    models = {"event": event, "wording": {name: getattr(wording(pool, found), name) for name in ("bias", *NAMES)}}
    parts = [f"[{name}]\n" + "".join(written(weights)) for name, weights in models.items()]
    (FOLDER / "comparable.toml").write_text("\n".join(parts), encoding="utf-8")
    if all(map(installed, NEEDED)):
        (FOLDER / "context.toml").write_text("".join(written(in_context(pool, draws, knowledge))), encoding="utf-8")
    return 0


def in_context(pool: Pool, draws: Sequence[Draw], knowledge: Knowledge) -> Mapping[str, float]:
    """The weights of wording where words are read in context."""
    context, names = InContext(told_by()), (*WORDING, *IN_CONTEXT)
    weights = wording(pool, [(one, judged(pool, one, knowledge, context)) for one in draws], names)
    return {name: getattr(weights, name) for name in ("bias", *names)}


def written(weights: Mapping[str, float]) -> Iterator[str]:
    """The lines of one model."""
    return (f"{name} = {weight:.2f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005)


def gold_cases() -> Iterator[Case]:
    """The topics that may be looked at."""
    for path in sorted(path for name in ("unseen", "practice") for path in (GOLD / name).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        files = {code: path.with_name(f"{path.stem}.{code}.txt") for code in ("en", "fr")}
        text = {code: file.read_text("utf-8") for code, file in files.items()}
        same, alike = (
            [(where(one["en"], text["en"]), where(one["fr"], text["fr"])) for one in gold[key]]
            for key in ("alignments", "lookalikes")
        )
        yield Case(path.stem, {code: (file.name, file.read_bytes()) for code, file in files.items()}, same, (), alike)


def where(passage: str, text: str) -> Place:
    """Where a passage stands."""
    start = text.index(passage)
    return start, start + len(passage)


def own_cases() -> Iterator[Case]:
    """The topics of tests/align that are not held out."""
    for path in sorted((HOUSE / "tests" / "align" / "topics").glob("*.toml")):
        gold = tomllib.loads(path.read_text("utf-8"))
        if gold.get("held_out"):
            continue
        texts = {code: (f"{path.stem}.{code}.txt", " ".join(gold[code]).encode()) for code in ("en", "fr")}
        ends = {code: np.cumsum([len(one) + 1 for one in gold[code]]).tolist() for code in ("en", "fr")}
        spans = {code: list(zip([0, *found], (end - 1 for end in found), strict=False)) for code, found in ends.items()}
        same, related, alike = (
            [(spans["en"][b], spans["fr"][a]) for a, b in gold[key]] for key in ("same", "related", "alike")
        )
        yield Case(path.stem, texts, same, related, alike)


def seeds() -> Case:
    """The two texts of the corpus."""
    files = {path.suffixes[0][1:]: path for path in (HOUSE / "corpus" / "documents").glob("*.txt")}
    gold = [json.loads(line) for line in (GOLD / "seeds-alignments.jsonl").read_text("utf-8").splitlines()]
    pairs = [(one["kind"], (bounds(one["en"]), bounds(one["fr"]))) for one in gold]
    same = [pair for kind, pair in pairs if kind.startswith("same")]
    related = [pair for kind, pair in pairs if not kind.startswith("same")]
    return Case(
        "seeds", {code: (file.name, file.read_bytes()) for code, file in files.items()}, same, related, (), SEEDS, SEEDS
    )


def bounds(place: Json) -> Place:
    """Start and end of a place of the gold."""
    return place["start"], place["end"]


def case_sample(case: Case, knowledge: Knowledge) -> Sample:
    """The candidates of a case, with their answers."""
    documents = {
        code: ingest.ingest(name, data, ingest.DocumentSettings(language=code), knowledge)
        for code, (name, data) in case.texts.items()
    }
    readings = {code: read(document, knowledge) for code, document in documents.items()}
    resolution = resolve.resolve(list(readings.values()), knowledge)
    told = {code: passages(reading, resolution, knowledge) for code, reading in readings.items()}
    sides = sides_of(told, {"en": "en", "fr": "fr"})
    found = candidates(sides["en"], sides["fr"], rarity([*told["en"], *told["fr"]]), knowledge.comparable)
    ends = [
        (original(documents["en"], told["en"][one.left]), original(documents["fr"], told["fr"][one.right]))
        for one in found
    ]
    same = [any(meet(pair, gold) for gold in case.same) for pair in ends]
    kept = [at for at, pair in enumerate(ends) if same[at] or not any(meet(pair, one) for one in case.related)]
    reasons = matrix([found[at].reasons for at in kept], NAMES)
    counts = [
        ALIKE if any(meet(ends[at], one) for one in case.alike) else case.telling if same[at] else case.counts
        for at in kept
    ]
    return Sample(reasons, np.array([float(same[at]) for at in kept]), np.array(counts))


def read(document: Document, knowledge: Knowledge) -> Reading:
    """A document read by the rooms before alignment."""
    annotation = next(iter(annotate.annotate([document], knowledge)))
    found = dates.find(document, annotation, knowledge)
    return Reading(document, annotation, found, claims.find(document, annotation, found, knowledge))


def original(document: Document, passage: Passage) -> Place:
    """Where a passage stands in its file."""
    place = locate(document, passage.span)
    return place.start, place.end


def meet(found: tuple[Place, Place], gold: tuple[Place, Place]) -> bool:
    """Both places share half of the shorter one."""
    shares = [
        (min(a[1], b[1]) - max(a[0], b[0]), min(a[1] - a[0], b[1] - b[0])) for a, b in zip(found, gold, strict=True)
    ]
    return all(2 * shared >= size > 0 for shared, size in shares)


if __name__ == "__main__":
    sys.exit(main())
