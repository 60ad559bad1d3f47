"""RDF as JSON-LD 1.1: one node a line, the context inline, so that nothing is fetched to read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from pipeline.exports.terms import TYPE, Described, Iri, Literal, Term

Node = dict[str, Any]


def jsonld(found: Described, prefixes: Mapping[str, str]) -> bytes:
    """`found` as a JSON-LD file."""
    namespaces = sorted(prefixes.items(), key=lambda item: -len(item[1]))
    pointing = pointers(found)
    context: Node = dict(prefixes)
    for prop in sorted(pointing, key=lambda one: one.value):
        context[short(prop, namespaces)] = {"@id": prop.value, "@type": "@id"}
    nodes = (node(subject, found[subject], namespaces, pointing) for subject in found)
    lines = b",\n".join(msgspec.json.encode(one) for one in nodes)
    return b'{"@context":' + msgspec.json.encode(context) + b',\n"@graph":[\n' + lines + b"\n]}\n"


def pointers(found: Described) -> frozenset[Iri]:
    """Properties all of whose values are things: the context says so once."""
    things: set[Iri] = set()
    texts = {TYPE}
    for properties in found.values():
        for prop, values in properties.items():
            (things if all(isinstance(value, Iri) for value in values) else texts).add(prop)
    return frozenset(things - texts)


def node(
    subject: Iri,
    properties: Mapping[Iri, Iterable[Term]],
    namespaces: Iterable[tuple[str, str]],
    pointing: frozenset[Iri],
) -> Node:
    """One node with all that is said of it."""
    made: Node = {"@id": short(subject, namespaces)}
    for prop, values in properties.items():
        if prop == TYPE:
            made["@type"] = [short(value, namespaces) for value in values if isinstance(value, Iri)]
        else:
            written = [valued(value, namespaces, prop in pointing) for value in values]
            made[short(prop, namespaces)] = written[0] if len(written) == 1 else written
    return made


def valued(term: Term, namespaces: Iterable[tuple[str, str]], pointing: bool) -> str | Node:
    """The value of a property; plain texts and things that the context announces stand as they are."""
    if isinstance(term, Iri):
        return short(term, namespaces) if pointing else {"@id": short(term, namespaces)}
    return literal(term, namespaces)


def literal(term: Literal, namespaces: Iterable[tuple[str, str]]) -> str | Node:
    """A text, with its language or datatype."""
    if term.language:
        return {"@value": term.text, "@language": term.language}
    return {"@value": term.text, "@type": short(term.datatype, namespaces)} if term.datatype else term.text


def short(iri: Iri, namespaces: Iterable[tuple[str, str]]) -> str:
    """An IRI by its prefix, where the rest cannot be misread."""
    for prefix, namespace in namespaces:
        rest = iri.value[len(namespace) :]
        if rest and iri.value.startswith(namespace) and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri.value
