"""The invented graph hangs together as one that the pipeline wrote would."""

from __future__ import annotations

import json

import polars as pl
import pytest

from bench.large_graph.__main__ import write
from pipeline.model.tables import JOINT, TABLES, TABLES_VERSION
from pipeline.stages.publish.tables import schema


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    write(folder, 2000, 7)
    return folder


@pytest.fixture(scope="module")
def tables(outputs):
    return {one.name: pl.read_parquet(outputs / "tables" / f"{one.name}.parquet") for one in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_those_of_the_model(outputs, tables, table):
    assert dict(tables[table.name].schema) == schema(table)
    assert tables[table.name].height
    path = outputs / "tables" / f"{table.name}.parquet"
    assert pl.read_parquet_metadata(path)["accord"] == TABLES_VERSION


JOINS = [
    *((table, "claim", "claims") for table in ("statements", "spans", "roles", "wordings", "aligned_claims")),
    *((table, "document", "documents") for table in ("statements", "spans", "sentences", "alignments", "slots")),
    ("links", "a", "claims"),
    ("links", "b", "claims"),
    ("spans", "statement", "statements"),
    ("statements", "holder_actor", "actors"),
    ("statements", "predicate", "predicates"),
    ("claims", "place", "actors"),
    ("slots", "treaty", "treaties"),
    ("slots", "ref", "actors"),
    ("documents", "origin", "documents"),
]


@pytest.mark.parametrize(("table", "column", "target"), JOINS)
def test_ids_join(tables, table, column, target):
    assert set(tables[table][column].drop_nulls()) <= set(tables[target]["id"])


def test_roles_and_names_are_of_nodes(tables):
    nodes = set(tables["actors"]["id"]) | set(tables["treaties"]["id"])
    assert set(tables["roles"]["ref"].drop_nulls()) <= nodes
    assert set(tables["names"]["id"]) == nodes | set(tables["predicates"]["id"])


def test_ids_are_distinct(tables):
    for name in ("documents", "actors", "treaties", "claims", "statements"):
        assert tables[name]["id"].is_unique().all(), name


@pytest.mark.parametrize("place", ["spans", "statements", "alignments", "slots", "sentences"])
def test_quotes_stand_where_they_are_said_to(tables, place):
    texts = {name[0]: "\n".join(frame["text"]) for name, frame in tables["sentences"].group_by("document")}
    for row in tables[place].iter_rows(named=True):
        text, quote = texts[row["document"]], row.get("quote", row.get("text"))
        assert text[row["start"] : row["end"]] == quote
        if "byte_start" in row:
            assert text.encode()[row["byte_start"] : row["byte_end"]].decode() == quote
    for row in tables["documents"].iter_rows(named=True):
        assert (row["characters"], row["bytes"]) == (len(texts[row["id"]]), len(texts[row["id"]].encode()))


def test_spans_lie_in_the_sentence_of_their_statement(tables):
    sentence = tables["sentences"].select("document", "id", left="start", right="end")
    said = tables["statements"].select("id", "sentence", "document")
    said = said.join(sentence, left_on=["document", "sentence"], right_on=["document", "id"])
    spans = tables["spans"].join(said, left_on="statement", right_on="id")
    assert len(spans) == len(tables["spans"])
    assert ((spans["start"] >= spans["left"]) & (spans["end"] <= spans["right"])).all()


def test_claims_are_what_their_statements_say(tables):
    said = tables["statements"].join(tables["documents"].select("origin", document="id"), on="document")
    for (claim,), some in said.group_by("claim"):
        row = tables["claims"].row(by_predicate=pl.col("id") == claim, named=True)
        for column, key in (("polarity", "polarity"), ("modality", "modality"), ("languages", "language")):
            assert set(row[column].split(JOINT)) == set(some[key])
        assert (row["documents"], row["independent"]) == (some["document"].n_unique(), some["origin"].n_unique())
        assert row["only"] == (row["languages"] if some["language"].n_unique() == 1 else None)
    assert said["claim"].n_unique() == len(tables["claims"])


def test_times_do_not_run_backwards(tables):
    for name in ("claims", "statements", "slots"):
        dated = tables[name].drop_nulls(["from", "to"])
        assert len(dated)
        assert (dated["from"] <= dated["to"]).all()


def test_the_same_seed_gives_the_same_files(outputs, tmp_path):
    write(tmp_path, 2000, 7)
    assert json.loads((tmp_path / "run.json").read_text()) == json.loads((outputs / "run.json").read_text())
