"""Tables for spreadsheets: plain UTF-8 CSV with a header row. docs/alignment.md says what the columns hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from pipeline.knowledge import Knowledge
from pipeline.model import Actor, Alignment, Document, Graph, Reading, Treaty
from pipeline.stages.publish.alignment.quoting import one_line, quote, reading_order

SIDE = ("language", "file", "start", "end", "byte_start", "byte_end", "text")
COLUMNS = ("id", "kind", "score", *(f"{side}_{name}" for side in ("left", "right") for name in SIDE))
SHARED = ("actors", "treaties", "dates", "numbers", "claims", "notes", "decision")
LIST = "; "
FORMULA = tuple("=+-@\t\r")


def alignment_tables(graph: Graph, readings: Sequence[Reading], knowledge: Knowledge) -> tuple[bytes, bytes]:
    """One row an alignment, as CSV and as TSV."""
    documents = {reading.document.id: reading.document for reading in readings}
    nodes: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
    labels = {node.id: node.labels for node in nodes}
    order = reading_order(knowledge)
    rows = [row(one, documents, labels, order) for one in graph.alignments]
    return written((*COLUMNS, *SHARED), rows), tabbed((*COLUMNS, *SHARED), rows)


def row(
    one: Alignment, documents: Mapping[str, Document], labels: Mapping[str, Mapping[str, str]], order: Sequence[str]
) -> list[str]:
    """The cells of one alignment."""
    cells = [one.id, one.kind, f"{one.score:.4f}"]
    for language in sorted(one.sides, key=order.index):
        spans = one.sides[language]
        found = quote(documents[spans[0].document], spans)
        places = (found.start, found.end, found.byte_start, found.byte_end)
        cells += [language, found.path, *map(str, places), found.text]
    named = [[label(labels.get(node, {}), node, order) for node in nodes] for nodes in (one.actors, one.treaties)]
    lists = [*named, one.dates, one.numbers, one.claims, [note.text for note in one.notes]]
    return [*cells, *(LIST.join(items) for items in lists), one.decision or ""]


def label(labels: Mapping[str, str], node: str, order: Sequence[str]) -> str:
    """A node's label in the first language that has one, its id where none has."""
    return next((labels[language] for language in order if language in labels), node)


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file. A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for cells in rows:
        writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8")


def tabbed(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A TSV file: a tab between cells and no quotes, white space inside a cell being one space. Same apostrophes."""
    lines = ("\t".join(harmless(one_line(cell)) for cell in cells) for cells in (columns, *rows))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def harmless(cell: str) -> str:
    """`cell`, which no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
