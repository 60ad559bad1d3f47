"""The public samples in ../shared/data: names on texts that are not ours; skipped where missing."""

from __future__ import annotations

from pathlib import Path

from bench.evaluate.gold import HOUSE
from bench.evaluate.plain import annotated, plain_document
from bench.evaluate.scores import Score
from pipeline.knowledge import Knowledge, load
from pipeline.model import Mention

NAME_SETS = {"fr": "fr-val.conllu", "en": "en-val.conllu"}
NAME_TYPES = {"PER": ("person",), "LOC": ("state", "place"), "ORG": ("organization",)}
SENTENCES = 1000


def public_scores(data: Path) -> tuple[list[Score], list[str]]:
    """The scores on the samples that are there, and a line for each that is not."""
    knowledge = load(HOUSE / "models")
    scores: list[Score] = []
    skipped: list[str] = []
    for language, file in NAME_SETS.items():
        path = data / "names" / "wikineural" / file
        if path.is_file():
            scores.append(name_set(language, path, knowledge))
        else:
            skipped.append(f"names on WikiNEuRal ({language}): no {file} beside the project")
    return scores, skipped


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
