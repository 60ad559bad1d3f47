"""RDF as Turtle: one block a subject, in the order of the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.exports.terms import TYPE, Described, Iri, Literal, Term

# What a quoted text cannot hold, and what would hide or turn around what is read beside it (bidi controls).
ESCAPED = re.compile(r"[\x00-\x1f\"\\\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")


def turtle(found: Described, prefixes: Mapping[str, str]) -> bytes:
    """`found` as a Turtle file."""
    heads = [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items()]
    writer = Shortener(prefixes)
    return "".join([*heads, *blocks(found, writer)]).encode("utf-8")


class Shortener:
    """Writes IRIs by their prefixes, each worked out once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # The longest namespace that fits is the one meant.
        self.namespaces = sorted(prefixes.items(), key=lambda item: -len(item[1]))
        self.known: dict[str, str] = {}

    def iri(self, iri: Iri) -> str:
        """The short form of an IRI, or the IRI in angle brackets."""
        if iri.value not in self.known:
            self.known[iri.value] = self.shortened(iri.value)
        return self.known[iri.value]

    def shortened(self, value: str) -> str:
        """An IRI behind the first namespace that leaves a simple name."""
        for prefix, namespace in self.namespaces:
            if value.startswith(namespace) and LOCAL.fullmatch(value, len(namespace)):
                return f"{prefix}:{value[len(namespace) :]}"
        return f"<{value}>"

    def term(self, term: Term) -> str:
        """An object of a triple."""
        return self.iri(term) if isinstance(term, Iri) else self.literal(term)

    def literal(self, literal: Literal) -> str:
        """A text in quotes, with its language or datatype."""
        text = f'"{ESCAPED.sub(escape, literal.text)}"'
        if literal.language:
            return f"{text}@{literal.language}"
        return f"{text}^^{self.iri(literal.datatype)}" if literal.datatype else text


def escape(found: re.Match[str]) -> str:
    """A character as Turtle writes it where it cannot stand itself."""
    return SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


def blocks(found: Described, writer: Shortener) -> Iterator[str]:
    """One block a subject."""
    for subject, properties in found.items():
        lines = [
            f"{'a' if prop == TYPE else writer.iri(prop)} {', '.join(map(writer.term, values))}"
            for prop, values in properties.items()
        ]
        yield f"\n{writer.iri(subject)}\n  " + " ;\n  ".join(lines) + " .\n"
