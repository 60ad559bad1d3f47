"""In a real browser: what strangers wrote is shown as they wrote it, and does nothing."""

from pipeline.review.lines import read_lines


def test_strangers_texts_are_shown_searched_and_decided_like_others(world, tab, tmp_path):
    (tmp_path / "index.html").write_bytes(world.files["alignment/index.html"])
    tab.goto((tmp_path / "index.html").as_uri())
    tab.wait_for_selector(".body .s")
    assert tab.locator("script").count() == 3
    assert tab.locator("img").count() == 0
    assert '<script>alert("fr")</script>' in tab.locator(".card").first.inner_text()
    assert tab.locator(".body").evaluate_all("(all) => all.map((one) => one.lang)") == ["fr", "en"]
    assert tab.locator("a.linked").count() == 5
    shown = tab.locator("body").text_content()
    assert "[U+202E]|renversé" in shown
    assert "o" * 1_000_000 in shown
    for key in "jajr":
        tab.keyboard.press(key)
    with tab.expect_download() as saved:
        tab.click("#download")
    decisions = read_lines(saved.value.path().read_bytes(), "alignments.jsonl").decisions
    assert [one.verdict for one in decisions] == ["accepted", "rejected"]
    quotes = [place.quote for one in decisions for place in one.passages]

    assert quotes[0].startswith("</script><script>")
    assert any("\u202e" in quote for quote in quotes)
    tab.fill("#query", "<script>")
    tab.wait_for_selector(".card:only-child")
