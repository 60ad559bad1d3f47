"""What the terminal shows: progress while a run goes on, its summary, the verdict of a verification."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.run.report import Lap, Report
from pipeline.verify import Verdict

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID
    from rich.table import Table

    from pipeline.exports import Exported
    from pipeline.run.importing import Imported

COUNTS = ("documents", "actors", "treaties", "claims", "corroborated", "tension", "alignments", "issues")
SHOWN = {"tension": "in tension"}


class ProgressBar:
    """A bar for each stage on standard error; nothing at all when that is no terminal."""

    def __init__(self) -> None:
        self.bar: Bar | None = None
        self.task: TaskID | None = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self.bar = Progress(*columns, console=Console(stderr=True), transient=True)

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.stop()

    def begin(self, stage: str, total: int) -> None:
        """`stage` starts on `total` results."""
        if self.bar:
            self.task = self.bar.add_task(stage, total=total)

    def step(self, stage: str) -> None:
        """One more result of `stage` stands."""
        if self.bar and self.task is not None:
            self.bar.advance(self.task)

    def end(self, lap: Lap) -> None:
        """A stage is done."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, completed=lap.made + lap.kept, total=lap.made + lap.kept)


def show_report(report: Report, outputs: Path, until: str) -> None:
    """The summary of a run: what was found, how long each stage took, what was set aside."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if report.unchanged:
        console.print(f"Nothing changed since the last run: [bold]{escape(str(outputs))}[/] is up to date.")
    console.print(count_table(report, Table))
    if not report.unchanged:
        console.print(lap_table(report, Table))
    for line in report.broken:
        console.print(f"[bold red]set aside[/] {escape(line)}", soft_wrap=True)
    if until != "publish":
        console.print(f"Stopped after {until}; {escape(str(outputs))} is as it was.", soft_wrap=True)
        return
    console.print(f"The graph is {escape(str(outputs / 'graph.json'))}", soft_wrap=True)
    console.print(
        f"Read both texts side by side in {escape(str(outputs / 'alignment' / 'index.html'))}", soft_wrap=True
    )
    if report.issues:
        where = escape(str(outputs / "issues.jsonl"))
        console.print(
            f"{report.issues} {'issue' if report.issues == 1 else 'issues'} to look at in {where}", soft_wrap=True
        )


def count_table(report: Report, table: type[Table]) -> Table:
    """The counts, a row each."""
    counts = table(box=None, show_header=False, padding=(0, 2, 0, 0))
    counts.add_column(justify="right", style="bold")
    counts.add_column()
    for name in COUNTS:
        counts.add_row(str(getattr(report, name)), SHOWN.get(name, name))
    return counts


def lap_table(report: Report, table: type[Table]) -> Table:
    """The stages with their times; `kept` are results that nothing had changed for."""
    laps = table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("stage", "seconds", "made", "kept"):
        laps.add_column(name, justify="left" if name == "stage" else "right")
    for lap in report.laps:
        laps.add_row(lap.stage, f"{lap.seconds:.2f}", str(lap.made), str(lap.kept))
    laps.add_row("total", f"{sum(lap.seconds for lap in report.laps):.2f}", "", "", style="bold")
    return laps


def show_address(url: str, corpus: Path) -> None:
    """Where the page is served, and where its decisions go."""
    print(f"Open {url}", flush=True)
    print(f"Decisions are saved in {corpus / 'decisions' / 'alignments.jsonl'}; `make run` applies them.", flush=True)
    print("Stop with Ctrl+C.", flush=True)


def show_imported(imported: Imported, corpus: Path) -> None:
    """What an import took; what it refused, a line each, on standard error."""
    added = imported.added
    known = f", {added.known} known already" if added.known else ""
    where = corpus / "decisions" / "alignments.jsonl"
    print(f"{added.new} new {'decision' if added.new == 1 else 'decisions'}{known}; they stand in {where}.")
    if added.new:
        print("`make run` applies them.")
    for line in imported.refused:
        print(f"refused: {line}", file=sys.stderr)


def show_exported(exported: Sequence[Exported]) -> None:
    """The files of each format, and what should be known of it."""
    for one in exported:
        for path in one.paths:
            print(path)
        if one.note:
            print(f"  {one.note}")


def show_written(page: Path) -> None:
    """Where the page is that was written."""
    print(f"Open {page} in a browser; it needs no network.")


def show_verdict(verdict: Verdict) -> None:
    """What a verification found; what fell, a line each, on standard error."""
    for one in verdict.fallen:
        print(f"{one.kind} {one.id} falls: {one.document}: {one.why}", file=sys.stderr)
    if not verdict.fallen:
        print(f"All {verdict.spans} spans stand: every quote was derived again from the raw bytes.")
        return
    claims = len({one.id for one in verdict.fallen if one.kind == "claim"})
    print(
        f"{claims} {'claim falls' if claims == 1 else 'claims fall'}; {verdict.spans} spans were checked.",
        file=sys.stderr,
    )
