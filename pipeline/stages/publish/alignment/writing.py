"""The files under outputs/alignment/, by path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Graph, Reading
from pipeline.stages.publish.alignment.page import page
from pipeline.stages.publish.alignment.quoting import reading_order
from pipeline.stages.publish.alignment.table import alignments_csv, terms_csv
from pipeline.stages.publish.alignment.tmx import tmx


def alignment_files(graph: Graph, readings: Sequence[Reading], knowledge: Knowledge) -> dict[str, bytes]:
    """The page, a translation memory for each two languages (`fr-en.tmx`), and tables of passages and of terms."""
    memories = {
        f"alignment/{left}-{right}.tmx": tmx(between(graph.alignments, left, right), readings, (left, right))
        for left, right in combinations(reading_order(knowledge), 2)
    }
    return {
        "alignment/index.html": page(graph, readings, knowledge),
        **memories,
        "alignment/alignments.csv": alignments_csv(graph, readings, knowledge),
        "alignment/terms.csv": terms_csv(graph, readings, knowledge),
    }


def between(alignments: Sequence[Alignment], left: str, right: str) -> list[Alignment]:
    """The alignments of two languages that no person rejected."""
    return [one for one in alignments if set(one.sides) == {left, right} and one.decision != "rejected"]
