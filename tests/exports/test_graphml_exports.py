"""GraphML, read back by networkx: all nodes, edges and attributes."""

import io
import re

import networkx
import pytest
from hostile import hostile

from pipeline.exports.graphml import edges, graphml, nodes

UNICODE_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def read(data):
    return networkx.read_graphml(io.BytesIO(data), force_multigraph=True)


def unescaped(value):
    """What a text was before XML had to hold it."""
    return UNICODE_ESCAPE.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def drawn(exported_run):
    return read((exported_run / "exports" / "graph.graphml").read_bytes())


@pytest.mark.parametrize("change", [lambda graph: graph, hostile], ids=["as it is", "hostile"])
def test_all_nodes_edges_and_attributes_come_back(run_graph, change):
    graph = change(run_graph)
    found = read(graphml(graph))
    assert {node: {key: unescaped(value) for key, value in told.items()} for node, told in found.nodes(data=True)} == {
        node.id: node.attributes for node in nodes(graph)
    }
    told = {key: (a, b, {name: unescaped(one) for name, one in data.items()}) for a, b, key, data in all_edges(found)}
    assert told == {edge.id: (edge.source, edge.target, edge.attributes) for edge in edges(graph)}


def all_edges(found):
    return found.edges(keys=True, data=True)


def test_actors_and_treaties_are_nodes(drawn, run_graph):
    assert set(drawn) == {one["id"] for key in ("actors", "treaties") for one in run_graph[key]}
    for actor in run_graph["actors"]:
        assert drawn.nodes[actor["id"]]["type"] == actor["type"]
        assert {drawn.nodes[actor["id"]][f"label_{code}"] for code in actor["labels"]} == set(actor["labels"].values())


def test_an_edge_tells_how_its_claim_is_meant(drawn, run_graph):
    claims = {one["id"]: one for one in run_graph["claims"]}
    told = [data for _, _, _, data in all_edges(drawn) if data["edge"] == "claim"]
    assert told
    for one in told:
        claim = claims[one["claim"]]
        assert one["predicate"] == claim["predicate"]
        assert set(one["polarity"].split("; ")) == {statement["polarity"] for statement in claim["statements"]}
        assert set(one["modality"].split("; ")) == {statement["modality"] for statement in claim["statements"]}
        assert one.get("edtf") == (claim["time"] or {}).get("edtf")


def test_edges_go_from_the_subject_to_every_other_role(drawn, run_graph):
    known = set(drawn)
    for claim in run_graph["claims"]:
        subject, others = claim["roles"].get("subject"), [v for k, v in claim["roles"].items() if k != "subject"]
        ends = {filler for filler in others if isinstance(filler, str) and filler in known}
        if isinstance(subject, str) and subject in known and claim["place"] is None:
            found = {b for a, b, _, data in all_edges(drawn) if data.get("claim") == claim["id"] and a == subject}
            assert found == ends


def test_signatories_are_edges_from_their_treaty(drawn, run_graph):
    wanted = {
        (treaty["id"], slot, value["actor"])
        for treaty in run_graph["treaties"]
        for slot in ("signatories", "parties")
        for value in treaty[slot]
        if value["actor"]
    }
    assert wanted
    assert {(a, data["role"], b) for a, b, _, data in all_edges(drawn) if data["edge"] == "slot"} == wanted
