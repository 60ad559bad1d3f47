"""The spaCy component leaves what the stage finds, with the model's names and the dates found before it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import pytest

from pipeline.knowledge import Knowledge
from pipeline.stages.claims import component as statements
from pipeline.stages.dates import component as dates

assert statements  # importing them registers the factories
assert dates


@pytest.mark.parametrize(
    ("language", "text", "subject", "time"),
    [
        ("en", "Norway signed the treaty on 3 May 1972. Sweden did not sign it.", "Norway", "1972-05-03"),
        ("fr", "La Norvège a signé le traité le 3 mai 1972. La Suède ne l'a pas signé.", "Norvège", "1972-05-03"),
    ],
)
def test_component(knowledge: Knowledge, language: str, text: str, subject: str, time: str) -> None:
    package = next(one for one in knowledge.packs[language].annotate.models if find_spec(one))
    nlp = import_module(package).load()
    nlp.add_pipe("dates", config={"models": str(knowledge.folder)})
    nlp.add_pipe("statements", config={"models": str(knowledge.folder)})
    first, *rest = [one for one in nlp(text)._.statements if one.predicate == "signed"]
    roles = {one.role: one.text for one in first.arguments}
    assert roles["subject"] == subject
    assert first.time is not None
    assert first.time.edtf == time
    assert text[first.span.start : first.span.end].startswith(subject)
    assert [one.polarity for one in rest] == ["negated"]
