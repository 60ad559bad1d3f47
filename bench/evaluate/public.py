"""The public samples in ../shared/data: dates and names on texts that are not ours; skipped where missing."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from bench.evaluate.gold import HOUSE, Json
from bench.evaluate.scores import Score
from pipeline.knowledge import Knowledge, load
from pipeline.model import Annotation, Document, Field, Head, Mention, Run, Section

DATE_SETS = {
    "French TimeBank 1999": "fr-timebank-1999",
    "WikiWars 01-16": "en-wikiwars-01-16",
    "TimeBank": "en-timebank",
    "AQUAINT": "en-aquaint",
}
NAME_SETS = {"fr": "fr-val.conllu", "en": "en-val.conllu"}
NAME_TYPES = {"PER": ("person",), "LOC": ("state", "place"), "ORG": ("organization",)}
SENTENCES = 1000


def public_scores(data: Path) -> tuple[list[Score], list[str]]:
    """The scores on the samples that are there, and a line for each that is not."""
    knowledge = load(HOUSE / "models")
    scores: list[Score] = []
    skipped: list[str] = []
    for name, file in DATE_SETS.items():
        path, scorer = data / "dates" / f"{file}.jsonl", data.parent / "tools" / "timex_score.py"
        if path.is_file() and scorer.is_file():
            scores += date_set(name, path, scorer, knowledge)
        else:
            skipped.append(f"dates on {name}: no {file}.jsonl with its scorer beside the project")
    for language, file in NAME_SETS.items():
        path = data / "names" / "wikineural" / file
        if path.is_file():
            scores.append(name_set(language, path, knowledge))
        else:
            skipped.append(f"names on WikiNEuRal ({language}): no {file} beside the project")
    return scores, skipped


def plain_document(name: str, language: str, text: str, date: str | None = None) -> Document:
    """A text that needs no cleaning, as the stages expect it."""
    return Document(
        id=f"doc-{name}",
        path=name,
        sha256="",
        language=language,
        encoding="utf-8",
        characters=len(text),
        bytes=len(text.encode()),
        raw=text,
        text=text,
        runs=(Run(0, 0, len(text)),),
        sections=tuple(paragraphs(text)),
        head=Head(date=Field(date) if date else None),
    )


def paragraphs(text: str) -> Iterator[Section]:
    """The blocks between blank lines."""
    place = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield Section("paragraph", place, place + len(block))
        place += len(block) + 2


def annotated(documents: list[Document], knowledge: Knowledge) -> Iterator[tuple[Document, Annotation]]:
    """Each document with its annotation."""
    from pipeline.stages.annotate import annotate

    return zip(documents, annotate(documents, knowledge), strict=True)


def date_set(name: str, path: Path, scorer: Path, knowledge: Knowledge) -> list[Score]:
    """Relaxed and strict spans and values on one set, by the reference scorer."""
    from pipeline.stages.dates import find

    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    documents = [plain_document(one["id"], one["lang"], one["text"], one["dct"]) for one in records]
    found = {
        record["id"]: [
            {
                "start": one.span.start,
                "end": one.span.end,
                "text": one.text,
                "type": one.type,
                "value": one.timex,
                "mod": one.mod,
                "interval": (one.earliest, one.latest) if one.earliest and one.latest else None,
            }
            for one in find(document, annotation, knowledge).expressions
            if one.span and one.layer == "timex"
        ]
        for record, (document, annotation) in zip(records, annotated(documents, knowledge), strict=True)
    }
    result, _ = scorer_module(scorer).score(records, found)
    return list(set_scores(name, records[0]["lang"], result))


def set_scores(name: str, language: str, result: Json) -> Iterator[Score]:
    """The scorer's counts as scores."""
    for part, key in (("relaxed", "rel"), ("strict", "strict"), ("value", "val")):
        right = result[key]
        yield Score(f"dates {part}", language, result["p"], right, result["g"], right, name)
    yield Score("dates interval", language, result["ivg"], result["iv"], result["ivg"], result["iv"], f"{name}, recall")


def scorer_module(path: Path) -> ModuleType:
    """The reference scorer, loaded from where it lies."""
    spec = importlib.util.spec_from_file_location("timex_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def name_set(language: str, path: Path, knowledge: Knowledge) -> Score:
    """Persons, places and organisations on the first sentences of a set, exact spans without leading articles."""
    sentences = [block.splitlines() for block in path.read_text(encoding="utf-8").split("\n\n")[:SENTENCES] if block]
    texts, gold = zip(*(sentence(lines) for lines in sentences), strict=True)
    documents = [plain_document(f"{language}{number}", language, text) for number, text in enumerate(texts)]
    predicted = right = 0
    for (_, annotation), wanted in zip(annotated(documents, knowledge), gold, strict=True):
        kinds = {kind for types in NAME_TYPES.values() for kind in types}
        names = [one for one in annotation.mentions if one.kind == "name" and one.type in kinds]
        found = {(one.span.start, one.span.end): one.type for one in outermost(names)}
        predicted += len(found)
        right += sum(found.get(span) in NAME_TYPES[kind] for span, kind in wanted.items())
    total = sum(map(len, gold))
    return Score("names", language, predicted, right, total, right, f"WikiNEuRal, {len(documents)} sentences")


def outermost(names: list[Mention]) -> list[Mention]:
    """The names that stand in no other."""
    spans = [one.span for one in names]
    return [
        one
        for one in names
        if not any(other != one.span and other.start <= one.span.start and one.span.end <= other.end for other in spans)
    ]


def sentence(lines: list[str]) -> tuple[str, dict[tuple[int, int], str]]:
    """One sentence of a CoNLL file as text, with its names by span."""
    text, names, start, kind = "", {}, 0, ""
    for line in [*lines, "0\t\tO"]:
        _, token, tag = line.split("\t")
        if kind and not tag.startswith("I-"):
            names[(start, len(text))] = kind
            kind = ""
        if text and token and not text.endswith(("'", "’", "(")) and token not in ".,;:)":
            text += " "
        if tag.startswith("B-") and tag[2:] in NAME_TYPES:
            start, kind = len(text), tag[2:]
        text += token
    return text, names
