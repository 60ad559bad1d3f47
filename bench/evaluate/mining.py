"""Mining: in two heaps of sentences of which few translate each other, which do? Built from NTREX (news, CC BY-SA 4.0).

A share of the sentences stands on both sides; the rest on each side are other sentences than the rest of the other.
News repeat themselves (a headline and its first sentence, one story in two papers): a pair of a sentence and the
translation of another one that says half of the same words counts neither way. The plain margins get the
threshold that is best for them on each draw; the house's scorer has its own, and weights fitted on other documents.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.evaluate.scores import Score
from bench.fitting.logistic import Sample, fit, joined
from pipeline.knowledge import Knowledge
from pipeline.knowledge.comparable import Weights
from pipeline.model import ASSERTED, Reading, Span
from pipeline.run.words import NEEDED, installed
from pipeline.stages import annotate, claims, dates, ingest, resolve
from pipeline.stages.align.aligning import sides_of, told_by
from pipeline.stages.align.comparable import Candidate, Side, candidates, chosen
from pipeline.stages.align.contexts import NAMES as IN_CONTEXT
from pipeline.stages.align.contexts import InContext
from pipeline.stages.align.encoder import Vectors
from pipeline.stages.align.likeness import Reasons, logistic, rarity
from pipeline.stages.align.passages import Index, Passage, index_of, passage, told

FILE = Path("align") / "ntrex-dev" / "ntrex-even-docs.tsv"
SHARES = (10, 20, 30)
DRAWS = 5
FOLDS = 5
RIDGE = 5.0
NAMES: tuple[str, ...] = (
    "cosine",
    "margin",
    "lead",
    "part",
    "part_lead",
    "words",
    "contained",
    "words_lead",
    "length",
    "actors",
)
NAMES += ("numbers", "date_conflict", "month_conflict", "treaty_conflict", "number_conflict")
HEAD = 12  # characters by which a line is found again in the clean text
NEIGHBOURS = 4

Found = Sequence[tuple["Draw", list[Candidate]]]
Measure = Callable[[Vectors], Vectors]


@dataclass(frozen=True)
class Pool:
    """Sentences in English (left) and French (right), the document of each; equal positions translate each other."""

    left: Side
    right: Side
    documents: tuple[str, ...]

    @cached_property
    def repeats(self) -> frozenset[tuple[int, int]]:
        """Positions of different sentences that share half of the lesser one's words, three or more, in a language."""
        found: set[tuple[int, int]] = set()
        for side in (self.left, self.right):
            words = [set(one.words) for one in side.passages]
            for row, ours in enumerate(words):
                for column, theirs in enumerate(words[:row]):
                    shared = len(ours & theirs)
                    if shared > 2 and 2 * shared >= min(len(ours), len(theirs)):
                        found |= {(row, column), (column, row)}
        return frozenset(found)


@dataclass(frozen=True)
class Draw:
    """One mining task: which sentences of the pool stand left and right, these in an order that tells nothing; the
    share that stands on both."""

    share: int
    left: NDArray[np.intp]
    right: NDArray[np.intp]

    @property
    def parallel(self) -> int:
        """How many pairs there are to find."""
        return len(np.intersect1d(self.left, self.right))


def mining_scores(data: Path, knowledge: Knowledge) -> tuple[list[Score], list[str]]:
    """Scores of the house's scorer, without context and with it, and of plain margins, by share; nothing but a word
    where the data are missing."""
    if not (data / FILE).is_file():
        return [], [f"mining: {data / FILE} is missing"]
    pool = read_pool(data, knowledge)
    draws = [draw(len(pool.documents), share, seed) for share in SHARES for seed in range(DRAWS)]
    scores = house_scores(pool, [(one, judged(pool, one, knowledge)) for one in draws], NAMES, "mining")
    for share in SHARES:
        plain = [(one, pool) for one in draws if one.share == share]
        for name, measure in MARGINS.items():
            scores.append(
                total(f"mining {share} %", [best(*one, measure) for one in plain], f"{name}, its best threshold")
            )
    if not all(map(installed, NEEDED)):
        return scores, ["mining in context: the extra `transformers` is not installed"]
    context = InContext(told_by())
    found = [(one, judged(pool, one, knowledge, context)) for one in draws]
    return [*scores, *house_scores(pool, found, (*NAMES, *IN_CONTEXT), "mining in context")], []


def house_scores(pool: Pool, found: Found, names: Sequence[str], part: str) -> list[Score]:
    """The scores of the house's scorer by share: wording fitted on other documents, and all as shipped."""
    weights = [wording(pool, found, names, fold) for fold in range(FOLDS)]
    scores: list[Score] = []
    for share in SHARES:
        mine = [(one, pairs) for one, pairs in found if one.share == share]
        held = [held_out(pool, one, pairs, weights) for one, pairs in mine]
        shipped = [counted(pool, one, chosen(pairs, ASSERTED)) for one, pairs in mine]
        scores.append(total(f"{part} {share} %", held, "by document"))
        scores.append(total(f"{part} {share} %", shipped, "as shipped"))
    return scores


def total(part: str, counts: Sequence[tuple[int, int, int]], note: str) -> Score:
    """The score of several draws: sums of (found, right, there)."""
    found, right, there = (sum(one[at] for one in counts) for at in range(3))
    return Score(part, "all", found, right, there, right, note)


def draw(size: int, share: int, seed: int) -> Draw:
    """`share` per cent of each side parallel, all sentences of the pool used."""
    order = np.random.default_rng([seed, share]).permutation(size)
    side = int(size / (2 - share / 100))
    both = round(side * share / 100)
    right = np.concatenate([order[:both], order[side : 2 * side - both]])
    return Draw(share, np.sort(order[:side]), np.random.default_rng([seed, share, 1]).permutation(right))


def judged(pool: Pool, one: Draw, knowledge: Knowledge, context: InContext | None = None) -> list[Candidate]:
    """The candidates of a draw, by the shipped weights."""
    left, right = part_of(pool.left, one.left), part_of(pool.right, one.right)
    model = knowledge.comparable_in_context if context else knowledge.comparable
    return candidates(left, right, rarity([*left.passages, *right.passages]), model, context)


def part_of(side: Side, rows: NDArray[np.intp]) -> Side:
    """Some sentences of a side."""
    return Side([side.passages[row] for row in rows], side.vectors[rows], side.clauses, side.lexicon)


def counted(pool: Pool, one: Draw, pairs: Sequence[Candidate]) -> tuple[int, int, int]:
    """How many pairs count, how many of them are right, how many there are to find."""
    places = [(int(one.left[pair.left]), int(one.right[pair.right])) for pair in pairs]
    kept = [pair for pair in places if pair not in pool.repeats]
    return len(kept), sum(left == right for left, right in kept), one.parallel


def held_out(pool: Pool, one: Draw, pairs: Sequence[Candidate], weights: Sequence[Weights]) -> tuple[int, int, int]:
    """The counts of a draw when each pair is judged by wording weights fitted on pairs of other documents only: those
    of its fold."""
    scored = [replace(pair, score=logistic(pair.reasons, weights[folds(pool, one, pair)[0]])) for pair in pairs]
    return counted(pool, one, chosen(scored, ASSERTED))


def folds(pool: Pool, one: Draw, pair: Candidate) -> tuple[int, int]:
    """The folds of the documents of a pair."""
    order = sorted(set(pool.documents))
    left, right = pool.documents[one.left[pair.left]], pool.documents[one.right[pair.right]]
    return order.index(left) % FOLDS, order.index(right) % FOLDS


def wording(pool: Pool, found: Found, names: Sequence[str] = NAMES, fold: int | None = None) -> Weights:
    """The wording weights fitted on all pairs whose documents are outside `fold`."""
    samples = [
        sample(pool, one, [pair for pair in pairs if fold not in folds(pool, one, pair)], names) for one, pairs in found
    ]
    return Weights(**fit(joined(samples), names, RIDGE))


def sample(pool: Pool, one: Draw, pairs: Sequence[Candidate], names: Sequence[str]) -> Sample:
    """Reasons and answers of a draw's pairs, those that count."""
    places = [(int(one.left[pair.left]), int(one.right[pair.right])) for pair in pairs]
    kept = [(pair, place) for pair, place in zip(pairs, places, strict=True) if place not in pool.repeats]
    same = np.array([float(left == right) for _, (left, right) in kept])
    return Sample(
        matrix([pair.reasons for pair, _ in kept], names), same, np.full(len(kept), 1 / (DRAWS * len(SHARES)))
    )


def matrix(found: Sequence[Reasons], names: Sequence[str]) -> NDArray[np.float64]:
    """Reasons as rows."""
    return np.array([[getattr(one, name) for name in names] for one in found])


def best(one: Draw, pool: Pool, measure: Measure) -> tuple[int, int, int]:
    """The counts of mutual best pairs under a plain measure, at the threshold with the highest F1."""
    values = measure(pool.left.vectors[one.left] @ pool.right.vectors[one.right].T)
    across, back = values.argmax(axis=1), values.argmax(axis=0)
    mutual = [(row, int(column)) for row, column in enumerate(across) if back[column] == row]
    places = [
        (int(one.left[row]), int(one.right[column])) for row, column in sorted(mutual, key=lambda at: -values[at])
    ]
    answers = np.cumsum([left == right for left, right in places if (left, right) not in pool.repeats])
    f1 = 2 * answers / (np.arange(1, len(answers) + 1) + one.parallel)
    at = int(f1.argmax())
    return at + 1, int(answers[at]), one.parallel


def around(cosines: Vectors) -> Vectors:
    """The mean cosine of both sides' nearest neighbours."""
    rows = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    columns = np.sort(cosines, axis=0)[-NEIGHBOURS:].mean(axis=0)
    mean: Vectors = (rows[:, None] + columns[None, :]) / 2
    return mean


MARGINS: dict[str, Measure] = {
    "cosine": lambda cosines: cosines,
    "ratio margin": lambda cosines: np.divide(cosines, np.maximum(around(cosines), 1e-3), dtype=np.float32),
    "distance margin": lambda cosines: cosines - around(cosines),
}


def read_pool(data: Path, knowledge: Knowledge) -> Pool:
    """All sentences of the sample, read by the real rooms, a document each for what NTREX calls one."""
    with (data / FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    lines: dict[tuple[str, str], list[str]] = {}
    for name, english, french in rows:
        lines.setdefault((name, "en"), []).append(" ".join(english.split()))
        lines.setdefault((name, "fr"), []).append(" ".join(french.split()))
    readings = read_lines(lines, knowledge)
    resolution = resolve.resolve(list(readings.values()), knowledge)
    sides: dict[str, list[Passage | None]] = {"en": [], "fr": []}
    for key in lines:
        reading = readings[key]
        index = index_of(reading, resolution, knowledge)
        sides[key[1]] += [joined_passage(reading, place, index, knowledge) for place in places(reading, lines[key])]
    kept = [at for at, pair in enumerate(zip(sides["en"], sides["fr"], strict=True)) if all(pair)]
    chosen_ones = {code: tuple(one for at in kept if (one := found[at])) for code, found in sides.items()}
    made = sides_of(chosen_ones, {"en": "en", "fr": "fr"})
    return Pool(made["en"], made["fr"], tuple(rows[at][0] for at in kept))


def read_lines(lines: dict[tuple[str, str], list[str]], knowledge: Knowledge) -> dict[tuple[str, str], Reading]:
    """Each document read by the rooms before alignment, a paragraph a line."""
    documents = {
        key: ingest.ingest(
            ".".join((*key, "txt")),
            "\n\n".join(text).encode(),
            ingest.DocumentSettings(language=key[1]),
            knowledge,
        )
        for key, text in lines.items()
    }
    ordered = sorted(documents, key=lambda key: (key[1], key[0]))
    read: dict[tuple[str, str], Reading] = {}
    made = annotate.annotate([documents[key] for key in ordered], knowledge)
    for key, annotation in zip(ordered, made, strict=True):
        found = dates.find(documents[key], annotation, knowledge)
        told_here = claims.find(documents[key], annotation, found, knowledge)
        read[key] = Reading(documents[key], annotation, found, told_here)
    return read


def places(reading: Reading, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each line begins in the clean text (lines may have been joined there), and where the next one does."""
    text, starts = reading.document.text, [0]
    for before, line in pairwise(lines):
        at = text.find(line[:HEAD], starts[-1] + max(1, len(before) - HEAD))
        starts.append(at if at >= 0 else starts[-1])
    return zip(starts, [*starts[1:], len(text)], strict=True)


def joined_passage(reading: Reading, place: tuple[int, int], index: Index, knowledge: Knowledge) -> Passage | None:
    """The passage of all sentences that begin in a place; None where there is none."""
    inside = [one for one in reading.annotation.sentences if place[0] <= one.span.start < place[1]]
    if not inside:
        return None
    span = Span(reading.document.id, inside[0].span.start, inside[-1].span.end)
    whole = replace(inside[0], span=span, last=inside[-1].last)
    statements = tuple(one for sentence in inside for one in told(sentence, index))
    return replace(passage(reading, whole, index, knowledge.packs[reading.document.language].align), told=statements)
