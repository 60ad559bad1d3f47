"""The dates part of `make eval` beside the scores of the seeds: public sets, the field, false dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.evaluate.date_field import MEASURES, Standing, field, seed_sets
from bench.evaluate.dateless import FalseDates, own_false_dates, public_false_dates
from bench.evaluate.gold import HOUSE, Json, Run
from bench.evaluate.public_dates import public_sets, reference, set_scores
from bench.evaluate.scores import Score
from pipeline.knowledge import load

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True)
class DatesReport:
    """Our scores on public sets, all systems side by side, false dates, and what was skipped."""

    scores: list[Score]
    field: list[Standing]
    false: list[FalseDates]
    skipped: list[str]

    def rows(self) -> Json:
        """What eval.json holds beside the scores."""
        return {"field": [one.row() for one in self.field], "false": [one.row() for one in self.false]}


def dates_report(run: Run, data: Path) -> DatesReport:
    """Measure all of it; what lies beside the project may be missing."""
    sets, skipped = public_sets(data, load(HOUSE / "models"))
    scorer = reference(data)
    scores = list(set_scores(sets, scorer)) if scorer else []
    standings, unasked = field([*seed_sets(run), *sets], data, scorer) if scorer else ([], ["others on dates: no data"])
    false, missing = public_false_dates(data)
    return DatesReport(scores, standings, [*own_false_dates(), *false], [*skipped, *unasked, *missing])


def field_table(report: DatesReport) -> Table:
    """All systems side by side."""
    from rich.table import Table

    table = Table(title="Dates beside the field", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("texts", "system"):
        table.add_column(name, header_style="dim", no_wrap=True)
    for name in MEASURES:
        table.add_column(name, header_style="dim", justify="right", min_width=len(name))
    table.add_column("note", header_style="dim")
    last = ""
    for one in report.field:
        figures = (f"{one.figures[name]:.1f}" for name in MEASURES)
        table.add_row(one.dataset if one.dataset != last else "", one.system, *figures, one.note)
        last = one.dataset
    return table


def false_table(report: DatesReport) -> Table:
    """False dates per 10,000 characters."""
    from rich.table import Table

    table = Table(title="Dates in text without dates", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("language", "per 10,000", "found", "characters", "note"):
        table.add_column(name, header_style="dim", justify="left" if name in ("language", "note") else "right")
    for one in report.false:
        table.add_row(one.language, f"{one.rate:.2f}", str(len(one.found)), str(one.characters), one.name)
    return table
