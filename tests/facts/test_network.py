"""The network is what networkx would build by itself, whichever way we wrote its dictionaries."""

import copy
import io
import pickle
import random

import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.facts.edges import keyed, rows, tied
from pipeline.facts.neighbours import KINDS
from pipeline.facts.network import tie

NAMES = ["actor-a", "actor-b", "actor-c", "treaty-é"]
EDGE = st.fixed_dictionaries(
    {
        "a": st.sampled_from(NAMES),
        "b": st.sampled_from(NAMES),
        "claim": st.sampled_from([None, "claim-1", "claim-2", "claim-3"]),
        "role": st.sampled_from(["object", "of", "parties"]),
        "edtf": st.sampled_from([None, "1991", "1991/.."]),
        "status": st.sampled_from([None, "single", "disputed"]),
    }
)


def frame(told):
    schema = dict.fromkeys(("a", "b", "claim", "key", "edtf", *KINDS), pl.String)
    return keyed(pl.DataFrame([one | {"key": one["claim"] or one["role"]} for one in told], schema=schema))


def built(made):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(NAMES)
    tells = made.select(*KINDS, "claim", "edtf").iter_rows(named=True)
    edges = zip(made["a"], made["b"], made["key"], tells, strict=True)
    graph.add_edges_from(edges)
    return graph


def lazy(made):
    graph = nx.MultiDiGraph()
    tie(graph, {name: {} for name in NAMES}, made)
    return graph


@settings(deadline=None)
@given(st.lists(EDGE, max_size=30))
def test_the_graph_is_the_one_that_networkx_builds_edge_by_edge(told):
    made = frame(told)
    graph = lazy(made)
    assert nx.utils.graphs_equal(graph, built(made))
    assert graph.number_of_edges() == made.height
    assert all(graph._pred[b][a] is graph._succ[a][b] for a, b, _ in graph.edges)
    tells = [told for _, _, told in graph.edges(data=True)]
    assert len({id(one) for one in tells}) == len(tells), "no two edges share a dictionary"


def changed(graph, deed, a, b, key):
    """Do something to a graph, or look at it; what came of it."""
    if deed == "look out":
        return sorted(graph[a]) if a in graph else None
    if deed == "look in":
        return sorted(graph.pred[a]) if a in graph else None
    if deed == "tell":
        return graph.edges[a, b, key].update(mine=1) if graph.has_edge(a, b, key) else None
    if deed == "add":
        return graph.add_edge(a, b, key, mine=1)
    if deed == "remove":
        return graph.remove_edge(a, b, key) if graph.has_edge(a, b, key) else None
    return graph.remove_node(a) if a in graph else graph.add_node(a)


DEED = st.tuples(
    st.sampled_from(["look out", "look in", "tell", "add", "remove", "node"]),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(["claim-1", "claim-2", "parties"]),
)


@settings(deadline=None)
@given(st.lists(EDGE, max_size=20), st.lists(DEED, max_size=12))
def test_whatever_is_done_to_it_before_all_is_made(told, deeds):
    made = frame(told)
    graph, plain = lazy(made), built(made)
    for deed in deeds:
        assert changed(graph, *deed) == changed(plain, *deed)
    assert list(graph) == list(plain)
    assert nx.utils.graphs_equal(graph, plain)
    for one in (graph.copy(), pickle.loads(pickle.dumps(graph)), copy.deepcopy(graph), graph.reverse().reverse()):
        assert nx.utils.graphs_equal(one, plain)
    assert {a: set(others) for a, others in graph.pred.items()} == {a: set(o) for a, o in plain.pred.items()}


def test_only_those_looked_at_are_made(small):
    graph = small.network()
    asked = next(a for a in graph if a.startswith("actor-"))
    assert graph[asked] is not None
    assert [node for node, beside in graph._succ._found.items() if beside is not None] == [asked]
    assert not any(graph._pred._found.values())
    assert type(pickle.loads(pickle.dumps(graph))._succ) is dict, "kept, it needs none of our code"


def test_the_graph_can_be_copied_kept_written_and_changed(small):
    graph = small.network()
    assert type(graph) is nx.MultiDiGraph
    assert nx.utils.graphs_equal(graph.copy(), graph)
    assert nx.utils.graphs_equal(pickle.loads(pickle.dumps(graph)), graph)
    assert set(graph.subgraph(["actor-arland", "treaty-sorn"])) == {"actor-arland", "treaty-sorn"}
    plain = nx.MultiDiGraph((a, b, {k: v for k, v in told.items() if v}) for a, b, told in graph.edges(data=True))
    nx.write_graphml(plain, written := io.BytesIO())
    assert b"claim-signed" in written.getvalue()
    a, b, key = next(iter(graph.edges))
    size = graph.number_of_edges()
    graph.remove_edge(a, b, key)
    graph.add_edge("actor-arland", "somebody new", claim="mine")
    assert graph.number_of_edges() == size
    graph.remove_node("treaty-sorn")
    assert all("treaty-sorn" not in (a, b) for a, b in graph.edges())
    assert small.network().number_of_edges() == size, "another call makes another graph"


@pytest.mark.parametrize("mixed", [False, True])
def test_roles_find_their_claim_in_whatever_order_they_lie(mixed):
    parts = pl.DataFrame(
        {
            "claim": ["c1", "c1", "c2", "c3", "c3", "c3"],
            "role": ["subject", "of", "subject", "object", "subject", "subject"],
            "ref": ["x", "y", "x", "z", "x", "y"],
        }
    )
    order = random.Random(1).sample(range(6), 6) if mixed else range(6)
    parts, ids = parts[list(order)], pl.Series(["c1", "c2", "c3"])
    found = rows(parts["claim"], ids)
    assert ids.gather(found).to_list() == parts["claim"].to_list()
    ties = tied(parts.with_columns(row=found), None)
    assert sorted(ties.select("row", "a", "role", "b").rows()) == [
        (0, "x", "of", "y"),
        (2, "x", "object", "z"),
        (2, "y", "object", "z"),
    ]
    assert tied(parts.with_columns(row=found), ["z"])["row"].unique().to_list() == [2]


def test_no_claims_are_no_rows():
    assert rows(pl.Series([], dtype=pl.String), pl.Series([], dtype=pl.String)).is_empty()
