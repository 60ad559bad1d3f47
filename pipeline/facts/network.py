"""The graph of actors and treaties as a networkx MultiDiGraph."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

TOLD = ("predicate", "edtf", "polarity", "modality", "status", "languages")
SLOTS = ("signatories", "parties")


def network(shelf: Shelf, ids: list[str] | None) -> nx.MultiDiGraph:
    """Actors and treaties as nodes, claims as edges; with `ids`, only the edges that touch one of these."""
    import networkx as nx

    made = edges(shelf, ids)
    with uncollected():
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(nodes(shelf, None if ids is None else touched(made, ids)))
        names = [name for name in made.columns if name not in ("a", "b", "key")]
        values = zip(*(made[name].to_list() for name in names), strict=True)
        ends = zip(made["a"].to_list(), made["b"].to_list(), made["key"].to_list(), strict=True)
        told = (dict(zip(names, row, strict=True)) for row in values)
        graph.add_edges_from((a, b, key, data) for (a, b, key), data in zip(ends, told, strict=True))
    return graph


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cycle collector, which would walk millions of young dictionaries in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def touched(made: pl.DataFrame, ids: list[str]) -> list[str]:
    """The nodes at the ends of the edges, and those asked for."""
    return sorted({*made["a"], *made["b"], *ids})


def nodes(shelf: Shelf, kept: list[str] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each actor and treaty with `kind`, `type` and `label`; treaties with `signed`."""
    import polars as pl

    actors = shelf.scan("actors").select("id", "label", "type", kind=pl.lit("actor"), signed=pl.lit(None, pl.String))
    treaties = shelf.scan("treaties").select(
        "id", "label", type="kind", kind=pl.lit("treaty"), signed=pl.col("signed_edtf")
    )
    both = pl.concat([actors, treaties.select("id", "label", "type", "kind", "signed")])
    if kept is not None:
        both = both.filter(pl.col("id").is_in(kept))
    for id_, label, type_, kind, signed in both.collect().iter_rows():
        yield id_, {"label": label, "type": type_, "kind": kind} | ({"signed": signed} if signed else {})


def edges(shelf: Shelf, ids: list[str] | None) -> pl.DataFrame:
    """One row an edge: from each subject of a claim to whatever fills another role, and from the signatories and
    parties of a treaty to it. `key` is unique between two nodes: claim and role, or the slot."""
    import polars as pl

    roles = shelf.scan("roles").filter(pl.col("ref").is_not_null())
    subjects = roles.filter(pl.col("role") == "subject").select("claim", a="ref")
    others = roles.filter(pl.col("role") != "subject").select("claim", "role", b="ref")
    claims = shelf.scan("claims").select("id", *TOLD)
    told = subjects.join(others, on="claim").join(claims, left_on="claim", right_on="id")
    key = pl.concat_str("claim", pl.lit(" "), "role")
    slots = shelf.scan("slots").filter(pl.col("slot").is_in(SLOTS), pl.col("ref").is_not_null())
    bound = slots.select("edtf", "modality", a="ref", b="treaty", key="slot", predicate="slot", role="slot")
    both = pl.concat([told.with_columns(key=key), bound.unique(["a", "b", "key"], maintain_order=True)], how="diagonal")
    if ids is not None:
        both = both.filter(pl.col("a").is_in(ids) | pl.col("b").is_in(ids))
    return both.unique(["a", "b", "key"], keep="first", maintain_order=True).collect()
