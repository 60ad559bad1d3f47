"""TMX and CSV: read back by other readers, they say what the graph says."""

import csv
import io

from lxml import etree

from pipeline.text import locate

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def memory(world):
    return etree.fromstring(world.files["alignment/fr-en.tmx"], etree.XMLParser(huge_tree=True, load_dtd=False))


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_memory_holds_every_alignment_with_the_originals_words(world):
    documents = {reading.document.id: reading.document for reading in world.readings}
    units = memory(world).findall(".//tu")
    assert [unit.get("tuid") for unit in units] == [one.id for one in world.graph.alignments]
    for unit, one in zip(units, world.graph.alignments, strict=True):
        assert unit.findtext("prop[@type='x-accord-score']") == f"{one.score:.4f}"
        assert [variant.get(LANG) for variant in unit.findall("tuv")] == ["fr", "en"]
        for variant in unit.findall("tuv"):
            spans = one.sides[variant.get(LANG)]
            quotes = [locate(documents[span.document], span) for span in spans]
            said = " ".join(one_line(quote.quote) for quote in quotes).replace("\x0b", "\ufffd")
            assert variant.findtext("seg") == said
            assert variant.findtext("prop[@type='x-accord-characters']") == f"{quotes[0].start}-{quotes[-1].end}"


def table(world, name):
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(world.files[f"alignment/{name}.csv"].decode("utf-8"), newline="")))


def test_table_round_trips(world):
    rows = table(world, "alignments")
    documents = {reading.document.id: reading.document for reading in world.readings}
    for row, one in zip(rows, world.graph.alignments, strict=True):
        assert (row["id"], row["kind"], float(row["score"])) == (one.id, one.kind, one.score)
        for side, language in (("left", "fr"), ("right", "en")):
            document = documents[one.sides[language][0].document]
            start, end = int(row[f"{side}_start"]), int(row[f"{side}_end"])
            byte_start, byte_end = int(row[f"{side}_byte_start"]), int(row[f"{side}_byte_end"])
            assert row[f"{side}_text"].removeprefix("'") == one_line(document.raw[start:end])
            assert document.raw.encode()[byte_start:byte_end].decode() == document.raw[start:end]
    assert rows[0]["actors"] == "Rome"
    assert rows[0]["notes"] == "</script> « x » against « y »"


def test_tabs_hold_the_same_as_commas(world):
    lines = world.files["alignment/alignments.tsv"].decode("utf-8").removesuffix("\n").split("\n")
    header, *rows = [line.split("\t") for line in lines]
    assert [dict(zip(header, row, strict=True)) for row in rows] == [
        {name: one_line(cell) for name, cell in row.items()} for row in table(world, "alignments")
    ]


def test_a_cell_is_never_a_formula(world):
    row = table(world, "alignments")[1]
    assert row["left_text"].startswith("'=2+3")
    assert row["right_text"].startswith("'-- ")


def test_terms_are_counted_with_their_alignments(world):
    assert table(world, "terms") == [
        {
            "left_language": "fr",
            "left": "signé",
            "right_language": "en",
            "right": "signed",
            "kind": "word",
            "count": "1",
            "alignments": "align-0000000001",
        }
    ]
