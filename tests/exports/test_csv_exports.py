"""CSV: every table, cell by cell, and nothing that a spreadsheet would run."""

import csv
import io
import re

import polars
import pytest
from hostile import HOSTILE

from pipeline.exports.tabular import csv_of
from pipeline.model.tables import TABLES

SAFE = re.compile(r"'+[=+\-@\t\r]")


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def original(cell):
    """A text before an apostrophe was put there."""
    return cell[1:] if SAFE.match(cell) else cell


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_comes_back_cell_by_cell(exported_run, table):
    frame = polars.read_parquet(exported_run / "tables" / f"{table.name}.parquet")
    read = rows((exported_run / "exports" / "csv" / f"{table.name}.csv").read_bytes())
    assert len(read) == frame.height
    for told, row in zip(read, frame.iter_rows(named=True), strict=True):
        assert list(told) == [column.name for column in table.columns]
        for column in table.columns:
            assert same(told[column.name], row[column.name], column.kind), (column.name, told, row)


def same(cell, value, kind):
    if value is None:
        return cell == ""
    if kind in {"count", "number"}:
        return float(cell) == value
    return original(cell) == value if kind == "text" else cell == str(value).lower()


def test_hostile_cells_come_back_and_none_begins_a_formula():
    frame = polars.DataFrame({"text": [*HOSTILE, *(f"{sign}1" for sign in "=+-@\t\r"), "", None], "number": -1.5})
    read = rows(csv_of(frame))
    assert [original(row["text"]) for row in read] == [text or "" for text in frame["text"]]
    assert not any(row["text"].startswith(tuple("=+-@\t\r")) for row in read)
    assert {row["number"] for row in read} == {"-1.5"}


def test_what_is_not_told_differs_from_an_empty_text():
    data = csv_of(polars.DataFrame({"a": ["", None], "b": ["x", "y"]}))
    assert data == b'"a","b"\n"","x"\n,"y"\n'
