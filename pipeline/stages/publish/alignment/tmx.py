"""TMX 1.4b: the passages as a translation memory, without dates or tool state, so that equal facts give equal bytes."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from lxml import etree

from pipeline.model import Alignment, Reading
from pipeline.stages.publish.alignment.quoting import Quote, quote, writable

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def tmx(alignments: Sequence[Alignment], readings: Sequence[Reading], languages: tuple[str, str]) -> bytes:
    """One `tu` an alignment, a `tuv` for each of `languages`; score, kind and places as `prop`."""
    documents = {reading.document.id: reading.document for reading in readings}
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", header(languages))
    body = etree.SubElement(root, "body")
    for one in alignments:
        unit = etree.SubElement(body, "tu", tuid=one.id)
        prop(unit, "x-accord-score", f"{one.score:.4f}")
        prop(unit, "x-accord-kind", one.kind)
        for note in one.notes:
            prop(unit, "x-accord-note", note.text)
        for language in languages:
            spans = one.sides[language]
            variant(unit, language, quote(documents[spans[0].document], spans))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True, doctype=DOCTYPE)
    return written


def header(languages: tuple[str, str]) -> dict[str, str]:
    """The attributes that the DTD asks of `header`."""
    return {
        "creationtool": "accord",
        "creationtoolversion": tool_version(),
        "segtype": "sentence",
        "o-tmf": "accord",
        "adminlang": "en",
        "srclang": languages[0],
        "datatype": "plaintext",
    }


def tool_version() -> str:
    """The version of this package, `0` where it runs uninstalled."""
    try:
        return version("accord-facts")
    except PackageNotFoundError:
        return "0"


def prop(parent: etree._Element, kind: str, value: str) -> None:
    """A property of a unit or variant."""
    etree.SubElement(parent, "prop", type=kind).text = writable(value)


def variant(unit: etree._Element, language: str, passage: Quote) -> None:
    """One language's side of a unit: file and place first, as the DTD orders them, then the words."""
    found = etree.SubElement(unit, "tuv", {LANG: language})
    prop(found, "x-accord-file", passage.path)
    prop(found, "x-accord-characters", f"{passage.start}-{passage.end}")
    prop(found, "x-accord-bytes", f"{passage.byte_start}-{passage.byte_end}")
    etree.SubElement(found, "seg").text = writable(passage.text)
