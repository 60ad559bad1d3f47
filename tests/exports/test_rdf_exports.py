"""Turtle and JSON-LD, read back by two readers that know nothing of how they were written."""

import json
import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hostile import HOSTILE, hostile
from rdflib.namespace import PROV, RDFS, SKOS

from pipeline.exports.jsonld import jsonld
from pipeline.exports.terms import Iri, Literal, Names, described
from pipeline.exports.told import triples
from pipeline.exports.turtle import turtle

ACCORD = rdflib.Namespace("urn:accord:")
TERM = rdflib.Namespace("urn:accord:term/")
ROLE = rdflib.Namespace("urn:accord:role/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
WDT = "http://www.wikidata.org/prop/direct/"
READERS = {
    "graph.ttl": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "graph.jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
}


@pytest.fixture(scope="module")
def rdf(exported_run):
    return rdflib.Graph().parse(exported_run / "exports" / "graph.ttl", format="turtle")


def by_oxigraph(data, name):
    return {(one.subject, one.predicate, one.object) for one in pyoxigraph.parse(data, format=READERS[name][1])}


def expected(graph, names=None):
    """The triples that were meant, in the terms of pyoxigraph."""
    told = described(triples(graph, names or Names()))
    return {
        (oxi(s), oxi(p), oxi(o)) for s, properties in told.items() for p, values in properties.items() for o in values
    }


def oxi(term):
    if isinstance(term, Iri):
        return pyoxigraph.NamedNode(term.value)
    datatype = oxi(term.datatype) if term.datatype else None
    return pyoxigraph.Literal(term.text, language=term.language, datatype=datatype)


@pytest.mark.parametrize("name", READERS)
def test_what_was_meant_is_what_is_read(exported_run, run_graph, name):
    data = (exported_run / "exports" / name).read_bytes()
    assert by_oxigraph(data, name) == expected(run_graph)
    assert len(rdflib.Graph().parse(data=data, format=READERS[name][0])) == len(expected(run_graph))


def test_both_files_say_the_same_to_another_reader(exported_run, rdf):
    other = rdflib.Graph().parse(exported_run / "exports" / "graph.jsonld", format="json-ld")
    assert set(other) == set(rdf)


@pytest.mark.parametrize(("name", "write"), [("graph.ttl", turtle), ("graph.jsonld", jsonld)])
def test_hostile_texts_come_back(run_graph, name, write):
    graph = hostile(run_graph)
    names = Names("https://example.org/accord#")
    data = write(described(triples(graph, names)), names.prefixes())
    assert by_oxigraph(data, name) == expected(graph, names)
    read = rdflib.Graph().parse(data=data, format=READERS[name][0])
    quotes = {str(one) for one in read.objects(None, OA.exact)}
    statements = [one for claim in graph["claims"] for one in claim["statements"]]
    assert quotes >= {span["quote"] for one in statements for span in one["spans"]}
    assert {text for text in HOSTILE if any(text in quote for quote in quotes)} == set(HOSTILE)


def test_every_claim_stands_with_its_roles_and_statements(rdf, run_graph):
    known = {one["id"] for kind in ("actors", "treaties") for one in run_graph[kind]}
    for claim in run_graph["claims"]:
        node = ACCORD[claim["id"]]
        assert str(rdf.value(node, TERM.predicate)) == f"urn:accord:predicate/{claim['predicate']}"
        assert str(rdf.value(node, TERM.status)) == claim["status"]
        assert {str(one) for one in rdf.objects(node, PROV.wasDerivedFrom)} == {
            f"urn:accord:{one['id']}" for one in claim["statements"]
        }
        for role, filler in claim["roles"].items():
            wanted = {
                ACCORD[one] if one in known else rdflib.Literal(one)
                for one in ([filler] if isinstance(filler, str) else filler)
            }
            assert set(rdf.objects(node, ROLE[role])) == wanted


def test_every_statement_tells_its_evidence_and_stance(rdf, run_graph):
    for statement in (one for claim in run_graph["claims"] for one in claim["statements"]):
        node = ACCORD[statement["id"]]
        assert str(rdf.value(node, TERM.polarity)) == statement["polarity"]
        assert str(rdf.value(node, TERM.modality)) == statement["modality"]
        told = {
            (str(rdf.value(place, OA.hasSource)), int(rdf.value(at, OA.start)), int(rdf.value(at, OA.end)), str(quote))
            for place in (*rdf.objects(node, PROV.wasQuotedFrom), *rdf.objects(node, PROV.wasDerivedFrom))
            for at in rdf.objects(place, OA.hasSelector)
            for quote in rdf.objects(at, OA.exact)
        }
        assert told == {
            (f"urn:accord:{span['document']}", span["start"], span["end"], span["quote"])
            for span in statement["spans"]
            if span["role"] == "evidence"
        }


def test_a_statement_is_attributed_to_its_holder(rdf, run_graph):
    for statement in (one for claim in run_graph["claims"] for one in claim["statements"]):
        holder, node = statement["holder"], ACCORD[statement["id"]]
        agents = {str(one).removeprefix("urn:accord:") for one in rdf.objects(node, PROV.wasAttributedTo)}
        if holder["kind"] == "actor" and holder["actor"]:
            assert holder["actor"] in agents
        elif holder["kind"] == "author":
            assert agents == {f"{statement['document']}/author"}
        else:
            assert all(agent.startswith(statement["id"]) for agent in agents)


def test_labels_forms_and_items_of_wikidata(rdf, run_graph):
    for node in (*run_graph["actors"], *run_graph["treaties"]):
        iri = ACCORD[node["id"]]
        assert {(one.language, str(one)) for one in rdf.objects(iri, RDFS.label)} == set(node["labels"].items())
        forms = {(code, form) for code, seen in node["forms"].items() for form in seen} - set(node["labels"].items())
        assert {(one.language, str(one)) for one in rdf.objects(iri, SKOS.altLabel)} == forms
        items = {one.removeprefix("wikidata:") for one in node["same_as"] if one.startswith("wikidata:")}
        same = rdf.objects(iri, rdflib.OWL.sameAs)
        assert {str(one).removeprefix("http://www.wikidata.org/entity/") for one in same} == items


def test_a_time_keeps_its_granularity(rdf, run_graph):
    for claim in (one for one in run_graph["claims"] if one["time"]):
        time = rdf.value(ACCORD[claim["id"]], TERM.time)
        assert (str(time), str(time.datatype)) == (claim["time"]["edtf"], "http://id.loc.gov/datatypes/edtf/EDTF")
        assert str(rdf.value(ACCORD[claim["id"]], TERM["from"]) or "") == (claim["time"]["from"] or "")


def direct(rdf, run_graph):
    """The triples of Wikidata, by label."""
    label = {one["id"]: next(iter(one["labels"].values())) for key in ("actors", "treaties") for one in run_graph[key]}
    found = ((str(s), str(p), str(o)) for s, p, o in rdf if str(p).startswith(WDT))
    return {tuple(label.get(part.rpartition(":")[2], part.rpartition("/")[2]) for part in one) for one in found}


def test_only_what_an_author_affirms_is_a_triple_of_wikidata(rdf, run_graph):
    found = direct(rdf, run_graph)
    members = {start for start, name, _ in found if name == "P463"}
    assert {"Norway", "Denmark"} <= members
    assert not members & {"Sweden", "Serbia", "Russia", "Belarus", "Ukraine"}


def test_the_signatory_stands_where_wikidata_has_it(rdf, run_graph):
    treaties = {label for one in run_graph["treaties"] for label in one["labels"].values()}
    signed = {(start, end) for start, name, end in direct(rdf, run_graph) if name == "P1891"}
    assert signed
    assert {start for start, _ in signed} <= treaties
    assert not {end for _, end in signed} & {"India", "Pakistan", "Israel"}


def claim(*statements, status="single", filler="actor-b"):
    roles = {"subject": "actor-a", "object": filler}
    made = [{"polarity": p, "modality": m, "holder": {"kind": h}} for p, m, h in statements]
    return {"id": "claim-a", "predicate": "member_of", "roles": roles, "statements": made, "status": status}


PLAIN = ("affirmed", "asserted", "author")


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (claim(PLAIN), True),
        (claim(PLAIN, ("affirmed", "planned", "author")), True),
        (claim(("affirmed", "planned", "author")), False),
        (claim(("affirmed", "counterfactual", "author")), False),
        (claim(("negated", "asserted", "author")), False),
        (claim(("affirmed", "asserted", "actor")), False),
        (claim(("affirmed", "asserted", "unspecified")), False),
        (claim(PLAIN, ("negated", "asserted", "actor")), False),
        (claim(PLAIN, status="disputed"), False),
    ],
)
@pytest.mark.parametrize("roles", [["subject", "object"], ["object", "subject"], None])
def test_when_a_claim_is_a_plain_fact(one, told, roles):
    from pipeline.exports.plain import plain_facts

    predicate = {"id": "member_of", "wikidata": "P463", "wikidata_roles": roles}
    facts = [(start, end) for _, _, start, end in plain_facts({"predicates": [predicate], "claims": [one]})]
    ends = ("actor-a", "actor-b") if roles == ["subject", "object"] else ("actor-b", "actor-a")
    assert facts == ([ends] if told and roles else [])


def test_no_blank_node_and_nothing_to_fetch(exported_run, rdf):
    assert not any(isinstance(term, rdflib.BNode) for triple in rdf for term in triple)
    read = json.loads((exported_run / "exports" / "graph.jsonld").read_text("utf-8"))
    assert isinstance(read["@context"], dict)


@pytest.mark.parametrize("number", [0.1, 1e-7, 1e21, 450.0, -3.5])
def test_a_number_is_written_without_exponent(number):
    from pipeline.exports.terms import decimal

    assert float(decimal(number).text) == number
    assert "e" not in decimal(number).text.lower()


def test_words_of_the_vocabulary_may_hold_anything():
    names = Names()
    found = described([(names.node("a b/ü%"), names.role("à <x>"), Literal("y"))])
    data = turtle(found, names.prefixes())
    assert by_oxigraph(data, "graph.ttl") == by_oxigraph(jsonld(found, names.prefixes()), "graph.jsonld")


def test_the_query_of_the_page_finds_who_signed_in_which_words(rdf):
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    [query] = re.findall(r"^```sparql\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    found = {(str(row.who), str(row.quote)) for row in rdf.query(query)}
    assert any(who == "Chadli Bendjedid" and "Bendjedid" in quote for who, quote in found)
    assert not {who for who, _ in found} & {"India", "Pakistan", "Israel"}
