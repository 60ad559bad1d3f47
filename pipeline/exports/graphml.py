"""GraphML: actors and treaties as nodes, claims and the slots of treaties as directed edges between them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.exports.reading import Json, node_ids, wikidata_ids
from pipeline.model.tables import JOINT
from pipeline.stages.publish.tables.values import listed

Value = str | int
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
SLOTS = ("signatories", "parties")
# What XML 1.0 cannot hold, not even escaped; and what looks like our own escape of it.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\\(?=u[0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a treaty."""

    id: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim or a slot from one node to another. One claim may be several edges: one a filler."""

    id: str
    source: str
    target: str
    attributes: dict[str, Value]


def nodes(graph: Json) -> Iterator[Node]:
    """Every actor and treaty."""
    for actor in graph["actors"]:
        yield Node(actor["id"], filled({"node": "actor", "type": actor["type"], **names(actor)}))
    for treaty in graph["treaties"]:
        yield Node(
            treaty["id"],
            filled({"node": "treaty", "type": treaty["kind"], **names(treaty), **times(treaty["signed"], "signed_")}),
        )


def names(node: Json) -> Json:
    """What an actor or treaty is called, and what it is elsewhere."""
    by_language = sorted(node["labels"].items())
    return {
        "label": by_language[0][1] if by_language else node["id"],
        **{f"label_{language}": label for language, label in by_language},
        "forms": joined(form for _, forms in sorted(node["forms"].items()) for form in forms),
        "same_as": joined(node.get("same_as", ())),
        "wikidata": joined(wikidata_ids(node)),
    }


def times(time: Json | None, prefix: str = "") -> Json:
    """When: as told, and the first and last day meant."""
    return {f"{prefix}{key}": time[key] for key in ("edtf", "from", "to")} if time else {}


def joined(values: Iterable[str]) -> str:
    """Several values in one text, each once."""
    return JOINT.join(dict.fromkeys(values))


def filled(attributes: Json) -> dict[str, Value]:
    """The attributes that say something."""
    return {name: value for name, value in attributes.items() if value not in (None, "")}


def edges(graph: Json) -> Iterator[Edge]:
    """Every claim with two known ends, every signatory and party of a treaty."""
    known = node_ids(graph)
    roles = {one["id"]: one["roles"] for one in graph["predicates"]}
    for claim in graph["claims"]:
        yield from claim_edges(claim, roles.get(claim["predicate"], []), known)
    for treaty in graph["treaties"]:
        for slot in SLOTS:
            yield from slot_edges(treaty, slot)


def claim_edges(claim: Json, roles: Sequence[str], known: frozenset[str]) -> Iterator[Edge]:
    """From the first role of the predicate that a node fills (its subject, where one is told) to all others."""
    order = [*roles, *(role for role in sorted(claim["roles"]) if role not in roles)]
    ends = {role: [one for one in listed(claim["roles"].get(role, [])) if one in known] for role in order}
    if claim["place"]:
        ends["place"] = [*ends.get("place", []), claim["place"]]
    start = next((role for role in order if ends[role]), None)
    if start is None:
        return
    told = claim_attributes(claim)
    for source in ends.pop(start):
        for role, targets in ends.items():
            for target in targets:
                name = f"{claim['id']}/{source}/{role}/{target}"
                yield Edge(name, source, target, {**told, "source_role": start, "role": role})


def claim_attributes(claim: Json) -> dict[str, Value]:
    """What an edge tells of its claim."""
    statements, support = claim["statements"], claim["support"]
    told = {"edge": "claim", "claim": claim["id"], "predicate": claim["predicate"], **times(claim["time"])}
    for key in ("polarity", "modality"):
        told[key] = joined(one[key] for one in statements)
    told |= {"status": claim["status"], "languages": joined(support["languages"])}
    return filled({**told, "documents": support["documents"], "independent": support["independent"]})


def slot_edges(treaty: Json, slot: str) -> Iterator[Edge]:
    """From a treaty to the actors in one of its slots."""
    for number, value in enumerate(treaty[slot], 1):
        if value["actor"]:
            told = {"edge": "slot", "role": slot, "modality": value["modality"], **times(value["time"])}
            yield Edge(f"{treaty['id']}/{slot}/{number}", treaty["id"], value["actor"], filled(told))


def graphml(graph: Json) -> bytes:
    """The graph as a GraphML file."""
    from lxml import etree

    made_nodes, made_edges = list(nodes(graph)), list(edges(graph))
    out = io.BytesIO()
    with (
        etree.xmlfile(out, encoding="utf-8") as file,
        file.element("graphml", xmlns=NAMESPACE),
    ):
        kinds = {**kinds_of("node", made_nodes), **kinds_of("edge", made_edges)}
        for (scope, name), kind in kinds.items():
            key = {"id": f"{scope}_{name}", "for": scope, "attr.name": name, "attr.type": kind}
            write_line(file, etree.Element("key", key))
        with file.element("graph", edgedefault="directed", id="accord"):
            for one in made_nodes:
                write_line(file, element("node", {"id": one.id}, one.attributes))
            for edge in made_edges:
                ends = {"id": edge.id, "source": edge.source, "target": edge.target}
                write_line(file, element("edge", ends, edge.attributes))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + out.getvalue() + b"\n"


def write_line(file: Any, one: Any) -> None:  # noqa: ANN401 - lxml has no types here
    """One element, on a line of its own."""
    file.write("\n")
    file.write(one)


def kinds_of(scope: str, things: Sequence[Node] | Sequence[Edge]) -> dict[tuple[str, str], str]:
    """The type of every attribute that nodes or edges have, by name."""
    found = {
        name: "int" if isinstance(value, int) else "string" for one in things for name, value in one.attributes.items()
    }
    return {(scope, name): found[name] for name in sorted(found)}


def element(scope: str, ends: dict[str, str], attributes: dict[str, Value]) -> Any:  # noqa: ANN401 - lxml has no types
    """A node or an edge with its attributes."""
    from lxml import etree

    made = etree.Element(scope, {name: writable(value) for name, value in ends.items()})
    for name, value in attributes.items():
        data = etree.SubElement(made, "data", key=f"{scope}_{name}")
        data.text = writable(str(value))
    return made


def writable(text: str) -> str:
    """`text` as XML can hold it: a character that it cannot becomes a backslash, u and four digits."""
    return UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
