"""The page as a file: made by the real command, the same every time, strangers' texts shown as text, no network."""

import base64
import hashlib
import re
import shutil
from xml.etree import ElementTree

import msgspec
import pytest
from calling import ROOT, accord_here
from lxml import html

from pipeline.facts.pictures.words import ENGLISH
from pipeline.knowledge import load
from pipeline.knowledge.report import ReportPack

pytest.importorskip("altair", reason="altair is not installed: pip install 'accord-facts[notebooks]'")
pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'accord-facts[notebooks]'")
EVIL = "</script><script>alert('x')</script>"
SECTIONS = ("summary", "timeline", "network", "languages", "evidence", "conflicts", "asymmetry", "issues")


@pytest.fixture(scope="module")
def page(made):
    return (made / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def tree(page):
    return html.document_fromstring(page)


def test_the_same_tables_give_the_same_bytes(made, tmp_path):
    shutil.copytree(made.parent / "tables", tmp_path / "tables")
    shutil.copy(made.parent / "run.json", tmp_path)
    assert accord_here("report", tmp_path, tmp_path) == 0
    files = {path.name: path.read_bytes() for path in made.iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "report").iterdir()}
    assert set(files) == {"index.html"} | {
        f"{name}.{code}.svg" for name in ("timeline", "network", "languages") for code in ("fr", "en")
    }


def test_every_language_has_every_section(tree):
    for code in ("fr", "en"):
        assert [one.get("id") for one in tree.findall(f".//main[@id='{code}-main']/section")] == [
            f"{code}-{name}" for name in SECTIONS
        ]
    shown = [one.get("lang") for one in tree.find_class("tongue") if one.get("hidden") is None]
    assert shown == ["fr"] == [tree.get("lang")]
    links = [link for _, _, link, _ in tree.iterlinks()]
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    assert links
    assert {link for link in links if link[1:] not in ids} == set()
    assert len(ids) == len(re.findall(r'\sid="', html.tostring(tree, encoding="unicode")))


def test_hostile_texts_add_no_element(page, tree):
    assert len(tree.findall(".//script")) == 1
    assert len(tree.findall(".//style")) == 1
    assert len(tree.findall(".//head/title")) == 1
    assert tree.findall(".//i") == []
    assert tree.findall(".//b") == []
    assert "\u202e" not in page
    assert EVIL in tree.text_content()


def test_only_its_own_script_and_style_may_run(tree):
    policy = tree.find(".//meta[@http-equiv]").get("content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for element in (tree.find(".//script"), tree.find(".//style")):
        assert base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode() in policy
    names = {name for one in tree.iter() for name in one.attrib}
    assert {name for name in names if name == "style" or name.startswith("on")} == set()


def test_nothing_is_fetched(page, tree):
    assert all(link.startswith("#") for _, _, link, _ in tree.iterlinks())
    assert set(re.findall(r"https?://[^\s\"'<]+", page)) <= {"http://www.w3.org/2000/svg"}


def test_a_card_has_both_passages_side_by_side(tree):
    card = tree.get_element_by_id("fr-claim-signed")
    assert [quote.get("lang") for quote in card.findall(".//blockquote")] == ["fr", "en"]
    assert "La Nordie a signé" in card.findall(".//mark")[0].text
    lone = tree.get_element_by_id("en-claim-meet")
    assert "No passage in French." in lone.text_content()
    assert "the French texts" in lone.find_class("reason")[0].text_content()
    order = [one.get("data-status") for one in tree.get_element_by_id("en-evidence").find_class("card")]
    assert order == ["corroborated", "disputed", "single", "single", "single"]


def test_both_sides_of_a_conflict_stand_with_their_words(tree):
    [pair] = tree.get_element_by_id("en-conflicts").find_class("against")
    assert "contradiction" in pair.text_content()
    assert ["never left" in one.text_content() for one in pair.find_class("side")] == [True, False]


def test_asymmetry_tells_reasons_by_language(tree):
    told = tree.get_element_by_id("en-asymmetry")
    assert [one.text_content() for one in told.findall("h3")] == ["Only in English: 3", "Only in French: 1"]
    assert told.findall(".//summary")[0].text_content().startswith("the French texts")


def test_each_picture_is_named_and_has_a_table(tree, made):
    for code in ("fr", "en"):
        for name in ("timeline", "network", "languages"):
            section = tree.get_element_by_id(f"{code}-{name}")
            [picture] = section.findall(".//svg")
            named = [tree.get_element_by_id(one).text for one in picture.get("aria-labelledby").split()]
            assert all(named)
            assert picture.get("role") == "img"
            assert len(section.findall(".//table//tr")) > 2
            ElementTree.parse(made / f"{name}.{code}.svg")


def test_what_found_nothing_makes_a_page_too(empty_outputs, tmp_path):
    shutil.copytree(empty_outputs, tmp_path / "outputs")
    assert accord_here("report", tmp_path, tmp_path / "outputs") == 0
    tree = html.document_fromstring((tmp_path / "outputs/report/index.html").read_text("utf-8"))
    assert "No claim stands against another." in tree.get_element_by_id("en-conflicts").text_content()


def test_without_a_run_it_says_which_to_do(tmp_path, capsys):
    assert accord_here("report", tmp_path, tmp_path) == 2
    assert "make run" in capsys.readouterr().err


def test_without_altair_it_says_what_to_install(hostile_outputs, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    assert accord_here("report", tmp_path, hostile_outputs) == 2
    assert "pip install 'accord-facts[notebooks]'" in capsys.readouterr().err


def test_both_languages_have_all_words(knowledge):
    for pack in knowledge.packs.values():
        told = msgspec.to_builtins(pack.report)
        assert [name for name, word in told.items() if not word] == []
        named = pack.report.pictures.keys() | pack.report.names.keys()
        assert ENGLISH.keys() - named == set()
        assert pack.report.pictures.keys() <= ENGLISH.keys()
    one, other = (pack.report for pack in knowledge.packs.values())
    assert one.names.keys() == other.names.keys()
    assert one.pictures.keys() == other.pictures.keys()
    for name, word in msgspec.to_builtins(one).items():
        if isinstance(word, str):
            assert set(re.findall(r"\{\w+\}", word)) == set(re.findall(r"\{\w+\}", msgspec.to_builtins(other)[name]))


def test_a_language_without_words_for_it_still_loads(tmp_path):
    shutil.copytree(ROOT / "models", tmp_path / "models")
    (tmp_path / "models/languages/es.toml").write_text(
        '[language]\ncode = "es"\nnames = { fr = "espagnol", en = "Spanish", es = "español" }\n', encoding="utf-8"
    )
    assert load(tmp_path / "models").packs["es"].report == ReportPack()


def test_what_is_too_much_is_cut_and_said(hostile_outputs, tmp_path, monkeypatch):
    shutil.copytree(hostile_outputs, tmp_path / "outputs")
    monkeypatch.setattr("pipeline.report.passages.CARDS", 2)
    monkeypatch.setattr("pipeline.report.summary.DOCUMENTS", 1)
    assert accord_here("report", tmp_path, tmp_path / "outputs") == 0
    tree = html.document_fromstring((tmp_path / "outputs/report/index.html").read_text("utf-8"))
    evidence = tree.get_element_by_id("en-evidence")
    assert len(evidence.find_class("card")) == 2
    assert "This page shows 2 claims; 3 more" in evidence.text_content()
    assert "… and 1 more." in tree.get_element_by_id("en-summary").text_content()
    assert [link for _, _, link, _ in tree.iterlinks() if link.endswith("claim-fear")] == []
