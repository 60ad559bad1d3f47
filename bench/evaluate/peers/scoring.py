"""How many of the selected cases are right, per suite and language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.evaluate.peers.measuring import Outcome, measure
from bench.evaluate.peers.selecting import FILES, select
from bench.evaluate.scores import Score
from pipeline.knowledge import Knowledge

NAMES = {"recognizers": "Recognizers-Text", "duckling": "Duckling"}
FLOOR = 85.0


def peer_scores(data: Path, knowledge: Knowledge) -> tuple[list[Score], list[str]]:
    """A score per suite and language, and a line where the suites are missing."""
    gone = missing(data)
    if gone:
        return [], [f"dates peers: no {', '.join(gone)} beside the project"]
    return suite_scores(measure(select(data / "dates").cases, knowledge)), []


def missing(data: Path) -> list[str]:
    """The files that are not there; the suites are not ours, so that they lie beside the project."""
    return [file for file in FILES.values() if not (data / "dates" / file).is_file()]


def suite_scores(outcomes: Iterable[Outcome]) -> list[Score]:
    """Right over selected; there is one answer a case, so that precision and recall are the same."""
    counts: dict[tuple[str, str], list[bool]] = {}
    for one in outcomes:
        counts.setdefault((one.case.suite, one.case.language), []).append(one.right)
    return [
        Score("dates peers", language, len(right), sum(right), len(right), sum(right), NAMES[suite])
        for (suite, language), right in sorted(counts.items(), reverse=True)
    ]
