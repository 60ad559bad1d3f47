"""The graph of actors and treaties as a networkx MultiDiGraph."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.facts.edges import edges
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

# What few different values recur in on all edges: one template each, copied.
KINDS = ("role", "predicate", "polarity", "modality", "status", "languages")
# The code of an edge's pair of nodes is the code of the one, times this, and that of the other.
HALF = 2**32


def network(shelf: Shelf, ids: list[str] | None) -> nx.MultiDiGraph:
    """Actors and treaties as nodes, claims as edges; with `ids`, only the edges that touch one of these."""
    with ThreadPoolExecutor(1) as beside, uncollected():
        begun = beside.submit(empty)
        made = edges(shelf, ids)
        graph = begun.result()
        found = nodes(shelf, None if ids is None else touched(made, ids))
        graph._node.update(found)
        for neighbours in (graph._succ, graph._pred):
            neighbours.update((name, {}) for name in found)
        sorting = beside.submit(paired, made, list(found))  # polars sorts while Python makes dictionaries
        keys, told = made["key"].to_list(), attributes(made)
        connect(graph, sorting.result(), keys, told)
    return graph


def empty() -> nx.MultiDiGraph:
    """An empty graph. The first pays for importing networkx, which passes while the tables are read."""
    import networkx as nx

    return nx.MultiDiGraph()


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


@dataclass(frozen=True)
class Pairs:
    """The edges by the pairs of nodes that they join: `rows` of the edges, pair by pair; of each pair the codes of its
    nodes, `starts` and `ends`, and how many edges it has (`sizes`); which node each code stands for (`names`)."""

    rows: list[int]
    starts: list[int]
    ends: list[int]
    sizes: list[int]
    names: dict[int, str]


def paired(made: pl.DataFrame, names: list[str]) -> Pairs:
    """The pairs of nodes of the edges `made`, whose ends are all among `names`."""
    import polars as pl

    apart = pl.concat([pl.Series("a", names, dtype=pl.String), made["a"], made["b"]])
    codes = apart.cast(pl.Categorical).to_physical().cast(pl.UInt64)
    pair = (codes.slice(len(names), made.height) * HALF + codes.slice(len(names) + made.height)).alias("pair")
    ordered = pair.to_frame().with_row_index("row").sort("pair", maintain_order=True)
    runs = ordered["pair"].rle().struct.unnest()
    starts, ends = (some.to_list() for some in (runs["value"] // HALF, runs["value"] % HALF))
    known = dict(zip(codes.head(len(names)).to_list(), names, strict=True))
    return Pairs(ordered["row"].to_list(), starts, ends, runs["len"].to_list(), known)


def connect(graph: nx.MultiDiGraph, pairs: Pairs, keys: list[str], told: list[dict[str, Any]]) -> None:
    """Put edges in between nodes that are there, as `add_edges_from` would, in a fraction of its time: pair by pair
    straight into the two dictionaries of neighbours, which share the dictionary of a pair's edges."""
    after, before = graph._succ, graph._pred
    each = ((keys[row], told[row]) for row in pairs.rows)
    ends = (map(pairs.names.__getitem__, some) for some in (pairs.starts, pairs.ends))
    for a, b, several in zip(*ends, pairs.sizes, strict=True):
        if several == 1:
            key, one = next(each)
            after[a][b] = before[b][a] = {key: one}
        else:
            after[a][b] = before[b][a] = dict(islice(each, several))


def attributes(made: pl.DataFrame) -> list[dict[str, Any]]:
    """What each edge tells."""
    import polars as pl

    written = pl.concat_str((pl.col(name).fill_null("") for name in KINDS), separator="\t")
    coded = made.select(*KINDS, code=written.cast(pl.Categorical).to_physical())
    first = coded.unique("code", keep="first")
    rows = (row | {"claim": None, "edtf": None} for row in first.select(KINDS).iter_rows(named=True))
    templates = dict(zip(first["code"], rows, strict=True))
    told = list(map(dict, map(templates.__getitem__, coded["code"].to_list())))
    for one, claim, edtf in zip(told, made["claim"].to_list(), made["edtf"].to_list(), strict=True):
        one["claim"], one["edtf"] = claim, edtf
    return told


def touched(made: pl.DataFrame, ids: list[str]) -> list[str]:
    """The nodes at the ends of the edges, and those asked for."""
    return sorted({*made["a"].unique(), *made["b"].unique(), *ids})


def nodes(shelf: Shelf, kept: list[str] | None) -> dict[str, dict[str, Any]]:
    """Each actor and treaty with `kind`, `type` and `label`; treaties with `signed`."""
    import polars as pl

    actors = shelf.scan("actors").select("id", "label", "type")
    treaties = shelf.scan("treaties").select("id", "label", "kind", "signed_edtf")
    if kept is not None:
        actors, treaties = (some.filter(pl.col("id").is_in(kept)) for some in (actors, treaties))
    both = pl.collect_all([actors, treaties])
    each = [zip(*(column.to_list() for column in some), strict=True) for some in both]
    found = {id_: {"label": label, "type": type_, "kind": "actor"} for id_, label, type_ in each[0]}
    for id_, label, type_, signed in each[1]:
        found[id_] = {"label": label, "type": type_, "kind": "treaty", "signed": signed}
    return found
