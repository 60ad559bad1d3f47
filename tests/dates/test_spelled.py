"""Explicit dates in languages whose pack has no words for them: the shape is ours, dateparser reads it."""

import edtf
import pytest

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Document, Field, Head, Run, Span, Temporal
from pipeline.stages.dates.spelled import spelled, spelled_head


def document(language: str, text: str) -> Document:
    return Document(
        id="doc-1", path="a.txt", sha256="", language=language, encoding="utf-8", characters=len(text), bytes=len(text),
        raw=text, text=text, runs=(Run(0, 0, len(text)),), sections=(), head=Head(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "El tratado se firmó el 5 de mayo de 1862 y en abril de 1863.",
            {"5 de mayo de 1862": "1862-05-05", "abril de 1863": "1863-04"},
        ),
        (
            "de",
            "Er wurde am 22. Januar 1963 und im März 1964 verhandelt.",
            {"22. Januar 1963": "1963-01-22", "März 1964": "1964-03"},
        ),
        ("it", "Fu firmato il 25 marzo 1957 a Roma.", {"25 marzo 1957": "1957-03-25"}),
        ("de", "Der Vertrag 1990 und der Krieg von 1870.", {}),
        ("xx", "5 de mayo de 1862", {}),
    ],
)
def test_shapes_with_a_written_month(language: str, text: str, expected: dict[str, str]):
    found = list(spelled(document(language, text), [], DatesPack()))
    assert {one.text: one.edtf for one in found} == expected
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert edtf.parse_edtf(one.edtf)


def test_what_the_grammar_found_is_left_alone():
    text = "am 22. Januar 1963"
    known = Temporal(span=Span("doc-1", 14, 18), text="1963", type="DATE", timex="1963")
    assert list(spelled(document("de", text), [known], DatesPack())) == []


def test_a_head_in_such_a_language():
    found = spelled_head(Field("Madrid, 3 de marzo de 1991", None), "es", DatesPack())
    assert found is not None
    assert (found.edtf, found.layer) == ("1991-03-03", "document")
