"""The entry: a graph written in the formats asked for, all or nothing, the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.exports.reading import ExportFault, Json, read_graph
from pipeline.exports.terms import BASE, Described, described, names_below
from pipeline.store import write_files

FOLDER = "exports"


@dataclass(frozen=True, slots=True)
class Exported:
    """One format as it was written: its files, and what somebody who reads them should know."""

    format: str
    paths: tuple[Path, ...]
    note: str = ""


class Found:
    """What a run left, read once for all formats."""

    def __init__(self, outputs: Path, base: str) -> None:
        self.outputs, self.names = outputs, names_below(base)
        self.graph: Json = read_graph(outputs)

    @cached_property
    def described(self) -> Described:
        """The graph as triples."""
        from pipeline.exports.told import triples

        return described(triples(self.graph, self.names))


# The files of a format by name below the folder, and a note.
Made = tuple[dict[str, bytes], str]


def as_turtle(found: Found) -> Made:
    """RDF as Turtle."""
    from pipeline.exports.turtle import turtle

    return {"graph.ttl": turtle(found.described, found.names.prefixes())}, ""


def as_jsonld(found: Found) -> Made:
    """RDF as JSON-LD."""
    from pipeline.exports.jsonld import jsonld

    return {"graph.jsonld": jsonld(found.described, found.names.prefixes())}, ""


def as_graphml(found: Found) -> Made:
    """Nodes and edges."""
    from pipeline.exports.graphml import edges, graphml

    drawn = {edge.attributes.get("claim") for edge in edges(found.graph)} - {None}
    total = len(found.graph["claims"])
    return {"graph.graphml": graphml(found.graph)}, f"{len(drawn)} of {total} claims join two known actors or treaties"


def as_csv(found: Found) -> Made:
    """Tables."""
    from pipeline.exports.tabular import csv_tables

    return csv_tables(found.outputs), ""


def as_followthemoney(found: Found) -> Made:
    """Entities."""
    from pipeline.exports.followthemoney import entities, json_lines, left_out, read_mentions

    made = entities(found.graph, read_mentions(found.outputs))
    return {"entities.ftm.json": json_lines(made)}, left_out(found.graph, made)


WRITERS: dict[str, Callable[[Found], Made]] = {
    "turtle": as_turtle,
    "jsonld": as_jsonld,
    "graphml": as_graphml,
    "csv": as_csv,
    "followthemoney": as_followthemoney,
}
FORMATS = tuple(WRITERS)


def export(outputs: Path, formats: Sequence[str] = FORMATS, base: str = BASE) -> list[Path]:
    """Write the graph in `outputs` in each of `formats`; the files that stand. Raises ExportFault."""
    return [path for one in exported(outputs, formats, base) for path in one.paths]


def exported(outputs: Path, formats: Sequence[str] = FORMATS, base: str = BASE) -> list[Exported]:
    """Write the graph in `outputs` in each of `formats`, below `outputs`/exports, with notes. Nothing is written
    before all of it could be made. Raises ExportFault."""
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ExportFault(f"{', '.join(unknown)}: no such format. There are {', '.join(FORMATS)}.")
    found = Found(outputs, base)
    made = [(name, WRITERS[name](found)) for name in dict.fromkeys(formats)]
    folder = outputs / FOLDER
    for _, (files, _) in made:
        write_files(folder, files, last=max(files))
    return [Exported(name, tuple(folder / file for file in sorted(files)), note) for name, (files, note) in made]
