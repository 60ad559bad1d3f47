"""The words of a corpus as the page shows them: terms with their passages, and who calls one thing by which name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pipeline.model import Actor, Graph, Reading, Span, Treaty
from pipeline.stages.publish.alignment.drift import Drift, date_of
from pipeline.stages.publish.alignment.naming import Named
from pipeline.stages.publish.alignment.quoting import plain
from pipeline.stages.publish.alignment.terms import Term

Json = dict[str, Any]


def lexicon(graph: Graph, readings: Sequence[Reading], terms: Iterable[Term], drift: Sequence[Drift]) -> Json:
    """Plain JSON values: `terms`, `drift` by thing and language, and the `sources` that drift speaks of."""
    by_id = {reading.document.id: reading for reading in readings}
    nodes: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
    labels = {node.id: node.labels for node in nodes}
    starts = {one.document: sentence_starts(by_id[one.document]) for one in drift}
    return {
        "terms": [term_json(one) for one in terms],
        "drift": [
            thing_json(named, list(group), labels, starts) for named, group in groupby(drift, lambda one: one.named)
        ],
        "sources": {document: source_json(by_id[document]) for document in sorted(starts)},
    }


def term_json(one: Term) -> list[Any]:
    """A term as `[left, right, kind, alignments]`, each side with its language."""
    left, right = [one.left_language, plain(one.left)], [one.right_language, plain(one.right)]
    return [left, right, one.kind, list(one.alignments)]


def thing_json(
    named: Named, uses: Sequence[Drift], labels: Mapping[str, Mapping[str, str]], starts: Mapping[str, Sequence[int]]
) -> Json:
    """What goes by several names in one language, and each form with its uses by document."""
    return {
        "kind": named.kind,
        "name": labels.get(named.id) or {"": plain(named.name)},
        "language": named.language,
        "forms": [
            {"form": plain(form), "uses": [use_json(one, starts[one.document]) for one in group]}
            for form, group in groupby(uses, lambda one: one.form)
        ],
    }


def use_json(one: Drift, starts: Sequence[int]) -> Json:
    """A form in one document: how often, in whose words, and where the sentences begin that have it."""
    places = sorted({sentence_of(span, starts) for span in one.spans})
    return {
        "document": one.document,
        "count": len(one.spans),
        "holders": [plain(holder) for holder in one.holders],
        "sentences": places,
    }


def source_json(reading: Reading) -> Json:
    """A document that drift speaks of: what it is called, by whom and when."""
    document = reading.document
    written, basis = date_of(reading)
    return {
        "path": document.path,
        "title": plain(document.head.title.value) if document.head.title else "",
        "authors": [plain(one.value) for one in document.head.authors],
        "written": written,
        "inferred": basis == "inferred",
    }


def sentence_starts(reading: Reading) -> list[int]:
    """Where the sentences of a document begin."""
    return sorted(sentence.span.start for sentence in reading.annotation.sentences)


def sentence_of(span: Span, starts: Sequence[int]) -> int:
    """Where the sentence begins in which `span` does."""
    return starts[bisect_right(starts, span.start) - 1] if starts else 0
