"""The graph of actors and treaties as a networkx MultiDiGraph."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from pipeline.facts.edges import edges
from pipeline.facts.neighbours import Neighbours, Pairs
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl


def network(shelf: Shelf, ids: list[str] | None) -> nx.MultiDiGraph:
    """Actors and treaties as nodes, claims as edges; with `ids`, only the edges that touch one of these."""
    with ThreadPoolExecutor(1) as beside:
        begun = beside.submit(empty)
        made = edges(shelf, ids)
        graph = begun.result()
    found = nodes(shelf, None if ids is None else touched(made, ids))
    tie(graph, found, made)
    return graph


def empty() -> nx.MultiDiGraph:
    """An empty graph. The first pays for importing networkx, which passes while the tables are read."""
    import networkx as nx

    return nx.MultiDiGraph()


def tie(graph: nx.MultiDiGraph, found: dict[str, dict[str, Any]], made: pl.DataFrame) -> None:
    """Give an empty graph its nodes and edges, as `add_nodes_from` and `add_edges_from` would, but that the edges of a
    node become dictionaries when they are first looked at. `_adj`, which networkx keeps the same as `_succ`, goes
    with it."""
    names = list(found)
    pairs = Pairs(names, made)
    graph._node.update(found)
    graph._succ = Neighbours(names, pairs.out, pairs.all_out)
    graph._pred = Neighbours(names, pairs.into, pairs.all_into)


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
