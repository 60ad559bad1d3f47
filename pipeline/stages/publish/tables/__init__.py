"""The graph as flat Parquet tables for notebooks; `pipeline.model.tables` says what each column holds."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.model.tables import TABLES, TABLES_VERSION, Table
from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.tables import meetings, nodes, said
from pipeline.stages.publish.tables.naming import Namer
from pipeline.stages.publish.tables.values import Row

if TYPE_CHECKING:
    import polars as pl

# What the Parquet files say about themselves.
METADATA = {"accord": TABLES_VERSION}

Words = Mapping[str, Mapping[str, str]]


def tables(graph: Json, layers: Mapping[str, Sequence[Json]], issues: Sequence[Json], words: Words) -> dict[str, bytes]:
    """Each table as Parquet bytes by file name, from the contract's graph, its layers and its issues.

    `words` are, by language, what roles, polarities and modalities are called in the lines of claims.
    """
    rows = rows_by_table(graph, layers, issues, words)
    return {f"tables/{table.name}.parquet": parquet(table, rows[table.name]) for table in TABLES}


def rows_by_table(
    graph: Json, layers: Mapping[str, Sequence[Json]], issues: Sequence[Json], words: Words
) -> dict[str, list[Row]]:
    """The rows of each table."""
    namer = Namer(graph, words)
    made = {
        "documents": nodes.document_rows(graph),
        "predicates": nodes.predicate_rows(graph, namer),
        "actors": nodes.actor_rows(graph, namer),
        "treaties": nodes.treaty_rows(graph, namer),
        "slots": nodes.slot_rows(graph, namer),
        "names": nodes.name_rows(graph),
        "claims": said.claim_rows(graph, namer),
        "wordings": said.wording_rows(graph, namer),
        "statements": said.statement_rows(graph),
        "spans": said.span_rows(graph),
        "roles": said.role_rows(graph, namer),
        "links": graph["links"],
        "alignments": meetings.alignment_rows(graph),
        "aligned_claims": meetings.aligned_claim_rows(graph),
        "sentences": meetings.sentence_rows(layers["sentences"]),
        "issues": meetings.issue_rows(issues),
    }
    return {name: list(rows) for name, rows in made.items()}


def parquet(table: Table, rows: list[Row]) -> bytes:
    """`rows` as Parquet with the columns of `table`, which an empty table keeps, and the version of the tables."""
    import polars as pl

    buffer = io.BytesIO()
    pl.DataFrame(rows, schema=schema(table), orient="row").write_parquet(buffer, compression="zstd", metadata=METADATA)
    return buffer.getvalue()


def schema(table: Table) -> dict[str, type[pl.DataType]]:
    """The polars type of each column of `table`, in order."""
    import polars as pl

    kinds = {"text": pl.String, "day": pl.Date, "count": pl.Int64, "number": pl.Float64, "flag": pl.Boolean}
    return {column.name: kinds[column.kind] for column in table.columns}
