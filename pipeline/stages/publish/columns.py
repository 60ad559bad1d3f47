"""The columns of the Parquet tables and their types, the same whether a table is empty or full."""

from __future__ import annotations

import polars as pl

TEXT, TEXTS, DAY, COUNT, NUMBER = pl.String, pl.List(pl.String), pl.Date, pl.Int64, pl.Float64


def time(prefix: str = "") -> dict[str, pl.DataType | type[pl.DataType]]:
    """The four columns of a time."""
    return {f"{prefix}edtf": TEXT, f"{prefix}from": DAY, f"{prefix}to": DAY, f"{prefix}basis": TEXT}


def texts(*names: str) -> dict[str, pl.DataType | type[pl.DataType]]:
    """Columns of text."""
    return dict.fromkeys(names, TEXT)


SCHEMAS: dict[str, dict[str, pl.DataType | type[pl.DataType]]] = {
    "documents": texts("id", "path", "sha256", "language", "title", "publisher", "series", "number", "encoding")
    | {"authors": TEXTS, "characters": COUNT, "bytes": COUNT}
    | time("date_"),
    "actors": texts("id", "type", "label") | {"labels": TEXTS, "forms": TEXTS, "same_as": TEXTS},
    "treaties": texts("id", "kind", "label")
    | {"labels": TEXTS}
    | time("signed_")
    | {"signatories": TEXTS, "parties": TEXTS, "status": TEXTS, "missing": TEXTS},
    "claims": texts("id", "predicate", "place", "status")
    | time()
    | {"value": NUMBER, "unit": TEXT, "languages": TEXTS, "documents": COUNT, "independent": COUNT},
    "statements": texts("id", "claim", "predicate", "document")
    | {"start": COUNT, "end": COUNT, "byte_start": COUNT, "byte_end": COUNT}
    | texts("quote", "holder_kind", "holder_actor", "holder_text", "polarity", "modality", "cue", "language")
    | texts("grade", "rule")
    | {"confidence": NUMBER}
    | time(),
    "roles": texts("claim", "role", "ref", "text"),
    "alignments": texts("alignment", "kind", "language", "document", "quote")
    | {"score": NUMBER, "start": COUNT, "end": COUNT}
    | texts("decision", "by"),
    "links": texts("kind", "a", "b", "why"),
}


def columns(name: str) -> dict[str, pl.DataType | type[pl.DataType]]:
    """The columns of table `name`, in order."""
    return SCHEMAS[name]
