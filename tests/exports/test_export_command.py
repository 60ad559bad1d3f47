"""`accord export`: the files it names, and what it says where it cannot."""

import json

import pytest

from pipeline.cli import main
from pipeline.exports import FORMATS, ExportFault, export


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_formats_are_written_and_named(copied_run, exported_run, capsys):
    assert main(["export", "--outputs", str(copied_run)]) == 0
    told = capsys.readouterr().out
    made = files(copied_run / "exports")
    assert all(str(copied_run / "exports" / name) in told for name in made)
    assert {"graph.ttl", "graph.jsonld", "graph.graphml", "entities.ftm.json", "csv/claims.csv"} <= made.keys()
    assert made == files(exported_run / "exports")


def test_only_what_is_asked_for(copied_run):
    assert main(["export", "--format", "graphml", "--format", "turtle", "--outputs", str(copied_run)]) == 0
    assert files(copied_run / "exports").keys() == {"graph.graphml", "graph.ttl"}


def test_the_base_of_the_iris_can_be_set(copied_run):
    base = "https://example.org/accord/"
    assert main(["export", "--format", "turtle", "--base", base, "--outputs", str(copied_run)]) == 0
    text = (copied_run / "exports" / "graph.ttl").read_text("utf-8")
    assert f"@prefix accord: <{base}> ." in text
    assert "urn:accord:" not in text


def test_the_entry_gives_the_files(copied_run):
    paths = export(copied_run, FORMATS)
    assert sorted(paths) == sorted(path for path in (copied_run / "exports").rglob("*") if path.is_file())


@pytest.mark.parametrize("base", ["accord/", "https://example.org/accord", "https://example.org/a b/", "", "urn:<x>:"])
def test_a_base_that_is_none(copied_run, capsys, base):
    assert main(["export", "--base", base, "--outputs", str(copied_run)]) == 2
    assert "--base" in capsys.readouterr().err
    assert not (copied_run / "exports").exists()


def spoil(outputs, **changes):
    graph = json.loads((outputs / "graph.json").read_text("utf-8"))
    (outputs / "graph.json").write_text(json.dumps({**graph, **changes}), "utf-8")


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (lambda outputs: (outputs / "graph.json").unlink(), "graph.json"),
        (lambda outputs: (outputs / "graph.json").write_bytes(b'{"version": "1", '), "graph.json"),
        (lambda outputs: (outputs / "graph.json").write_bytes(b"[1]"), "graph.json"),
        (lambda outputs: (outputs / "graph.json").write_bytes(b"\xff\xfe"), "graph.json"),
        (lambda outputs: spoil(outputs, version="0"), "version '0'"),
        (lambda outputs: spoil(outputs, claims=[{}]), "claims/0"),
        (lambda outputs: (outputs / "tables" / "slots.parquet").unlink(), "slots.parquet"),
        (lambda outputs: (outputs / "tables" / "slots.parquet").write_bytes(b"PAR1"), "slots.parquet"),
        (lambda outputs: (outputs / "layers" / "mentions.jsonl").unlink(), "mentions.jsonl"),
        (lambda outputs: (outputs / "layers" / "mentions.jsonl").write_bytes(b"{"), "mentions.jsonl"),
    ],
)
def test_what_is_missing_or_broken_is_named_with_the_run_that_makes_it(copied_run, capsys, harm, name):
    harm(copied_run)
    assert main(["export", "--outputs", str(copied_run)]) == 2
    told = capsys.readouterr().err
    assert name in told
    assert f"Run `accord run --outputs {copied_run}`" in told
    assert not (copied_run / "exports").exists()


def test_a_table_of_another_version(copied_run, capsys):
    import polars

    path = copied_run / "tables" / "claims.parquet"
    polars.read_parquet(path).write_parquet(path, metadata={"accord": "1"})
    assert main(["export", "--format", "csv", "--outputs", str(copied_run)]) == 2
    assert "version '1'" in capsys.readouterr().err


def test_a_format_that_is_none(copied_run):
    with pytest.raises(ExportFault, match="no such format"):
        export(copied_run, ["n3"])
