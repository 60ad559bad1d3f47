"""Writes the report beside the other outputs."""

from __future__ import annotations

from pathlib import Path

from pipeline.knowledge import load
from pipeline.report.figures import figures
from pipeline.report.page import report_page
from pipeline.report.sight import sights
from pipeline.store.files import write_files

PAGE = "report/index.html"


def write_report(outputs: Path, models: Path) -> Path:
    """Write the page and its pictures below `outputs/report/`; returns the page's path. The same tables and words give
    the same bytes.

    Raises OutputsFault, KnowledgeFault, MissingExtra, each with what to do.
    """
    seen = sights(outputs, load(models))
    drawn = [figures(sight) for sight in seen]
    written = {PAGE: report_page(seen, drawn)}
    for sight, each in zip(seen, drawn, strict=True):
        written |= {f"report/{name}.{sight.code}.svg": one.file for name, one in each.drawings.items()}
    write_files(outputs, written, last=PAGE)
    return outputs / PAGE
