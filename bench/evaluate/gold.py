"""The gold of the seeds and what a run made of them, side by side."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
HOUSE = Path(__file__).parent.parent.parent
GOLD = HOUSE / "tests" / "gold"


@dataclass(frozen=True)
class Run:
    """What `accord run` left. `paths` maps a document's id to its path, `languages` a path to its code."""

    graph: Json
    mentions: list[Json]
    dates: list[Json]
    statements: list[Json]
    sentences: list[Json]
    paths: dict[str, str]
    languages: dict[str, str]


def read_run(outputs: Path) -> Run:
    """The graph and the layers below `outputs`."""
    graph = json.loads((outputs / "graph.json").read_text(encoding="utf-8"))
    layers = {
        name: json_lines(outputs / "layers" / f"{name}.jsonl")
        for name in ("mentions", "dates", "statements", "sentences")
    }
    paths = {one["id"]: one["path"] for one in graph["documents"]}
    return Run(
        graph=graph, paths=paths, languages={one["path"]: one["language"] for one in graph["documents"]}, **layers
    )


def json_lines(path: Path) -> list[Json]:
    """One JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold_lines(name: str) -> list[Json]:
    """The records of one of the gold's JSONL files."""
    return json_lines(GOLD / f"{name}.jsonl")


def gold_facts() -> Json:
    """The facts, entities, treaties and conflicts of the gold."""
    facts: Json = json.loads((GOLD / "seeds-facts.json").read_text(encoding="utf-8"))
    return facts


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def identities(run: Run) -> dict[str, Counter[str]]:
    """For each id of the gold, the ids of the graph that its mentions refer to, counted."""
    refs = {(run.paths[one["document"]], one["start"], one["end"]): one["refs"] for one in run.mentions}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in gold_lines("seeds-names"):
        for gold_id in one["id"].split("+"):
            for ref in covering(refs, one):
                found[gold_id][ref] += 1
    return found


def covering(refs: dict[tuple[str, int, int], list[str]], gold: Json) -> list[str]:
    """What the run refers to at a gold mention: at its span, else at the tightest span that is it up to an article."""
    exact = refs.get((gold["doc"], gold["start"], gold["end"]))
    if exact:
        return exact
    near = [
        (end - start, targets)
        for (path, start, end), targets in refs.items()
        if path == gold["doc"] and targets and nearly((start, end), targets, gold)
    ]
    return min(near)[1] if near else []


def nearly(span: tuple[int, int], targets: list[str], gold: Json) -> bool:
    """Is the span the gold's up to an article? The gold's described treaties run on to the end of their complements:
    for them it is enough that a treaty's mention stands within."""
    start, end = gold["start"], gold["end"]
    within = start <= span[0] and span[1] <= end
    if gold["type"] == "TREATY" and within and targets[0].startswith("treaty-"):
        return True
    return bool(overlap(span, (start, end)) * 10 >= 7 * max(span[1] - span[0], end - start))
