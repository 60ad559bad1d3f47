"""Golden mini-corpora: two texts each on treaties that the seeds do not know, through the real command line.

`expected.toml` says what a careful reader finds and what nobody may find; `known.toml` (if there) lists the keys of
expectations that are not met yet, so that a gain must be written down and a loss fails.
"""

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest
from calling import ROOT, accord_here

from pipeline.text import fold

CORPORA = sorted(path.parent.name for path in (ROOT / "tests" / "corpora").glob("*/expected.toml"))


def expectations() -> list[tuple[str, str, int]]:
    """Corpus, kind and number of each expectation."""
    found = []
    for name in CORPORA:
        expected = tomllib.loads((ROOT / "tests" / "corpora" / name / "expected.toml").read_text("utf-8"))
        found += [(name, kind, number) for kind, all_of in expected.items() for number in range(len(all_of))]
    return found


def expected(name: str, kind: str, number: int) -> dict:
    return tomllib.loads((ROOT / "tests" / "corpora" / name / "expected.toml").read_text("utf-8"))[kind][number]


@pytest.fixture(scope="session")
def graph_of(tmp_path_factory: pytest.TempPathFactory):
    """The graph of a mini-corpus, made once."""

    @cache
    def graph(name: str) -> dict:
        outputs = tmp_path_factory.mktemp(name) / "outputs"
        assert accord_here("run", ROOT / "tests" / "corpora" / name, outputs) == 0
        return json.loads((outputs / "graph.json").read_bytes())

    return graph


def names(graph: dict, target: str) -> str:
    """All forms of an actor or treaty as one folded text; a text filler stands for itself."""
    for one in (*graph["actors"], *graph["treaties"]):
        if one["id"] == target:
            everything = (*one["forms"].values(), one["labels"].values())
            return " | ".join(fold(form) for forms in everything for form in forms)
    return fold(target)


def fillers(claim: dict, role: str | None = None) -> list[str]:
    values = [value for name, value in claim["roles"].items() if role in (None, name)]
    return [one for value in values for one in ([value] if isinstance(value, str) else value)]


def nodes(graph: dict, kind: str, form: str) -> list[dict]:
    """The nodes that have a form."""
    return [one for one in graph[kind] if any(fold(form) in map(fold, forms) for forms in one["forms"].values())]


def holds(graph: dict, claim: dict, wanted: dict) -> bool:
    """Does the claim have everything that `wanted` asks for?"""
    statements = [one for one in claim["statements"] if agrees(graph, one, wanted)]
    roles = all(
        any(
            fold(wanted[role]) in names(graph, filler) for filler in fillers(claim, role if role == "subject" else None)
        )
        for role in ("subject", "object")
        if role in wanted
    )
    return bool(
        statements
        and roles
        and claim["predicate"] == wanted.get("predicate", claim["predicate"])
        and (claim["time"] or {}).get("edtf") == wanted.get("time", (claim["time"] or {}).get("edtf"))
        and set(wanted.get("languages", ())) <= set(claim["support"]["languages"])
        and claim["status"] == wanted.get("status", claim["status"])
    )


def agrees(graph: dict, statement: dict, wanted: dict) -> bool:
    """Does the statement have the evidence, polarity, modality and holder that `wanted` asks for?"""
    holder = statement["holder"]
    told = " | ".join([fold(holder["text"] or ""), *(names(graph, actor) for actor in holder["actors"])])
    quote = fold(statement["spans"][0]["quote"])
    return (
        all(statement[key] == wanted.get(key, statement[key]) for key in ("polarity", "modality"))
        and (fold(wanted["holder"]) in told if "holder" in wanted else True)
        and (fold(wanted["evidence"]) in quote if "evidence" in wanted else True)
    )


def met(graph: dict, kind: str, wanted: dict) -> bool:
    """Is one expectation met?"""
    if kind == "actor":
        return any(all(one in nodes(graph, "actors", form) for form in wanted["forms"]) for one in graph["actors"])
    if kind == "apart":
        first, second = (nodes(graph, "actors", form) for form in wanted["forms"])
        return bool(first and second) and not any(one in second for one in first)
    if kind == "treaty":
        return any(treaty_fits(graph, one, wanted) for one in nodes(graph, "treaties", wanted["form"]))
    found = any(holds(graph, claim, wanted) for claim in graph["claims"])
    return found if kind == "claim" else not found


def treaty_fits(graph: dict, treaty: dict, wanted: dict) -> bool:
    """Do the node's other forms, dates and signatories fit?"""
    signatories = [names(graph, one["actor"] or one["text"]) for one in treaty["signatories"]]
    return (
        all(treaty in nodes(graph, "treaties", form) for form in wanted.get("also", ()))
        and (treaty["signed"] or {}).get("edtf", "").startswith(wanted.get("signed", ""))
        and (treaty["entry_into_force"] or {}).get("edtf", "").startswith(wanted.get("in_force", ""))
        and all(any(fold(name) in told for told in signatories) for name in wanted.get("signatories", ()))
    )


def known_gaps(name: str) -> set[str]:
    path = ROOT / "tests" / "corpora" / name / "known.toml"
    return set(tomllib.loads(path.read_text("utf-8"))["gaps"]) if path.is_file() else set()


@pytest.mark.parametrize(("name", "kind", "number"), expectations())
def test_a_reader_finds_it_too(graph_of, name: str, kind: str, number: int):
    wanted = expected(name, kind, number)
    found = met(graph_of(name), kind, wanted)
    if f"{kind}.{number}" in known_gaps(name):
        assert not found, f"{kind}.{number} is met now: take it out of known.toml"
    else:
        assert found, wanted


@pytest.mark.parametrize("name", CORPORA)
def test_evidence_stands(graph_of, name: str, tmp_path: Path):
    (tmp_path / "graph.json").write_text(json.dumps(graph_of(name)), encoding="utf-8")
    assert accord_here("verify", ROOT / "tests" / "corpora" / name, tmp_path) == 0
