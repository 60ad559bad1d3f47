"""The terms of RDF, and the vocabulary that the exports speak."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from pipeline.exports.reading import ExportFault

BASE = "urn:accord:"
# An absolute IRI that a name can be put behind.
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*(?<=[/:#])")
SIMPLE = re.compile(r"[A-Za-z0-9/._~-]+")
DAY = re.compile(r"-?\d{4,}-\d\d-\d\d")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DC = "http://purl.org/dc/elements/1.1/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
WD = "http://www.wikidata.org/entity/"
WDT = "http://www.wikidata.org/prop/direct/"
EDTF = "http://id.loc.gov/datatypes/edtf/"


class Iri(NamedTuple):
    """A thing, a property or a datatype, by its full IRI."""

    value: str


class Literal(NamedTuple):
    """A text with its language, or a value with its datatype; with neither it is a plain text."""

    text: str
    language: str | None = None
    datatype: Iri | None = None


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]
# Subject → property → objects (each once), all in the order in which they were first told.
Described = dict[Iri, dict[Iri, dict[Term, None]]]

TYPE = Iri(f"{RDF}type")


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of our own, all below one base."""

    base: str = BASE

    def node(self, *path: object) -> Iri:
        """A thing of the graph, or a part of one, by its ids."""
        return Iri(self.base + escaped("/".join(map(str, path))))

    def term(self, name: str) -> Iri:
        """A class or property of the vocabulary."""
        return below(self.base, "term/", name)

    def predicate(self, name: str) -> Iri:
        """What claims say."""
        return below(self.base, "predicate/", name)

    def role(self, name: str) -> Iri:
        """The property from a claim to a filler."""
        return below(self.base, "role/", name)

    def prefixes(self) -> dict[str, str]:
        """Short names for the namespaces, as written at the head of a file."""
        own = {"accord": "", "term": "term/", "predicate": "predicate/", "role": "role/"}
        others = {"rdfs": RDFS, "owl": OWL, "xsd": XSD, "skos": SKOS, "dc": DC, "prov": PROV, "oa": OA}
        rest = {"schema": SCHEMA, "wd": WD, "wdt": WDT, "edtf": EDTF}
        return {**{prefix: self.base + folder for prefix, folder in own.items()}, **others, **rest}


@cache
def below(base: str, folder: str, name: str) -> Iri:
    """An IRI in a part of the vocabulary."""
    return Iri(f"{base}{folder}{escaped(name)}")


def escaped(name: str) -> str:
    """`name`, percent-encoded where an IRI cannot hold it."""
    return name if SIMPLE.fullmatch(name) else quote(name, safe="/-._~")


def names_below(base: str) -> Names:
    """The vocabulary below `base`. Raises ExportFault unless it is an absolute IRI that a name can be put behind."""
    if not ABSOLUTE.fullmatch(base):
        raise ExportFault(
            f"--base {base!r}: is no IRI that ends in '/', ':' or '#', such as https://example.org/accord/"
        )
    return Names(base)


def edtf(text: str) -> Literal:
    """A time in Extended Date/Time Format."""
    return Literal(text, datatype=Iri(f"{EDTF}EDTF"))


def day(iso: str) -> Literal:
    """A day of the calendar."""
    return Literal(iso, datatype=Iri(f"{XSD}date") if DAY.fullmatch(iso) else None)


def whole(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=Iri(f"{XSD}integer"))


def decimal(number: float) -> Literal:
    """A number as it is written in the graph, without exponent."""
    written = format(Decimal(repr(number)), "f")
    return Literal(written if "." in written else f"{written}.0", datatype=Iri(f"{XSD}decimal"))


def flag(value: bool) -> Literal:
    """True or false."""
    return Literal(str(value).lower(), datatype=Iri(f"{XSD}boolean"))


def described(triples: Iterable[Triple]) -> Described:
    """`triples` by subject and property, each told once."""
    found: Described = {}
    for subject, prop, value in triples:
        found.setdefault(subject, {}).setdefault(prop, {})[value] = None
    return found
