"""Documents, predicates, actors and treaties as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.exports.reading import Json, wikidata_ids
from pipeline.exports.terms import (
    DC,
    OA,
    OWL,
    PROV,
    RDFS,
    SCHEMA,
    SKOS,
    TYPE,
    WD,
    Iri,
    Literal,
    Names,
    Triple,
    day,
    edtf,
    flag,
    whole,
)

ENTITY = Iri(f"{PROV}Entity")
AGENT = Iri(f"{PROV}Agent")
QUOTED = Iri(f"{PROV}wasQuotedFrom")
DERIVED = Iri(f"{PROV}wasDerivedFrom")
LABEL = Iri(f"{RDFS}label")
IDENTIFIER = Iri(f"{DC}identifier")
# What an actor is elsewhere; a group has no class there.
CLASSES = {"person": "Person", "organization": "Organization", "state": "Country", "place": "Place"}
SLOTS = (
    "signed",
    "signatories",
    "parties",
    "place",
    "establishes",
    "provisions",
    "entry_into_force",
    "ratified",
    "status",
)


def thing_triples(graph: Json, names: Names) -> Iterator[Triple]:
    """Everything that claims speak of or are told by."""
    for document in graph["documents"]:
        yield from document_triples(document, names)
    for predicate in graph["predicates"]:
        yield from predicate_triples(predicate, names)
    for actor in graph["actors"]:
        yield from actor_triples(actor, names)
    for treaty in graph["treaties"]:
        yield from treaty_triples(treaty, names)


def document_triples(document: Json, names: Names) -> Iterator[Triple]:
    """One document, and its author as an agent."""
    this, author, language = names.node(document["id"]), names.node(document["id"], "author"), document["language"]
    yield this, TYPE, names.term("Document")
    yield this, TYPE, ENTITY
    yield from texts(this, f"{DC}title", document["title"], language)
    yield from texts(this, f"{DC}publisher", document["publisher"])
    yield this, Iri(f"{DC}language"), Literal(language)
    for key in ("series", "path", "sha256", "encoding"):
        yield from texts(this, names.term(key).value, document[key])
    for key in ("characters", "bytes"):
        yield this, names.term(key), whole(document[key])
    yield from time_triples(this, document["date"], names)
    if document["origin"] != document["id"]:
        yield this, Iri(f"{PROV}alternateOf"), names.node(document["origin"])
    yield this, Iri(f"{PROV}wasAttributedTo"), author
    yield author, TYPE, AGENT
    for name in document["authors"]:
        yield author, LABEL, Literal(name)


def predicate_triples(predicate: Json, names: Names) -> Iterator[Triple]:
    """What a claim may say, with its labels and the property of Wikidata that is close to it."""
    this = names.predicate(predicate["id"])
    yield this, TYPE, names.term("Predicate")
    yield from labels(this, predicate["labels"])
    yield this, names.term("lasting"), flag(predicate["time"] == "state")
    if predicate["wikidata"]:
        yield this, Iri(f"{SKOS}closeMatch"), Iri(WD + predicate["wikidata"])


def actor_triples(actor: Json, names: Names) -> Iterator[Triple]:
    """One actor."""
    this, kind = names.node(actor["id"]), actor["type"]
    yield this, TYPE, names.term(kind.capitalize())
    if kind in CLASSES:
        yield this, TYPE, Iri(SCHEMA + CLASSES[kind])
    yield from named(this, actor, names)


def treaty_triples(treaty: Json, names: Names) -> Iterator[Triple]:
    """One treaty, and each value of its slots as a node of its own: a slot may be only planned."""
    this = names.node(treaty["id"])
    yield this, TYPE, names.term("Treaty")
    yield this, names.term("kind"), Literal(treaty["kind"])
    yield from named(this, treaty, names)
    for missing in treaty["missing"]:
        yield this, names.term("missing"), Literal(missing)
    for slot in SLOTS:
        for number, value in enumerate(slot_values(treaty, slot), 1):
            node = names.node(treaty["id"], slot, number)
            yield this, names.term("slot"), node
            yield node, TYPE, names.term("Slot")
            yield node, names.term("slotName"), Literal(slot)
            yield from value_triples(node, value, names)


def slot_values(treaty: Json, slot: str) -> list[Json]:
    """The values of a slot: several, one with `others`, one, or none."""
    found = treaty[slot]
    if found is None or isinstance(found, list):
        return found or []
    return [found, *found.get("others", ())]


def value_triples(node: Iri, value: Json, names: Names) -> Iterator[Triple]:
    """One value of a slot: an actor, words or a time, how it is meant, and where it is told."""
    if value.get("actor"):
        yield node, names.term("filler"), names.node(value["actor"])
    elif "edtf" not in value:
        yield from texts(node, names.term("words").value, value["text"])
    yield from time_triples(node, value if "edtf" in value else value["time"], names)
    if value.get("modality"):
        yield node, names.term("modality"), Literal(value["modality"])
    for span in value.get("spans", ()):
        yield from span_triples(node, QUOTED, span, names)


def named(this: Iri, node: Json, names: Names) -> Iterator[Triple]:
    """What an actor or treaty is called, is elsewhere, and is not."""
    yield from labels(this, node["labels"])
    for language, forms in sorted(node["forms"].items()):
        for form in forms:
            if form != node["labels"].get(language):
                yield this, Iri(f"{SKOS}altLabel"), Literal(form, language)
    for item in wikidata_ids(node):
        yield this, Iri(f"{OWL}sameAs"), Iri(WD + item)
    for same in node.get("same_as", ()):
        yield this, IDENTIFIER, Literal(same)
    for why in node["merged_because"]:
        yield this, names.term("mergedBecause"), Literal(why)
    for kept in node["kept_apart"]:
        yield this, names.term("keptApartBecause"), Literal(f"{kept['label']}: {kept['why']}")


def labels(this: Iri, by_language: dict[str, str]) -> Iterator[Triple]:
    """A label a language."""
    for language, label in sorted(by_language.items()):
        yield this, LABEL, Literal(label, language)


def texts(this: Iri, prop: str, value: str | None, language: str | None = None) -> Iterator[Triple]:
    """A text, where there is one."""
    if value is not None:
        yield this, Iri(prop), Literal(value, language)


def time_triples(this: Iri, time: Json | None, names: Names) -> Iterator[Triple]:
    """When: as the text tells it, and the first and last day meant."""
    if time is None:
        return
    yield this, names.term("time"), edtf(time["edtf"])
    for key in ("from", "to"):
        if time[key]:
            yield this, names.term(key), day(time[key])
    yield this, names.term("basis"), Literal(time["basis"])


def span_triples(this: Iri, prop: Iri, span: Json, names: Names) -> Iterator[Triple]:
    """`this` points by `prop` to a span of a document: a source and a selector of the Web Annotation model."""
    place = (span["document"], f"{span['start']}-{span['end']}")
    node, selector = names.node(*place), names.node(*place, "selector")
    yield this, prop, node
    yield from typed(node, (f"{OA}SpecificResource", f"{PROV}Entity"))
    yield node, Iri(f"{OA}hasSource"), names.node(span["document"])
    yield node, Iri(f"{OA}hasSelector"), selector
    yield from typed(selector, (f"{OA}TextPositionSelector", f"{OA}TextQuoteSelector"))
    yield selector, Iri(f"{OA}start"), whole(span["start"])
    yield selector, Iri(f"{OA}end"), whole(span["end"])
    yield selector, Iri(f"{OA}exact"), Literal(span["quote"])
    yield selector, names.term("byteStart"), whole(span["byte_start"])
    yield selector, names.term("byteEnd"), whole(span["byte_end"])


def typed(this: Iri, classes: Iterable[str]) -> Iterator[Triple]:
    """`this` is one of each of `classes`."""
    for one in classes:
        yield this, TYPE, Iri(one)
