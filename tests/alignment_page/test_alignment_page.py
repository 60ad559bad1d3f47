"""The page: strangers' texts stay text, everything that was aligned is there, and nothing asks for a network."""

import base64
import hashlib
import json
import re

import pytest
from lxml import html

from pipeline.stages.publish.alignment import alignment_files


@pytest.fixture(scope="module")
def tree(world):
    return html.document_fromstring(world.files["alignment/index.html"].decode("utf-8"))


@pytest.fixture(scope="module")
def data(tree):
    return json.loads(tree.get_element_by_id("data").text)


def visible(text: str) -> str:
    """Text as the page shows it: direction marks by their code."""
    return re.sub("[\u202e\u2066\u2069]", lambda match: f"[U+{ord(match.group()):04X}]", text)


def test_hostile_text_adds_no_element(tree):
    assert len(tree.findall(".//script")) == 3
    assert tree.findall(".//img") == []
    assert len(tree.findall(".//title")) == 1
    assert len(tree.findall(".//style")) == 1


def test_whole_texts_come_back_from_the_data(world, data):
    for reading in world.readings:
        shown = next(one for one in data["documents"] if one["id"] == reading.document.id)
        text = " ".join(piece[0] for section in shown["sections"] for piece in section["text"])
        assert text == visible(reading.document.text)


def test_passages_come_back_whole_with_their_marks(data):
    first = data["alignments"][0]
    french, english = (side["sentences"][0]["pieces"] for side in first["sides"])
    assert all(data["nodes"][node] for node in first["actors"])
    assert "".join(piece[0] for piece in french).startswith('</script><script>alert("fr")</script>')
    assert ["mars 1957", "date", "1957-03"] in french
    assert ["March 1957", "date", "1957-03"] in english
    assert ["signé", "term", "term-0"] in french
    assert ["signed", "term", "term-0"] in english
    assert ["Rome", "actor", "actor-rome"] in french
    assert [side["language"] for side in first["sides"]] == ["fr", "en"]


def test_only_the_pages_own_script_and_style_may_run(tree):
    policy = tree.find(".//meta[@http-equiv]").get("content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for element in (tree.findall(".//script")[2], tree.find(".//style")):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_fetched(world):
    page = world.files["alignment/index.html"].decode()
    for element, _, link, _ in html.document_fromstring(page).iterlinks():
        assert link.startswith("#"), element.tag
    outside = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.S)
    assert "http://" not in outside
    assert "https://" not in outside
    assert "innerHTML" not in outside


def test_words_of_the_page_stand_in_every_pack(data, tree, knowledge):
    used = {element.get("data-word") for element in tree.iterfind(".//*[@data-word]")}
    said = set(re.findall(r'\bsay\("(\w+)"', tree.findall(".//script")[2].text))
    assert used
    assert said
    for code in knowledge.packs:
        assert used | said <= set(data["words"][code])
        assert all(data["words"][code].values())


def test_same_graph_same_bytes(world, knowledge):
    assert alignment_files(world.graph, world.readings, world.resolution, knowledge) == world.files
