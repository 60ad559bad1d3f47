"""Parallel alignment beside vecalign's algorithm, and how time grows with length.

`python -m bench.aligners` aligns the four novels with `sentweave` (vecalign; `pip install sentweave`, which compiles a
little C) on the same encoder and with ours, each novel by weights fitted on the others, and prints strict F1. Then it
aligns texts of 2,500 to 20,000 sentences, made of one novel over and over with sentences left out, and prints CPU
seconds and the ratio to the length before: 2 for twice the length is linear. Vectors are made before.
"""

from __future__ import annotations

import importlib
import random
import resource
import sys
import time
from collections.abc import Sequence
from types import ModuleType

from bench.evaluate.gold import HOUSE
from bench.evaluate.lacking import part
from bench.evaluate.novels import Novel, read_novels
from bench.evaluate.translations import aligned, held_out, strict
from pipeline.knowledge import load
from pipeline.knowledge.aligner import AlignerModel
from pipeline.stages.align.encoder import Vectors, encode
from pipeline.stages.align.parallel import Bead, Text, parallel

SIZES = (2_500, 5_000, 10_000, 20_000)
LEFT_OUT = 0.03


class Encoder:
    """The pipeline's encoder as sentweave asks for one."""

    def encode(self, sentences: Sequence[str], **_: object) -> Vectors:
        """Unit vectors (n, 512)."""
        return encode(list(sentences))


def main() -> int:
    """Measure and print."""
    novels, model = read_novels(HOUSE.parent / "shared" / "data"), load(HOUSE / "models").aligner
    if not novels:
        print("The novels are missing: put align/novels-dev into ../shared/data.", file=sys.stderr)
        return 1
    if "--speed" not in sys.argv:
        beside(novels)
    growth(max(novels, key=lambda one: len(one.left.sentences)), model)
    return 0


def beside(novels: Sequence[Novel]) -> None:
    """Strict F1 of ours and of sentweave."""
    ours = aligned(novels, held_out(novels, load(HOUSE / "models")))
    print(f"ours, held out     {strict('', novels, ours).f1:6.2f}")
    try:
        weaver = importlib.import_module("sentweave")
    except ImportError:
        print("sentweave is not installed: pip install sentweave")
        return
    found = [woven(weaver, novel) for novel in novels]
    print(f"sentweave          {strict('', novels, found).f1:6.2f}")


def woven(weaver: ModuleType, novel: Novel) -> list[Bead]:
    """What sentweave finds."""
    answer = weaver.align(list(novel.left.sentences), list(novel.right.sentences), encoder=Encoder())
    return [
        Bead(span(one.src_indices), span(one.tgt_indices), 1.0)
        for one in answer.alignments
        if one.src_indices and one.tgt_indices
    ]


def span(places: Sequence[int]) -> range:
    """From the first to the last place."""
    return range(min(places), max(places) + 1)


def growth(novel: Novel, model: AlignerModel) -> None:
    """CPU seconds for longer and longer texts."""
    before = 0.0
    for size in SIZES:
        left, right = longer(novel.left, size, 1), longer(novel.right, size, 2)
        started = time.process_time()
        found = parallel(left, right, model)
        spent = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = f"{spent / before:5.2f} times the one before" if before else ""
        print(f"{size:>7,} sentences {spent:8.1f} CPU s  {memory:6.0f} MB  coverage {found.coverage:.2f}  {ratio}")
        before = spent


def longer(text: Text, size: int, seed: int) -> Text:
    """A text of `size` sentences: `text` again and again, each time with a few sentences left out."""
    dice = random.Random(seed)
    places: list[int] = []
    while len(places) < size:
        places.extend(at for at in range(len(text.sentences)) if dice.random() > LEFT_OUT)
    return part(text, places[:size])


if __name__ == "__main__":
    sys.exit(main())
