"""SQL over the tables, through DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.facts.faults import QueryFault
from pipeline.facts.shelf import NAMES, Shelf

if TYPE_CHECKING:
    import duckdb
    import polars as pl


def connect(shelf: Shelf) -> duckdb.DuckDBPyConnection:
    """A database in memory with a view for each table; files are read by the query that needs them."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"autoload_known_extensions": False})
    for name in NAMES:
        path = str(shelf.path(name).resolve()).replace("'", "''")
        connection.execute(f"create view {name} as select * from read_parquet('{path}')")
    return connection


def sql(connection: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None) -> pl.DataFrame:
    """The rows of `query`; none for one that asks nothing. Raises QueryFault, which names the place in it."""
    import duckdb
    import polars as pl

    try:
        found = connection.sql(query, params=parameters or [])
    except duckdb.Error as error:
        raise QueryFault(str(error)) from None
    return pl.DataFrame() if found is None else pl.DataFrame(found)
