"""The JSON Schema (2020-12) of graph.json, and the check against it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from pipeline.stages.publish.evidence import Json


class SchemaFault(Exception):
    """A graph that breaks its contract: where in the graph, and what is wrong there."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"graph.json at {place}: {problem}")
        self.place, self.problem = place, problem


def schema_bytes() -> bytes:
    """The schema as kept with the code, byte for byte."""
    return files("pipeline.stages.publish").joinpath("graph.schema.json").read_bytes()


@cache
def validator() -> Any:  # noqa: ANN401 - the class is compiled and has no stub
    """The compiled validator; compiling takes a few milliseconds and is done once."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(msgspec.json.decode(schema_bytes()))


def check_graph(graph: Json) -> None:
    """Raise SchemaFault at the first place where `graph` (as decoded JSON) breaks the schema or points nowhere."""
    for error in validator().iter_errors(graph):
        place = "/".join(str(part) for part in error.instance_path) or "the top"
        raise SchemaFault(place, error.message[:300])
    check_references(graph)


def check_references(graph: Json) -> None:
    """Every id that a claim, link or alignment names must exist in the graph. Raises SchemaFault."""
    claims = {one["id"] for one in graph["claims"]}
    nodes = {one["id"] for kind in ("actors", "treaties", "documents") for one in graph[kind]}
    for number, link in enumerate(graph["links"]):
        demand({link["a"], link["b"]} <= claims, f"links/{number}", "names a claim that is not in the graph")
    for number, one in enumerate(graph["alignments"]):
        demand(set(one["claims"]) <= claims, f"alignments/{number}", "names a claim that is not in the graph")
    for number, claim in enumerate(graph["claims"]):
        named = {
            one for fillers in claim["roles"].values() for one in ([fillers] if isinstance(fillers, str) else fillers)
        }
        lost = sorted(one for one in named if one.startswith(("actor-", "treaty-")) and one not in nodes)
        demand(not lost, f"claims/{number}", f"names {', '.join(lost)}, which is not in the graph")


def demand(holds: bool, place: str, problem: str) -> None:
    """Raise SchemaFault unless `holds`."""
    if not holds:
        raise SchemaFault(place, problem)
