"""Every file that a run leaves under outputs/, as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from pipeline.knowledge import Knowledge
from pipeline.model import Graph, Issue, Reading, Resolution
from pipeline.stages.publish.alignment import alignment_files
from pipeline.stages.publish.contract import graph_json
from pipeline.stages.publish.evidence import Json, Originals, originals
from pipeline.stages.publish.layers import layer_lines
from pipeline.stages.publish.ordering import in_reading_order
from pipeline.stages.publish.schema import check_graph, schema_bytes
from pipeline.stages.publish.tables import tables


def publish(
    graph: Graph, readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge
) -> dict[str, bytes]:
    """The outputs by path relative to outputs/. Raises SchemaFault when the graph breaks its contract."""
    graph = in_reading_order(graph, readings)
    written = graph_json(graph, readings, knowledge.predicates)
    check_graph(written)
    layers = layer_lines(readings, resolution)
    files = originals(readings)
    words = {code: pack.report.names for code, pack in knowledge.packs.items()}
    issues = [issue_json(issue, files) for issue in graph.issues]
    return {
        "graph.json": pretty(written),
        "graph.schema.json": schema_bytes(),
        "issues.jsonl": lines(issues),
        **{f"layers/{name}.jsonl": lines(content) for name, content in layers.items()},
        **tables(written, layers, issues, words),
        **alignment_files(graph, readings, resolution, knowledge),
    }


def pretty(value: Json) -> bytes:
    """Indented UTF-8 JSON that people can read, with a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def lines(values: Iterable[Json]) -> bytes:
    """One JSON object a line."""
    return b"".join(msgspec.json.encode(value) + b"\n" for value in values)


def issue_json(issue: Issue, files: Originals) -> Json:
    """One line of issues.jsonl; its spans are in the original files."""
    known = [span for span in issue.spans if span.document in files.documents]
    return {
        "stage": issue.stage,
        "kind": issue.kind,
        "message": issue.message,
        "remedy": issue.remedy,
        "path": issue.path,
        "spans": files.spans(known),
        "about": list(issue.about),
    }
