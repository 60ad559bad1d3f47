"""The page in a real browser: read by axe, in both languages, narrow and wide, light and dark."""

import pytest

pytest.importorskip("altair", reason="altair is not installed: pip install 'accord-facts[notebooks]'")
pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'accord-facts[notebooks]'")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def address(made) -> str:
    return (made / "index.html").as_uri()


@pytest.fixture
def opened(tab, address):
    """The page, opened where no request leaves the file; what the console says fails the test."""
    said, asked = [], []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address)
    tab.wait_for_selector(".tongue:not([hidden]) .card")
    yield tab
    assert said == []
    assert [url for url in asked if not url.startswith("file:")] == []


def visible_cards(tab) -> int:
    return tab.locator(".tongue:not([hidden]) .cards > .card:visible").count()


def test_the_language_is_switched_whole(opened):
    assert opened.evaluate("document.documentElement.lang") == "en"
    assert opened.title() == "What the documents say"
    opened.click("button[data-to=fr]")
    assert opened.evaluate("document.documentElement.lang") == "fr"
    assert opened.title() == "Ce que disent les documents"
    assert opened.locator("main:visible").count() == 1
    assert opened.locator("button[data-to=fr]").get_attribute("aria-pressed") == "true"
    assert opened.locator("h2:visible").first.inner_text() == "En bref"


def test_cards_are_found_by_words_and_status(opened):
    assert visible_cards(opened) == 5
    opened.fill(".tongue:not([hidden]) .query", "<script> POSSIBLE")
    assert visible_cards(opened) == 1
    assert opened.locator(".found:visible").inner_text() == "1 of 5 claims"
    opened.fill(".tongue:not([hidden]) .query", "nothing of this")
    assert opened.locator(".empty:visible").count() == 1
    opened.fill(".tongue:not([hidden]) .query", "")
    opened.select_option(".tongue:not([hidden]) .status", "disputed")
    assert visible_cards(opened) == 1


def test_a_row_of_the_timeline_leads_to_its_evidence(opened):
    opened.select_option(".tongue:not([hidden]) .status", "disputed")
    opened.click("#en-timeline summary")
    opened.click("#en-timeline td a >> nth=0")
    assert opened.locator(".card:target").is_visible()
    assert opened.evaluate("document.activeElement.className") == "card"


def test_no_script_of_a_stranger_runs(opened):
    assert opened.evaluate("document.scripts.length") == 1
    assert "</script><script>alert('x')</script>" in opened.locator("#en-claim-meet").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_axe_finds_nothing_and_nothing_is_cut(opened, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    opened.emulate_media(color_scheme=scheme)
    opened.set_viewport_size({"width": width, "height": 800})
    for code in ("fr", "en"):
        opened.click(f"button[data-to={code}]")
        opened.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = axe.run(opened, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_all_cards_of_the_first_language_are_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(address)
    assert bare.locator(".cards > .card:visible").count() == 5
    assert bare.locator(".filters:visible, #switch:visible").count() == 0
    context.close()
