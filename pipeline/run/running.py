"""A whole run: from a corpus folder to outputs/, atomically, with a report."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import msgspec

from pipeline.knowledge import load
from pipeline.model import Decision, Document, Graph, Issue, Reading, Resolution
from pipeline.model.tables import TABLES_VERSION
from pipeline.review.ledger import NAME as LEDGER
from pipeline.review.lines import read_lines, written
from pipeline.run.corpus import Corpus, CorpusFault, gather
from pipeline.run.keys import run_key, words_key
from pipeline.run.report import Report, Watch
from pipeline.run.staircase import STAGES, Staircase
from pipeline.run.words import linked_by
from pipeline.store import Cache, digest_bytes, read_bytes, write_files

REPORT = "run.json"


def run(corpus_folder: Path, outputs: Path, models: Path, watch: Watch, until: str = STAGES[-1]) -> Report:
    """Bring `outputs` up to date with the corpus and models/.

    Nothing is loaded when nothing changed. Raises CorpusFault and KnowledgeFault before any work starts, SchemaFault
    before anything is written. With `until`, stops after that stage and leaves the outputs as they were.
    """
    corpus = gather(corpus_folder)
    words = linked_by(corpus)
    key = run_key(corpus.key(), models, words)
    known = last_report(outputs)
    if known and known.key == key and stands(outputs, known):
        return msgspec.structs.replace(known, unchanged=True)
    return climb(corpus, outputs, Staircase(load(models), Cache(outputs / "cache"), watch, words), key, until)


def last_report(outputs: Path) -> Report | None:
    """The report of the run before, or None when there is none that can be read."""
    data = read_bytes(outputs / REPORT)
    try:
        return msgspec.json.decode(data, type=Report) if data else None
    except msgspec.DecodeError:
        return None


def stands(outputs: Path, report: Report) -> bool:
    """Are all files of that run still there, byte for byte?"""
    return all(digest_bytes(read_bytes(outputs / name) or b"") == key for name, key in report.files.items())


def climb(corpus: Corpus, outputs: Path, stairs: Staircase, key: str, until: str) -> Report:
    """All stages, as far as `until`."""
    from pipeline.run.reading import read_documents

    ingested, keys = read_documents(stairs, corpus)
    broken = tuple(one.broken for one in ingested if one.broken)
    kept = [(one.document, key) for one, key in zip(ingested, keys, strict=True) if one.document]
    if not kept:
        raise CorpusFault("No document could be read; the outputs are as they were.\n" + told(broken))
    if until == "ingest":
        return report_of(stairs, key, Graph(), broken, {}, len(kept))
    readings, marks = read(stairs, kept, until)
    ledger = read_lines(corpus.decisions, LEDGER)
    graph, resolution = relate(stairs, readings, marks, until, ledger.decisions)
    if until != STAGES[-1]:
        return report_of(stairs, key, graph, broken, {}, len(readings))
    whole = replace(graph, issues=(*broken, *ledger.broken, *graph.issues))
    return write(stairs, outputs, whole, resolution, readings, key, broken)


def read(stairs: Staircase, kept: list[tuple[Document, str]], until: str) -> tuple[list[Reading], list[str]]:
    """The stages that work document by document; with each reading, the content key of its last stage."""
    documents = [document for document, _ in kept]
    keys = [stairs.key("annotate", document.language, key) for document, key in kept]
    annotations = stairs.annotate(documents, keys)
    if until == "annotate":
        return [], []
    keys = [stairs.key("dates", key) for key in keys]
    dates = stairs.dates(documents, annotations, keys)
    if until == "dates":
        return [], []
    keys = [stairs.key("claims", key) for key in keys]
    statements = stairs.claims(documents, annotations, dates, keys)
    parts = zip(documents, annotations, dates, statements, strict=True)
    return [Reading(*part) for part in parts], keys


def relate(
    stairs: Staircase, readings: list[Reading], marks: list[str], until: str, decisions: tuple[Decision, ...]
) -> tuple[Graph, Resolution]:
    """The stages that work on the whole corpus."""
    nothing = Graph(), Resolution(actors=(), treaties=(), references=())
    if not readings or until == "claims":
        return nothing
    key = stairs.key("resolve", *marks)
    resolution = stairs.resolve(readings, key)
    if until == "resolve":
        return nothing
    key = stairs.key("align", key, words_key(stairs.words))
    alignments = stairs.align(readings, resolution, key)
    if until == "align":
        return nothing
    judged = stairs.decided(alignments, decisions, readings, resolution)
    key = stairs.key("merge", key, *(written(one).decode() for one in decisions))
    return stairs.merge(readings, resolution, judged, key), resolution


def write(
    stairs: Staircase,
    outputs: Path,
    graph: Graph,
    resolution: Resolution,
    readings: list[Reading],
    key: str,
    broken: tuple[Issue, ...],
) -> Report:
    """Publish and put everything in place; run.json is written last."""
    from pipeline.stages.publish.files import publish

    started = time.perf_counter()
    stairs.watch.begin("publish", 1)
    files = publish(graph, readings, resolution, stairs.knowledge)
    stairs.finish("publish", started, 1, 0)
    report = report_of(stairs, key, graph, broken, files, len(readings))
    remove_old(outputs, set(files))
    write_files(outputs, files | {REPORT: msgspec.json.format(msgspec.json.encode(report)) + b"\n"}, last=REPORT)
    stairs.cache.prune()
    return report


def remove_old(outputs: Path, names: set[str]) -> None:
    """Remove what an earlier run published and this one does not (a language pair that is gone)."""
    known = last_report(outputs)
    for name in known.files if known else ():
        if name not in names:
            (outputs / name).unlink(missing_ok=True)


def report_of(
    stairs: Staircase, key: str, graph: Graph, broken: tuple[Issue, ...], files: dict[str, bytes], documents: int
) -> Report:
    """The counts of a run."""
    return Report(
        key=key,
        documents=documents,
        actors=len(graph.actors),
        treaties=len(graph.treaties),
        claims=len(graph.claims),
        corroborated=sum(claim.status == "corroborated" for claim in graph.claims),
        tension=sum(link.kind in ("tension", "contradicts") for link in graph.links),
        alignments=len(graph.alignments),
        issues=len(graph.issues),
        broken=tuple(told((issue,)) for issue in broken),
        laps=tuple(stairs.laps),
        files={name: digest_bytes(data) for name, data in sorted(files.items())},
        tables=TABLES_VERSION,
    )


def told(issues: tuple[Issue, ...]) -> str:
    """Issues as lines that people read."""
    return "\n".join(f"{issue.path}: {issue.message} {issue.remedy}".strip() for issue in issues)
