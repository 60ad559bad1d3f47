"""The graph as flat Parquet tables for notebooks: one row a thing, real dates, EDTF beside them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pipeline.stages.publish.evidence import Json

Row = dict[str, Any]


def tables(graph: Json) -> dict[str, bytes]:
    """Each table as Parquet bytes by file name, from the contract's graph."""
    return {f"tables/{name}.parquet": parquet(name, list(rows(graph))) for name, rows in TABLES.items()}


def time_columns(time: Json | None, prefix: str = "") -> Row:
    """EDTF, its first and last day as real dates (None where open or before year 1), and the basis."""
    time = time or {}
    return {
        f"{prefix}edtf": time.get("edtf"),
        f"{prefix}from": day(time.get("from")),
        f"{prefix}to": day(time.get("to")),
        f"{prefix}basis": time.get("basis"),
    }


def day(iso: str | None) -> date | None:
    """An ISO day as a date; None for an open end and for years that `date` cannot hold."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def document_rows(graph: Json) -> Iterator[Row]:
    """One row a document."""
    plain = ("id", "path", "sha256", "language", "title", "publisher", "series", "number", "encoding")
    for one in graph["documents"]:
        row = {key: one[key] for key in plain} | {"authors": one["authors"]}
        yield row | {"characters": one["characters"], "bytes": one["bytes"]} | time_columns(one["date"], "date_")


def label_columns(labels: dict[str, str]) -> Row:
    """`label` (the first by language code) and all labels as a list of `language: label`."""
    pairs = sorted(labels.items())
    return {
        "label": pairs[0][1] if pairs else None,
        "labels": [f"{language}: {label}" for language, label in pairs],
    }


def actor_rows(graph: Json) -> Iterator[Row]:
    """One row an actor."""
    for one in graph["actors"]:
        forms = sorted({form for forms in one["forms"].values() for form in forms})
        row = {"id": one["id"], "type": one["type"]} | label_columns(one["labels"])
        yield row | {"forms": forms, "same_as": one["same_as"]}


def treaty_rows(graph: Json) -> Iterator[Row]:
    """One row a treaty; signatories and parties as lists of actor ids."""
    for one in graph["treaties"]:
        row = {"id": one["id"], "kind": one["kind"]} | label_columns(one["labels"])
        row |= time_columns(one["signed"], "signed_")
        for slot in ("signatories", "parties"):
            row[slot] = [value["actor"] or value["text"] for value in one[slot]]
        row["status"] = [value["text"] for value in one["status"]]
        yield row | {"missing": one["missing"]}


def claim_rows(graph: Json) -> Iterator[Row]:
    """One row a claim, with its quantity and its support."""
    for one in graph["claims"]:
        quantity = one["quantity"] or {}
        value = quantity.get("value")
        row = {"id": one["id"], "predicate": one["predicate"], "place": one["place"], "status": one["status"]}
        row |= time_columns(one["time"]) | {"value": None if value is None else float(value) * quantity["scale"]}
        row |= {"unit": quantity.get("unit"), "languages": one["support"]["languages"]}
        yield row | {"documents": one["support"]["documents"], "independent": one["support"]["independent"]}


def statement_rows(graph: Json) -> Iterator[Row]:
    """One row a statement of a claim, with the place and text of its evidence."""
    for claim in graph["claims"]:
        for one in claim["statements"]:
            evidence, holder = one["spans"][0], one["holder"]
            row = {"id": one["id"], "claim": claim["id"], "predicate": claim["predicate"]}
            row |= {key: evidence[key] for key in ("document", "start", "end", "byte_start", "byte_end", "quote")}
            row |= {"holder_kind": holder["kind"], "holder_actor": holder["actor"], "holder_text": holder["text"]}
            row |= {key: one[key] for key in ("polarity", "modality", "cue", "language", "grade", "rule")}
            yield row | {"confidence": float(one["confidence"])} | time_columns(one["time"])


def role_rows(graph: Json) -> Iterator[Row]:
    """One row a filler: claim, role, and an id of the graph (`ref`) or a text."""
    known = {one["id"] for kind in ("actors", "treaties") for one in graph[kind]}
    for claim in graph["claims"]:
        for role, fillers in claim["roles"].items():
            for filler in [fillers] if isinstance(fillers, str) else fillers:
                ref = filler if filler in known else None
                yield {"claim": claim["id"], "role": role, "ref": ref, "text": None if ref else filler}


def alignment_rows(graph: Json) -> Iterator[Row]:
    """One row for each passage of an alignment."""
    fixed = {"id", "kind", "score", "shared", "claims", "notes", "decision", "by"}
    for one in graph["alignments"]:
        for language in sorted(set(one) - fixed):
            for span in one[language]:
                row = {"alignment": one["id"], "kind": one["kind"], "score": float(one["score"]), "language": language}
                row |= {"decision": one["decision"], "by": one["by"]}
                yield row | {key: span[key] for key in ("document", "start", "end", "quote")}


def link_rows(graph: Json) -> Iterator[Row]:
    """One row a link between two claims."""
    yield from graph["links"]


TABLES: dict[str, Callable[[Json], Iterator[Row]]] = {
    "documents": document_rows,
    "actors": actor_rows,
    "treaties": treaty_rows,
    "claims": claim_rows,
    "statements": statement_rows,
    "roles": role_rows,
    "alignments": alignment_rows,
    "links": link_rows,
}


def parquet(name: str, rows: list[Row]) -> bytes:
    """`rows` as Parquet with the columns of table `name`, which an empty table keeps."""
    import polars as pl

    from pipeline.stages.publish.columns import columns

    frame = pl.DataFrame(rows, schema=columns(name), orient="row")
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd")
    return buffer.getvalue()
