"""What is exported: the graph of a run, checked before anything is written from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pipeline.store import read_bytes

Json = dict[str, Any]


class ExportFault(Exception):
    """There is nothing to export, or it cannot be exported as asked."""


def read_graph(outputs: Path) -> Json:
    """The graph in `outputs`, checked against its schema. Raises ExportFault, which says what to run."""
    from pipeline.stages.publish.contract import VERSION
    from pipeline.stages.publish.schema import SchemaFault, check_graph

    path = outputs / "graph.json"
    graph = decoded(path, remedy(outputs))
    if graph.get("version") != VERSION:
        raise ExportFault(f"{path}: is of version {graph.get('version')!r}, not {VERSION!r}. {remedy(outputs)} again.")
    try:
        check_graph(graph)
    except SchemaFault as fault:
        raise ExportFault(f"{path}: breaks its contract at {fault.place}. {remedy(outputs)} again.") from fault
    return graph


def decoded(path: Path, run: str) -> Json:
    """The JSON object in `path`. Raises ExportFault."""
    data = read_bytes(path)
    if data is None:
        raise ExportFault(f"{path}: there is no graph here. {run} first.")
    try:
        return msgspec.json.decode(data, type=Json)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ExportFault(f"{path}: is no graph ({error}). {run} again.") from error


def remedy(outputs: Path) -> str:
    """Which run makes what is missing."""
    return f"Run `accord run --outputs {outputs}`"


def node_ids(graph: Json) -> frozenset[str]:
    """The ids of actors and treaties: what a filler can be resolved to."""
    return frozenset(one["id"] for kind in ("actors", "treaties") for one in graph[kind])


def wikidata_ids(node: Json) -> list[str]:
    """The items of Wikidata that an actor or treaty is."""
    return authority_ids(node, "wikidata")


def authority_ids(node: Json, authority: str) -> list[str]:
    """The ids of an actor or treaty in one authority."""
    parted = (same.partition(":") for same in node.get("same_as", ()))
    return [name for prefix, _, name in parted if prefix == authority]


def voices(holder: Json | None) -> Iterator[Json]:
    """Who holds a statement, inner first: the holder, who reports them, and so on."""
    while holder:
        yield holder
        holder = holder["within"]
