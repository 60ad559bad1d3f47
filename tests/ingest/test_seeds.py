"""The two texts of the corpus: nothing is lost but the copies of the title, and the head is what a reader sees."""

from pathlib import Path

import pytest

from pipeline.model import Span
from pipeline.stages.ingest import DocumentSettings, ingest
from pipeline.text import locate

DOCUMENTS = Path(__file__).parent.parent.parent / "corpus" / "documents"
MEMO, UNION = "ponars-memo-182.en.txt", "union-russie-bielorussie.fr.txt"


def seed(name, knowledge):
    data = (DOCUMENTS / name).read_bytes()
    return data, ingest(name, data, DocumentSettings(), knowledge)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_the_head_of_the_memo(knowledge):
    head = seed(MEMO, knowledge)[1].head
    assert head.title.value == "Russia’s Belarus Dilemma"
    assert [author.value for author in head.authors] == ["Arkady Moshes"]
    assert (head.institute.value, head.date.value) == ("Institute of Europe", "December 2000")
    assert (head.series.value, head.number.value) == ("PONARS Policy Memo", "182")


def test_the_title_quotes_its_first_copy_only(knowledge):
    _, memo = seed(MEMO, knowledge)
    evidence = locate(memo, memo.head.title.span)
    assert evidence.quote == "Russia’s Belarus Dilemma"
    assert memo.raw[: evidence.start].strip() == ""


def test_the_encyclopedic_text_has_no_head(knowledge):
    _, union = seed(UNION, knowledge)
    assert (union.head.title, union.head.authors, union.head.date) == (None, (), None)
    assert [section.kind for section in union.sections] == ["paragraph"] * 5


@pytest.mark.parametrize(("name", "copies"), [(MEMO, 3), (UNION, 0)])
def test_no_letter_is_lost_but_those_of_the_copies(knowledge, name, copies):
    _, document = seed(name, knowledge)
    title = letters("Russia’s Belarus Dilemma")
    assert letters(document.raw) == letters(document.text).replace(title, title * (copies + 1), 1)


def test_the_lines_of_the_memo_close_up(knowledge):
    data, memo = seed(MEMO, knowledge)
    for words, quote in {
        "act of state-building": "act of state-\nbuilding",
        "budget of 2000--one third": "budget of 2000-\n-one third",
        "reported--which": "reported--\nwhich",
        "until recently provided": "until recently \n provided",
    }.items():
        start = memo.text.index(words)
        evidence = locate(memo, Span(memo.id, start, start + len(words)))
        assert evidence.quote.replace("\r", "") == quote
        assert data[evidence.byte_start : evidence.byte_end].decode() == evidence.quote


def test_the_sections_of_the_memo(knowledge):
    _, memo = seed(MEMO, knowledge)
    headings = [memo.text[each.start : each.end] for each in memo.sections if each.kind == "heading"]
    assert headings == [
        "Why Belarus Matters",
        "What Went Wrong with Russian-Belorussian Integration",
        "Looking for a Third Option: Moscow’s Pragmatic Response",
    ]
    paragraphs = [memo.text[each.start : each.end] for each in memo.sections if each.kind == "paragraph"]
    assert len(paragraphs) == 17
    assert all(text[0].isupper() and text[-1] in ".?”)" for text in paragraphs)
