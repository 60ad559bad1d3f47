"""Score every stage on the seeds, print a table, write outputs/eval.json."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from bench.evaluate.alignments import alignment_scores
from bench.evaluate.claims import claim_scores, conflict_scores
from bench.evaluate.coverage import coverage_scores
from bench.evaluate.dates import date_scores
from bench.evaluate.dates_report import DatesReport, dates_report, false_table, field_table
from bench.evaluate.gold import HOUSE, Run, read_run
from bench.evaluate.mining import mining_scores
from bench.evaluate.names import actor_scores, name_scores
from bench.evaluate.own_dates import own_date_scores
from bench.evaluate.peers import peer_scores
from bench.evaluate.public_names import NamesReport, beside_table, names_report
from bench.evaluate.scores import Score
from bench.evaluate.translations import translation_scores
from bench.evaluate.treaties import treaty_scores
from bench.evaluate.unseen import unseen_scores
from bench.evaluate.word_alignments import word_scores
from pipeline.knowledge import load

SEEDS = ("union-russie-bielorussie.fr.txt", "ponars-memo-182.en.txt")


def main() -> int:
    """Run the seeds, score them, show and keep the scores."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        run = run_seeds(Path(folder))
    dates = dates_report(run, options.data)
    knowledge = load(HOUSE / "models")
    names = names_report(options.data, knowledge)
    peers, missing = peer_scores(options.data, knowledge)
    translations, untold = translation_scores(options.data, knowledge)
    words, wordless = word_scores(options.data)
    mined, unmined = mining_scores(options.data, knowledge)
    scores = [*seed_scores(run), *own_date_scores(), *unseen_scores(), *dates.scores, *peers, *names.scores]
    scores += [*translations, *mined, *words]
    skipped = [*dates.skipped, *missing, *names.skipped, *untold, *unmined, *wordless]
    show(scores, dates, names, skipped)
    options.outputs.mkdir(parents=True, exist_ok=True)
    rows = [score.row() for score in scores]
    text = json.dumps(
        {"scores": rows, **dates.rows(), **names.rows(), "skipped": skipped}, indent=1, ensure_ascii=False
    )
    (options.outputs / "eval.json").write_text(text + "\n", encoding="utf-8")
    return 0


def arguments() -> argparse.Namespace:
    """Where the results go and where the public samples lie."""
    parser = argparse.ArgumentParser(prog="make eval", description=__doc__)
    parser.add_argument("--outputs", type=Path, default=HOUSE / "outputs")
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    return parser.parse_args()


def run_seeds(folder: Path) -> Run:
    """`accord run` on the two seed texts alone, whatever else is in corpus/."""
    from pipeline.cli import main as accord

    (folder / "documents").mkdir()
    for name in SEEDS:
        shutil.copyfile(HOUSE / "corpus" / "documents" / name, folder / "documents" / name)
    code = accord(["run", "--corpus", str(folder), "--outputs", str(folder / "outputs")])
    if code:
        sys.exit(code)
    return read_run(folder / "outputs")


def seed_scores(run: Run) -> list[Score]:
    """All scores on the seeds, in the order of the stages."""
    return [
        *name_scores(run),
        *date_scores(run),
        *actor_scores(run),
        *treaty_scores(run),
        *claim_scores(run),
        *conflict_scores(run),
        *coverage_scores(run, HOUSE / "corpus" / "documents"),
        *alignment_scores(run),
    ]


def show(scores: list[Score], dates: DatesReport, names: NamesReport, skipped: list[str]) -> None:
    """The scores as a table, then dates beside the field and where there are none, names beside spaCy alone."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("part", "language", "precision", "recall", "F1", "right", "of", "extra", "found", "of", "note"):
        table.add_column(name, justify="left" if name in ("part", "language", "note") else "right", no_wrap=True)
    for one in scores:
        rates = (f"{one.precision:.1f}", f"{one.recall:.1f}", f"{one.f1:.1f}")
        counts = (str(one.right), str(one.predicted), f"{one.extra:.2f}", str(one.found), str(one.gold))
        table.add_row(one.part, one.language, *rates, *counts, one.note)
    console = Console(highlight=False)
    console.width = max(console.width, 160)
    for part in (table, field_table(dates), false_table(dates), beside_table(names)):
        console.print(part)
    for line in skipped:
        console.print(f"skipped: {line}", soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
