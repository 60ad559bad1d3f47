"""Persons, places and organisations on public sets: what annotate finds, and what spaCy alone finds in the same parse.

Exact spans, leading articles and possessive endings cut off on all sides. The figures of spaCy alone are no floors of
ours: they stand in a table of their own, never among the scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.evaluate.gold import Json
from bench.evaluate.name_sets import NAME_SETS, Named, NameSet, Place
from bench.evaluate.plain import plain_document
from bench.evaluate.scores import Score
from pipeline.knowledge import Knowledge
from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Annotation, Mention
from pipeline.stages.annotate.annotating import read
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.parsing import parse

if TYPE_CHECKING:
    from rich.table import Table

TYPES = {"person": "person", "place": "place", "state": "place", "organization": "organization"}
KINDS = ("person", "place", "organization")


@dataclass
class Tally:
    """What one system found in a set, by type."""

    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, found: Mapping[Place, str], gold: Mapping[Place, str]) -> None:
        """Count one sentence."""
        self.predicted.update(found.values())
        self.right.update(kind for span, kind in found.items() if gold.get(span) == kind)


@dataclass(frozen=True)
class Beside:
    """One type on one set: ours and that of spaCy alone."""

    dataset: str
    kind: str
    ours: Score
    alone: Score

    def row(self) -> Json:
        """One row of eval.json."""
        systems = {"accord": self.ours, "spacy": self.alone}
        figures = {
            name: {key: round(getattr(one, key), 1) for key in ("precision", "recall", "f1")}
            for name, one in systems.items()
        }
        return {
            "dataset": self.dataset,
            "language": self.ours.language,
            "type": self.kind,
            "gold": self.ours.gold,
            **figures,
        }


@dataclass(frozen=True)
class NamesReport:
    """Our scores on the public sets, each type beside spaCy alone, and what was skipped."""

    scores: list[Score]
    beside: list[Beside]
    skipped: list[str]

    def rows(self) -> Json:
        """What eval.json holds beside the scores."""
        return {"names_beside": [one.row() for one in self.beside]}


def names_report(data: Path, knowledge: Knowledge) -> NamesReport:
    """Measure the sets that lie beside the project."""
    report = NamesReport([], [], [])
    for one in NAME_SETS:
        if (data / "names" / one.file).is_file():
            rows = measured(one, data / "names", knowledge)
            report.scores.append(summed(one, rows))
            report.beside.extend(rows)
        else:
            report.skipped.append(f"names on {one.name} ({one.language}): no {one.file} beside the project")
    return report


def measured(one: NameSet, folder: Path, knowledge: Knowledge) -> list[Beside]:
    """A row for each type."""
    sentences = one.sentences(folder)
    pack = knowledge.packs[one.language].annotate
    ours, alone, total = Tally(), Tally(), Counter[str]()
    for wanted, parsed, annotation in annotated(one, sentences, knowledge):
        gold = {bare(span, parsed.document.text, pack): kind for span, kind in wanted.names.items()}
        total.update(gold.values())
        ours.add(accord(annotation, parsed.document.text, pack), gold)
        alone.add(spacy(parsed, pack), gold)
    note = f"{one.name}, {len(sentences)} sentences"

    def score(tally: Tally, kind: str) -> Score:
        right = tally.right[kind]
        return Score(f"names {kind}", one.language, tally.predicted[kind], right, total[kind], right, note)

    return [Beside(one.name, kind, score(ours, kind), score(alone, kind)) for kind in KINDS]


def annotated(one: NameSet, sentences: list[Named], knowledge: Knowledge) -> Iterator[tuple[Named, Parse, Annotation]]:
    """Each sentence as a document of its own, parsed once for both systems."""
    pack = knowledge.packs[one.language].annotate
    documents = [plain_document(f"{one.language}{i}", one.language, named.text) for i, named in enumerate(sentences)]
    for named, parsed in zip(sentences, parse(documents, pack, one.language), strict=True):
        yield named, parsed, read(parsed, pack, knowledge.authority)


def accord(annotation: Annotation, text: str, pack: AnnotatePack) -> dict[Place, str]:
    """The names that stand in no other."""
    names = [one for one in annotation.mentions if one.kind == "name" and one.type in TYPES]
    return {bare((one.span.start, one.span.end), text, pack): TYPES[one.type] for one in outermost(names)}


def spacy(parsed: Parse, pack: AnnotatePack) -> dict[Place, str]:
    """The model's own names, its labels in the house's words."""
    found = {}
    for name in parsed.names:
        kind = TYPES.get(pack.entities.get(name.label, ""))
        if kind:
            span = (parsed.tokens[name.first].start, parsed.tokens[name.last - 1].end)
            found[bare(span, parsed.document.text, pack)] = kind
    return found


def outermost(names: list[Mention]) -> list[Mention]:
    """The names that stand in no other."""
    spans = [one.span for one in names]
    return [
        one
        for one in names
        if not any(other != one.span and other.start <= one.span.start and one.span.end <= other.end for other in spans)
    ]


def bare(span: Place, text: str, pack: AnnotatePack) -> Place:
    """The span without leading articles (one that is the whole name stays) and without a possessive ending."""
    start, end = span
    for ending in sorted(pack.possessives, key=len, reverse=True):
        if text[start:end].endswith(ending) and end - start > len(ending):
            end -= len(ending)
            break
    while (cut := _article(text[start:end], pack)) and start + cut < end:
        start += cut
    while text[start:end].endswith(" "):
        end -= 1
    return start, end


def _article(name: str, pack: AnnotatePack) -> int:
    """How many characters the article at the front takes, white space included."""
    first, gap, _ = name.partition(" ")
    if gap and first.lower() in pack.articles:
        return len(first) + 1
    elided = name[:2].lower()
    return 2 if elided[1:] in ("'", "’") and elided in pack.articles else 0


def summed(one: NameSet, rows: list[Beside]) -> Score:
    """All types of a set as one score."""
    predicted, right, gold = (sum(getattr(row.ours, key) for row in rows) for key in ("predicted", "right", "gold"))
    return Score("names", one.language, predicted, right, gold, right, rows[0].ours.note)


def beside_table(report: NamesReport) -> Table:
    """Ours and spaCy alone, side by side."""
    from rich.table import Table

    table = Table(title="Names beside spaCy alone", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("texts", "language", "type"):
        table.add_column(name, header_style="dim", no_wrap=True)
    for name in ("names", "Accord P", "R", "F1", "spaCy P", "R", "F1"):
        table.add_column(name, header_style="dim", justify="right")
    last = ""
    for one in report.beside:
        place = f"{one.dataset} {one.ours.language}"
        figures = [f"{rate:.1f}" for s in (one.ours, one.alone) for rate in (s.precision, s.recall, s.f1)]
        shown = one.dataset if place != last else ""
        table.add_row(shown, one.ours.language, one.kind, str(one.ours.gold), *figures)
        last = place
    return table
