"""Word links on fairy tales with hand-made links (ALIBI, Xu & Yvon 2016): the error rate of Och & Ney (2003)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.scores import Score
from pipeline.run.words import NEEDED, installed
from pipeline.stages.align.aligning import told_by
from pipeline.stages.align.links import Context, linked

FOLDER = Path("align") / "words-dev"
LINK = re.compile(r"(\d+)([-p])(\d+)")

Place = tuple[int, int]
Words = tuple[str, ...]


@dataclass(frozen=True)
class Tale:
    """One text and its translation, sentence by sentence: words, and the links that are sure or at least possible."""

    name: str
    pairs: tuple[tuple[Words, Words], ...]
    sure: tuple[frozenset[Place], ...]
    possible: tuple[frozenset[Place], ...]


def word_scores(data: Path) -> tuple[list[Score], list[str]]:
    """A score for each tale that lies under `data`, one for all, by vectors and in context; and what was skipped."""
    tales = list(read_tales(data))
    if not tales:
        return [], [f"word links: no {FOLDER} beside the project"]
    plain = scored(tales, "word links", None)
    if not all(map(installed, NEEDED)):
        return plain, ["word links in context: the extra `transformers` is not installed"]
    return [*plain, *scored(tales, "word links in context", told_by())], []


def scored(tales: Sequence[Tale], part: str, context: Context | None) -> list[Score]:
    """A score for each tale and one for all."""
    scores = [score(tale, part, context) for tale in tales]
    whole = Score(part, "all", *(sum(getattr(one, name) for one in scores) for name in COUNTS))
    return [noted(one) for one in (*scores, whole)]


COUNTS = ("predicted", "right", "gold", "found")


def score(tale: Tale, part: str, context: Context | None) -> Score:
    """The links that the house finds in one tale: those found that are possible, and the sure ones among them."""
    found = [{(one.left, one.right) for one in links} for links in linked(tale.pairs, "parallel", context)]
    right = sum(len(mine & theirs) for mine, theirs in zip(found, tale.possible, strict=True))
    sure = sum(len(mine & theirs) for mine, theirs in zip(found, tale.sure, strict=True))
    return Score(f"{part} {tale.name}", "all", sum(map(len, found)), right, sum(map(len, tale.sure)), sure)


def error_rate(one: Score) -> float:
    """1 - (found and possible + found and sure) / (found + sure)."""
    return 1 - (one.right + one.found) / max(1, one.predicted + one.gold)


def noted(one: Score) -> Score:
    """The score with its error rate said."""
    note = f"alignment error rate {error_rate(one):.3f}"
    return Score(one.part, one.language, one.predicted, one.right, one.gold, one.found, note)


def read_tales(data: Path) -> Iterator[Tale]:
    """The tales under `data`, by name of their folder."""
    for links in sorted((data / FOLDER).glob("*/ali_w2w_*.txt")):
        name = links.parent.name
        sides = [sentences(links.parent / f"{side}_sents.txt") for side in name.split("_")]
        gold = [links_of(line) for line in links.read_text("utf-8").splitlines()]
        yield Tale(
            name=name,
            pairs=tuple(zip(*sides, strict=True)),
            sure=tuple(frozenset(at for at, kind in one if kind == "-") for one in gold),
            possible=tuple(frozenset(at for at, _ in one) for one in gold),
        )


def sentences(path: Path) -> Sequence[Words]:
    """The words of each sentence: a number, a tab, words with spaces between them."""
    return [tuple(line.partition("\t")[2].split()) for line in path.read_text("utf-8").splitlines()]


def links_of(line: str) -> list[tuple[Place, str]]:
    """The links of a sentence in the extended Pharaoh format: `3-4` is sure, `3p4` possible."""
    found = LINK.findall(line.partition("\t")[2])
    return [((int(left), int(right)), kind) for left, kind, right in found]
