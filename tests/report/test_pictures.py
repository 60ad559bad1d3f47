"""Pictures: what they show, that the same facts give the same picture, and that no file of one asks for a network."""

import sys
from xml.etree import ElementTree

import pytest
from lxml import html

from pipeline import facts
from pipeline.facts.faults import MissingExtra
from pipeline.facts.pictures.moments import life
from pipeline.facts.pictures.places import name_places, places
from pipeline.facts.pictures.saving import svg
from pipeline.facts.pictures.words import ENGLISH, Words
from pipeline.facts.shelf import Shelf

altair = pytest.importorskip("altair", reason="altair is not installed: pip install 'accord-facts[notebooks]'")
pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'accord-facts[notebooks]'")
nx = pytest.importorskip("networkx", reason="networkx is not installed: pip install 'accord-facts[notebooks]'")


@pytest.fixture(scope="module")
def timeline(hostile):
    return hostile.draw_timeline().to_dict()


def rows(chart: dict) -> dict[str, dict]:
    """The moments of a timeline by their claim's words."""
    return {row["text"]: row for name in chart["datasets"] if "timeline" in name for row in chart["datasets"][name]}


def row(chart: dict, word: str) -> dict:
    [found] = [one for text, one in rows(chart).items() if word in text]
    return found


def test_a_bar_goes_from_the_first_to_the_last_day_meant(timeline):
    year = row(timeline, " met")
    assert (year["start"], round(year["end"])) == (1995.0, 1996)
    assert (year["edtf"], year["days"]) == ("1995", "1995-01-01 – 1995-12-31")
    assert not year["day"]


def test_a_single_day_is_a_point(timeline):
    day = row(timeline, "signed")
    assert day["day"]
    assert (day["look"], day["days"], day["status"]) == ("fact", "1991-05-03", "corroborated")


def test_what_is_only_possible_or_denied_is_no_full_bar(timeline):
    assert row(timeline, " met")["look"] == "plan"
    denied = row(timeline, "../1999")
    assert (denied["look"], denied["denied"], denied["holder"]) == ("denied", True, "<i>Observers</i>")


def test_open_ends_reach_the_edge_and_are_marked(timeline):
    early, late = row(timeline, "../1999"), row(timeline, "1998/..")
    edges = [min(one["start"] for one in rows(timeline).values()), max(one["end"] for one in rows(timeline).values())]
    assert (early["open_start"], early["open_end"], early["start"]) == (True, False, edges[0])
    assert (late["open_start"], late["open_end"], late["end"]) == (False, True, edges[1])


def test_every_look_has_a_key(timeline):
    keys = {one["key"] for one in timeline["datasets"]["keys"]}
    assert {f"key_{one['look']}" for one in rows(timeline).values()} | {"key_day", "key_open"} == keys


def test_claims_of_a_treaty_stand_apart_and_one_treaty_can_be_asked_for(hostile, timeline):
    assert len(timeline["datasets"]["timeline_treaties"]) == 3
    assert len(timeline["datasets"]["timeline_claims"]) == 1
    assert set(hostile.draw_timeline("Pact of Tarn").to_dict()["datasets"]) == {"keys", "timeline_treaties"}


def test_what_is_left_out_is_said_and_has_less_support(hostile):
    shelf = Shelf(hostile.folder, None)
    seen = life(shelf, None, 2, Words())
    assert seen.left_out == 2
    assert "claim-signed" in {id_ for one in seen.treaties for id_ in one.claims}
    assert any("2 more" in line for line in hostile.draw_timeline(most=2).to_dict()["title"]["subtitle"])


def test_network_shows_types_and_what_joins_whom(hostile):
    chart = hostile.draw_network().to_dict()
    nodes = {one["name"]: one["type"] for one in chart["datasets"]["nodes"]}
    assert {nodes["Northland"], nodes["Southland"]} == {"state"}
    assert sorted(nodes.values()) == ["state", "state", "treaty"]
    told = {one["about"].split(":")[0].split(" → ")[0]: one for one in chart["datasets"]["lines"]}
    assert "signed 1991-05-03" in told["Northland"]["about"]
    assert "withdrew from 1998/.." in told["Southland"]["about"]
    assert len(hostile.draw_network(about="Northland").to_dict()["datasets"]["nodes"]) == 2


def test_languages_are_counted_by_status_and_by_predicate(hostile):
    data = hostile.draw_languages().to_dict()["datasets"]
    counts = {name: {one["what"]: one["count"] for one in some} for name, some in data.items()}
    assert counts["languages_status en; fr"] == {"corroborated": 1, "disputed": 0, "single": 0}
    assert counts["languages_status en"]["single"] == 3
    assert counts["languages_predicate fr"]["withdrew from"] == 1
    assert sum(sum(one.values()) for name, one in counts.items() if "status" in name) == hostile.claims.height


@pytest.mark.parametrize("draw", ["draw_timeline", "draw_network", "draw_languages"])
def test_the_same_facts_give_the_same_picture(hostile_outputs, draw):
    one, other = (getattr(facts.load(hostile_outputs), draw)() for _ in range(2))
    assert one.to_json() == other.to_json()
    assert svg(one) == svg(other)


@pytest.mark.parametrize("draw", ["draw_timeline", "draw_network", "draw_languages"])
def test_nothing_to_show_is_said(empty_outputs, draw):
    drawn = ElementTree.fromstring(svg(getattr(facts.load(empty_outputs), draw)()))
    said = " ".join(drawn.itertext())
    assert any(ENGLISH[f"{name}_none"] in said for name in ("timeline", "network", "languages"))


def test_strangers_texts_are_text_in_an_image(hostile):
    drawn = svg(hostile.draw_timeline())
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    assert "alert('x')" in " ".join(ElementTree.fromstring(drawn).itertext())


def test_files_need_no_network(hostile, tmp_path):
    chart = hostile.draw_languages()
    page = facts.save(chart, tmp_path / "new" / "languages.html").read_text("utf-8")
    assert [link for _, _, link, _ in html.document_fromstring(page).iterlinks()] == []
    assert len(page) > 500_000
    assert facts.save(chart, tmp_path / "languages.png").read_bytes().startswith(b"\x89PNG")
    assert facts.save(chart, tmp_path / "languages.svg").read_text("utf-8") == svg(chart)
    with pytest.raises(ValueError, match=r"\.html, \.png, \.svg"):
        facts.save(chart, tmp_path / "languages.gif")


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_library_is_named_with_the_command_that_installs_it(hostile, tmp_path, monkeypatch, library):
    chart = hostile.draw_languages()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"pip install 'accord-facts\[notebooks\]'"):
        hostile.draw_languages() if library == "altair" else facts.save(chart, tmp_path / "a.svg")


def test_words_come_as_a_mapping(hostile):
    chart = hostile.draw_languages(words={"languages": "Lenguas", "single": "única", "en": "inglés"}).to_dict()
    assert chart["title"]["text"] == "Lenguas"
    assert "única" in {one["what"] for one in chart["datasets"]["languages_status en"]}


def test_nodes_and_names_keep_their_distance():
    graph = nx.barbell_graph(6, 3)
    graph = nx.relabel_nodes(graph, {node: f"n{node}" for node in graph})
    graph.add_edge("a", "b")
    at, width, height = places(graph, 860)
    assert at == places(graph, 860)[0]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in at.values())
    names = name_places(at, dict.fromkeys(at, "a name of some length"), width)
    boxes = [(x - 62, y - 6.5, x + 62, y + 6.5) for x, y in names.values()]
    overlaps = sum(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for number, one in enumerate(boxes)
        for other in boxes[:number]
    )
    assert overlaps <= 2


def test_a_cloud_of_lines_is_cut_to_the_strongest_and_says_so(hostile, monkeypatch):
    monkeypatch.setattr("pipeline.facts.pictures.web.LINES", 1)
    chart = hostile.draw_network().to_dict()
    assert ["withdrew from" in one["about"] for one in chart["datasets"]["lines"]] == [True]
    assert any(line.startswith("1 lines shown") for line in chart["title"]["subtitle"])
