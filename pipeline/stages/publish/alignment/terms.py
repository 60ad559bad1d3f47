"""Terms: names, phrases and words that answer each other in aligned passages, and in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.model import Actor, Alignment, Document, Graph, Reading, Span, Treaty
from pipeline.stages.publish.alignment.quoting import one_line, reading_order
from pipeline.stages.publish.alignment.table import LIST, written

COLUMNS = ("left_language", "left", "right_language", "right", "kind", "count", "alignments")
KINDS = ("name", "phrase", "word")


@dataclass(frozen=True, slots=True)
class Term:
    """Two expressions that answer each other: what they are, and the alignment of each time that they do."""

    left_language: str
    left: str
    right_language: str
    right: str
    kind: str
    alignments: tuple[str, ...]


def find_terms(graph: Graph, readings: Sequence[Reading], knowledge: Knowledge) -> list[Term]:
    """The terms of all alignments that nobody rejected: names first, then phrases, each by how often."""
    documents = {reading.document.id: reading.document for reading in readings}
    nodes: list[Actor | Treaty] = [*graph.actors, *graph.treaties]
    forms = {node.id: {form for known in node.forms.values() for form in known} for node in nodes}
    found: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    kinds: dict[tuple[str, str, str, str], str] = {}
    for one, pair in answers(graph):
        key = words_of(pair, documents, reading_order(knowledge))
        found[key].append(one.id)
        kinds[key] = min(kinds.get(key, "word"), kind_of((key[1], key[3]), one, forms), key=KINDS.index)
    terms = [Term(*key, kinds[key], tuple(ids)) for key, ids in sorted(found.items())]
    return sorted(terms, key=lambda term: (KINDS.index(term.kind), -len(term.alignments)))


def answers(graph: Graph) -> Iterator[tuple[Alignment, Sequence[Span]]]:
    """Each two expressions of an alignment; a pair that people rejected speaks for nothing."""
    for one in graph.alignments:
        for pair in one.terms if one.decision != "rejected" else ():
            yield one, pair


def words_of(
    pair: Iterable[Span], documents: Mapping[str, Document], order: Sequence[str]
) -> tuple[str, str, str, str]:
    """The languages and words of `pair`, the language that stands on the left first."""
    left, right = sorted(pair, key=lambda span: order.index(documents[span.document].language))
    ours, theirs = (documents[span.document] for span in (left, right))
    return (
        ours.language,
        one_line(ours.text[left.start : left.end]),
        theirs.language,
        one_line(theirs.text[right.start : right.end]),
    )


def kind_of(words: Sequence[str], one: Alignment, forms: Mapping[str, set[str]]) -> str:
    """A `name` of an actor or treaty of the alignment, a `phrase` of several words, or a `word`."""
    if any(forms.get(node, set()).issuperset(words) for node in (*one.actors, *one.treaties)):
        return "name"
    return "phrase" if any(" " in word for word in words) else "word"


def terms_csv(terms: Iterable[Term]) -> bytes:
    """One row a term: how often, and in which alignments."""
    rows = (
        [
            *(one.left_language, one.left, one.right_language, one.right, one.kind),
            *(str(len(one.alignments)), LIST.join(dict.fromkeys(one.alignments))),
        ]
        for one in terms
    )
    return written(COLUMNS, rows)
