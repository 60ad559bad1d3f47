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

# What few different values recur in on all edges: one template each, copied.
KINDS = ("role", "predicate", "polarity", "modality", "status", "languages")
SLOTS = ("signatories", "parties")


def network(shelf: Shelf, ids: list[str] | None) -> nx.MultiDiGraph:
    """Actors and treaties as nodes, claims as edges; with `ids`, only the edges that touch one of these."""
    import networkx as nx

    made = edges(shelf, ids)
    with uncollected():
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(nodes(shelf, None if ids is None else touched(made, ids)))
        connect(graph, made)
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


def connect(graph: nx.MultiDiGraph, made: pl.DataFrame) -> None:
    """Put the edges in, as `add_edges_from` would, in a quarter of its time: straight into the two dictionaries of
    neighbours, which share the dictionary of a pair's edges."""
    after, before = graph._succ, graph._pred
    rows = zip(*(made[name].to_list() for name in ("a", "b", "key")), attributes(made), strict=True)
    for a, b, key, told in rows:
        beside = after[a]
        if b in beside:
            beside[b][key] = told
        else:
            beside[b] = before[b][a] = {key: told}


def attributes(made: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """What each edge tells."""
    import polars as pl

    written = pl.concat_str((pl.col(name).fill_null("") for name in KINDS), separator="\t")
    coded = made.with_columns(code=written.cast(pl.Categorical).to_physical())
    first = coded.unique("code", keep="first")
    templates = dict(zip(first["code"], first.select(KINDS).iter_rows(named=True), strict=True))
    for code, claim, edtf in zip(*(coded[name].to_list() for name in ("code", "claim", "edtf")), strict=True):
        told = templates[code].copy()
        told["claim"], told["edtf"] = claim, edtf
        yield told


def touched(made: pl.DataFrame, ids: list[str]) -> list[str]:
    """The nodes at the ends of the edges, and those asked for."""
    return sorted({*made["a"], *made["b"], *ids})


def nodes(shelf: Shelf, kept: list[str] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each actor and treaty with `kind`, `type` and `label`; treaties with `signed`."""
    import polars as pl

    actors = shelf.scan("actors").select("id", "label", "type", kind=pl.lit("actor"))
    signed = {"type": pl.col("kind"), "kind": pl.lit("treaty"), "signed": pl.col("signed_edtf")}
    treaties = shelf.scan("treaties").select("id", "label", **signed)
    for some in (actors, treaties):
        found = some if kept is None else some.filter(pl.col("id").is_in(kept))
        for row in found.collect().iter_rows(named=True):
            yield row.pop("id"), row


def edges(shelf: Shelf, ids: list[str] | None) -> pl.DataFrame:
    """One row an edge: from each subject of a claim to whatever fills another role, and from the signatories and
    parties of a treaty to it. `key`, unique between two nodes, is the claim, with the role where a claim ties the two
    by several, or the slot."""
    import polars as pl

    roles = shelf.scan("roles").filter(pl.col("ref").is_not_null())
    subjects = roles.filter(pl.col("role") == "subject").select("claim", a="ref")
    others = roles.filter(pl.col("role") != "subject").select("claim", "role", b="ref")
    if ids is not None:
        mine = roles.filter(pl.col("ref").is_in(ids)).select("claim").unique()
        subjects, others = (some.join(mine, on="claim", how="semi") for some in (subjects, others))
    told = subjects.join(others, on="claim").join(claims(shelf), left_on="claim", right_on="id", maintain_order="left")
    slots = shelf.scan("slots").filter(pl.col("slot").is_in(SLOTS), pl.col("ref").is_not_null())
    bound = slots.select("edtf", "modality", a="ref", b="treaty", key="slot", predicate="slot", role="slot")
    both = pl.concat([told.with_columns(key="claim"), bound], how="diagonal")
    if ids is not None:
        both = both.filter(pl.col("a").is_in(ids) | pl.col("b").is_in(ids))
    return keyed(both.collect())


def claims(shelf: Shelf) -> pl.LazyFrame:
    """What edges tell of their claim."""
    return shelf.scan("claims").select("id", "edtf", "predicate", "polarity", "modality", "status", "languages")


def keyed(made: pl.DataFrame) -> pl.DataFrame:
    """`made` with each edge once, and keys that are unique between two nodes."""
    import polars as pl

    tie = ["a", "b", "key"]
    marks = pl.col("a").hash(1) ^ pl.col("b").hash(2) ^ pl.col("key").hash(3)
    several = made.select(marks.is_duplicated()).to_series()
    if not several.any():
        return made
    alike = made.filter(several).unique([*tie, "role"], keep="first", maintain_order=True)
    again = alike.select(tie).is_duplicated()
    alike = alike.with_columns(key=pl.when(again).then(pl.concat_str("key", pl.lit(" "), "role")).otherwise("key"))
    return pl.concat([made.filter(~several), alike])
