"""The files under outputs/alignment/, by path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from pipeline.knowledge import Knowledge
from pipeline.model import Alignment, Graph, Reading, Resolution
from pipeline.stages.publish.alignment.drift import drift_csv, find_drift
from pipeline.stages.publish.alignment.lexicon import lexicon
from pipeline.stages.publish.alignment.page import page
from pipeline.stages.publish.alignment.quoting import reading_order
from pipeline.stages.publish.alignment.table import alignment_tables
from pipeline.stages.publish.alignment.terms import find_terms, terms_csv
from pipeline.stages.publish.alignment.tmx import tmx
from pipeline.stages.publish.alignment.xliff import xliff


def alignment_files(
    graph: Graph, readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge
) -> dict[str, bytes]:
    """The page, memories for each two languages (`fr-en.tmx`, `fr-en.xlf`), and tables of passages, terms and drift."""
    commas, tabs = alignment_tables(graph, readings, knowledge)
    terms, drift = find_terms(graph, readings, knowledge), find_drift(graph, readings, resolution, knowledge)
    words = lexicon(graph, readings, terms, drift)
    return {
        "alignment/index.html": page(graph, readings, knowledge, words),
        **memories(graph, readings, reading_order(knowledge)),
        "alignment/alignments.csv": commas,
        "alignment/alignments.tsv": tabs,
        "alignment/terms.csv": terms_csv(terms),
        "alignment/drift.csv": drift_csv(drift, readings),
    }


def memories(graph: Graph, readings: Sequence[Reading], order: Sequence[str]) -> dict[str, bytes]:
    """The passages of each two languages as other tools read them; no XLIFF where there are none."""
    files: dict[str, bytes] = {}
    for languages in combinations(order, 2):
        found, name = between(graph.alignments, *languages), "alignment/" + "-".join(languages)
        files[f"{name}.tmx"] = tmx(found, readings, languages)
        exchanged = xliff(found, readings, languages)
        if exchanged:
            files[f"{name}.xlf"] = exchanged
    return files


def between(alignments: Sequence[Alignment], left: str, right: str) -> list[Alignment]:
    """The alignments of two languages that no person rejected."""
    return [one for one in alignments if set(one.sides) == {left, right} and one.decision != "rejected"]
