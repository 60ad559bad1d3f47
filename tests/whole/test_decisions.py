"""Decisions all the way: from a run to the page, into the ledger, and into the next run."""

import json
import shutil

import pytest
from calling import accord_here
from lxml import html

from pipeline.cli import main

LIT = """[...CSS.highlights.get("evidence")].map((range) =>
  [range.startContainer.parentElement.closest("[lang]").lang, String(range)])"""


@pytest.fixture
def reviewed(copied):
    """The seeds' corpus and outputs, to decide on."""
    return copied


def alignments(ran):
    return json.loads((ran.outputs / "graph.json").read_bytes())["alignments"]


def by_id(ran, name):
    return next((one for one in alignments(ran) if one["id"] == name), None)


def units(ran):
    tree = html.fromstring((ran.outputs / "alignment" / "fr-en.tmx").read_bytes())
    return [one.get("tuid") for one in tree.iter("tu")]


def take(ran, file):
    return main(["decisions", str(file), "--corpus", str(ran.corpus), "--outputs", str(ran.outputs)])


def test_decided_in_the_page_imported_and_applied_by_the_next_run(reviewed, tab):
    first, second = [one["id"] for one in alignments(reviewed)][:2]
    page = (reviewed.outputs / "alignment" / "index.html").as_uri()
    tab.goto(page)
    tab.wait_for_selector(".body .s")
    tab.fill("#name", "Anne")
    tab.locator(f"#{first} .open").click()
    tab.keyboard.press("a")
    tab.keyboard.press("Escape")
    tab.locator(f"#{second} .open").click()
    tab.keyboard.press("r")
    with tab.expect_download() as saved:
        tab.click("#download")
    file = reviewed.corpus.parent / "alignments.jsonl"
    shutil.copyfile(saved.value.path(), file)
    assert take(reviewed, file) == 0
    assert accord_here("run", reviewed.corpus, reviewed.outputs) == 0
    assert (by_id(reviewed, first)["decision"], by_id(reviewed, first)["by"]) == ("accepted", "Anne")
    assert by_id(reviewed, second)["decision"] == "rejected"
    assert first in units(reviewed)
    assert second not in units(reviewed)
    tab.reload()
    tab.wait_for_selector(".body .s")
    assert tab.locator("#progress-words").inner_text().startswith("2 of ")
    assert tab.locator("#download").is_hidden()
    assert accord_here("verify", reviewed.corpus, reviewed.outputs) == 0


def test_far_sentences_paired_by_keyboard_are_a_pair_of_the_next_run(reviewed, tab):
    """One of the beginning of one text, and two of the middle of the other that do not follow each other."""
    page = (reviewed.outputs / "alignment" / "index.html").as_uri()
    tab.goto(page)
    tab.wait_for_selector(".body .s")
    for key in ["p", " ", "ArrowRight", *["ArrowDown"] * 40, " ", *["ArrowDown"] * 2, " "]:
        tab.keyboard.press(key)
    picked = tab.locator(".s.picked").all_inner_texts()
    tab.keyboard.press("Enter")
    assert tab.locator(".card.held .stamp").inner_text() == "re-paired"
    with tab.expect_download() as saved:
        tab.click("#download")
    file = reviewed.corpus.parent / "alignments.jsonl"
    shutil.copyfile(saved.value.path(), file)
    assert take(reviewed, file) == 0
    assert accord_here("run", reviewed.corpus, reviewed.outputs) == 0
    made = [one for one in alignments(reviewed) if one["decision"] == "edited"]
    quotes = [" ".join(span["quote"].split()) for one in made for side in ("fr", "en") for span in one[side]]
    assert quotes == [" ".join(text.split()) for text in picked]
    assert len(quotes) == 3
    assert made[0]["id"] in units(reviewed)
    tab.reload()
    tab.wait_for_selector(".body .s")
    assert tab.locator(f"#{made[0]['id']} .stamp").inner_text() == "re-paired"
    assert tab.locator("#download").is_hidden()
    assert accord_here("verify", reviewed.corpus, reviewed.outputs) == 0


def test_a_claim_lights_up_where_both_sides_tell_it(reviewed, tab):
    tab.goto((reviewed.outputs / "alignment" / "index.html").as_uri())
    tab.wait_for_selector(".body .s")
    told = next(one["id"] for one in alignments(reviewed) if one["claims"])
    tab.locator(f"#{told} .open").click()
    tab.locator(".claim").first.focus()
    lit = tab.evaluate(LIT)
    assert {language for language, _ in lit} == {"fr", "en"}
    assert all(words.strip() for _, words in lit)


def test_a_decision_on_changed_text_is_an_issue_and_a_broken_line_too(reviewed):
    one = alignments(reviewed)[0]
    paths = {"fr": "union-russie-bielorussie.fr.txt", "en": "ponars-memo-182.en.txt"}
    passages = [
        {"path": paths[side], **{name: span[name] for name in ("start", "end", "quote")}}
        for side in ("fr", "en")
        for span in one[side]
    ]
    ledger = reviewed.corpus / "decisions" / "alignments.jsonl"
    ledger.parent.mkdir()
    line = json.dumps({"verdict": "accepted", "passages": passages})
    stale = line.replace(passages[0]["quote"][:5], "x" * 5, 1)
    ledger.write_text(f"{stale}\n{line[:60]}", "utf-8")
    assert accord_here("run", reviewed.corpus, reviewed.outputs) == 0
    issues = [json.loads(one) for one in (reviewed.outputs / "issues.jsonl").read_text("utf-8").splitlines()]
    found = {one["kind"]: one for one in issues}
    assert found["stale decision"]["about"] == [one["id"]]
    assert "line 2" in found["broken decision"]["message"]
    assert by_id(reviewed, one["id"])["decision"] is None
    assert ledger.read_text("utf-8") == f"{stale}\n{line[:60]}"
    page = (reviewed.outputs / "alignment" / "index.html").read_text("utf-8")
    assert '"asked":true' in page
