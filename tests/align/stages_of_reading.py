"""Documents as alignment gets them."""

from pipeline.knowledge import Knowledge
from pipeline.model import Document, Reading
from pipeline.stages import annotate, claims, dates


def read_all(documents: list[Document], knowledge: Knowledge) -> list[Reading]:
    """Each document read by annotate, dates and claims."""
    ordered = sorted(documents, key=lambda document: (document.language, document.id))
    readings = []
    for document, annotation in zip(ordered, annotate.annotate(ordered, knowledge), strict=True):
        found = dates.find(document, annotation, knowledge)
        readings.append(Reading(document, annotation, found, claims.find(document, annotation, found, knowledge)))
    return readings
