"""The page's words: terms lead to their passages; what goes by several names is told by document and date."""

import json
from dataclasses import replace

import pytest
from lxml import html

from pipeline.model import Graph
from pipeline.stages.publish.alignment import alignment_files
from pipeline.stages.publish.alignment.terms import find_terms

STRICT = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def made(several_names):
    return alignment_files(*several_names)["alignment/index.html"]


@pytest.fixture
def words(tab, made, tmp_path):
    (tmp_path / "index.html").write_bytes(made)
    tab.goto((tmp_path / "index.html").as_uri())
    tab.wait_for_selector(".body .s")
    return tab


def things(tab) -> dict[str, str]:
    """Each thing that goes by several names: the names under which its card is closed."""
    # In one call: between two the page may be drawn anew.
    read = "name => [...document.querySelectorAll(name)].map((one) => one.innerText)"
    names, briefs = tab.evaluate(f"[].concat(['.what', '.brief'].map({read}))")
    return dict(zip(names, briefs, strict=True))


def lit(tab) -> set[str]:
    """The words that stand out in the texts."""
    return set(tab.evaluate("[...CSS.highlights.get('evidence')].map(String)"))


def test_terms_and_drift_travel_with_the_page(made):
    lexicon = json.loads(html.document_fromstring(made.decode()).get_element_by_id("data").text)["lexicon"]
    assert [["fr", "monnaie unique"], ["en", "single currency"], "phrase", ["old1", "old3"]] in [
        [*term[:3], sorted(term[3])] for term in lexicon["terms"]
    ]
    state = next(one for one in lexicon["drift"] if one["kind"] == "state" and one["language"] == "en")
    uses = {form["form"]: form["uses"] for form in state["forms"]}
    assert [(lexicon["sources"][use["document"]]["written"], use["count"]) for use in uses["Burma"]] == [("1975", 2)]
    assert [lexicon["sources"][use["document"]]["path"] for use in uses["Myanmar"]] == ["new.en.txt"]
    assert len(uses["Burma"][0]["sentences"]) == 2


def test_what_people_rejected_gives_no_term(several_names):
    graph, readings, _, knowledge = several_names
    rejected = tuple(replace(one, decision="rejected") for one in graph.alignments)
    assert find_terms(graph, readings, knowledge)
    assert find_terms(Graph(alignments=rejected), readings, knowledge) == []


def test_drift_is_read_and_walked_by_keyboard(words):
    words.keyboard.press("w")
    assert words.evaluate("document.activeElement.id") == "tab-words"
    assert things(words)["Myanmar"] == "Birmanie (2) · Myanmar (1) · Burma (2) · Myanmar (1)"
    words.locator("summary", has_text="Burma (2)").focus()
    words.keyboard.press("Enter")
    card = words.locator("details[open]")
    assert card.locator(".form").all_inner_texts()[0].split("\n")[-1] == "Birmanie"
    assert card.locator(".use").first.inner_text().split("\n")[:3] == ["1975", "2 ×", "old.fr.txt"]
    words.keyboard.press("Tab")
    words.keyboard.press("Enter")
    assert words.locator("#said").inner_text() == "Place 1 of 2"
    words.keyboard.press("Enter")
    assert words.locator("#said").inner_text() == "Place 2 of 2"
    assert lit(words) == {"Birmanie"}


def test_a_name_in_other_documents_brings_these_documents(words):
    words.keyboard.press("w")
    words.locator("summary", has_text="Burma (2)").click()
    shown = words.locator(".column h2").all_inner_texts()
    other = "new.fr.txt" if "old.fr.txt" in shown else "old.fr.txt"
    words.locator("details[open] .use", has_text=other).click()
    words.wait_for_selector(f".column h2:text-is('{other}')")
    assert lit(words) <= {"Birmanie", "Myanmar"}
    assert lit(words)


def test_a_click_on_a_term_lists_its_passages(words):
    words.click("#tab-words")
    entry = words.locator(".entry", has_text="monnaie unique ↔ single currency")
    assert entry.locator(".count").inner_text().startswith("2")
    entry.click()
    assert words.locator(".card").count() == 2
    assert words.locator("#term-words").inner_text() == "Passages with: monnaie unique ↔ single currency"
    assert words.locator(".card.held").count() == 1
    words.click("#term-drop")
    assert words.locator(".card").count() == 6
    assert words.locator("#term").is_hidden()


def test_a_term_goes_with_its_rejected_passages(words):
    words.click("#tab-words")
    words.locator(".entry", has_text="monnaie unique ↔").click()
    words.keyboard.press("r")
    words.click("#tab-words")
    assert words.locator(".entry", has_text="monnaie unique ↔").locator(".count").inner_text().startswith("1")


def test_words_are_searched_in_the_language_of_the_page(words):
    words.click("#tab-words")
    words.click("#tongues button[value=fr]")
    assert words.locator("#lexicon h2").first.inner_text().lower().startswith("une chose, plusieurs noms (")
    assert "Birmanie" in things(words)
    words.fill("#query", "birmanie")
    words.locator(".what").nth(1).wait_for(state="detached")
    assert list(things(words)) == ["Birmanie"]
    words.fill("#query", "nulle part")
    words.wait_for_selector("#lexicon .empty")


def test_arrow_keys_go_from_tab_to_tab(words):
    words.focus("#tab-passages")
    words.keyboard.press("ArrowRight")
    assert words.locator("#panel-words").is_visible()
    words.keyboard.press("ArrowLeft")
    assert words.locator("#panel-words").is_hidden()
    assert words.evaluate("document.activeElement.id") == "tab-passages"


def test_filters_say_how_many(words):
    words.wait_for_selector("#status option:text-is('undecided (6)')", state="attached")
    for key in "jar":
        words.keyboard.press(key)
    words.wait_for_selector("#status option:text-is('undecided (4)')", state="attached")
    assert words.locator("#status option").all_inner_texts()[:3] == ["all (6)", "undecided (4)", "accepted (1)"]
    words.select_option("#status", "rejected")
    words.wait_for_selector("#grade option:text-is('sure (1)')", state="attached")
    told = words.locator("#pair > option").all_inner_texts()
    assert told[0] == "all (1)"
    assert sorted(one[-3:] for one in told[1:]) == ["(0)", "(1)"]
    assert words.locator("#pair optgroup option").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "code"), [(1440, "fr"), (640, "en"), (400, "fr")])
def test_nothing_that_axe_finds(words, scheme, width, code):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    words.set_viewport_size({"width": width, "height": 800})
    words.emulate_media(color_scheme=scheme)
    words.click(f"#tongues button[value={code}]")

    def clean():
        found = axe.run(words, options={"runOnly": {"type": "tag", "values": STRICT}}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        assert words.evaluate("document.documentElement.scrollWidth <= innerWidth")

    words.click("#tab-words")
    words.locator("summary").first.click()
    clean()
    words.locator(".entry").first.click()
    clean()
    for key in ("p", " ", "ArrowRight", " "):
        words.keyboard.press(key)
    clean()
