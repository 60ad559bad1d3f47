"""Claims, who says them and where, links and alignments as triples.

A claim is a node and never a triple of its own: its statements say who affirms or denies it, and how it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.plain import plain_facts
from pipeline.exports.reading import Json, node_ids, voices
from pipeline.exports.terms import DC, PROV, TYPE, WDT, Iri, Literal, Names, Triple, decimal, flag, whole
from pipeline.exports.things import (
    AGENT,
    DERIVED,
    ENTITY,
    QUOTED,
    span_triples,
    texts,
    thing_triples,
    time_triples,
)
from pipeline.stages.publish.tables.values import listed

ATTRIBUTED = Iri(f"{PROV}wasAttributedTo")
QUALIFIED = Iri(f"{PROV}qualifiedAttribution")


def triples(graph: Json, names: Names) -> Iterator[Triple]:
    """The whole graph as triples."""
    yield from thing_triples(graph, names)
    nodes = node_ids(graph)
    for claim in graph["claims"]:
        yield from claim_triples(claim, names, nodes)
    for _, name, start, end in plain_facts(graph):
        if {start, end} <= nodes:
            yield names.node(start), Iri(WDT + name), names.node(end)
    for link in graph["links"]:
        yield from link_triples(link, names)
    for alignment in graph["alignments"]:
        yield from alignment_triples(alignment, names)
    for language, claims in sorted(graph["asymmetry"].items()):
        for one in claims:
            yield names.node(one["claim"]), names.term("toldOnlyIn"), Literal(language)
            yield from texts(names.node(one["claim"]), names.term("toldOnlyBecause").value, one["why"])


def claim_triples(claim: Json, names: Names, nodes: frozenset[str]) -> Iterator[Triple]:
    """One claim with its roles, and its statements."""
    this = names.node(claim["id"])
    yield this, TYPE, names.term("Claim")
    yield this, TYPE, ENTITY
    yield this, names.term("predicate"), names.predicate(claim["predicate"])
    for role, fillers in sorted(claim["roles"].items()):
        for filler in listed(fillers):
            yield this, names.role(role), names.node(filler) if filler in nodes else Literal(filler)
    yield from time_triples(this, claim["time"], names)
    if claim["place"]:
        yield this, names.term("place"), names.node(claim["place"])
    if claim["quantity"]:
        yield from quantity_triples(this, names.node(claim["id"], "quantity"), claim["quantity"], names)
    yield from support_triples(this, claim, names)
    for statement in claim["statements"]:
        yield this, DERIVED, names.node(statement["id"])
        yield from statement_triples(statement, names)


def support_triples(this: Iri, claim: Json, names: Names) -> Iterator[Triple]:
    """How well a claim stands."""
    support = claim["support"]
    yield this, names.term("status"), Literal(claim["status"])
    for key in ("documents", "independent"):
        yield this, names.term(key), whole(support[key])
    for language in support["languages"]:
        yield this, Iri(f"{DC}language"), Literal(language)
    for other in support.get("through", ()):
        yield this, names.term("through"), names.node(other)


def quantity_triples(this: Iri, node: Iri, quantity: Json, names: Names) -> Iterator[Triple]:
    """How much: value times scale, in a unit."""
    yield this, names.term("quantity"), node
    yield node, TYPE, names.term("Quantity")
    yield node, names.term("value"), decimal(quantity["value"])
    if quantity.get("upper") is not None:
        yield node, names.term("upper"), decimal(quantity["upper"])
    yield node, names.term("scale"), whole(quantity["scale"])
    yield node, names.term("approximate"), flag(quantity["approximate"])
    for key in ("unit", "comparison", "per"):
        yield from texts(node, names.term(key).value, quantity.get(key))


def statement_triples(statement: Json, names: Names) -> Iterator[Triple]:
    """One holder's assertion in one place: how it is meant, whose it is, which words tell it."""
    this = names.node(statement["id"])
    yield this, TYPE, names.term("Statement")
    yield this, TYPE, ENTITY
    for key in ("polarity", "modality", "cue", "grade", "rule", "sentence"):
        yield from texts(this, names.term(key).value, statement[key])
    yield this, Iri(f"{DC}language"), Literal(statement["language"])
    yield this, names.term("confidence"), decimal(statement["confidence"])
    yield from time_triples(this, statement["time"], names)
    yield this, Iri(f"{PROV}hadPrimarySource"), names.node(statement["document"])
    evidence = QUOTED if statement["grade"] == "verbatim" else DERIVED
    for span in statement["spans"]:
        role = span.get("role", "evidence")
        yield from span_triples(this, evidence if role == "evidence" else names.term(f"span/{role}"), span, names)
    yield from holder_triples(this, statement, names)


def holder_triples(this: Iri, statement: Json, names: Names) -> Iterator[Triple]:
    """Whose a statement is: the innermost voice, and each voice within the one that reports it."""
    outer, prop = this, names.term("holder")
    for number, holder in enumerate(voices(statement["holder"]), 1):
        node = names.node(statement["id"], "holder", number)
        yield outer, prop, node
        yield node, TYPE, names.term("Holder")
        yield node, names.term("holderKind"), Literal(holder["kind"])
        yield from texts(node, names.term("words").value, holder["text"])
        if holder.get("span"):
            yield from span_triples(node, QUOTED, holder["span"], names)
        for agent in agents_of(holder, statement, node, names):
            yield from agent_triples(node, agent)
            if outer == this:
                yield this, ATTRIBUTED, agent
                yield this, QUALIFIED, node
        outer, prop = node, names.term("within")


def agent_triples(node: Iri, agent: Iri) -> Iterator[Triple]:
    """A holder who is somebody."""
    yield node, TYPE, Iri(f"{PROV}Attribution")
    yield node, Iri(f"{PROV}agent"), agent
    yield agent, TYPE, AGENT


def agents_of(holder: Json, statement: Json, node: Iri, names: Names) -> list[Iri]:
    """Who a holder is: actors of the graph, the author of the document, somebody who is only described, or nobody."""
    if holder["kind"] == "author":
        return [names.node(statement["document"], "author")]
    if holder["kind"] == "actor":
        return [names.node(actor) for actor in named_actors(holder)] or [Iri(f"{node.value}/agent")]
    return []


def named_actors(holder: Json) -> list[str]:
    """The actors that a holder was resolved to."""
    return holder.get("actors") or ([holder["actor"]] if holder["actor"] else [])


def link_triples(link: Json, names: Names) -> Iterator[Triple]:
    """A link between two claims: as a triple, and as a node that says why."""
    this, a, b = names.node(link["a"], link["kind"], link["b"]), names.node(link["a"]), names.node(link["b"])
    yield a, names.term(link["kind"]), b
    yield this, TYPE, names.term("Link")
    yield this, names.term("linkKind"), Literal(link["kind"])
    yield this, names.term("a"), a
    yield this, names.term("b"), b
    yield this, names.term("why"), Literal(link["why"])


def alignment_triples(alignment: Json, names: Names) -> Iterator[Triple]:
    """Passages that tell the same, and what a person decided."""
    this = names.node(alignment["id"])
    yield this, TYPE, names.term("Alignment")
    yield this, names.term("kind"), Literal(alignment["kind"])
    yield this, names.term("score"), decimal(alignment["score"])
    for spans in sides(alignment).values():
        for span in spans:
            yield from span_triples(this, names.term("passage"), span, names)
    for claim in alignment["claims"]:
        yield this, names.term("tells"), names.node(claim)
    for note in alignment["notes"]:
        yield this, names.term("note"), Literal(note)
    for key in ("decision", "by"):
        yield from texts(this, names.term(key).value, alignment[key])


def sides(alignment: Json) -> dict[str, list[Json]]:
    """The passages of an alignment by language."""
    known = {"id", "kind", "score", "shared", "claims", "notes", "decision", "by"}
    return {key: spans for key, spans in sorted(alignment.items()) if key not in known and spans_in(spans)}


def spans_in(value: object) -> bool:
    """Whether a key of an alignment holds spans."""
    return isinstance(value, list) and all(isinstance(one, dict) and "quote" in one for one in value)
