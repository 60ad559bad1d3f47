"""The pictures as images inside the page: what screens read aloud is one title and one description; what a mouse rests
on tells more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.facts.pictures.saving import svg

if TYPE_CHECKING:
    import altair as alt

SVG = "{http://www.w3.org/2000/svg}"
SPOKEN = ("aria-label", "role", "aria-roledescription", "aria-hidden")
MARK = re.compile(r"\b(?:mark|bar|point|rule)\b")
POINTS = re.compile(r'\b(id="|url\(#)')
SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture: the SVG file, and the same as an element of a page."""

    file: bytes
    inline: str


def drawing(chart: alt.Chart, name: str, title: str, told: str) -> Drawing:
    """`chart` drawn; `name` is unique on the page, `title` and `told` are what is read aloud."""
    drawn = svg(chart)
    root = etree.fromstring(POINTS.sub(rf"\g<1>{name}-", drawn).encode("utf-8"), SAFE)
    for element in root.iter():
        hover(element)
    for position, (tag, text) in enumerate((("title", title), ("desc", told))):
        part = etree.Element(f"{SVG}{tag}", id=f"{name}-{tag}")
        part.text = text
        root.insert(position, part)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    etree.cleanup_namespaces(root)
    return Drawing(drawn.encode("utf-8"), etree.tostring(root, encoding="unicode"))


def hover(element: etree._Element) -> None:
    """Turn what a mark says of itself into what is shown when a mouse rests on it; axes and legends say nothing."""
    label, kind = element.get("aria-label"), element.get("aria-roledescription") or ""
    for name in SPOKEN:
        element.attrib.pop(name, None)
    if label and MARK.search(kind):
        title = etree.SubElement(element, f"{SVG}title")
        title.text = label
