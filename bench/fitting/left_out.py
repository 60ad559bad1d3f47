"""How many pairs of topics are found that nothing was learnt from: `python -m bench.fitting.left_out [--context]`.

Each topic is judged by weights learnt without it (as `comparable.py` fits them; what stands around the pairs of the
others was judged with it), so this is what may be hoped for on texts that nobody has seen; `make eval` measures the
weights that ship, on topics that they were fitted on. It takes five minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.evaluate.gold import HOUSE
from bench.evaluate.mining import read_pool
from bench.fitting.cases import Judged, cases
from bench.fitting.comparable import Lessons, amid, chances, lessons, surrounded
from bench.fitting.logistic import Floats
from pipeline.knowledge import load
from pipeline.model import ASSERTED, OFFERED
from pipeline.stages.align.aligning import told_by
from pipeline.stages.align.comparable import UNSURE, Candidate, chosen
from pipeline.stages.align.contexts import InContext
from pipeline.stages.align.likeness import Reasons

NOTHING = Reasons(**dict.fromkeys(Reasons.__dataclass_fields__, 0.0))
HEADS = [f"{tier}, {what}" for tier in ("asserted", "shown") for what in ("right", "found", "look-alikes")]

Counts = tuple[int, int, int, int, int, int]  # shown, right; found, there to find; look-alikes shown, planted


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    knowledge = load(HOUSE / "models")
    context = InContext(told_by()) if "--context" in arguments else None
    found = lessons(read_pool(HOUSE.parent / "shared" / "data", knowledge), knowledge, context)
    table, groups = Table("topic", *HEADS), dict[str, list[tuple[Counts, Counts]]]()
    for case, one, scores in zip(cases(), found.told, left_out(found), strict=True):
        tiers = counted(one, scores, ASSERTED), counted(one, scores, OFFERED)
        table.add_row(case.name, *cells(tiers))
        groups.setdefault(case.group, []).append(tiers)
    table.add_section()
    for group, rows in groups.items():
        asserted, shown = (summed(column) for column in zip(*rows, strict=True))
        table.add_row(group, *cells((asserted, shown)))
    Console().print(table)
    return 0


def left_out(found: Lessons) -> list[Floats]:
    """The scores of each case's candidates by weights learnt without it."""
    seen, scores = found.amid(), []
    for at, one in enumerate(track(found.told, "left out", console=Console(stderr=True), transient=True)):
        event = found.event(one)
        first = np.maximum(chances(one.reasons, found.worded), chances(one.reasons, event))
        around = amid(one, found.worded, event).reasons
        second = chances(around, surrounded([*seen[:at], *seen[at + 1 :]], found.names))
        lonely = ~around[:, -2:].any(axis=1)
        scores.append(np.where((first >= ASSERTED) | lonely, first, np.maximum(first, np.minimum(second, UNSURE))))
    return scores


def counted(one: Judged, scores: Floats, least: float) -> Counts:
    """What is shown from a score on, among the pairs that count."""
    pairs = [
        Candidate(left, right, NOTHING, score)
        for (left, right), score in zip(one.ends.tolist(), scores.tolist(), strict=True)
    ]
    kept = {(pair.left, pair.right) for pair in chosen(pairs, least)}
    shown = np.array([tuple(ends) in kept for ends in one.ends.tolist()])
    right = int((shown & (one.same > 0)).sum())
    found, alike = (sum(bool(shown[list(rows)].any()) for rows in gold) for gold in (one.pairs, one.alike))
    return int((shown & (one.counts > 0)).sum()), right, found, len(one.pairs), alike, len(one.alike)


def summed(counts: Sequence[Counts]) -> Counts:
    """All of them together."""
    shown, right, found, same, mistaken, alike = np.sum(counts, axis=0).tolist()
    return shown, right, found, same, mistaken, alike


def cells(tiers: Sequence[Counts]) -> list[str]:
    """Of each tier right of those shown, found of those there, look-alikes shown."""
    return [
        text
        for shown, right, found, same, mistaken, alike in tiers
        for text in (share(right, shown), share(found, same), f"{mistaken}/{alike}")
    ]


def share(part: int, whole: int) -> str:
    """A share in percent, with what it is of."""
    return f"{100 * part / whole:.0f} % ({part}/{whole})" if whole else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
