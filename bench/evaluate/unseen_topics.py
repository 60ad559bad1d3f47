"""The topics of the blind gold, each run as a corpus of its own, gold and run side by side."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.claims import Told, told
from bench.evaluate.gold import GOLD, Json, Run, read_run

UNSEEN = GOLD / "unseen"
PRACTICE = GOLD / "practice"
BLIND = GOLD / "blind"
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Topic:
    """One topic and its run. `refs` maps an id of the gold to the graph's nodes that hold one of its forms, `fillers`
    to those and to the words in a role that are one of its forms (*Western diplomats*, who are no node)."""

    gold: Json
    run: Run
    statements: list[Told]
    refs: dict[str, set[str]]
    fillers: dict[str, set[str]]


def read_topics(folder: Path) -> list[Topic]:
    """Every topic of `folder` with a run of its own."""
    return [read_topic(path) for path in sorted(folder.glob("*.json"))]


def read_topic(path: Path) -> Topic:
    """Run a topic's two texts alone and put gold and run side by side."""
    gold: Json = json.loads(path.read_text(encoding="utf-8"))
    texts = {f"{path.stem}.{code}.txt": path.with_name(f"{path.stem}.{code}.txt") for code in LANGUAGES}
    with tempfile.TemporaryDirectory() as folder:
        run = run_texts(Path(folder), list(texts.values()))
    paths = {Path(one).name: one for one in run.languages}
    placed = {name: (paths[name], text.read_text(encoding="utf-8")) for name, text in texts.items()}
    for fact in gold["facts"]:
        fact["evidence"] = [place(one["text"], *placed[one["file"]]) for one in fact["evidence"]]
    for pair in (*gold["alignments"], *gold["lookalikes"]):
        pair.update({code: place(pair[code], *placed[f"{path.stem}.{code}.txt"]) for code in LANGUAGES})
    refs, statements = references(gold, run), told(run)
    return Topic(
        gold, run, statements, refs, {key: nodes | worded(gold, key, statements) for key, nodes in refs.items()}
    )


def run_texts(folder: Path, texts: list[Path]) -> Run:
    """`accord run` on some texts alone."""
    from pipeline.cli import main as accord

    (folder / "documents").mkdir()
    for text in texts:
        shutil.copyfile(text, folder / "documents" / text.name)
    code = accord(["run", "--corpus", str(folder), "--outputs", str(folder / "outputs")])
    if code:
        sys.exit(code)
    return read_run(folder / "outputs")


def place(passage: str, path: str, text: str) -> Json:
    """Where a passage of the gold stands, in code points of its file."""
    start = text.index(passage)
    return {"doc": path, "start": start, "end": start + len(passage), "text": passage}


def references(gold: Json, run: Run) -> dict[str, set[str]]:
    """The nodes for each id of the gold: by a name, by a capital that stands for its government, by a date alone."""
    nodes = [(one["id"], held(one)) for kind in ("actors", "treaties") for one in run.graph[kind]]
    found: dict[str, set[str]] = {}
    for key, one in (*gold["actors"].items(), *gold["treaties"].items()):
        wanted = {folded(form) for form in (*one["fr"], *one["en"], *one.get("government", ()))}
        found[key] = {node for node, forms in nodes if forms & wanted}
    for key, one in gold["treaties"].items():
        if not found[key] and one["signed"]:
            found[key] = {node["id"] for node in run.graph["treaties"] if edtf(node["signed"]) == one["signed"]}
    return found


def worded(gold: Json, key: str, statements: list[Told]) -> set[str]:
    """The words in roles that are a form of an actor or treaty of the gold."""
    one = gold["actors"].get(key) or gold["treaties"][key]
    wanted = {folded(form) for form in (*one["fr"], *one["en"])}
    return {text for told in statements for text in told.ids if folded(text) in wanted}


def held(node: Json, *languages: str) -> set[str]:
    """A node's surface forms, folded, in some languages or in all."""
    return {
        folded(form) for code, forms in node["forms"].items() if not languages or code in languages for form in forms
    }


def folded(form: str) -> str:
    """A form as it is compared."""
    from pipeline.text import fold

    return fold(form).strip()


def edtf(time: Json | None) -> str | None:
    """The date of a slot."""
    return time["edtf"] if time else None


def names(one: Json, code: str) -> set[str]:
    """The gold's forms of one actor or treaty in one language, folded."""
    return {folded(form) for form in one[code]}
