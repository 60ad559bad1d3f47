"""The page as a translator uses it, in a real browser: from disk, and served."""

import json
from dataclasses import replace

import pytest
from made import world
from paging import open_page, press, saved, served, stamps, write_page

from pipeline.model import Note
from pipeline.review.ledger import read_ledger
from pipeline.review.lines import read_lines

FRENCH = "Le gel vient. Le pont fut fermé. Les marchands attendent. La foire ouvre tard. Le roi paie. Tous rentrent."
ENGLISH = "Frost comes early. The bridge was closed. Merchants wait. The fair opens late. The king pays. All go home."
STRICT = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def made(knowledge):
    return world(knowledge, FRENCH, ENGLISH)


def pairs(made):
    low = made.pair((3,), (3,), 0.55)
    return (made.pair((0,), (0,), 0.97), made.pair((1, 2), (1, 2)), low, made.pair((4,), (4,)), made.pair((5,), (5,)))


@pytest.fixture
def file(made, tmp_path):
    return write_page(made, pairs(made), tmp_path / "outputs")


@pytest.fixture
def disk(tab, file):
    return open_page(tab, file.as_uri())


def downloaded(tab):
    with tab.expect_download() as saved:
        tab.click("#download")
    assert saved.value.suggested_filename == "alignments.jsonl"
    read = read_lines(saved.value.path().read_bytes(), "alignments.jsonl")
    assert read.broken == ()
    return read.decisions


def test_decided_by_keys_kept_over_a_reload_and_downloaded(disk, made):
    disk.fill("#name", "Zoë")
    disk.locator("#name").blur()
    press(disk, "j", "a", "r", "Escape")
    assert stamps(disk)[:2] == ["accepted by Zoë", "rejected by Zoë"]
    disk.reload()
    disk.wait_for_selector(".body .s")
    assert stamps(disk)[:2] == ["accepted by Zoë", "rejected by Zoë"]
    assert disk.locator("#progress-words").inner_text() == "2 of 5 decided"
    decisions = downloaded(disk)
    assert made.told(list(pairs(made)), *decisions)[:2] == [("0|0", "accepted"), ("12|12", "rejected")]


def test_after_the_import_and_a_run_the_browser_forgets(disk, made, tmp_path):
    press(disk, "j", "a")
    decisions = downloaded(disk)
    write_page(made, made.decided(list(pairs(made)), *decisions).alignments, tmp_path / "outputs")
    disk.reload()
    disk.wait_for_selector(".body .s")
    assert stamps(disk)[0] == "accepted"
    assert disk.locator("#download").is_hidden()
    assert disk.evaluate("Object.keys(localStorage).filter((one) => one.startsWith('accord:')).length") == 0


def test_what_was_decided_on_other_words_is_not_applied_and_not_lost(disk, knowledge, tmp_path):
    press(disk, "j", "a")
    changed = world(knowledge, FRENCH.replace("gel", "fou"), ENGLISH)
    write_page(changed, pairs(changed), tmp_path / "outputs")
    disk.reload()
    disk.wait_for_selector(".body .s")
    assert disk.locator("#progress-words").inner_text() == "0 of 5 decided"
    assert [one.verdict for one in downloaded(disk)] == ["accepted"]


def test_undo_goes_back_step_by_step(disk, made):
    press(disk, "j", "a", "r", "u")
    assert disk.locator(".card.held .grade").inner_text().startswith("0.80")
    assert stamps(disk)[:2] == ["accepted", ""]
    press(disk, "u")
    assert disk.locator("#progress-words").inner_text() == "0 of 5 decided"
    assert made.told(list(pairs(made)), *downloaded(disk))[0] == ("0|0", None)


def test_joined_and_split_as_the_next_run_will_have_it(disk, made):
    press(disk, "j", "m")
    assert disk.locator(".card").count() == 4
    press(disk, "u")
    assert disk.locator(".card").count() == 5
    press(disk, "j", "s", "Enter")
    assert disk.locator(".card").count() == 6
    told = made.told(list(pairs(made)), *downloaded(disk))
    assert told[:4] == [("0|0", None), ("1|1", "edited"), ("2|2", "edited"), ("3|3", None)]
    press(disk, "u")
    assert disk.locator(".card").count() == 5


def test_cards_that_show_the_same_stay_when_others_are_joined(disk):
    press(disk, "j")
    disk.evaluate("document.querySelectorAll('.card').forEach((one) => { one.stayed = true; })")
    press(disk, "m")
    stayed = disk.locator(".card").evaluate_all("(all) => all.map((one) => one.stayed === true)")
    assert stayed == [False, True, True, True]
    press(disk, "u")
    assert disk.locator(".card .open[aria-expanded=true]").count() == 1


def test_a_sentence_added_and_taken_out(disk, made):
    press(disk, "j", "s")
    part = disk.locator("#part .part-side").first.locator("fieldset").nth(1)
    part.locator("input").nth(0).check(force=True)
    disk.click("#part [type=submit]")
    assert disk.locator("#part").is_hidden()
    assert made.told(list(pairs(made)), *downloaded(disk))[:2] == [("01|0", "edited"), ("12|12", None)]


def test_a_pair_needs_both_sides(disk):
    press(disk, "j", "s")
    disk.locator("#part .part-side").first.locator("fieldset").first.locator("input").nth(2).check(force=True)
    disk.click("#part [type=submit]")
    assert "both sides" in disk.locator("#part-fault").inner_text()
    press(disk, "Escape")
    assert disk.locator("#part").is_hidden()


def test_filters_and_search(disk):
    disk.select_option("#grade", "look")
    assert disk.locator(".card").count() == 1
    disk.select_option("#grade", "")
    press(disk, "j", "a")
    disk.select_option("#status", "undecided")
    assert disk.locator(".card").count() == 4
    disk.fill("#query", "FOIRE")
    disk.wait_for_selector(".card:only-child")
    disk.fill("#query", "nowhere")
    disk.click("#clear")
    assert disk.locator(".card").count() == 5


def test_keys_can_be_switched_off_and_do_not_fire_while_typing(disk):
    press(disk, "j")
    disk.focus("#query")
    press(disk, "a")
    assert disk.locator("#progress-words").inner_text() == "0 of 5 decided"
    disk.fill("#query", "")
    disk.uncheck("#keys-on")
    press(disk, "a")
    assert disk.locator("#progress-words").inner_text() == "0 of 5 decided"
    disk.reload()
    assert not disk.is_checked("#keys-on")


def test_a_click_on_a_sentence_goes_across(disk):
    link = disk.locator(".body").first.locator("a.linked").nth(1)
    link.click()
    assert disk.locator(".s.held").count() == 4
    assert disk.evaluate("document.activeElement.textContent") == "The bridge was closed."


def test_an_unsure_pair_names_the_sure_ones_around_it(tab, made, tmp_path):
    scores = {(0, 0): 0.9, (1, 1): 0.4, (3, 4): 0.7, (5, 5): 0.6, (2, 0): 0.3}
    told = [replace(made.pair((a,), (b,), score), kind="comparable") for (a, b), score in scores.items()]
    page = open_page(tab, write_page(made, told, tmp_path / "outputs").as_uri())
    beside = page.locator(".why section", has_text="Pairs around it")
    page.locator(".card .open", has_text="0.40").click()
    assert beside.locator("li").all_inner_texts() == ["0.90 — Le gel vient.", "0.70 — La foire ouvre tard."]
    press(page, "k")
    assert page.locator(".card.held").inner_text().startswith("0.90")
    assert beside.count() == 0
    press(page, "j")
    beside.get_by_role("button").last.click()
    assert page.locator(".card.held").inner_text().startswith("0.70")
    press(page, "r", "k")
    page.locator(".card .open", has_text="0.40").click()
    assert beside.locator("li").all_inner_texts() == ["0.90 — Le gel vient."]


def test_notes_are_told_in_the_language_of_the_page(tab, made, tmp_path):
    note = Note((("en", "only in French: 7"), ("fr", "seulement en français : 7")))
    told = [replace(made.pair((0,), (0,), 0.9), notes=(note,))]
    page = open_page(tab, write_page(made, told, tmp_path / "outputs").as_uri())
    page.locator(".card .open").first.click()
    for tongue, text in note.said:
        page.locator(f"#tongues button[value={tongue}]").click()
        assert page.locator(".why .notes li").all_inner_texts() == [text]


def test_a_browser_that_keeps_nothing_says_so(tab, file):
    tab.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    open_page(tab, file.as_uri())
    press(tab, "j", "a")
    assert "keeps nothing" in tab.locator("#keeping").inner_text()
    assert len(downloaded(tab)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 640])
def test_nothing_that_axe_finds(disk, scheme, width):
    """640 pixels are a screen of 1280 at 200 %."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    disk.set_viewport_size({"width": width, "height": 800})
    disk.emulate_media(color_scheme=scheme)
    press(disk, "j", "a", "r", "s")
    for _ in range(2):
        found = axe.run(disk, options={"runOnly": {"type": "tag", "values": STRICT}}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        press(disk, "Escape")
    assert disk.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- served


@pytest.fixture
def serving(file, tmp_path):
    with served(tmp_path) as one:
        yield one


def test_served_decisions_are_saved_at_once_and_stand_after_a_reload(tab, serving, made):
    open_page(tab, serving.url)
    press(tab, "j", "a", "r", "m")
    saved(tab)
    assert made.told(list(pairs(made)), *read_ledger(serving.corpus).decisions)[:3] == [
        ("0|0", "accepted"),
        ("12|12", "rejected"),
        ("34|34", "edited"),
    ]
    tab.reload()
    tab.wait_for_selector(".body .s")
    assert stamps(tab)[:3] == ["accepted", "rejected", "re-paired"]
    assert tab.evaluate("Object.keys(localStorage).filter((one) => one.startsWith('accord:')).length") == 0


def test_what_cannot_be_saved_is_kept_and_said_then_saved(tab, file, tmp_path):
    with served(tmp_path) as one:
        open_page(tab, one.url)
    press(tab, "j", "a")
    tab.wait_for_selector("#retry")
    assert "kept in this browser: 1" in tab.locator("#keeping").inner_text()
    assert read_ledger(tmp_path / "corpus").decisions == ()
    with served(tmp_path, one.server_port) as again:
        open_page(tab, again.url)
        saved(tab)
    assert len(read_ledger(tmp_path / "corpus").decisions) == 1


def test_another_page_cannot_decide(tab, serving, made):
    """A page of another origin sends what a form can send; nothing is written."""
    tab.goto("data:text/html,<p>elsewhere")
    tab.evaluate(
        "([url, body]) => fetch(url, {method: 'POST', mode: 'no-cors', body}).catch(() => 0)",
        [f"http://127.0.0.1:{serving.server_port}/decisions", json.dumps({"decisions": []})],
    )
    assert not (serving.corpus / "decisions").exists()
