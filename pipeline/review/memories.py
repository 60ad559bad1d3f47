"""A translation memory as decisions: a unit whose segments stand in the documents says that they tell the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.model import Decision, Document, Place
from pipeline.review.finding import Texts

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What an element of a segment holds in its stead: codes of another format, and not words of the text.
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})


class MemoryFault(Exception):
    """A TMX that cannot be read at all: what is wrong with it, and what to do."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A `tu`: its line in the file, its name, segments by language, who wrote it, and the files that it names."""

    line: int
    name: str
    segments: dict[str, str]
    files: dict[str, str]
    by: str | None


@dataclass(frozen=True, slots=True)
class Unfound:
    """A unit that became no decision, and why."""

    line: int
    name: str
    why: str


def read_memory(data: bytes) -> Iterator[Unit]:
    """The units of a TMX. Raises MemoryFault."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MemoryFault(f"it is no XML ({error}). Export it again as TMX 1.4.") from error
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        raise MemoryFault("it declares entities, which a memory has no need of. Export it again as plain TMX 1.4.")
    if root.tag != "tmx":
        raise MemoryFault(f"its root is {root.tag!r}, not 'tmx'. Export it as TMX 1.4.")
    for unit in root.iterfind("body/tu"):
        yield read_unit(unit)


def read_unit(unit: etree._Element) -> Unit:
    """One `tu`; of two variants in one language the first counts."""
    segments: dict[str, str] = {}
    files: dict[str, str] = {}
    for variant in unit.iterfind("tuv"):
        language = (variant.get(LANG) or variant.get("lang") or "").lower().replace("_", "-").split("-")[0]
        segment = variant.find("seg")
        if segment is None or language in segments:
            continue
        segments[language] = " ".join("".join(words(segment)).split())
        files[language] = variant.findtext("prop[@type='x-accord-file']") or ""
    by = unit.get("changeid") or unit.get("creationid")
    return Unit(unit.sourceline or 0, unit.get("tuid") or "", segments, files, by)


def words(element: etree._Element) -> Iterator[str]:
    """The words of a segment, without codes of other formats."""
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in CODES:
            yield from words(inner)
        yield inner.tail or ""


def decisions_of(
    units: Iterator[Unit], documents: Sequence[Document], known: Mapping[str, tuple[Place, ...]]
) -> tuple[list[Decision], list[Unfound]]:
    """An accepted decision for each unit whose segments stand in `documents`; `known` are the alignments of the last
    run, which tell the passages of a unit that has kept its name and its words."""
    texts = Texts(documents)
    decisions, unfound = [], []
    for unit in units:
        places = texts.kept(known.get(unit.name, ()), unit.segments) or texts.places(unit.segments, unit.files)
        if isinstance(places, str):
            unfound.append(Unfound(unit.line, unit.name, places))
        else:
            decisions.append(Decision(verdict="accepted", passages=places, by=unit.by))
    return decisions, unfound
