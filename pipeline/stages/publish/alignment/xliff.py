"""XLIFF 2.1: a file for each two documents, a unit for each alignment; equal facts give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from pipeline.model import Alignment, Document, Reading
from pipeline.stages.publish.alignment.quoting import Quote, quote, writable

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
TOOL = "accord"


def xliff(alignments: Sequence[Alignment], readings: Sequence[Reading], languages: tuple[str, str]) -> bytes | None:
    """The alignments of `languages`, the first as the source; None without any, for XLIFF knows no empty file."""
    documents = {reading.document.id: reading.document for reading in readings}
    root = etree.Element(
        tag("xliff"),
        {"version": "2.1", "srcLang": languages[0], "trgLang": languages[1]},
        nsmap={None: CORE, "mda": METADATA},
    )

    def pair(one: Alignment) -> tuple[Document, Document]:
        source, target = (documents[one.sides[language][0].document] for language in languages)
        return source, target

    def place(one: Alignment) -> list[object]:
        return [*((side.path, side.id) for side in pair(one)), *(one.sides[language] for language in languages)]

    for sides, group in groupby(sorted(alignments, key=place), key=pair):
        file = etree.SubElement(root, tag("file"), id=f"{sides[0].id}.{sides[1].id}", original=writable(sides[0].path))
        metadata(file, "documents", (("source", sides[0].path), ("target", sides[1].path)))
        for one in group:
            unit(
                file, one, *(quote(side, one.sides[language]) for side, language in zip(sides, languages, strict=True))
            )
    if not len(root):
        return None
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def unit(file: etree._Element, one: Alignment, source: Quote, target: Quote) -> None:
    """One alignment: what it rests on first, as the schema orders it, then what to look at, then the words."""
    made = etree.SubElement(file, tag("unit"), id=one.id)
    metadata(made, "alignment", facts(one, source, target))
    if one.notes:
        notes = etree.SubElement(made, tag("notes"))
        for note in one.notes:
            etree.SubElement(notes, tag("note"), category=TOOL).text = writable(note.text)
    segment = etree.SubElement(made, tag("segment"), state=state(one))
    etree.SubElement(segment, tag("source")).text = writable(source.text)
    etree.SubElement(segment, tag("target")).text = writable(target.text)


def facts(one: Alignment, source: Quote, target: Quote) -> Iterator[tuple[str, str]]:
    """What is known of an alignment, by name."""
    yield "score", f"{one.score:.4f}"
    yield "kind", one.kind
    for name, value in (("decision", one.decision), ("by", one.by)):
        if value:
            yield name, value
    for side, found in (("source", source), ("target", target)):
        yield f"{side}-characters", f"{found.start}-{found.end}"
        yield f"{side}-bytes", f"{found.byte_start}-{found.byte_end}"


def state(one: Alignment) -> str:
    """`initial` until a person decided; then `final` for a translation, `reviewed` for what only tells the same."""
    if one.decision not in ("accepted", "edited"):
        return "initial"
    return "final" if one.kind == "parallel" else "reviewed"


def metadata(parent: etree._Element, category: str, values: Iterable[tuple[str, str]]) -> None:
    """A group of named values, as the metadata module writes them."""
    group = etree.SubElement(
        etree.SubElement(parent, f"{{{METADATA}}}metadata"), f"{{{METADATA}}}metaGroup", category=f"{TOOL}-{category}"
    )
    for name, value in values:
        etree.SubElement(group, f"{{{METADATA}}}meta", type=name).text = writable(value)


def tag(name: str) -> str:
    """An element of the core."""
    return f"{{{CORE}}}{name}"
