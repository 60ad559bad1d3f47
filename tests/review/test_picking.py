"""Any sentences of both texts made one pair, by keyboard and by mouse, as the next run will have it."""

import pytest
from made import world
from paging import open_page, press, saved, served, stamps, write_page

from pipeline.review.ledger import read_ledger
from pipeline.review.lines import read_lines

FRENCH = "Le gel vient. Le pont fut fermé. Les marchands attendent. La foire ouvre tard. Le roi paie. Tous rentrent."
ENGLISH = "Frost comes early. The bridge was closed. Merchants wait. The fair opens late. The king pays. All go home."


@pytest.fixture(scope="module")
def made(knowledge):
    return world(knowledge, FRENCH, ENGLISH)


@pytest.fixture
def disk(tab, made, tmp_path):
    """A page on which only the second sentences are a pair."""
    return open_page(tab, write_page(made, [made.pair((1,), (1,))], tmp_path / "outputs").as_uri())


def decisions(tab):
    with tab.expect_download() as got:
        tab.click("#download")
    return read_lines(got.value.path().read_bytes(), "alignments.jsonl").decisions


def pick(tab, *places):
    """Pick sentences by mouse: `("fr", 0)`."""
    for language, number in places:
        tab.locator(f".body[lang={language}] .s").nth(number).click()


def test_two_far_sentences_paired_by_keyboard_are_saved_and_applied_by_the_next_run(tab, made, tmp_path):
    machine = [made.pair((1,), (1,))]
    write_page(made, machine, tmp_path / "outputs")
    with served(tmp_path) as one:
        open_page(tab, one.url)
        press(tab, "p", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", " ")
        press(tab, "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", " ", "Enter")
        saved(tab)
        assert stamps(tab) == ["", "re-paired"]
        ledger = read_ledger(one.corpus).decisions
    applied = made.decided(machine, *ledger).alignments
    assert [(made.name(each), each.decision, each.score) for each in applied] == [
        ("1|1", None, 0.8),
        ("4|5", "edited", 1.0),
    ]
    open_page(tab, write_page(made, applied, tmp_path / "outputs").as_uri())
    assert stamps(tab) == ["", "re-paired"]
    assert tab.locator("#download").is_hidden()


def test_several_sentences_on_both_sides_by_mouse(disk, made):
    disk.click("#pick-open")
    pick(disk, ("fr", 3), ("fr", 5), ("en", 2), ("en", 3), ("fr", 5), ("fr", 4))
    assert disk.locator("#said").inner_text() == "Picked: 2 on the left, 2 on the right"
    assert disk.locator("#pick-fault").inner_text() == ""
    disk.click("#pick [type=submit]")
    assert disk.locator("#pick").is_hidden()
    assert disk.locator(".card.held .stamp").inner_text() == "re-paired"
    assert made.told([made.pair((1,), (1,))], *decisions(disk)) == [("1|1", None), ("34|23", "edited")]


def test_it_replaces_what_it_overlaps_on_both_sides_and_can_be_undone(disk, made):
    press(disk, "p")
    pick(disk, ("fr", 1), ("fr", 2), ("en", 1))
    press(disk, "Enter")
    assert stamps(disk) == ["re-paired"]
    press(disk, "u")
    assert stamps(disk) == [""]
    assert made.told([made.pair((1,), (1,))], *decisions(disk)) == [("1|1", None)]


def test_the_machines_own_pair_picked_again_is_accepted(disk, made):
    press(disk, "p")
    pick(disk, ("fr", 1), ("en", 1))
    press(disk, "Enter")
    assert [one.verdict for one in decisions(disk)] == ["accepted"]


def test_both_sides_are_needed_and_sentences_apart_are_told(disk):
    press(disk, "p", " ", "Enter")
    assert disk.locator("#pick-fault").inner_text() == "Pick at least one sentence on each side."
    pick(disk, ("fr", 3))
    assert "do not stand next to each other" in disk.locator("#pick-fault").inner_text()
    disk.locator("#pick .pick").first.click()
    assert disk.locator(".s.picked").count() == 1
    assert disk.evaluate("document.activeElement.getAttribute('aria-checked')") == "false"
    press(disk, "Escape")
    assert disk.locator("#pick").is_hidden()
    assert disk.locator(".s.picked, .body [role=checkbox]").count() == 0
    assert disk.locator("#progress-words").inner_text() == "0 of 1 decided"


def test_letters_rest_while_sentences_are_picked(disk):
    press(disk, "j", "p", "a", "r", "Escape")
    assert disk.locator("#progress-words").inner_text() == "0 of 1 decided"


def test_texts_that_the_machine_paired_nowhere_can_be_paired(tab, made, tmp_path):
    open_page(tab, write_page(made, [], tmp_path / "outputs").as_uri())
    press(tab, "p", " ", "ArrowRight", "ArrowDown", " ", "Enter")
    assert made.told([], *decisions(tab)) == [("0|1", "edited")]


def test_what_stands_apart_is_not_joined(tab, made, tmp_path):
    machine = [made.pair((0,), (0,)), made.pair((1,), (3,)), made.pair((4,), (4,)), made.pair((5,), (5,))]
    open_page(tab, write_page(made, machine, tmp_path / "outputs").as_uri())
    press(tab, "j", "m")
    assert "nothing was joined" in tab.locator("#said").inner_text()
    assert tab.locator(".card").count() == 4
    press(tab, "j", "j", "m")
    assert tab.locator(".card").count() == 3
    assert made.told(machine, *decisions(tab)) == [("0|0", None), ("1|3", None), ("45|45", "edited")]
