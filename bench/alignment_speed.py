"""Mining among many sentences: an index over all of them, as a ratio to exact search over a tenth.

`python -m bench.alignment_speed` makes vectors from the sentences of NTREX: each is a mean of two real ones with noise
of its own, in French and in English, so that each has a counterpart. CPU seconds, one thread or more as BLAS is set.
"""

from __future__ import annotations

import argparse
import csv
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bench.evaluate.gold import HOUSE
from bench.evaluate.mining import FILE
from pipeline.stages.align.comparable import CANDIDATES
from pipeline.stages.align.encoder import Vectors, centre, centred, encode
from pipeline.stages.align.neighbours import Nearest, by_all, by_cells
from pipeline.stages.align.rivals import NEIGHBOURS

NOISE = 0.5
SECOND = 0.7  # how much of the second sentence is in the mean
ASKED = 1_000  # queries whose exact neighbours are looked up


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.alignment_speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    left, right = many(*real(options.data / FILE), options.size)
    tenth = options.size // 10
    exact, _ = timed(lambda: by_all(left[:tenth], right[:tenth], CANDIDATES))
    before = peak()
    quick, found = timed(lambda: by_cells(left, right, CANDIDATES))
    print(f"exact, {tenth} x {tenth}: {exact:.1f} s; index, {options.size} x {options.size}: {quick:.1f} s")
    print(f"ratio {quick / exact:.1f} (exact search over all would be 100); memory {peak() - before:.0f} MB more")
    some = np.random.default_rng(1).choice(len(left), min(ASKED, len(left)), replace=False)
    truth = by_all(left[some], right, CANDIDATES)
    for count in (1, NEIGHBOURS, CANDIDATES):
        print(f"of the exact {count} nearest, found {recall(truth, found, some, count):.4f}")
    return 0


def real(path: Path) -> tuple[Vectors, Vectors]:
    """The centred vectors of NTREX in English and French."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    raw = [encode([row[column] for row in rows]) for column in (1, 2)]
    return centred(raw[0], centre(raw[0])), centred(raw[1], centre(raw[1]))


def many(left: Vectors, right: Vectors, size: int) -> tuple[Vectors, Vectors]:
    """`size` pairs of vectors made of two real ones and noise."""
    chance = np.random.default_rng(0)
    first, second = chance.integers(0, len(left), size), chance.integers(0, len(left), size)
    made = []
    for side in (left, right):
        noise = chance.standard_normal((size, side.shape[1]), dtype=np.float32) / np.float32(side.shape[1] ** 0.5)
        mixed = side[first] + np.float32(SECOND) * side[second] + np.float32(NOISE) * noise
        made.append((mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32))
    return made[0], made[1]


def timed(search: Callable[[], Nearest]) -> tuple[float, Nearest]:
    """CPU seconds of a search, and what it found."""
    start = time.process_time()
    found = search()
    return time.process_time() - start, found


def peak() -> float:
    """The most memory held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def recall(truth: Nearest, found: Nearest, some: np.ndarray[tuple[int], np.dtype[np.int64]], count: int) -> float:
    """The share of the exact nearest that were found."""
    pairs = zip(truth.rows[:, :count].tolist(), found.rows[some, :count].tolist(), strict=True)
    return float(np.mean([len(set(exact) & set(quick)) / count for exact, quick in pairs]))


if __name__ == "__main__":
    sys.exit(main())
