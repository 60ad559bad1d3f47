"""Translations through the real command line: found by themselves; where what was declared is not so, told."""

import json
import shutil
from pathlib import Path

import pytest

from pipeline.cli import main

LAKE = Path(__file__).parents[1] / "align" / "translations"
OTHER = """Les vendanges

La récolte de lavande commença tard cette année-là. Les distilleries manquaient de bras et les prix montèrent.
Un vent chaud souffla pendant trois semaines. Au marché, on ne parlait que de la sécheresse.

Le maire fit ouvrir la vieille source. Les enfants y remplissaient des cruches avant l'école.
En septembre, la pluie revint enfin.
"""


def run(folder: Path):
    """The alignments of graph.json by kind, the issues of align, and the folder of the outputs."""
    assert main(["run", "--corpus", str(folder), "--outputs", str(folder / "outputs")]) == 0
    outputs = folder / "outputs"
    graph = json.loads((outputs / "graph.json").read_text(encoding="utf-8"))
    lines = (outputs / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    issues = [one for one in map(json.loads, lines) if one["stage"] == "align"]
    return [one["kind"] for one in graph["alignments"]], issues, outputs


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    shutil.copyfile(LAKE / "lac.en.txt", tmp_path / "documents" / "lac.en.txt")
    return tmp_path


def test_a_translation_is_found_without_being_declared(corpus: Path):
    shutil.copyfile(LAKE / "lac.fr.txt", corpus / "documents" / "convention-du-lac.fr.txt")
    kinds, issues, outputs = run(corpus)
    assert set(kinds) == {"parallel"}
    assert len(kinds) >= 17
    assert issues == []
    assert b'type="x-accord-kind">parallel<' in (outputs / "alignment" / "fr-en.tmx").read_bytes()


def test_what_is_declared_a_translation_and_is_none_is_told(corpus: Path):
    (corpus / "documents" / "lac.fr.txt").write_text(OTHER, encoding="utf-8")
    (corpus / "corpus.toml").write_text('[documents."lac.fr.txt"]\ntranslation_of = "lac.en.txt"\n', encoding="utf-8")
    kinds, issues, _ = run(corpus)
    assert "parallel" not in kinds
    (issue,) = issues
    assert issue["kind"] == "translation-unconfirmed"
    assert "lac.fr.txt" in issue["message"]
    assert "lac.en.txt" in issue["message"]
