"""The rows of passages: alignments and the claims that they share, sentences, what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.tables.values import Row, joined

FIXED = frozenset({"id", "kind", "score", "shared", "claims", "notes", "decision", "by"})


def alignment_rows(graph: Json) -> Iterator[Row]:
    """One row for each passage of an alignment."""
    for one in graph["alignments"]:
        row = {"alignment": one["id"], "kind": one["kind"], "score": float(one["score"])}
        row |= {"decision": one["decision"], "by": one["by"], "notes": joined(one["notes"])}
        for language in sorted(set(one) - FIXED):
            for span in one[language]:
                place = {key: span[key] for key in ("document", "start", "end", "quote")}
                yield row | {"language": language} | place


def aligned_claim_rows(graph: Json) -> Iterator[Row]:
    """One row for each claim that both sides of an alignment tell."""
    for one in graph["alignments"]:
        yield from ({"alignment": one["id"], "claim": claim} for claim in one["claims"])


def sentence_rows(sentences: Sequence[Json]) -> Iterator[Row]:
    """One row a sentence, in reading order."""
    for one in sentences:
        yield {key: one[key] for key in ("document", "start", "end", "id", "section", "text")}


def issue_rows(issues: Sequence[Json]) -> Iterator[Row]:
    """One row an issue."""
    for one in issues:
        yield {key: one[key] for key in ("stage", "kind", "message", "remedy", "path")}
