"""Physical traps → clean text; every clean character still tied to the original."""

import textwrap

import pytest

from pipeline.model import Span
from pipeline.text import locate

PARAGRAPH = (
    "The presidents of the two republics met in Evian and agreed on a referendum, which was to be held in both "
    "countries before the summer of the following year. The agreement was welcomed by most of the parties, although "
    "the army had its doubts about the timetable and about the guarantees for those who wanted to leave the country."
)


def wrapped(text: str, width: int = 72, end: str = "\n") -> str:
    return end.join(textwrap.wrap(text, width, break_on_hyphens=False))


TITLE = "The Evian Accords"
LINES = {
    "hard wraps": (f"{wrapped(PARAGRAPH)}\n\n{wrapped(PARAGRAPH[:200])}", f"{PARAGRAPH}\n\n{PARAGRAPH[:200].strip()}"),
    "windows line ends": (wrapped(PARAGRAPH, end="\r\n"), PARAGRAPH),
    "old mac line ends": (wrapped(PARAGRAPH, end="\r"), PARAGRAPH),
    "double spaced": (wrapped(PARAGRAPH, end="\n\n"), PARAGRAPH),
    "one paragraph a line": (
        f"{PARAGRAPH}\n{PARAGRAPH[:115]}.\n{PARAGRAPH}",
        f"{PARAGRAPH}\n\n{PARAGRAPH[:115]}.\n\n{PARAGRAPH}",
    ),
    "a heading over an unwrapped paragraph": (f"{TITLE}\n{PARAGRAPH}", f"{TITLE}\n\n{PARAGRAPH}"),
    "a heading in a wrapped text": (
        f"{wrapped(PARAGRAPH)}\n{TITLE}\n{wrapped(PARAGRAPH)}",
        f"{PARAGRAPH}\n\n{TITLE}\n\n{PARAGRAPH}",
    ),
    "a list": (
        "The members of the new council were named in the protocol:\nFrance\nItaly\nThe Netherlands\n" + PARAGRAPH,
        "The members of the new council were named in the protocol:\n\nFrance\n\nItaly\n\nThe Netherlands\n\n"
        + PARAGRAPH,
    ),
    "items": (
        f"{wrapped(PARAGRAPH)}\n- the withdrawal of all foreign troops from the northern provinces of the\n  country;\n"
        f"- elections.\n{wrapped(PARAGRAPH)}",
        f"{PARAGRAPH}\n\n- the withdrawal of all foreign troops from the northern provinces of the country;\n\n"
        f"- elections.\n\n{PARAGRAPH}",
    ),
    "short last lines end paragraphs": (
        f"{wrapped(PARAGRAPH[:-14])} it.\n{wrapped(PARAGRAPH)}",
        f"{PARAGRAPH[:-14].strip()} it.\n\n{PARAGRAPH}",
    ),
    "spaces": (
        "The  treaty\u00a0was   signed in\u202fParis by the two presidents.",
        "The treaty was signed in Paris by the two presidents.",
    ),
    "soft hyphens, ligatures, accents": (
        "The o\ufb03ce con\ufb01rmed the re\u00adsult of the E\u0301vian con\u00adference.",
        "The office confirmed the result of the Évian conference.",
    ),
    "curly quotes stay": (
        "He called it “a good treaty” and the army’s defeat.",
        "He called it “a good treaty” and the army’s defeat.",
    ),
    "a title over itself": (f"{TITLE}{TITLE}{TITLE}   \n\n{PARAGRAPH}", f"{TITLE}\n\n{PARAGRAPH}"),
    "a title over itself, apart": (f"{TITLE} {TITLE}\n\n{PARAGRAPH}", f"{TITLE}\n\n{PARAGRAPH}"),
    "a title over itself, in lines": (f"{TITLE}\n{TITLE}\n\n{PARAGRAPH}", f"{TITLE}\n\n{PARAGRAPH}"),
    "rules": (f"{TITLE}\n=================\n{PARAGRAPH}\n* * *\n{PARAGRAPH}", f"{TITLE}\n\n{PARAGRAPH}\n\n{PARAGRAPH}"),
    "marked headings": (
        f"# {TITLE}\n{PARAGRAPH}\n\n== Talks ==\n{PARAGRAPH}\n## After ##\n{PARAGRAPH}",
        f"{TITLE}\n\n{PARAGRAPH}\n\nTalks\n\n{PARAGRAPH}\n\nAfter\n\n{PARAGRAPH}",
    ),
    "punctuation wrapped alone": (
        f"{wrapped(PARAGRAPH[:-1])}\n?\n\n{PARAGRAPH}",
        f"{PARAGRAPH[:-1]} ?\n\n{PARAGRAPH}",
    ),
    "a table": (
        f"{PARAGRAPH}\n\nYear    Exports    Imports\n1998    36.3       42.1\n\n{PARAGRAPH}",
        f"{PARAGRAPH}\n\nYear Exports Imports\n1998 36.3 42.1\n\n{PARAGRAPH}",
    ),
    "years over paragraphs count no pages": (
        f"1996\n\n{PARAGRAPH}\n\n1997\n\n{PARAGRAPH}",
        f"1996\n\n{PARAGRAPH}\n\n1997\n\n{PARAGRAPH}",
    ),
    "articles are no running heads": (
        f"Article 1\n{PARAGRAPH}\nArticle 2\n{PARAGRAPH}\nArticle 3\n{PARAGRAPH}",
        "\n\n".join(f"Article {number}\n\n{PARAGRAPH}" for number in (1, 2, 3)),
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(read, name):
    raw, expected = LINES[name]
    assert read(raw).text == expected


def test_pages_of_a_wrapped_text_close_up(read):
    story = " ".join(f"In {1900 + year} {PARAGRAPH}" for year in range(6))
    lines = textwrap.wrap(story, 72)
    pages = [lines[start : start + 9] for start in range(0, len(lines), 9)]
    raw = "\f".join(
        f"Review of Treaties{' ' * 20}{number}\n\n" + "\n".join(page) + f"\n\n{number}\n"
        for number, page in enumerate(pages, 1)
    )
    assert read(raw).text == story


def test_a_page_number_at_a_form_feed_goes_though_it_counts_nothing(read):
    assert read(f"{PARAGRAPH}\n\n17\n\f{PARAGRAPH}").text == f"{PARAGRAPH}\n\n{PARAGRAPH}"
    assert read(f"{PARAGRAPH}\n\n17\n\n{PARAGRAPH}").text == f"{PARAGRAPH}\n\n17\n\n{PARAGRAPH}"


def test_a_sentence_over_a_form_feed_closes_up(read):
    before, after = PARAGRAPH.split(" which was")
    assert read(f"{before}\n\fwhich was{after}").text == PARAGRAPH


def test_a_title_that_runs_over_the_pages_stays_once(read):
    page = f"{PARAGRAPH}\n\n{PARAGRAPH[:115]}."
    text = read("\f".join(f"The Evian Accords\n\n{page}\n" for _ in range(4))).text
    assert text.count("The Evian Accords") == 1
    assert text.startswith("The Evian Accords\n\nThe presidents")


SEAMS = {
    "state-⏎building": "state-building",  # a compound of words that the text has
    "govern-⏎ment": "government",
    "negotia-⏎tions": "negotiations",
    "Franco-⏎German": "Franco-German",
    "referen-⏎dum": "referendum",  # the joined word stands elsewhere
    "well-⏎known": "well-known",
    "re\u00ad⏎sult": "result",
    "2000-⏎-one third": "2000--one third",
    "reported--⏎which": "reported--which",
    "reported⏎--which": "reported--which",
    "1996-⏎1997": "1996-1997",
    "war—⏎and": "war—and",
    "war –⏎and": "war – and",
    "Paris/⏎Bonn": "Paris/Bonn",
    "states’⏎rights": "states’ rights",
    "xylo-⏎qwertz": "xylo-qwertz",  # nothing tells: no character is lost
}


@pytest.mark.parametrize("broken", SEAMS)
def test_seams(read, broken):
    """A line is broken in the middle of the phrase, at the width of the other lines."""
    left, right = broken.split("⏎")
    before = wrapped("The state has its say. A referendum on the building of the army was held. " + PARAGRAPH, 70)
    lead = "and so they came to speak in Evian of the peace and then of the many " * 2
    head = lead[-(69 - len(left)) :].split(" ", 1)[1]
    text = read(
        f"{before}\n\n{head} {left}\n{right} which had been on the table for a long time in\nthe years of war."
    ).text
    assert f"{SEAMS[broken]} which had been" in text


def test_a_text_that_breaks_words_as_a_habit_breaks_the_doubtful_ones_too(read):
    """The same « pou-voir » is kept in a text that breaks nothing else."""
    lines = [
        "Les deux présidents se sont rencontrés dans la ville, et leurs gouver-",
        "nements ont tenu une longue séance de travail avant les négocia-",
        "tions, dont personne ne savait encore si elles allaient donner pou-",
        "voir aux deux parlements de voter, et dans quelles circonstan-",
        "ces, sur la paix et sur la fin de la guerre, et sur tout le reste.",
    ]
    assert "donner pouvoir aux" in read("\n".join(lines), "a.fr.txt").text
    once = [
        line.removesuffix("-") + "t" if line.endswith(("gouver-", "négocia-", "circonstan-")) else line
        for line in lines
    ]
    assert "donner pou-voir aux" in read("\n".join(once), "a.fr.txt").text


def test_seams_of_french(read):
    text = (
        "Les deux présidents se sont rencontrés et ont signé le traité dans l'\n"
        "enceinte du palais. Le texte prévoit, bien que trop tôt pour eux, peut-\n"
        "être, des rencontres tous les ans entre les ministres des deux gouver-\n"
        "nements, comme celles que les ministres et les présidents des États-\n"
        "Unis avaient proposées bien avant la guerre dans le pays, et aujourd'\n"
        "hui encore."
    )
    clean = read(text, "a.fr.txt").text
    for words in ("dans l'enceinte", "peut-être", "deux gouvernements", "États-Unis", "aujourd'hui"):
        assert words in clean


def test_quotes_keep_what_was_cleaned_away(read):
    first, second = "re\u00adpublics met  in", wrapped(PARAGRAPH)
    document = read(f"The presidents of the two {first} Evian, as they had done before the \n war.\n\n{second}")
    start = document.text.index("republics met in")
    evidence = locate(document, Span(document.id, start, start + len("republics met in")))
    assert evidence.quote == first
    start = document.text.index(PARAGRAPH)
    assert locate(document, Span(document.id, start, start + len(PARAGRAPH))).quote == second


def test_sections_cover_the_text(read):
    document = read(LINES["a heading in a wrapped text"][0] + "\n")
    texts = [document.text[section.start : section.end] for section in document.sections]
    assert "\n\n".join(texts) == document.text
    assert [section.kind for section in document.sections] == ["paragraph", "heading", "paragraph"]
