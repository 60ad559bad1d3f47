"""Opens an outputs folder; what no finished run of this version left is refused in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.facts.faults import OutputsFault
from pipeline.facts.window import Facts
from pipeline.model.tables import TABLES, TABLES_VERSION

AGAIN = "Run `make run` (or `accord run --outputs {}`) to make it"


def load(outputs: str | Path | None = None, language: str | None = None) -> Facts:
    """The facts that a run left in `outputs`: by default the `outputs/` here, or of the nearest folder above.

    `language` (a code such as `fr`) chooses in which language claims, actors and treaties are called in frames and
    cards; without it, the first one by code that has a label. Reads one small file: frames are read when asked for.

    Raises OutputsFault where the folder is missing, holds no finished run, misses a table, or was written by another
    version; the message says which run to do.
    """
    folder = nearest() if outputs is None else Path(outputs)
    remedy = AGAIN.format(folder)
    if not folder.is_dir():
        raise OutputsFault(folder, "there is no such folder", remedy)
    report = read_report(folder)
    if report.get("tables") != TABLES_VERSION:
        raise OutputsFault(folder, "it was written by another version of Accord, with other tables", remedy)
    missing = [one.name for one in TABLES if not (folder / "tables" / f"{one.name}.parquet").is_file()]
    if missing:
        raise OutputsFault(folder, f"it is not whole: tables/{missing[0]}.parquet is missing", remedy)
    return Facts(folder, language)


def nearest() -> Path:
    """The `outputs/` with a finished run in the working folder or the nearest above it, else the one that would be."""
    here = Path.cwd()
    runs = (folder / "outputs" for folder in (here, *here.parents) if (folder / "outputs" / "run.json").is_file())
    return next(runs, Path("outputs"))


def read_report(folder: Path) -> dict[str, Any]:
    """What the run said of itself, in run.json. Raises OutputsFault."""
    path, remedy = folder / "run.json", AGAIN.format(folder)
    if not path.is_file():
        raise OutputsFault(folder, "no run has been finished here (run.json is missing)", remedy)
    try:
        report = json.loads(path.read_bytes())
    except ValueError:
        raise OutputsFault(folder, "run.json is broken", remedy) from None
    if not isinstance(report, dict) or "claims" not in report:
        raise OutputsFault(folder, "run.json is not one of Accord's", remedy)
    return report
