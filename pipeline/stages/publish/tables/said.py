"""The rows of what is said: claims, their wordings and roles, statements and their spans."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.tables.naming import Namer
from pipeline.stages.publish.tables.values import Row, joined, listed, time_columns

SPAN = ("document", "start", "end", "byte_start", "byte_end", "quote")


def claim_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row a claim, with its quantity, its stance and its support."""
    only = {one["claim"]: (language, one["why"]) for language, told in graph["asymmetry"].items() for one in told}
    for one in graph["claims"]:
        language, why = only.get(one["id"], (None, None))
        row = {key: one[key] for key in ("id", "predicate", "place", "status")} | wording(one, namer)
        row |= time_columns(one["time"]) | amounts(one["quantity"]) | {"only": language, "why_only": why}
        row |= {key: joined(said[key] for said in one["statements"]) for key in ("polarity", "modality")}
        support = one["support"]
        row["languages"] = joined(support["languages"])
        yield row | {key: support[key] for key in ("documents", "independent")}


def amounts(quantity: Json | None) -> Row:
    """Value, scale included, and unit."""
    quantity = quantity or {}
    value = quantity.get("value")
    return {"value": None if value is None else float(value) * quantity["scale"], "unit": quantity.get("unit")}


def wording(claim: Json, namer: Namer, language: str | None = None) -> Row:
    """A claim's line, its subjects and its objects, in words."""
    roles = {role: namer.role(claim, role, language) for role in ("subject", "object")}
    return {"text": namer.line(claim, language)} | roles


def wording_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row for each claim and language."""
    for claim in graph["claims"]:
        for language in namer.languages:
            yield {"claim": claim["id"], "language": language} | wording(claim, namer, language)


def statement_rows(graph: Json) -> Iterator[Row]:
    """One row a statement of a claim, with the place and text of its evidence."""
    for claim in graph["claims"]:
        for one in claim["statements"]:
            row = {"id": one["id"], "claim": claim["id"], "predicate": claim["predicate"]}
            row |= {key: one["spans"][0][key] for key in SPAN} | holder_columns(one["holder"])
            row |= {key: one[key] for key in ("sentence", "polarity", "modality", "cue", "language", "grade", "rule")}
            yield row | {"confidence": float(one["confidence"])} | time_columns(one["time"])


def holder_columns(holder: Json) -> Row:
    """Who asserts it, and who reports that."""
    row = {"holder_kind": holder["kind"], "holder_actor": holder["actor"], "holder_text": holder["text"]}
    within, outer = [], holder["within"]
    while outer:
        within.append(outer["text"] or outer["kind"])
        outer = outer["within"]
    return row | {"holder_within": joined(within)}


def span_rows(graph: Json) -> Iterator[Row]:
    """One row for each marked place of a statement."""
    for claim in graph["claims"]:
        for one in claim["statements"]:
            for span in one["spans"]:
                row = {"statement": one["id"], "claim": claim["id"], "role": span["role"]}
                yield row | {key: span[key] for key in SPAN}


def role_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row a filler: an id of the graph (`ref`) or a text, and what it is called."""
    for claim in graph["claims"]:
        for role, fillers in claim["roles"].items():
            for filler in listed(fillers):
                known = filler in namer.labels
                row = {"claim": claim["id"], "role": role, "label": namer.label(filler)}
                yield row | {"ref": filler if known else None, "text": None if known else filler}
