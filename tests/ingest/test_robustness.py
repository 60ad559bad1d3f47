"""Whatever the bytes: a document whose every character maps, or BrokenDocument; and time grows with length only."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model import Document, Span
from pipeline.stages.ingest import BrokenDocument, DocumentSettings, ingest
from pipeline.text import locate

PROSE = (
    "The treaty was signed in Paris - -- — 1999 12 . , Article 1 # [1] By « » “ ” ’ no. 4 Policy Brief Title: Jane Doe"
)
MARKS = [
    "\n",
    "\n\n",
    " \f ",
    "\r\n",
    "\t",
    "\u00ad",
    "\u00a0",
    "é",
    "e\u0301",
    "ﬁ",
    "|",
    "😀",
    "\ufeff",
    "\u200b",
    "state-",
]
WORDS = st.sampled_from([*PROSE.split(), *MARKS, "May 2001", "(AP)"])
MIXED = st.lists(WORDS, max_size=60).map(" ".join)
SLOWLY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def attempt(data: bytes, knowledge) -> Document | None:
    try:
        return ingest("a.en.txt", data, DocumentSettings(), knowledge)
    except BrokenDocument as broken:
        return None if broken.problem and broken.remedy else pytest.fail(f"{broken!r} does not say what to do")


def check(document: Document, data: bytes) -> None:
    assert data.decode(document.encoding) == document.raw
    before = 0
    for place in range(len(document.text)):
        evidence = locate(document, Span(document.id, place, place + 1))
        assert before <= evidence.end
        assert data[evidence.byte_start : evidence.byte_end].decode(document.encoding) == evidence.quote
        before = evidence.start
    for run in document.runs:
        raw = document.raw[run.origin : run.origin + run.length]
        clean = document.text[run.start : run.start + run.length]
        assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(raw, clean, strict=True))
    assert "\n\n".join(document.text[section.start : section.end] for section in document.sections) == document.text


@SLOWLY
@given(data=st.binary(max_size=300))
def test_random_bytes(data, knowledge):
    document = attempt(data, knowledge)
    if document:
        check(document, data)


@SLOWLY
@given(text=MIXED, encoding=st.sampled_from(["utf-8", "utf-16-le", "utf-8-sig", "cp1252"]))
def test_mixed_words(text, encoding, knowledge):
    data = text.encode(encoding, "ignore")
    document = attempt(data, knowledge)
    if document:
        check(document, data)


HEAPS = {
    "one long line": lambda n: "The treaty was signed. " * (n // 23),
    "spaces": lambda n: "The treaty was" + " " * n + "signed.",
    "spaces at line ends": lambda n: "The treaty was signed.   \n" * (n // 26),
    "hyphens": lambda n: "The treaty " + "-" * n + " was signed.",
    "hyphens and letters": lambda n: "The treaty " + "a-" * (n // 2) + " was signed.",
    "broken words": lambda n: "The treaty was a sign of the govern-\n" * (n // 37),
    "soft hyphens": lambda n: "The treaty" + "\u00ad" * n + "\nwas signed.",
    "soft hyphens between": lambda n: "The treaty was signed\u00ad" * (n // 22),
    "accents": lambda n: "The treaty was signe" + "\u0301\u0323" * (n // 2) + "d.",
    "short lines": lambda n: "The treaty\n" * (n // 11),
    "page numbers": lambda n: "\f".join(f"The treaty\n{number}\n" for number in range(n // 15)),
    "one letter": lambda n: "The treaty " + "a" * n,
    "brackets": lambda n: "The treaty " + "(" * n,
    "title over itself": lambda n: "The Treaty of Rome" * (n // 18),
    "cells": lambda n: "The treaty   a   b\n" * (n // 19),
    "headings": lambda n: "The Treaty\n\n" * (n // 12),
}


def work(text: str, knowledge) -> int:
    """How many calls of functions, Python's and C's, a document costs."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    data = text.encode()
    sys.setprofile(count)
    try:
        ingest("a.en.txt", data, DocumentSettings(), knowledge)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("name", HEAPS)
def test_work_grows_with_length_only(name, knowledge):
    make = HEAPS[name]
    work(make(2_000), knowledge)
    small, large = work(make(4_000), knowledge), work(make(16_000), knowledge)
    assert large <= 6 * small + 2_000


@pytest.mark.parametrize("name", HEAPS)
def test_a_heap_of_half_a_megabyte_ends(name, knowledge):
    """What C does inside one call is not counted above: here a quadratic one would take minutes."""
    data = HEAPS[name](500_000).encode()
    document = ingest("a.en.txt", data, DocumentSettings(), knowledge)
    assert document.bytes == len(data)
