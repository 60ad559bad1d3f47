"""How much of the texts is read: characters that stand in a sentence, sentences that yield a statement."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from bench.evaluate.gold import Json, Run
from bench.evaluate.scores import Score

HEADINGS = ("title", "heading")


def coverage_scores(run: Run, folder: Path) -> list[Score]:
    """Per language, the characters (blanks apart) of the original files that were read, and the sentences of running
    text with a statement that was kept. `folder`: where the documents of the run lie."""
    scores = []
    for language in sorted(set(run.languages.values())):
        paths = [path for path, code in run.languages.items() if code == language]
        counts = [characters((folder / path).read_bytes().decode("utf-8"), sentences(run, path)) for path in paths]
        read, wanted = (sum(column) for column in zip(*counts, strict=True))
        scores.append(Score("characters read", language, wanted, read, wanted, read, "blanks apart"))
        said = [one for path in paths for one in sentences(run, path) if one["section"] not in HEADINGS]
        told = {(one["document"], one["sentence"]) for one in run.statements if not one.get("dropped")}
        kept = sum((one["document"], one["id"]) in told for one in said)
        scores.append(Score("sentences told", language, len(said), kept, len(said), kept, "with a statement"))
    return scores


def sentences(run: Run, path: str) -> list[Json]:
    """The sentences of one document."""
    return [one for one in run.sentences if run.paths[one["document"]] == path]


def characters(text: str, found: list[Json]) -> tuple[int, int]:
    """How many characters were read, and how many there are, blanks apart. A line printed over itself is read once:
    its copies count as read."""
    held = {place for one in found for place in range(one["start"], one["end"])}
    marks = [(place, char) for place, char in enumerate(text) if not char.isspace()]
    stretches = [
        "".join(char for _, char in stretch)
        for inside, stretch in groupby(marks, key=lambda mark: mark[0] in held)
        if not inside
    ]
    printed = {"".join(one["text"].split()) for one in found}
    missed = sum(len(stretch) for stretch in stretches if not any(copied(stretch, line) for line in printed))
    return len(marks) - missed, len(marks)


def copied(stretch: str, line: str) -> bool:
    """Whether a stretch is nothing but copies of a line."""
    return bool(line) and stretch == line * (len(stretch) // len(line))
