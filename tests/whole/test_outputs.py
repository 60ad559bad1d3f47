"""The outputs of a run keep the contract: files, keys, spans, tables."""

import json

import jsonschema_rs
import polars as pl
import pytest
from calling import Ran

FILES = {
    *("graph.json", "graph.schema.json", "issues.jsonl", "run.json", "alignment/index.html", "alignment/fr-en.tmx"),
    *(f"layers/{name}.jsonl" for name in ("documents", "sentences", "mentions", "dates", "statements")),
    *(f"tables/{name}.parquet" for name in ("documents", "actors", "treaties", "claims", "statements", "roles")),
    *("tables/alignments.parquet", "tables/links.parquet", "alignment/alignments.csv"),
}
LAYERS = {
    "documents": {"id", "path", "sha256", "language", "title", "authors", "publisher", "series", "date", "encoding"},
    "sentences": {"document", "id", "start", "end", "text", "section"},
    "mentions": {"document", "start", "end", "text", "type", "ref", "reading", "source"},
    "dates": {"document", "start", "end", "text", "type", "edtf", "from", "to", "timex", "basis", "anchor"},
    "statements": {"document", "start", "end", "predicate", "holder", "polarity", "modality", "dropped", "rule"},
}


@pytest.fixture(scope="module")
def graph(seed_run: Ran):
    return json.loads((seed_run.outputs / "graph.json").read_bytes())


def lines(seed_run: Ran, name: str) -> list[dict]:
    return [json.loads(line) for line in (seed_run.outputs / "layers" / f"{name}.jsonl").read_text().splitlines()]


def test_every_file_of_the_contract_is_there(seed_run: Ran):
    assert [name for name in sorted(FILES) if not (seed_run.outputs / name).is_file()] == []


def test_the_graph_keeps_its_schema_and_the_schema_is_one(seed_run: Ran, graph):
    schema = json.loads((seed_run.outputs / "graph.schema.json").read_bytes())
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.Draft202012Validator(schema).validate(graph)
    graph["claims"][0]["statements"][0]["spans"] = []
    assert not jsonschema_rs.Draft202012Validator(schema).is_valid(graph)


@pytest.mark.parametrize("name", LAYERS)
def test_layers_have_the_keys_of_the_contract(seed_run: Ran, name: str):
    rows = lines(seed_run, name)
    assert rows
    assert all(row.keys() >= LAYERS[name] for row in rows)


def test_every_layer_span_is_a_slice_of_the_original(seed_run: Ran):
    paths = {row["id"]: seed_run.corpus / "documents" / row["path"] for row in lines(seed_run, "documents")}
    raw = {key: path.read_bytes() for key, path in paths.items()}
    checked = 0
    for name in ("sentences", "mentions", "dates", "statements"):
        for row in lines(seed_run, name):
            data = raw[row["document"]]
            assert data.decode()[row["start"] : row["end"]] == row["text"]
            assert data[row["byte_start"] : row["byte_end"]].decode() == row["text"]
            checked += 1
    assert checked > 500


def test_every_character_of_the_documents_is_read(seed_run: Ran):
    """No text is silently cut: what no sentence covers is white space, or an overprinted copy of the title."""
    for document in lines(seed_run, "documents"):
        raw = (seed_run.corpus / "documents" / document["path"]).read_bytes().decode()
        for row in lines(seed_run, "sentences"):
            if row["document"] == document["id"]:
                raw = raw[: row["start"]] + " " * (row["end"] - row["start"]) + raw[row["end"] :]
        left = raw.strip()
        assert left == "" or set(left.split(document["title"])) == {""}, left[:200]


def test_the_memo_names_its_author_series_and_date(graph):
    memo = next(one for one in graph["documents"] if one["language"] == "en")
    assert memo["title"] == "Russia’s Belarus Dilemma"
    assert memo["authors"] == ["Arkady Moshes"]
    assert (memo["series"], memo["number"]) == ("PONARS Policy Memo", "182")
    assert memo["institute"] == "Institute of Europe"
    assert (memo["date"]["edtf"], memo["date"]["basis"]) == ("2000-12", "stated")


def test_the_undated_text_gets_an_inferred_date_with_its_reasons(graph):
    text = next(one for one in graph["documents"] if one["language"] == "fr")
    assert (text["date"]["edtf"], text["date"]["basis"]) == ("2003/2004", "inferred")
    assert text["date"]["anchor"]
    assert text["title"] is None
    assert text["authors"] == []


def test_tables_hold_what_the_graph_holds(seed_run: Ran, graph):
    tables = {name: pl.read_parquet(seed_run.outputs / "tables" / f"{name}.parquet") for name in ("claims", "actors")}
    assert tables["claims"]["id"].to_list() == [one["id"] for one in graph["claims"]]
    assert tables["claims"].schema["from"] == pl.Date
    assert tables["actors"].height == len(graph["actors"])
    statements = pl.read_parquet(seed_run.outputs / "tables" / "statements.parquet")
    assert statements.height == sum(len(one["statements"]) for one in graph["claims"])
    roles = pl.read_parquet(seed_run.outputs / "tables" / "roles.parquet")
    assert set(roles["claim"]) <= set(tables["claims"]["id"])


def test_the_summary_counts_what_the_graph_holds(seed_run: Ran, graph):
    shown = {line.split(maxsplit=1)[1].strip(): line.split()[0] for line in seed_run.out.splitlines() if line.strip()}
    assert shown["documents"] == "2"
    assert shown["claims"] == str(len(graph["claims"]))
    assert shown["treaties"] == str(len(graph["treaties"]))
    assert "\x1b" not in seed_run.out + seed_run.err, "no colours and no progress bar when not on a terminal"
