"""The questions of the window for notebooks, on a graph of which every answer can be told by hand."""

import warnings

import duckdb
import pandas
import polars as pl
import pytest

from pipeline import facts
from pipeline.model.tables import TABLES


def ids(frame: pl.DataFrame) -> list[str]:
    return [one.removeprefix("claim-") for one in frame["id"]]


@pytest.mark.parametrize("name", ["Arland", "arlande", "ARLAND", "actor-arland"])
def test_about_finds_a_name_in_any_language_and_case(small, name):
    found = small.about(name)
    assert ids(found) == ["signed", "bank"]
    assert found.columns == small.claims.columns


def test_about_finds_a_name_by_a_part_of_it_only_where_nobody_bears_it_whole(small):
    assert ids(small.about("Anna")) == ["opposed", "backed"]
    assert ids(small.about("Zoé")) == ["karl"]
    assert ids(small.about("zoe")) == ["karl"]


def test_a_name_that_nobody_bears_gives_an_empty_frame_and_near_names(small):
    with pytest.warns(facts.NothingCalled, match="Borduri"):
        found = small.about("Bordurio")
    assert found.shape == (0, small.claims.width)
    assert found.schema == small.claims.schema


def test_a_warning_points_at_the_line_that_asked(small):
    with pytest.warns(facts.NothingCalled) as told:
        small.about("Nowhere")
    assert told[0].filename == __file__


def test_between_finds_what_both_do_together_and_what_each_does_to_one_treaty(small):
    assert ids(small.between("Arlande", "Borduria")) == ["signed", "bank", "bordsign"]
    assert ids(small.between("Anna", "Karl")) == []


def test_said_by_finds_what_somebody_is_reported_to_say(small):
    said = small.said_by("Zoé")
    assert said.select("text", "claim", "holder_text").rows() == [
        ("Queen Anna of Arland · supports · Treaty of Sorn", "claim-backed", "Karl"),
    ]
    assert small.said_by("Arland").height == 0


def test_a_claim_says_itself_in_one_line_and_in_the_language_asked_for(small, small_outputs):
    lines = dict(zip(ids(small.claims), small.claims["text"], strict=True))
    assert lines["signed"] == "Arland · signed · Treaty of Sorn · 1998"
    assert lines["bank"] == "Arland; Borduria · founded [planned] · a bank · 2003"
    french = facts.load(small_outputs, language="fr")
    assert french.claims["text"][0] == "Arlande · a signé · traité de Sorn · 1998"
    assert "Arlande; Bordurie · a fondé [prévu] · a bank · 2003" in set(french.claims["text"])
    assert "Karl <b>Zoé</b> · exerce la fonction de · de: Bordurie · 2001/.." in set(french.claims["text"])
    assert french.claims.columns == small.claims.columns
    assert ids(french.claims) == ids(small.claims)
    assert french.treaty("Sorn").title == "traité de Sorn"


def test_a_treaty_s_life_is_told_in_order_slots_and_claims(small):
    life = small.timeline("Treaty of Sorn")
    assert life["from"].is_sorted()
    assert [(one["edtf"], one["kind"], one["what"], one["modality"]) for one in life.to_dicts()] == [
        ("1998", "claim", "signed", "asserted"),
        ("1998", "claim", "signed", "asserted"),
        ("1998", "slot", "signatories", "asserted"),
        ("1998", "slot", "signed", "asserted"),
        ("2000", "slot", "entry_into_force", "asserted"),
        ("2003", "slot", "provisions", "planned"),
        ("2010", "slot", "status", "asserted"),
    ]
    assert small.timeline().equals(life)


def test_disputed_shows_both_sides(small):
    sides = {(one["id"], one["against"], one["kind"]) for one in small.disputed().to_dicts()}
    assert sides == {
        ("claim-opposed", "claim-backed", "contradicts"),
        ("claim-backed", "claim-opposed", "contradicts"),
    }


def test_only_tells_what_one_language_tells_and_why(small):
    english = small.only("en")
    assert dict(zip(ids(english), english["why_only"], strict=True)) == {"opposed": None, "bank": "it is older"}
    assert small.only("de").schema == small.claims.schema


AS_OF = {
    "1997": {},
    "1998": {"sorn": "signed"},
    "1999-06": {"sorn": "signed", "signed": "stated", "opposed": "stated", "bank": "planned"},
    "2001": {"sorn": "in force", "signed": "stated", "opposed": "stated", "bank": "planned", "karl": "in force"},
    "2004-02-01": {"sorn": "in force", "signed": "stated", "opposed": "stated", "karl": "in force"},
    "2011": {
        **{"signed": "stated", "opposed": "stated", "backed": "stated"},
        **{"karl": "in force", "bordsign": "stated"},
    },
}


@pytest.mark.parametrize("when", AS_OF)
def test_as_of_tells_what_was_stated_planned_and_in_force(small, when):
    found = {one["id"].split("-")[1]: one["state"] for one in small.as_of(when).to_dicts()}
    assert found == AS_OF[when]


@pytest.mark.parametrize("when", ["yesterday", "2000-13", "2000-02-30", ""])
def test_a_date_that_cannot_be_read_is_refused_in_words(small, when):
    with pytest.raises(facts.QueryFault, match="2000-12"):
        small.as_of(when)


def without(small, document):
    return {
        one["id"].removeprefix("claim-"): (one["effect"], one["independent_left"], one["status_left"])
        for one in small.without(document).to_dicts()
    }


def test_without_tells_what_falls_and_what_grows_weaker(small):
    assert without(small, "texte.txt") == {
        "signed": ("weaker", 1, "single"),
        "backed": ("falls", 0, None),
        "karl": ("falls", 0, None),
        "bordsign": ("falls", 0, None),
    }


def test_a_copy_carries_nothing(small):
    assert without(small, "copy.txt") == {
        "signed": ("stands", 2, "corroborated"),
        "opposed": ("stands", 1, "disputed"),
        "bank": ("stands", 1, "single"),
    }


def test_an_unknown_document_is_named_with_those_that_there_are(small):
    with pytest.raises(facts.UnknownClaim, match=r"memo\.txt"):
        small.without("other.txt")


def test_network_has_all_actors_and_treaties_and_an_edge_a_deed(small):
    graph = small.network()
    assert set(graph) == {*small.actors["id"], *small.treaties["id"]}
    edges = {(a, b, data["predicate"]) for a, b, data in graph.edges(data=True)}
    assert edges == {
        ("actor-arland", "treaty-sorn", "signed"),
        ("actor-bord", "treaty-sorn", "signed"),
        ("actor-arland", "treaty-sorn", "signatories"),
        ("actor-arland", "treaty-sorn", "parties"),
        ("actor-bord", "treaty-sorn", "parties"),
        ("actor-queen", "treaty-sorn", "opposes"),
        ("actor-queen", "treaty-sorn", "supports"),
        ("actor-karl", "actor-bord", "holds_office"),
    }
    assert graph.nodes["treaty-sorn"] == {
        "label": "Treaty of Sorn",
        "type": "treaty",
        "kind": "treaty",
        "signed": "1998",
    }
    assert set(small.network("Karl")) == {"actor-karl", "actor-bord"}


def test_network_is_what_networkx_itself_would_build(small, seeds_facts):
    import networkx as nx

    for g in (small, seeds_facts):
        graph, built = g.network(), nx.MultiDiGraph()
        built.add_nodes_from(graph.nodes(data=True))
        built.add_edges_from(graph.edges(keys=True, data=True))
        assert nx.utils.graphs_equal(graph, built)
        assert all(graph._pred[b][a] is graph._succ[a][b] for a, b, _ in graph.edges)
        assert nx.number_weakly_connected_components(graph) == nx.number_weakly_connected_components(built)


def test_a_claim_that_ties_two_by_two_roles_gives_two_edges(small):
    import polars as pl

    from pipeline.facts.edges import keyed

    rows = {"a": ["x", "x", "x", "x"], "b": ["y", "y", "y", "z"], "key": ["c"] * 4, "role": ["of", "to", "to", "of"]}
    assert keyed(pl.DataFrame(rows)).sort("b", "key").rows() == [
        ("x", "y", "c of", "of"),
        ("x", "y", "c to", "to"),
        ("x", "z", "c", "of"),
    ]


def test_sql_reads_the_same_tables(small):
    counted = small.sql("select predicate, count(*) as n from claims group by predicate order by n desc, predicate")
    assert counted.rows()[0] == ("signed", 2)
    assert small.sql("select id from claims where predicate = ?", ["supports"])["id"].to_list() == ["claim-backed"]
    for name in ("documents", "slots", "sentences", "wordings", "issues"):
        assert small.sql(f"select count(*) from {name}").item() == small.table(name).height
    with pytest.raises(facts.QueryFault, match="selec"):
        small.sql("selec 1")


def test_the_tables_are_the_same_in_pandas_and_duckdb(small):
    frame = small.claims.to_pandas()
    assert list(frame.columns) == small.claims.columns
    assert str(frame["from"].iloc[0])[:10] == "1998-01-01"
    assert small.sql('select min("from") from claims').item().isoformat() == "1998-01-01"
    flat = {"String", "Date", "Int64", "Float64", "Boolean"}
    for name in ("claims", "statements", "treaties", "actors", "documents", "names"):
        assert {str(kind) for kind in small.table(name).dtypes} <= flat


@pytest.mark.parametrize("table", [one.name for one in TABLES])
def test_every_file_is_read_alike_by_polars_pandas_and_duckdb(small_outputs, table):
    path = small_outputs / "tables" / f"{table}.parquet"
    ours, theirs = pl.read_parquet(path), pandas.read_parquet(path)
    assert ours.rows() == pl.from_pandas(theirs, schema_overrides=ours.schema).rows()
    assert ours.rows() == duckdb.read_parquet(str(path)).fetchall()


def test_nothing_that_is_found_warns(small):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        small.about("Arland")
        small.between("Arland", "Zoé")
        small.timeline("Sorn")
        small.network("Sorn")
        small.find("Nobody at all")
