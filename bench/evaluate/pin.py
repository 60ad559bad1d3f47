"""Pin the floors at what is measured now: `python -m bench.evaluate.pin`. A floor that would fall is kept."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path

from bench.evaluate.__main__ import run_seeds, seed_scores
from bench.evaluate.gold import GOLD

MEASURES = ("precision", "recall")


def main() -> int:
    """Write tests/gold/floors.json."""
    path = GOLD / "floors.json"
    before = json.loads(path.read_text("utf-8"))["scores"] if path.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        scores = seed_scores(run_seeds(Path(folder)))
    measured = {
        f"{one.part} {one.language} {name}": round(getattr(one, name), 1) for one in scores for name in MEASURES
    }
    for name, floor in before.items():
        if measured.get(name, 0.0) < floor:
            print(f"{name}: measured {measured.get(name)}, the floor stays at {floor}", file=sys.stderr)
    floors = {name: max(value, before.get(name, 0.0)) for name, value in measured.items()}
    gold = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(GOLD.glob("seeds-*"))}
    path.write_text(json.dumps({"gold": gold, "scores": floors}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
