"""How quick the translators' page is on many alignments, in a real browser: `python -m bench.page [COUNT]`.

Made-up texts, 5,000 pairs unless told otherwise. First paint is the browser's own entry; a key press is timed from the
key to the frame after it, the median and the slowest of many. Told, not asserted: seconds tell about a machine.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.evaluate.gold import HOUSE
from pipeline.knowledge import load
from pipeline.model import (
    Alignment,
    Annotation,
    Dates,
    Document,
    Graph,
    Head,
    Note,
    Reading,
    Run,
    Section,
    Sentence,
    Span,
    Statements,
)
from pipeline.stages.publish.alignment.lexicon import lexicon
from pipeline.stages.publish.alignment.page import page
from pipeline.stages.publish.alignment.terms import find_terms

if TYPE_CHECKING:
    from playwright.sync_api import Page

COUNT = 5_000
SYLLABLES = ["ba", "co", "di", "fu", "ga", "lo", "me", "ni", "pu", "ra", "se", "ti", "vo"]
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
KEYS = {
    "next (j)": "jjjjjjjjjj",
    "accept (a)": "aaaaaaaaaa",
    "reject (r)": "rrrrr",
    "undo (u)": "uuuuu",
    "join (m)": "mmm",
    "words (w)": "wwwwww",
    "pick sentences (p)": ["p", "Escape", "p", "Escape"],
}
PICKS = ["ArrowDown", "ArrowDown", " ", "ArrowRight", " ", "ArrowDown", " "]
TIMED = """() => {
  window.presses = [];
  addEventListener("keydown", (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => window.presses.push(performance.now() - began), 0));
  }, true);
}"""


def main() -> int:
    """Make the page, open it, press keys, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    made = big_page(count)
    print(f"{count:,} alignments, {len(made) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "index.html"
        file.write_bytes(made)
        for name, value in measured(file).items():
            print(f"  {name:<24}{value:>8.0f} ms")
    return 0


def measured(file: Path) -> dict[str, float]:
    """Milliseconds to the first paint, to the whole text, and of key presses."""
    from playwright.sync_api import sync_playwright

    found: dict[str, float] = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(file.as_uri())
        paints = tab.evaluate("performance.getEntriesByType('paint').map((one) => [one.name, one.startTime])")
        found |= dict(paints)
        found["script has run"] = tab.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        tab.wait_for_timeout(3000)
        tab.evaluate(TIMED)
        for name, keys in KEYS.items():
            found |= pressed(tab, name, list(keys))
        tab.keyboard.press("p")
        found |= pressed(tab, "move and pick", PICKS)
        tab.keyboard.press("Escape")
        tab.keyboard.press("/")
        found |= pressed(tab, "search, per letter", list("badicofu"))
        browser.close()
    return found


def pressed(tab: Page, name: str, keys: list[str]) -> dict[str, float]:
    """The time from each of `keys` to the frame after it: median and slowest."""
    tab.evaluate("window.presses.length = 0")
    for key in keys:
        tab.keyboard.press(key)
        tab.wait_for_timeout(60)
    times = tab.evaluate("window.presses")
    return {f"{name}, median": statistics.median(times), f"{name}, slowest": max(times)}


def big_page(count: int) -> bytes:
    """A page of two texts with `count` pairs, and a sentence between them now and then."""
    dice = random.Random(5)
    left, right = text("fr", count, dice), text("en", count, dice)
    spans = [[one.span for one in reading.annotation.sentences] for reading in (left, right)]
    pairs = tuple(
        Alignment(
            id=f"align-{place:010d}",
            kind="parallel" if place % 3 else "comparable",
            sides={"fr": (one,), "en": (other,)},
            score=round(dice.uniform(0.5, 1.0), 4),
            notes=(Note((("en", "a note"),)),) if place % 7 == 0 else (),
            dates=("1999-12",) if place % 5 == 0 else (),
            terms=((first_word(one, left), first_word(other, right)),),
        )
        for place, (one, other) in enumerate(zip(*spans, strict=True))
    )
    graph, readings, knowledge = Graph(alignments=pairs), (left, right), load(HOUSE / "models")
    words = lexicon(graph, readings, find_terms(graph, readings, knowledge), [])
    return page(graph, readings, knowledge, words)


def first_word(sentence: Span, reading: Reading) -> Span:
    """The first word of a sentence."""
    end = reading.document.text.index(" ", sentence.start)
    return Span(sentence.document, sentence.start, end)


def text(language: str, count: int, dice: random.Random) -> Reading:
    """A document of `count` sentences, six in a paragraph."""
    sentences = [sentence(dice) for _ in range(count)]
    whole, spans, sections, start = " ".join(sentences), [], [], 0
    digest = hashlib.sha256(whole.encode()).hexdigest()
    name = f"doc-{digest[:12]}"
    for one in sentences:
        spans.append(Span(name, start, start + len(one)))
        start += len(one) + 1
    for first in range(0, count, 6):
        sections.append(Section("paragraph", spans[first].start, spans[min(first + 5, count - 1)].end))
    document = Document(
        id=name,
        path=f"big.{language}.txt",
        sha256=digest,
        language=language,
        encoding="utf-8",
        characters=len(whole),
        bytes=len(whole),
        raw=whole,
        text=whole,
        runs=(Run(0, 0, len(whole)),),
        sections=tuple(sections),
        head=Head(),
    )
    annotated = tuple(Sentence(f"s{place}", span, "paragraph", 0, 0) for place, span in enumerate(spans))
    annotation = Annotation(document=name, tokens=(), sentences=annotated, mentions=(), models=())
    dates = Dates(document=name, written=None, expressions=())
    return Reading(document, annotation, dates, Statements(document=name, statements=()))


def sentence(dice: random.Random) -> str:
    """Twenty words or so."""
    words = ("".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(dice.randint(12, 28)))
    return " ".join(words).capitalize() + "."


if __name__ == "__main__":
    sys.exit(main())
