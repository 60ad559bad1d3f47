"""What a translator is told to look at, in every language of the house."""

from __future__ import annotations

from string import Formatter

import pytest

from pipeline.model import Note, Span
from pipeline.stages.align.notes import notes
from pipeline.stages.align.passages import Passage

FIELDS = {
    "doubtful": {"word", "other"},
    "meant": {"word", "other", "meaning"},
    "finer": {"language", "other", "fine", "coarse"},
    "lone": {"language", "numbers"},
}
YEAR, MONTH = {"2000": ("2000-01-01", "2000-12-31")}, {"2000-03": ("2000-03-01", "2000-03-31")}


def passage(language: str, **told: object) -> Passage:
    return Passage(span=Span(language, 0, 9), language=language, text="…", section="", **told)


@pytest.mark.parametrize(
    ("french", "english", "said"),
    [
        (
            {"dates": MONTH},
            {"dates": YEAR},
            {"en": "French dates it 2000-03, English 2000", "fr": "date en français : 2000-03, en anglais : 2000"},
        ),
        (
            {"numbers": frozenset({"7"})},
            {"numbers": frozenset({"7", "30", "4"})},
            {"en": "only in English: 4, 30", "fr": "seulement en anglais : 4, 30"},
        ),
        (
            {"said": {"syndical": "Syndical"}},
            {"said": {"union": "{Union}"}},
            {
                "en": "« Syndical » against « {Union} »: it means “of a trade union”",
                "fr": "« Syndical » en face de « {Union} » : cela veut dire « of a trade union »",
            },
        ),
    ],
    ids=["a finer date", "lone numbers", "a doubtful word, with braces in the text"],
)
def test_a_note_is_told_in_each_language(knowledge, french, english, said):
    [found] = notes(passage("fr", **french), passage("en", **english), knowledge)
    assert dict(found.said) == said
    assert found.text == said["en"]


@pytest.mark.parametrize(
    ("french", "english"),
    [({}, {}), ({"dates": MONTH}, {"dates": MONTH}), ({"numbers": frozenset({"7"})}, {})],
    ids=["nothing", "the same date", "numbers on one side alone"],
)
def test_there_is_no_note_where_nothing_differs(knowledge, french, english):
    assert notes(passage("fr", **french), passage("en", **english), knowledge) == ()


def test_every_pack_has_words_for_every_note(knowledge):
    for pack in knowledge.packs.values():
        for kind, fields in FIELDS.items():
            template = getattr(pack.align.notes, kind)
            assert {name for _, name, _, _ in Formatter().parse(template) if name is not None} == fields


def test_a_note_without_english_is_told_to_machines_in_the_first_language_there_is():
    assert Note((("de", "nur links"), ("fr", "seulement à gauche"))).text == "nur links"
