"""Pin the floors at what is measured now: `python -m bench.evaluate.pin`. A floor that would fall is kept."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.evaluate.__main__ import run_seeds, seed_scores
from bench.evaluate.gold import GOLD
from bench.evaluate.own_dates import own_date_scores
from bench.evaluate.scores import OF_FOUND, Score
from bench.evaluate.unseen import unseen_scores

MEASURES = ("precision", "recall")
# Nobody may look at the errors on the blind topics, so a fall of their precision can't be mended but by tuning on them:
# what guards them is F1.
BLIND_MEASURES = ("f1", "recall")
FEWEST = 12  # answers in the gold: what rests on fewer is shown, but jumps too much to be a floor


def gold_files() -> list[Path]:
    """All files of the gold, the texts of the unseen topics and the prose with dates among them."""
    topics = [one for name in ("unseen", "practice", "blind") for one in (GOLD / name).iterdir()]
    return sorted([*GOLD.glob("seeds-*"), *topics, *(GOLD / "dates").glob("*.txt")])


def measures(scores: Iterable[Score]) -> dict[str, float]:
    """Precision (F1 where it is blind) and recall of each score that is worth a floor, by `part language measure`; not
    precision that is of what another score found."""
    worth = [one for one in scores if one.gold >= FEWEST]
    pinned = [(one, name) for one in worth for name in (BLIND_MEASURES if one.part.startswith("blind") else MEASURES)]
    kept = [(one, name) for one, name in pinned if one.note != OF_FOUND or name == "recall"]  # nor F1 of it
    return {f"{one.part} {one.language} {name}": round(getattr(one, name), 1) for one, name in kept}


def main() -> int:
    """Write tests/gold/floors.json."""
    path = GOLD / "floors.json"
    before = json.loads(path.read_text("utf-8"))["scores"] if path.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        scores = [*seed_scores(run_seeds(Path(folder))), *own_date_scores(), *unseen_scores()]
    measured = measures(scores)
    for name, floor in before.items():
        if measured.get(name, 0.0) < floor:
            print(f"{name}: measured {measured.get(name)}, the floor stays at {floor}", file=sys.stderr)
    floors = {name: max(value, before.get(name, 0.0)) for name, value in measured.items()}
    gold = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in gold_files()}
    path.write_text(json.dumps({"gold": gold, "scores": floors}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
