"""The spaCy component leaves what the stage finds."""

from __future__ import annotations

import spacy

from pipeline.knowledge import Knowledge
from pipeline.stages.dates import component

assert component  # importing it registers the factory


def test_component(knowledge: Knowledge) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("dates", config={"models": str(knowledge.folder), "written": "2008-06-17"})
    doc = nlp("Le traité de l'Élysée fut signé le 22 janvier 1963 ; hier, on le relisait.")
    assert [(span.text, span.label_, span._.date.edtf) for span in doc.spans["dates"]] == [
        ("le 22 janvier 1963", "DATE", "1963-01-22"),
        ("hier", "DATE", "2008-06-16"),
    ]
