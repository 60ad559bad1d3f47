"""The notebooks run from top to bottom on a fresh run of the seeds, and are kept without outputs."""

import json
import shutil
from pathlib import Path

import pytest
from calling import ROOT, Ran

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(path: Path) -> list[dict]:
    return [one for one in json.loads(path.read_bytes())["cells"] if one["cell_type"] == "code"]


def test_there_are_at_most_three():
    assert 1 <= len(NOTEBOOKS) <= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path):
    assert [one for one in cells(path) if one["outputs"] or one["execution_count"] is not None] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_imports_facts_and_nothing_else_of_ours(path: Path):
    imports = [line for one in cells(path) for line in one["source"] if "import" in line.split()]
    assert "from pipeline import facts\n" in imports
    outside = {line.split()[1] for line in imports} - {"pipeline", "pathlib", "sys"}
    assert outside == set()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path: Path, seed_run: Ran, tmp_path: Path):
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    shutil.copytree(seed_run.outputs, tmp_path / "outputs")
    (tmp_path / "notebooks").mkdir()
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path / "notebooks")}}
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    shown = [output for one in notebook.cells if one.cell_type == "code" for output in one.outputs]
    assert any("text/html" in output.get("data", {}) for output in shown)
    assert not any(output.output_type == "stream" and output.name == "stderr" for output in shown)
