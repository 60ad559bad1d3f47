"""Parallel texts: beads of the four novels, each aligned with weights fitted on the other three, beside other aligners;
how far confidences can be believed; and whether the right mode is taken."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.evaluate.lacking import lacking
from bench.evaluate.novels import Novel, joined, place, read_novels, text_of
from bench.evaluate.peers.aligners import gale_church, like_bertalign
from bench.evaluate.scores import Score
from bench.fitting.parallel import fit, paired
from bench.fitting.stretches import stack
from pipeline.knowledge import Knowledge
from pipeline.knowledge.aligner import AlignerModel
from pipeline.stages.align.modes import TRANSLATED
from pipeline.stages.align.parallel import Bead, Text, parallel

NEWS = Path("align") / "ntrex-dev" / "ntrex-even-docs.tsv"
SURE = 0.95
REVIEWED = (0.1, 0.2)  # shares of the least sure beads that a person mends
LACKING = (0.25, 0.5)  # shares of one side that are cut out
EACH = "beads exactly right, each novel by the other three"


@dataclass(frozen=True, slots=True)
class Judged:
    """A bead's confidence and whether the gold has exactly it."""

    confidence: float
    right: bool


def translation_scores(data: Path, knowledge: Knowledge) -> tuple[list[Score], list[str]]:
    """All scores of the parallel mode, and what is missing for them."""
    novels = read_novels(data)
    scores = [*novel_scores(novels, knowledge)] if novels else []
    skipped = [] if novels else ["align/novels-dev: no novels, so no scores of parallel texts"]
    if not (data / NEWS).is_file():
        return scores, [*skipped, f"{NEWS}: missing, so no scores of the mode"]
    return [*scores, *mode_scores(data / NEWS, novels, knowledge)], skipped


def novel_scores(novels: Sequence[Novel], knowledge: Knowledge) -> Iterator[Score]:
    """Strict F1 of beads with something on both sides, over all novels; then what the confidences are worth."""
    models = list(held_out(novels, knowledge))
    found = aligned(novels, models)
    for name, beads in (
        ("parallel", found),
        ("parallel: like bertalign", [like_bertalign(one.left, one.right) for one in novels]),
        ("parallel: Gale-Church", [gale_church(one.left, one.right) for one in novels]),
    ):
        yield strict(name, novels, beads)
    judged = [one for novel, beads in zip(novels, found, strict=True) for one in judge(novel, beads)]
    sure = [one for one in judged if one.confidence >= SURE]
    right = sum(one.right for one in sure)
    yield Score("parallel sure", "all", len(sure), right, len(judged), len(sure), "precision from 0.95 up; their share")
    for share in REVIEWED:
        yield reviewed(judged, share)
    yield from lacking_scores("parallel", novels, models)


def lacking_scores(name: str, texts: Sequence[Novel], models: Sequence[AlignerModel]) -> Iterator[Score]:
    """Strict F1 where one side lacks a part, once the left and once the right one."""
    for share in LACKING:
        cut = [lacking(one, side, share) for side in (0, 1) for one in texts]
        found = aligned(cut, [*models, *models])
        yield strict(f"{name}, {share:.0%} of a side missing", cut, found, "beads exactly right of those that are left")


def aligned(texts: Sequence[Novel], models: Iterable[AlignerModel]) -> list[Sequence[Bead]]:
    """The beads of each of the texts by its model."""
    return [parallel(one.left, one.right, model).beads for one, model in zip(texts, models, strict=True)]


def held_out(novels: Sequence[Novel], knowledge: Knowledge) -> Iterator[AlignerModel]:
    """For each novel the model with weights that were fitted on the others."""
    pairs = [(novel, paired(novel, knowledge.aligner)) for novel in novels]
    for novel in novels:
        weights = fit(stack([one for one in pairs if one[0] is not novel]))
        whole = dict.fromkeys(knowledge.aligner.weights, 0.0) | weights
        yield msgspec.structs.replace(knowledge.aligner, weights=whole)


def strict(name: str, novels: Sequence[Novel], found: Iterable[Sequence[Bead]], note: str = EACH) -> Score:
    """How many beads are exactly the gold's."""
    predicted = right = gold = 0
    for novel, beads in zip(novels, found, strict=True):
        ours, theirs = {place(bead) for bead in beads if bead.translated}, joined(novel.gold)
        predicted, right, gold = predicted + len(ours), right + len(ours & theirs), gold + len(theirs)
    return Score(name, "all", predicted, right, gold, right, note)


def judge(novel: Novel, beads: Sequence[Bead]) -> Iterator[Judged]:
    """The beads of one novel."""
    gold = joined(novel.gold)
    return (Judged(bead.confidence, place(bead) in gold) for bead in beads if bead.translated)


def reviewed(judged: Sequence[Judged], share: float) -> Score:
    """Precision once a person has mended the least sure beads."""
    ranked = sorted(judged, key=lambda one: one.confidence)
    mended = int(share * len(ranked))
    right = mended + sum(one.right for one in ranked[mended:])
    return Score(f"parallel reviewed {share:.0%}", "all", len(ranked), right, len(ranked), right, "least sure mended")


def mode_scores(news: Path, novels: Sequence[Novel], knowledge: Knowledge) -> Iterator[Score]:
    """Translations, the same with one side shuffled, and unrelated texts: how many get the right mode."""
    stories = read_news(news)
    random_order = random.Random(1)
    counts = {"mode translations": [0, 0], "mode shuffled": [0, 0], "mode unrelated": [0, 0]}
    for at, (left, right) in enumerate(stories):
        other = stories[(at + len(stories) // 2) % len(stories)][1]
        mixed = random_order.sample(right, len(right))
        for name, theirs in zip(counts, (right, mixed, other), strict=True):
            taken = covered(left, theirs, knowledge) >= TRANSLATED
            counts[name][taken == (name == "mode translations")] += 1
    for novel in novels:
        taken = parallel(novel.left, novel.right, knowledge.aligner).coverage >= TRANSLATED
        counts["mode translations"][taken] += 1
    texts = [Novel("", own_text(left), own_text(right), ((1, 1),) * len(left)) for left, right in stories]
    yield from lacking_scores("parallel news", texts, [knowledge.aligner] * len(texts))
    for name, (wrong, well) in counts.items():
        yield Score(name, "all", wrong + well, well, wrong + well, well, "pairs of documents taken for what they are")


def covered(left: Sequence[str], right: Sequence[str], knowledge: Knowledge) -> float:
    """The coverage of two stories."""
    return parallel(own_text(left), own_text(right), knowledge.aligner).coverage


def own_text(story: Sequence[str]) -> Text:
    """One side of a story, a paragraph a sentence."""
    return text_of(story, [True] * len(story))


def read_news(path: Path) -> list[tuple[list[str], list[str]]]:
    """The English and French sentences of each news story."""
    stories: dict[str, tuple[list[str], list[str]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            story = stories.setdefault(row["document"], ([], []))
            story[0].append(row["en"])
            story[1].append(row["fr"])
    return [stories[name] for name in sorted(stories)]
