"""The tables of a run as CSV: UTF-8, a header row, a text always in quotes, what is not told without."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.exports.reading import ExportFault, remedy
from pipeline.model.tables import TABLES, TABLES_VERSION
from pipeline.stages.publish.alignment.table import FORMULA

if TYPE_CHECKING:
    import polars as pl

# A cell that a spreadsheet would run as a formula, with the apostrophes that it may have before it already: one more
# is put there, so that taking one away gives every cell back.
DANGEROUS = f"^('*[{re.escape(''.join(FORMULA))}])"


def csv_tables(outputs: Path) -> dict[str, bytes]:
    """Every table as CSV by file name. Raises ExportFault where the run left one out or writes other tables."""
    return {f"csv/{table.name}.csv": csv_of(table_in(outputs, table.name)) for table in TABLES}


def table_in(outputs: Path, name: str) -> pl.DataFrame:
    """One table of a run. Raises ExportFault."""
    import polars as pl

    path = outputs / "tables" / f"{name}.parquet"
    if not path.is_file():
        raise ExportFault(f"{path}: there is no such table. {remedy(outputs)} first.")
    try:
        version = pl.read_parquet_metadata(path).get("accord")
        frame = pl.read_parquet(path)
    except pl.exceptions.PolarsError as error:
        raise ExportFault(f"{path}: cannot be read ({error}). {remedy(outputs)} again.") from error
    if version != TABLES_VERSION:
        raise ExportFault(f"{path}: is of version {version!r}, not {TABLES_VERSION!r}. {remedy(outputs)} again.")
    return frame


def csv_of(frame: pl.DataFrame) -> bytes:
    """A frame as CSV that no spreadsheet runs."""
    import polars as pl

    safe = frame.with_columns(pl.col(pl.String).str.replace(DANGEROUS, "'${1}"))
    return safe.write_csv(quote_style="non_numeric", line_terminator="\n").encode("utf-8")
