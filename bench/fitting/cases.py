"""What the weights for comparable texts are learnt from: pairs of texts, and which of their passages tell the same.

The topics of tests/align and tests/gold, and the seeds, which count more since they alone are long and have much in
common. Nothing of tests/gold/blind is read, and nothing is learnt from topics of tests/align that teach nothing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.evaluate.gold import GOLD, HOUSE, Json
from bench.evaluate.mining import Draw, Pool, matrix
from bench.fitting.logistic import Floats
from pipeline.knowledge import Knowledge
from pipeline.knowledge.comparable import Weights
from pipeline.model import Document, Reading
from pipeline.stages import annotate, claims, dates, ingest, resolve
from pipeline.stages.align.aligning import sides_of
from pipeline.stages.align.comparable import Candidate, candidates, places
from pipeline.stages.align.contexts import NAMES as IN_CONTEXT
from pipeline.stages.align.contexts import InContext
from pipeline.stages.align.likeness import rarity
from pipeline.stages.align.passages import Passage, passages
from pipeline.stages.align.rivals import Ends
from pipeline.text import locate

SURROUNDINGS = ("around", "beside")
NAMES = tuple(sorted(set(Weights.__struct_fields__) - {"bias", *IN_CONTEXT, *SURROUNDINGS}))
ALIKE = 8.0  # what a planted look-alike counts: it costs a translator more than a miss
SEEDS = 4.0  # what a pair of the seeds counts
TELLING = 2.0  # what a pair of a topic that tells the same counts: of what is best for both, more are right than of all
NEWS = 0.9  # what a pair of news counts that does not tell the same; wording learns from those that do

Place = tuple[int, int]
Rows = tuple[int, ...]


@dataclass(frozen=True)
class Case:
    """Two texts, the pairs of places that tell the same, those that are related and teach nothing, and look-alikes;
    what the texts teach: `all`, only what may be offered (`offers`), or `nothing`; and what they belong to."""

    name: str
    group: str
    texts: Mapping[str, tuple[str, bytes]]
    same: Sequence[tuple[Place, Place]]
    related: Sequence[tuple[Place, Place]]
    alike: Sequence[tuple[Place, Place]]
    counts: float = 1.0
    telling: float = TELLING
    teaches: str = "all"


@dataclass(frozen=True)
class Judged:
    """All candidates of a case: where they stand (n, 2), their reasons (n, names), whether they tell the same (n,), and
    how much each teaches (n,), 0 for nothing; what all of them teach; and which of them meet each pair that tells the
    same, and each look-alike."""

    ends: Ends
    reasons: Floats
    same: Floats
    counts: Floats
    teaches: str = "all"
    pairs: tuple[Rows, ...] = ()
    alike: tuple[Rows, ...] = ()


def cases() -> Iterator[Case]:
    """All topics and the seeds; not the news."""
    yield from gold_cases()
    yield from own_cases()
    yield seeds()


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
        texts = {code: (file.name, file.read_bytes()) for code, file in files.items()}
        yield Case(path.stem, f"tests/gold/{path.parent.name}", texts, same, (), alike)


def where(passage: str, text: str) -> Place:
    """Where a passage stands."""
    start = text.index(passage)
    return start, start + len(passage)


def own_cases() -> Iterator[Case]:
    """The topics of tests/align."""
    for path in sorted((HOUSE / "tests" / "align" / "topics").glob("*.toml")):
        gold = tomllib.loads(path.read_text("utf-8"))
        texts = {code: (f"{path.stem}.{code}.txt", " ".join(gold[code]).encode()) for code in ("en", "fr")}
        ends = {code: np.cumsum([len(one) + 1 for one in gold[code]]).tolist() for code in ("en", "fr")}
        spans = {code: list(zip([0, *found], (end - 1 for end in found), strict=False)) for code, found in ends.items()}
        same, related, alike = (
            [(spans["en"][b], spans["fr"][a]) for a, b in gold[key]] for key in ("same", "related", "alike")
        )
        teaches = gold.get("teaches", "all")
        group = f"tests/align, teach {teaches}{', told freely' * gold.get('freely', False)}"
        yield Case(path.stem, group, texts, same, related, alike, teaches=teaches)


def seeds() -> Case:
    """The two texts of the corpus."""
    files = {path.suffixes[0][1:]: path for path in (HOUSE / "corpus" / "documents").glob("*.txt")}
    gold = [json.loads(line) for line in (GOLD / "seeds-alignments.jsonl").read_text("utf-8").splitlines()]
    pairs = [(one["kind"], (bounds(one["en"]), bounds(one["fr"]))) for one in gold]
    same = [pair for kind, pair in pairs if kind.startswith("same")]
    related = [pair for kind, pair in pairs if not kind.startswith("same")]
    texts = {code: (file.name, file.read_bytes()) for code, file in files.items()}
    return Case("seeds", "corpus", texts, same, related, (), SEEDS, SEEDS)


def bounds(place: Json) -> Place:
    """Start and end of a place of the gold."""
    return place["start"], place["end"]


def judged(case: Case, knowledge: Knowledge, names: Sequence[str], context: InContext | None = None) -> Judged:
    """The candidates of a case, with the reasons of these names."""
    documents = {
        code: ingest.ingest(name, data, ingest.DocumentSettings(language=code), knowledge)
        for code, (name, data) in case.texts.items()
    }
    readings = {code: read(document, knowledge) for code, document in documents.items()}
    resolution = resolve.resolve(list(readings.values()), knowledge)
    told = {code: passages(reading, resolution, knowledge) for code, reading in readings.items()}
    sides = sides_of(told, {"en": "en", "fr": "fr"})
    rare = rarity([*told["en"], *told["fr"]])
    found = candidates(sides["en"], sides["fr"], rare, knowledge.comparable, context)
    stand = [
        (original(documents["en"], told["en"][one.left]), original(documents["fr"], told["fr"][one.right]))
        for one in found
    ]
    pairs, alike = (
        tuple(tuple(row for row, pair in enumerate(stand) if meet(pair, one)) for one in gold)
        for gold in (case.same, case.alike)
    )
    same = np.zeros(len(stand))
    same[[row for rows in pairs for row in rows]] = 1.0
    counts = np.array([weight(case, pair, bool(told)) for pair, told in zip(stand, same, strict=True)])
    reasons = matrix([one.reasons for one in found], names)
    return Judged(places(found), reasons, same, counts, case.teaches, pairs, alike)


def weight(case: Case, pair: tuple[Place, Place], same: bool) -> float:
    """How much a pair teaches."""
    if any(meet(pair, one) for one in case.alike):
        return ALIKE
    if same:
        return case.telling
    return 0.0 if any(meet(pair, one) for one in case.related) else case.counts


def news(pool: Pool, one: Draw, pairs: Sequence[Candidate], names: Sequence[str], draws: int) -> Judged:
    """The candidates of one of so many draws of news, of which those teach that do not tell the same."""
    meant = [(int(one.left[pair.left]), int(one.right[pair.right])) for pair in pairs]
    same = np.array([float(left == right) for left, right in meant])
    kept = np.array([pair not in pool.repeats for pair in meant])
    reasons = matrix([pair.reasons for pair in pairs], names)
    return Judged(places(pairs), reasons, same, NEWS / draws * kept * (1 - same))


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
