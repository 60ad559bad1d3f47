"""XLIFF and TMX: valid by the published schemas, and the same passages to readers that are not ours."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from pipeline.model import Graph
from pipeline.stages.publish.alignment import alignment_files
from pipeline.text import locate

SCHEMAS = Path(__file__).parent / "schemas"
READERS = Path(__file__).parents[2] / ".venv" / "readers"
CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
HUGE = etree.XMLParser(huge_tree=True, load_dtd=False, no_network=True)
READ = """
const {xliff2js} = require("xliff"), {tmx2js} = require("tmexchange"), {readFileSync} = require("fs");
const [xlf, tmx] = process.argv.slice(-2).map((path) => readFileSync(path, "utf8"));
xliff2js(xlf, (fault, xliff) => {
  if (fault) throw fault;
  tmx2js(tmx, (fault, memory) => {
    if (fault) throw fault;
    console.log(JSON.stringify({xliff, memory}));
  });
});
"""


def exchanged(world) -> bytes:
    return world.files["alignment/fr-en.xlf"]


def said(world, one, language: str) -> str:
    """The words of one side on one line, what XML cannot hold replaced."""
    documents = {reading.document.id: reading.document for reading in world.readings}
    quotes = [locate(documents[span.document], span).quote for span in sorted(one.sides[language])]
    return " ".join(" ".join(quote.split()) for quote in quotes).replace("\x0b", "\ufffd")


def units(data: bytes):
    return ElementTree.fromstring(data).findall(f".//{CORE}unit")


def decided(world, decision, kind) -> bytes | None:
    """The XLIFF of the first alignment alone, with a decision."""
    one = replace(world.graph.alignments[0], decision=decision, by="Anne" if decision else None, kind=kind)
    graph = replace(world.graph, alignments=(one,))
    return alignment_files(graph, world.readings, world.resolution, world.knowledge).get("alignment/fr-en.xlf")


def test_xliff_is_valid_by_the_schema_of_oasis(world):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "xliff_core_2.0.xsd"))
    assert schema.validate(etree.fromstring(exchanged(world), HUGE)), schema.error_log


def test_the_schema_would_say_no(world):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "xliff_core_2.0.xsd"))
    broken = etree.fromstring(exchanged(world), HUGE)
    first = broken.find(f".//{CORE}unit")
    first.append(first.find(f"{CORE}notes"))
    assert not schema.validate(broken)


def test_memory_is_valid_by_the_dtd_of_lisa(world):
    dtd = etree.DTD(str(SCHEMAS / "tmx14.dtd"))
    assert dtd.validate(etree.fromstring(world.files["alignment/fr-en.tmx"], HUGE)), dtd.error_log


def test_metadata_keep_to_their_module(world):
    """One metadata an element, before the notes; groups with a category; metas with a type and text alone."""
    for parent in ElementTree.fromstring(exchanged(world)).iter():
        metadata = parent.findall(f"{MDA}metadata")
        assert len(metadata) == (parent.tag in (f"{CORE}file", f"{CORE}unit"))
        for one in metadata:
            assert parent[0] is one
            for group in one:
                assert (group.tag, set(group.keys())) == (f"{MDA}metaGroup", {"category"})
                assert len(group)
                assert all((meta.tag, set(meta.keys()), len(meta)) == (f"{MDA}meta", {"type"}, 0) for meta in group)


def test_every_alignment_is_a_unit_with_the_originals_words(world):
    by_id = {one.id: one for one in world.graph.alignments}
    found = units(exchanged(world))
    assert sorted(unit.get("id") for unit in found) == sorted(by_id)
    for unit in found:
        one = by_id[unit.get("id")]
        assert unit.findtext(f"{CORE}segment/{CORE}source") == said(world, one, "fr")
        assert unit.findtext(f"{CORE}segment/{CORE}target") == said(world, one, "en")
        facts = {meta.get("type"): meta.text for meta in unit.iter(f"{MDA}meta")}
        assert (facts["score"], facts["kind"]) == (f"{one.score:.4f}", one.kind)
        assert [note.text for note in unit.iter(f"{CORE}note")] == [note.text for note in one.notes]


def test_a_file_names_its_two_documents_and_its_languages(world):
    root = ElementTree.fromstring(exchanged(world))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "fr", "en")
    [file] = root
    assert file.get("original") == "a.fr.txt"
    assert [meta.text for meta in file.find(f"{MDA}metadata").iter(f"{MDA}meta")] == ["a.fr.txt", "b.en.txt"]


@pytest.mark.parametrize(
    ("decision", "kind", "state"),
    [
        (None, "parallel", "initial"),
        (None, "comparable", "initial"),
        ("accepted", "parallel", "final"),
        ("edited", "parallel", "final"),
        ("accepted", "comparable", "reviewed"),
    ],
)
def test_the_state_is_what_people_decided(world, decision, kind, state):
    [unit] = units(decided(world, decision, kind))
    assert unit.find(f"{CORE}segment").get("state") == state
    facts = {meta.get("type"): meta.text for meta in unit.iter(f"{MDA}meta")}
    assert (facts.get("decision"), facts.get("by")) == (decision, "Anne" if decision else None)


def test_what_was_rejected_is_left_out_and_no_empty_file_is_written(world):
    assert decided(world, "rejected", "comparable") is None
    assert "alignment/fr-en.xlf" not in alignment_files(Graph(), world.readings, world.resolution, world.knowledge)


def test_equal_facts_give_equal_bytes(world):
    turned = replace(world.graph, alignments=world.graph.alignments[::-1])
    files = alignment_files(turned, world.readings[::-1], world.resolution, world.knowledge)
    assert files["alignment/fr-en.xlf"] == exchanged(world)


def test_readers_of_others_read_the_same_passages(world, tmp_path):
    """`xliff` and `tmexchange`, both MIT, of npm: `npm install --prefix .venv/readers xliff tmexchange`."""
    node = shutil.which("node")
    if node is None or not (READERS / "node_modules" / "xliff").is_dir():
        pytest.skip("no reader: npm install --prefix .venv/readers xliff@6.4.0 tmexchange@2.0.6")
    paths = []
    for name in ("fr-en.xlf", "fr-en.tmx"):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(world.files[f"alignment/{name}"])
    ran = subprocess.run([node, "-e", READ, *paths], cwd=READERS, capture_output=True, check=True, timeout=120)
    read = json.loads(ran.stdout)
    xliff = {name: one for file in read["xliff"]["resources"].values() for name, one in file.items()}
    memory = read["memory"]["resources"]
    for one in world.graph.alignments:
        texts = [said(world, one, language) for language in ("fr", "en")]
        assert [xliff[one.id]["source"], xliff[one.id]["target"]] == texts
        assert memory[one.id] == dict(zip(("fr", "en"), texts, strict=True))
