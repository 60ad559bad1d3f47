"""Drift: who calls one thing by which of several names, when and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.model import Actor, Graph, Mention, Reading, Resolution, Span, Treaty
from pipeline.stages.publish.alignment.naming import Named, Use, apart
from pipeline.stages.publish.alignment.quoting import one_line, reading_order
from pipeline.stages.publish.alignment.shared_words import shared_words
from pipeline.stages.publish.alignment.table import LIST, label, written

COLUMNS = ("kind", "name", "id", "language", "form", "count", "file", "date", "date_basis", "authors", "holders")


@dataclass(frozen=True, slots=True)
class Drift:
    """One form of a thing in one document: where it stands there, and in whose statements, the most frequent first."""

    named: Named
    form: str
    document: str
    spans: tuple[Span, ...]
    holders: tuple[str, ...]


def find_drift(graph: Graph, readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge) -> list[Drift]:
    """A record for each form and document, for all that goes by several names in one language."""
    by_id = {reading.document.id: reading for reading in readings}
    order = reading_order(knowledge)
    called = list(names(graph, by_id, resolution, order))
    uses: dict[Named, list[Use]] = defaultdict(list)
    for named, use in (*called, *shared_words(called, by_id, knowledge), *terms(graph, by_id, order)):
        uses[named].append(use)
    return [drift for named in sorted(uses) for drift in drifts(named, uses[named], by_id)]


def drift_csv(found: Iterable[Drift], readings: Sequence[Reading]) -> bytes:
    """One row a form and document."""
    by_id = {reading.document.id: reading for reading in readings}
    return written(COLUMNS, (row(drift, by_id[drift.document]) for drift in found))


def names(
    graph: Graph, readings: Mapping[str, Reading], resolution: Resolution, order: Sequence[str]
) -> Iterator[tuple[Named, Use]]:
    """Where actors and treaties are named. Who stands for somebody else (Moscow for Russia) names nobody anew."""
    listed: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
    nodes = {one.id: one for one in listed}
    mentions = {one.span: one for reading in readings.values() for one in reading.annotation.mentions}
    for one in resolution.references:
        node, mention = nodes.get(one.targets[0]) if len(one.targets) == 1 else None, mentions.get(one.span)
        if node is None or mention is None or mention.kind == "pronoun" or one.reading == "metonym":
            continue
        language = readings[one.span.document].document.language
        form = one_line(mention.text)
        if form in node.forms.get(language, ()):
            yield (
                Named(kind_of(node, mention), label(node.labels, node.id, order), node.id, language),
                Use(form, one.span),
            )


def kind_of(node: Actor | Treaty, mention: Mention) -> str:
    """What is named: a treaty, an actor by its type, or an actor by what it calls its people."""
    if isinstance(node, Treaty):
        return "treaty"
    return "demonym" if mention.type == "demonym" else node.type


def terms(graph: Graph, readings: Mapping[str, Reading], order: Sequence[str]) -> Iterator[tuple[Named, Use]]:
    """The phrases of aligned passages, by what answers them in the other language."""
    for one in graph.alignments:
        for pair in one.terms if one.decision != "rejected" else ():
            texts = [one_line(readings[span.document].document.text[span.start : span.end]) for span in pair]
            if all(len(text.split()) > 1 and text == text.lower() for text in texts):
                for here, there in ((0, 1), (1, 0)):
                    language = readings[pair[there].document].document.language
                    yield Named("term", texts[here], "", language), Use(texts[there], pair[there])


def drifts(named: Named, uses: Sequence[Use], readings: Mapping[str, Reading]) -> Iterator[Drift]:
    """The records of one thing, by form, then date and file; none where all its forms are one name."""
    kept = apart({use.form for use in uses}, named.kind)
    found: dict[tuple[str, str, str, str], list[Use]] = defaultdict(list)
    for use in uses:
        if use.form in kept:
            reading = readings[use.span.document]
            found[use.form, date_of(reading)[0], reading.document.path, reading.document.id].append(use)
    for (form, _, _, document), mine in sorted(found.items()):
        spans = tuple(sorted({use.span for use in mine}))
        yield Drift(named, form, document, spans, tuple(holders(readings[document], mine)))


def row(drift: Drift, reading: Reading) -> list[str]:
    """The cells of one record."""
    named, document = drift.named, reading.document
    authors = LIST.join(one_line(one.value) for one in document.head.authors)
    return [
        *(named.kind, named.name, named.id, named.language, drift.form, str(len(drift.spans)), document.path),
        *(*date_of(reading), authors, LIST.join(drift.holders)),
    ]


def date_of(reading: Reading) -> tuple[str, str]:
    """When the document was written, and on what that rests; empty where unknown."""
    when = reading.dates.written
    return (when.edtf or "", when.basis) if when else ("", "")


def holders(reading: Reading, uses: Iterable[Use]) -> list[str]:
    """In whose statements the form stands, other than the author's; the most frequent first."""
    told = [
        (one.span, one.holder.text) for one in reading.statements.statements if one.dropped is None and one.holder.text
    ]
    said = Counter(
        one_line(text or "")
        for use in uses
        for span, text in told
        if span.start <= use.span.start and use.span.end <= span.end
    )
    return [text for text, _ in sorted(said.items(), key=lambda item: (-item[1], item[0]))]
