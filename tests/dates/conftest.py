"""Documents out of short texts, with and without annotation."""

from __future__ import annotations

import pytest
from dates_world import Bare, document

from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Dates
from pipeline.stages import annotate, dates


@pytest.fixture(scope="session")
def bare(knowledge: Knowledge) -> Bare:
    """Find dates with no tokens: what the grammar does by words alone."""

    def find(text: str, language: str, written: str | None = None) -> Dates:
        made = document(text, language, written)
        nothing = Annotation(document=made.id, tokens=(), sentences=(), mentions=(), models=())
        return dates.find(made, nothing, knowledge)

    return find


@pytest.fixture(scope="session")
def parsed(knowledge: Knowledge) -> Bare:
    """Find dates as a run does, tokens and tenses and all."""

    def find(text: str, language: str, written: str | None = None) -> Dates:
        made = document(text, language, written)
        [annotation] = annotate.annotate([made], knowledge)
        return dates.find(made, annotation, knowledge)

    return find
