"""Bad input: a clear message that names file, place and remedy; nothing is lost, nothing half-written."""

import json
import shutil
from pathlib import Path

import pytest
from calling import ROOT, Ran, accord

FRENCH = "Le traité de paix a été signé à Paris le 10 février 1947 par la France et l'Italie. Il a été ratifié en 1947."


def corpus_of(folder: Path, **files: bytes) -> Path:
    """A corpus with one good French document and `files` (name with _ for dots)."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "good.fr.txt").write_text(FRENCH, encoding="utf-8")
    for name, data in files.items():
        (folder / "documents" / name.replace("__", ".")).write_bytes(data)
    return folder


def test_missing_corpus(tmp_path: Path):
    ran = accord("run", tmp_path / "nowhere", tmp_path / "outputs")
    assert ran.code == 2
    assert "nowhere" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "outputs").exists()


def test_empty_corpus(tmp_path: Path):
    (tmp_path / "corpus" / "documents").mkdir(parents=True)
    ran = accord("run", tmp_path / "corpus", tmp_path / "outputs")
    assert ran.code == 2
    assert "no document here" in ran.err
    assert not (tmp_path / "outputs" / "graph.json").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty__fr__txt", b""),
        ("binary__fr__txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" * 20),
        ("paper__en__pdf", b"%PDF-1.7 ..."),
        ("latvian__txt", "Līgums tika parakstīts Rīgā, un abas valstis vienojās par robežu.".encode() * 5),
    ],
)
def test_a_broken_document_is_set_aside_and_the_others_go_on(tmp_path: Path, name: str, data: bytes):
    corpus = corpus_of(tmp_path / "corpus", **{name: data})
    ran = accord("run", corpus, tmp_path / "outputs")
    assert ran.code == 1, ran.err
    assert "Traceback" not in ran.err
    assert name.replace("__", ".") in ran.out
    graph = json.loads((tmp_path / "outputs" / "graph.json").read_bytes())
    assert [one["path"] for one in graph["documents"]] == ["good.fr.txt"]
    issues = [json.loads(line) for line in (tmp_path / "outputs" / "issues.jsonl").read_text().splitlines()]
    broken = [one for one in issues if one["kind"] == "broken document"]
    assert [one["path"] for one in broken] == [name.replace("__", ".")]
    assert broken[0]["remedy"]


def test_only_broken_documents_leave_the_outputs_alone(copied: Ran):
    before = (copied.outputs / "graph.json").read_bytes()
    for path in (copied.corpus / "documents").iterdir():
        path.write_bytes(b"")
    ran = accord("run", copied.corpus, copied.outputs)
    assert ran.code == 2
    assert "union-russie-bielorussie.fr.txt" in ran.err
    assert (copied.outputs / "graph.json").read_bytes() == before


def models_with(tmp_path: Path, name: str, change: str) -> Path:
    """A copy of models/ with a line added at the end of one file."""
    shutil.copytree(ROOT / "models", tmp_path / "models")
    with (tmp_path / "models" / name).open("a", encoding="utf-8") as file:
        file.write(change)
    return tmp_path / "models"


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("languages/fr.toml", "\nbroken = [\n", "fr.toml"),
        ("languages/en.toml", "\n[no_such_key]\na = 1\n", "no_such_key"),
        ("claims/signed.toml", "\n[no_such_table]\nx = 1\n", "no_such_table"),
        ("claims/signed.toml", "\n= 3\n", "signed.toml"),
    ],
)
def test_broken_knowledge_stops_the_run_before_it_starts(tmp_path: Path, name: str, change: str, told: str):
    models = models_with(tmp_path, name, change)
    ran = accord("run", corpus_of(tmp_path / "corpus"), tmp_path / "outputs", "--models", str(models))
    assert ran.code == 2
    assert Path(name).name in ran.err
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "outputs" / "graph.json").exists()


def test_a_broken_authority_file_is_named_with_its_line(tmp_path: Path):
    name = min(path.name for path in (ROOT / "models" / "authority").glob("*.jsonl"))
    models = models_with(tmp_path, f"authority/{name}", '{"id": \n')
    ran = accord("run", corpus_of(tmp_path / "corpus"), tmp_path / "outputs", "--models", str(models))
    assert ran.code == 2
    assert name in ran.err


def test_a_broken_corpus_toml_is_named(tmp_path: Path):
    corpus = corpus_of(tmp_path / "corpus")
    (corpus / "corpus.toml").write_text("[documents.'good.fr.txt']\ncolour = 'red'\n", encoding="utf-8")
    ran = accord("run", corpus, tmp_path / "outputs")
    assert ran.code == 2
    assert "corpus.toml" in ran.err
    assert "colour" in ran.err


def test_an_extra_that_is_asked_for_and_not_installed_is_named(tmp_path: Path):
    """A module that cannot be found is put before the real one, so that the test holds with the extra too."""
    corpus = corpus_of(tmp_path / "corpus")
    (corpus / "corpus.toml").write_text('[align]\nwords = "context"\n', encoding="utf-8")
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    hiding = "import pipeline.run.words as words\nwords.installed = lambda name: name != 'torch'\n"
    (hidden / "sitecustomize.py").write_text(hiding, encoding="utf-8")
    ran = accord("run", corpus, tmp_path / "outputs", PYTHONPATH=f"{hidden}:{ROOT}")
    assert ran.code == 2
    assert "needs torch" in ran.err
    assert "[transformers]" in ran.err


def test_verify_without_a_graph_says_what_to_do(tmp_path: Path):
    ran = accord("verify", corpus_of(tmp_path / "corpus"), tmp_path / "outputs")
    assert ran.code == 2
    assert "accord run" in ran.err


def test_a_graph_that_breaks_its_schema_is_named(copied: Ran):
    graph = json.loads((copied.outputs / "graph.json").read_bytes())
    graph["claims"][0]["status"] = "certain"
    (copied.outputs / "graph.json").write_text(json.dumps(graph), encoding="utf-8")
    ran = accord("verify", copied.corpus, copied.outputs)
    assert ran.code == 2
    assert "claims/0" in ran.err


def test_documents_may_lie_in_the_folder_itself(tmp_path: Path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "paix.txt").write_text(FRENCH, encoding="utf-8")
    ran = accord("run", tmp_path / "texts", tmp_path / "outputs")
    assert ran.code == 0, ran.err
    graph = json.loads((tmp_path / "outputs" / "graph.json").read_bytes())
    assert [(one["path"], one["language"]) for one in graph["documents"]] == [("paix.txt", "fr")]
