"""Every code block of the README runs, in order; the pages of the schema say what the code says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
from calling import ROOT, Ran

from pipeline.stages.publish.describing import graph_page, tables_page

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
KNOWN = {"sh", "python"}


def blocks() -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, seed_run: Ran) -> Path:
    """What a newcomer has cloned, with the environment of these tests as its `.venv` and a run made before."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("corpus", "models", "pipeline"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "README.md"):
        shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    shutil.copytree(seed_run.outputs, folder / "outputs")
    return folder


def test_every_block_says_how_to_run_it():
    assert {kind for kind, _ in blocks()} == KNOWN


def test_every_block_of_the_readme_runs(checkout: Path):
    # The environment of these tests serves: make takes the newest file for the stamp of an installation.
    (checkout / "README.md").touch()
    environment = os.environ | {"MAKEFLAGS": "-- STAMP=README.md"}
    program = "".join(f"\n{body}" for kind, body in blocks() if kind == "python")
    for kind, body in blocks():
        if kind == "sh":
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", body],
                cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=300,
            )  # fmt: skip
            assert done.returncode == 0, f"{body}\n{done.stdout}\n{done.stderr}"
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning:__main__", "-c", program],
        cwd=checkout, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "⟦" in done.stdout, "evidence was printed"
    assert "signed" in done.stdout.splitlines()[-1], "the component found the claim"
    assert (checkout / "then.json").stat().st_size > 100


@pytest.mark.parametrize(("page", "printed"), [("tables.md", tables_page), ("graph-fields.md", graph_page)])
def test_the_pages_of_the_schema_are_what_their_source_prints(page: str, printed):
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == printed(), f"print it: accord schema … > docs/{page}"


def test_every_field_of_a_graph_is_described(seed_run: Ran):
    schema = json.loads((seed_run.outputs / "graph.schema.json").read_bytes())
    graph = json.loads((seed_run.outputs / "graph.json").read_bytes())
    assert undescribed(graph, schema, schema["$defs"], "graph") == set()


def undescribed(value: object, schema: dict, known: dict, path: str) -> set[str]:
    """Paths of keys in `value` that `schema` does not describe."""
    schema = resolved(schema, known)
    if isinstance(value, list):
        return {one for item in value for one in undescribed(item, schema.get("items", {}), known, path)}
    if not isinstance(value, dict):
        return set()
    found = set()
    rest = schema.get("additionalProperties")
    for key, inner in value.items():
        if key in schema.get("properties", {}):
            found |= undescribed(inner, schema["properties"][key], known, f"{path}.{key}")
        elif isinstance(rest, dict):
            found |= undescribed(inner, rest, known, f"{path}.*")
        elif "properties" in schema:
            found.add(f"{path}.{key}")
    return found


def resolved(schema: dict, known: dict) -> dict:
    """A schema with its references, and the one of its alternatives that is an object, put in."""
    if "$ref" in schema:
        return resolved(known[schema["$ref"].rsplit("/", 1)[-1]], known)
    if "anyOf" in schema:
        return resolved(next(one for one in schema["anyOf"] if one.get("type") != "null"), known)
    properties = dict(schema.get("properties", {}))
    for part in schema.get("allOf", ()):
        properties |= resolved(part, known).get("properties", {})
    return schema | ({"properties": properties} if properties else {})


def test_examples_of_the_schema_are_valid():
    schema = json.loads((ROOT / "pipeline/stages/publish/graph.schema.json").read_bytes())
    checked = 0
    for definition in schema["$defs"].values():
        for one in definition.get("properties", {}).values():
            for example in one.get("examples", ()):
                if "…" not in str(example):
                    validator = jsonschema_rs.Draft202012Validator({"$defs": schema["$defs"]} | one)
                    validator.validate(example)
                    checked += 1
    assert checked > 60
