"""A small graph whose texts are as hostile as a text can be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pytest

from pipeline.knowledge import Knowledge
from pipeline.model import (
    Actor,
    Alignment,
    Annotation,
    Dates,
    Document,
    Field,
    Graph,
    Head,
    Note,
    Reading,
    Resolution,
    Run,
    Section,
    Sentence,
    Span,
    Statements,
    Temporal,
)
from pipeline.stages import annotate, claims, dates, ingest, resolve
from pipeline.stages.align.terms import Texts, with_terms
from pipeline.stages.publish.alignment import alignment_files

FRENCH = (
    '</script><script>alert("fr")</script> & <!-- <b>signé en mars 1957</b> par Rome.',
    "=2+3\u202e|renversé\u2028ligne\u2029 « a&amp;b » ]]> \x0b fin.",
    "o" * 1_000_000,
)
ENGLISH = (
    '<img src=x onerror="alert(1)"> signed in March 1957 by Rome.',
    "-- \u2066plain\u2069 text; with, commas\n'quotes'.",
)


@dataclass(frozen=True)
class World:
    """Readings, graph, and the files made of them."""

    readings: tuple[Reading, ...]
    graph: Graph
    files: dict[str, bytes]
    resolution: Resolution
    knowledge: Knowledge


def reading(path: str, language: str, sentences: tuple[str, ...], when: str) -> Reading:
    text = " ".join(sentences)
    data = text.encode()
    identity, spans, start = f"doc-{hashlib.sha256(data).hexdigest()[:8]}", [], 0
    for sentence in sentences:
        spans.append(Span(identity, start, start + len(sentence)))
        start += len(sentence) + 1
    document = Document(
        id=identity,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        language=language,
        encoding="utf-8",
        characters=len(text),
        bytes=len(data),
        raw=text,
        text=text,
        runs=(Run(0, 0, len(text)),),
        sections=(Section("paragraph", 0, len(text)),),
        head=Head(title=Field("</title><script>0</script>\u202e")),
    )
    annotated = tuple(Sentence(f"s{n}", span, "paragraph", 0, 0) for n, span in enumerate(spans))
    at = text.index(when)
    date = Temporal(
        span=Span(identity, at, at + len(when)), text=when, type="DATE", timex="1957-03", edtf="1957-03",
        earliest="1957-03-01", latest="1957-03-31",
    )  # fmt: skip
    annotation = Annotation(document=identity, tokens=(), sentences=annotated, mentions=(), models=())
    dates = Dates(document=identity, written=None, expressions=(date,))
    return Reading(document, annotation, dates, Statements(document=identity, statements=()))


def spans_of(one: Reading, *numbers: int) -> tuple[Span, ...]:
    return tuple(one.annotation.sentences[number].span for number in numbers)


NOTE = Note((("en", "</script> « x » against « y »"), ("fr", "</script> « x » en face de « y »")))


@pytest.fixture(scope="session")
def world(knowledge: Knowledge) -> World:
    french, english = reading("a.fr.txt", "fr", FRENCH, "mars 1957"), reading("b.en.txt", "en", ENGLISH, "March 1957")
    rome = Actor(
        id="actor-rome", type="place", labels={"fr": "Rome", "en": "Rome"}, forms={"fr": ("Rome",), "en": ("Rome",)}
    )
    signed = [Span(one.document.id, one.document.text.index(word), one.document.text.index(word) + len(word))
              for one, word in ((english, "signed"), (french, "signé"))]  # fmt: skip
    first = Alignment(
        id="align-0000000001", kind="comparable", score=0.9321, actors=("actor-rome",), dates=("1957-03",),
        sides={"fr": spans_of(french, 0), "en": spans_of(english, 0)}, notes=(NOTE,),
        terms=((signed[0], signed[1]),),
    )  # fmt: skip
    second = Alignment(
        id="align-0000000002",
        kind="parallel",
        score=0.51,
        sides={"fr": spans_of(french, 1, 2), "en": spans_of(english, 1)},
    )
    graph = Graph(actors=(rome,), alignments=(first, second))
    readings = (french, english)
    resolution = Resolution(actors=graph.actors, treaties=(), references=())
    files = alignment_files(graph, readings, resolution, knowledge)
    return World(readings, graph, files, resolution, knowledge)


TEXTS = {
    "old.fr.txt": (
        "fr", "1975",
        "La Birmanie a signé un accord avec le Laos. Selon le ministre birman, la Birmanie refuse la monnaie unique. "
        "Kwame Nkrumah visite le Laos. Nkrumah refuse la monnaie unique.",
    ),
    "new.fr.txt": ("fr", "1995", "Le Myanmar a signé un accord. Le Laos refuse la devise unique."),
    "old.en.txt": (
        "en", "1975",
        "Burma signed an agreement with Laos. According to the Burmese minister, Burma rejects the single currency. "
        "Kwame Nkrumah visits Laos. Nkrumah rejects the single currency.",
    ),
    "new.en.txt": ("en", "1995", "Myanmar signed an agreement. Laos rejects the single currency."),
}  # fmt: skip


@pytest.fixture(scope="session")
def several_names(knowledge: Knowledge) -> tuple[Graph, list[Reading], Resolution, Knowledge]:
    """Four texts that call things by several names, each sentence aligned with the one at its place."""
    documents = [
        ingest.ingest(path, text.encode(), ingest.DocumentSettings(language=code, date=date), knowledge)
        for path, (code, date, text) in TEXTS.items()
    ]
    readings = []
    ordered = sorted(documents, key=lambda document: (document.language, document.id))
    for document, annotation in zip(ordered, annotate.annotate(ordered, knowledge), strict=True):
        found = dates.find(document, annotation, knowledge)
        readings.append(Reading(document, annotation, found, claims.find(document, annotation, found, knowledge)))
    resolution = resolve.resolve(readings, knowledge)
    spans = {one.document.path: [sentence.span for sentence in one.annotation.sentences] for one in readings}
    actors = tuple(one.id for one in resolution.actors)
    pairs = [
        Alignment(
            id=f"{when}{number}", kind="parallel", sides={"fr": (ours,), "en": (theirs,)}, score=1.0, actors=actors
        )
        for when in ("old", "new")
        for number, (ours, theirs) in enumerate(zip(spans[f"{when}.fr.txt"], spans[f"{when}.en.txt"], strict=True))
    ]
    alignments = with_terms(pairs, Texts(readings, resolution, knowledge))
    graph = Graph(actors=resolution.actors, treaties=resolution.treaties, alignments=alignments)
    return graph, readings, resolution, knowledge
