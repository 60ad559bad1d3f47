"""Public sets with gold for dates, in ../shared/data/dates, judged by the reference scorer that lies beside them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import ModuleType

from bench.evaluate.expressions import Tally, tally, tally_scores
from bench.evaluate.gold import Json, json_lines
from bench.evaluate.plain import dated, plain_document
from bench.evaluate.scores import Score
from pipeline.knowledge import Knowledge

# Name, file, and the name under which others' answers are recorded.
SETS = (
    ("French TimeBank 1999", "fr-timebank-1999", "fr_timebank"),
    ("WikiWars 01-16", "en-wikiwars-01-16", "wikiwars"),
    ("TimeBank", "en-timebank", "timebank"),
    ("AQUAINT", "en-aquaint", "aquaint"),
)


@dataclass(frozen=True)
class DateSet:
    """Texts with their gold, and what we found in each, by its id. `key` names the recorded answers of others."""

    name: str
    key: str
    language: str
    records: list[Json]
    ours: dict[str, list[Json]]


@dataclass(frozen=True)
class Reference:
    """The reference scorer in a file."""

    path: Path

    @cached_property
    def module(self) -> ModuleType:
        """The scorer, loaded from where it lies."""
        spec = importlib.util.spec_from_file_location("timex_score", self.path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(self.path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def judge(self, records: list[Json], found: dict[str, list[Json]]) -> Tally:
        """Its counts, and for the mods, which it leaves out, ours."""
        result, _ = self.module.score(records, found)
        ours = sum((tally(one["text"], one["gold"], found.get(one["id"], [])) for one in records), Tally())
        return replace(
            ours,
            gold=result["g"],
            found=result["p"],
            relaxed=result["rel"],
            strict=result["strict"],
            value=result["val"],
            with_interval=result["ivg"],
            interval=result["iv"],
        )


def reference(data: Path) -> Reference | None:
    """The scorer beside the public data; None where it is missing."""
    path = data.parent / "tools" / "timex_score.py"
    return Reference(path) if path.is_file() else None


def public_sets(data: Path, knowledge: Knowledge) -> tuple[list[DateSet], list[str]]:
    """The sets that are there, read by us, and a line for each that is not."""
    sets, skipped = [], []
    for name, file, key in SETS:
        path = data / "dates" / f"{file}.jsonl"
        if path.is_file() and reference(data):
            sets.append(read_set(name, key, path, knowledge))
        else:
            skipped.append(f"dates on {name}: no {file}.jsonl with its scorer beside the project")
    return sets, skipped


def read_set(name: str, key: str, path: Path, knowledge: Knowledge) -> DateSet:
    """One set with what we find in it."""
    records = json_lines(path)
    documents = [plain_document(one["id"], one["lang"], one["text"], one["dct"]) for one in records]
    ours = {record["id"]: found for record, (_, found) in zip(records, dated(documents, knowledge), strict=True)}
    return DateSet(name, key, records[0]["lang"], records, ours)


def set_scores(sets: list[DateSet], scorer: Reference) -> Iterator[Score]:
    """Our scores on public sets."""
    for one in sets:
        yield from tally_scores("dates", one.language, scorer.judge(one.records, one.ours), one.name)
