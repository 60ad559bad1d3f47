"""Fit the weights of the parallel aligner to gold beads, and write models/alignment/parallel.toml.

`python -m bench.fitting.parallel` reads the four novels (docs/alignment.md). Maximum likelihood with a ridge, L-BFGS;
the words that a first round teaches are those of the model as it stands, so the script is run until nothing changes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize

from bench.evaluate.gold import HOUSE
from bench.evaluate.novels import Novel, read_novels
from bench.fitting.chances import loss
from bench.fitting.stretches import Stretches, stack
from pipeline.knowledge import load
from pipeline.knowledge.aligner import AlignerModel
from pipeline.stages.align.parallel.corridor import trail
from pipeline.stages.align.parallel.counterparts import joined
from pipeline.stages.align.parallel.pairing import Pairing, pairing, read_again
from pipeline.stages.align.parallel.sides import side
from pipeline.stages.align.parallel.translating import aligned, lessons, word_table

RIDGE = 2.0  # with 1 as much is right, but what is above 0.95 is too sure of itself
STEPS = 120
HEAD = """# How much each sign counts when parallel texts are aligned: pipeline/stages/align/parallel/signs.py.
# Written by bench/fitting/parallel.py; models/CARDS.md says from what. Do not edit by hand.
"""


def main() -> int:
    """Fit on all novels and write the model."""
    novels = read_novels(HOUSE.parent / "shared" / "data")
    if not novels:
        print("The novels are missing: put align/novels-dev into ../shared/data.", file=sys.stderr)
        return 1
    model = load(HOUSE / "models").aligner
    fitted = fit(stack([(novel, paired(novel, model)) for novel in novels]))
    write(msgspec.structs.replace(model, weights=fitted), HOUSE / "models" / "alignment" / "parallel.toml")
    return 0


def paired(novel: Novel, model: AlignerModel) -> Pairing:
    """A novel's two texts beside each other, with the words that a first round teaches."""
    sides = side(novel.left, novel.right), side(novel.right, novel.left)
    table = word_table(*sides)
    pair = pairing(*sides, trail(novel.left.vectors, novel.right.vectors), table)
    return read_again(pair, joined(table, lessons(*sides, aligned(pair, model.weights))))


def fit(stretches: Stretches, ridge: float = RIDGE) -> dict[str, float]:
    """The weights under which the gold is likeliest, by name of the sign."""
    start = np.zeros(len(stretches.names))
    found = minimize(loss, start, args=(stretches, ridge), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {name: round(float(weight), 4) for name, weight in zip(stretches.names, found.x, strict=True)}


def write(model: AlignerModel, path: Path) -> None:
    """The model as TOML, the signs in order of name."""
    lines: Sequence[str] = [f"{name} = {weight}" for name, weight in sorted(model.weights.items())]
    rows = [HEAD + f"slope = {model.slope}", f"shift = {model.shift}", "", "[weights]", *lines]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
