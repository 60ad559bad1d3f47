"""Verify: every quote of the graph, derived again from the raw bytes of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pipeline.run.corpus import gather
from pipeline.store import read_bytes

Json = dict[str, Any]
SPAN_KEYS = {"document", "start", "end", "byte_start", "byte_end", "quote"}


class VerifyFault(Exception):
    """There is nothing to verify: no graph, or one that cannot be read."""


@dataclass(frozen=True)
class Fallen:
    """One thing of the graph whose evidence does not stand: what it is, in which document, and why."""

    kind: str
    id: str
    document: str
    why: str


@dataclass(frozen=True)
class Verdict:
    """How many spans were derived again, and what fell."""

    spans: int
    fallen: tuple[Fallen, ...]


def verify(corpus: Path, outputs: Path) -> Verdict:
    """Check `outputs`/graph.json against its schema and each of its spans against the bytes in `corpus`.

    Raises VerifyFault without a readable graph, SchemaFault for a broken one, CorpusFault for an empty corpus.
    """
    graph = read_graph(outputs / "graph.json")
    found = {one.path: one for one in gather(corpus).files}
    texts = {one["id"]: original(one, found[one["path"]].data) for one in graph["documents"] if one["path"] in found}
    paths = {one["id"]: one["path"] for one in graph["documents"]}
    spans, fallen = 0, []
    for kind, thing, span in things(graph):
        spans += 1
        why = fault_of(span, texts.get(span["document"]))
        if why:
            fallen.append(Fallen(kind, thing, str(paths.get(span["document"])), why))
    return Verdict(spans, (*changed(graph, found), *dict.fromkeys(fallen)))


def read_graph(path: Path) -> Json:
    """The graph, checked against its schema."""
    from pipeline.stages.publish.schema import check_graph

    data = read_bytes(path)
    if data is None:
        raise VerifyFault(f"{path}: there is no graph here. Run `accord run` first.")
    try:
        graph: Json = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise VerifyFault(f"{path}: is no JSON ({error}). Run `accord run` again.") from error
    check_graph(graph)
    return graph


@dataclass(frozen=True)
class Original:
    """A document's bytes, and its text by the encoding that the graph names (None where they do not agree)."""

    data: bytes
    text: str | None
    encoding: str


def original(document: Json, data: bytes) -> Original:
    """The raw file behind an entry of `documents`."""
    try:
        return Original(data, data.decode(document["encoding"]), document["encoding"])
    except UnicodeDecodeError:
        return Original(data, None, document["encoding"])


def changed(graph: Json, found: dict[str, Any]) -> Iterator[Fallen]:
    """Documents whose bytes are no longer those that the graph was made from."""
    for one in graph["documents"]:
        if one["path"] not in found:
            yield Fallen("document", one["id"], one["path"], "the file is gone")
        elif found[one["path"]].sha256 != one["sha256"]:
            yield Fallen("document", one["id"], one["path"], "its bytes have changed since the run")


def things(graph: Json) -> Iterator[tuple[str, str, Json]]:
    """Every span of the graph with the kind and id of the thing it stands under."""
    for kind in ("documents", "treaties", "claims", "alignments"):
        for one in graph[kind]:
            for span in spans_below(one):
                yield kind.rstrip("s").replace("treatie", "treaty"), one["id"], span


def spans_below(value: object) -> Iterator[Json]:
    """Every span anywhere below `value`."""
    if isinstance(value, dict):
        if value.keys() >= SPAN_KEYS:
            yield value
        for inner in value.values():
            yield from spans_below(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_below(inner)


def fault_of(span: Json, file: Original | None) -> str | None:
    """Why `span` does not stand in `file`, or None when it does: characters and bytes must both give the quote."""
    if file is None:
        return "the document is not in the corpus"
    if file.text is None:
        return f"the file no longer reads as {file.encoding}"
    if file.text[span["start"] : span["end"]] != span["quote"]:
        return f"characters {span['start']}-{span['end']} no longer read {shortened(span['quote'])}"
    try:
        quoted = file.data[span["byte_start"] : span["byte_end"]].decode(file.encoding)
    except UnicodeDecodeError:
        quoted = None
    return None if quoted == span["quote"] else f"bytes {span['byte_start']}-{span['byte_end']} do not give the quote"


def shortened(quote: str) -> str:
    """A quote that fits on a line."""
    flat = " ".join(quote.split())
    return f"« {flat[:60]}{'…' if len(flat) > 60 else ''} »"
