"""Decisions that come as a file: downloaded from the page, or kept in a translation memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pipeline.knowledge import load
from pipeline.model import Decision, Document, Place
from pipeline.review.faults import ImportFault
from pipeline.review.ledger import Added, add
from pipeline.review.lines import LineFault, check, read_lines
from pipeline.review.memories import MemoryFault, Unfound, decisions_of, read_memory
from pipeline.run.corpus import Corpus, gather
from pipeline.stages.ingest import BrokenDocument, ingest, read_settings
from pipeline.store import read_bytes

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: what was added to the ledger, and a line for each thing that was not taken, with why."""

    added: Added
    refused: tuple[str, ...]


def import_decisions(file: Path, corpus: Path, outputs: Path, models: Path) -> Imported:
    """Add the decisions in `file` (JSONL, or TMX by its suffix) to the ledger of `corpus`.

    Raises ImportFault when the file cannot be read at all, CorpusFault without a corpus.
    """
    data = read_bytes(file)
    if data is None:
        raise ImportFault(f"{file}: there is no such file. Say FILE=… with the file that your browser downloaded.")
    documents = gather(corpus)
    if file.suffix.lower() == ".tmx":
        decisions, refused = from_memory(data, file, documents, outputs, models)
    else:
        read = read_lines(data, str(file))
        decisions = list(read.decisions)
        refused = [f"{issue.message} {issue.remedy}" for issue in read.broken]
    return Imported(add(corpus, decisions), tuple(refused))


def from_memory(
    data: bytes, file: Path, corpus: Corpus, outputs: Path, models: Path
) -> tuple[list[Decision], list[str]]:
    """The decisions in a TMX, and its units that stand in no document."""
    documents = list(readable(corpus, models))
    try:
        decisions, unfound = decisions_of(read_memory(data), documents, last_alignments(outputs))
    except MemoryFault as fault:
        raise ImportFault(f"{file}: {fault}") from fault
    refused = [told(file, one) for one in unfound]
    kept = []
    for one in decisions:
        try:
            check(one)
            kept.append(one)
        except LineFault as fault:
            refused.append(f"{file}: {fault}")
    return kept, refused


def told(file: Path, unit: Unfound) -> str:
    """What to say of a unit that became no decision."""
    name = f" ({unit.name})" if unit.name else ""
    return f"{file}, line {unit.line}{name}: {unit.why}. Decide it in the page, where the passages stand."


def readable(corpus: Corpus, models: Path) -> Iterator[Document]:
    """The documents that can be read; what cannot is told by `run`."""
    knowledge = load(models)
    settings = read_settings(corpus.settings or b"", "corpus.toml")
    for one in corpus.files:
        try:
            yield ingest(one.path, one.data, settings.of(one.path), knowledge)
        except BrokenDocument:
            continue


def last_alignments(outputs: Path) -> dict[str, tuple[Place, ...]]:
    """The passages of each alignment of the last run by its id; none where there was no run."""
    data = read_bytes(outputs / "graph.json")
    try:
        graph: Json = msgspec.json.decode(data) if data else {}
    except msgspec.DecodeError:
        graph = {}
    paths = {one["id"]: one["path"] for one in graph.get("documents", ())}
    return {one["id"]: tuple(places(one, paths)) for one in graph.get("alignments", ())}


def places(alignment: Json, paths: dict[str, str]) -> Iterator[Place]:
    """The passages of an alignment of graph.json, in order."""
    for spans in alignment.values():
        for span in spans if isinstance(spans, list) else ():
            if isinstance(span, dict) and span.get("document") in paths:
                where = {name: span[name] for name in ("start", "end", "quote", "document")}
                yield Place(path=paths[span["document"]], **where)
