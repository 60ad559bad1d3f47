"""Holders by a table of sentences about other treaties, in both languages."""

import pytest
from claims_prose import cases, read

from pipeline.stages.claims.holders import find_attributions


def told(holder) -> str:
    text = {"author": "author", "unspecified": "nobody"}.get(holder.kind, holder.text)
    return f"{text} < {told(holder.within)}" if holder.within else text


@pytest.mark.parametrize(("language", "expected", "text"), cases("holders"))
def test_holder(language, expected, text):
    prose = read(language, text)
    attributions = find_attributions(prose.tree, prose.annotation, prose.pack)
    for item in expected.split("; "):
        word, holder = item.split(" = ")
        found, cue, spans = attributions.holder_of(prose.token(word))
        assert told(found) == holder, (word, cue)
        assert (found.kind == "author") == (cue is None) == (spans == ())


def test_a_holder_is_where_the_text_names_it():
    text = "According to Russian observers, Sadat's statement about creating a joint army should be ignored."
    prose = read("en", text)
    holder, cue, spans = find_attributions(prose.tree, prose.annotation, prose.pack).holder_of(prose.token("creating"))
    assert (text[holder.span.start : holder.span.end], cue) == ("Sadat", "statement")
    assert text[spans[0].start : spans[0].end] == "statement"
    assert text[holder.within.span.start : holder.within.span.end] == "Russian observers"


def test_brackets_of_the_editor_do_not_end_a_quotation():
    text = "Begin complained that “those who obstructed the signing of [the Camp David Accords] now praise them.”"
    prose = read("en", text)
    attributions = find_attributions(prose.tree, prose.annotation, prose.pack)
    assert {told(attributions.holder_of(prose.token(word))[0]) for word in ("signing", "praise")} == {"Begin"}


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The accord was hailed in Dayton as Bosnia kept its “special status” in the region.", "kept"),
        ("fr", "L'accord a créé une « zone spéciale » en Bosnie.", "créé"),
        ("en", "It should be added that the parliament ratified the pact in 1994.", "ratified"),
        ("fr", "Il faut ajouter que le parlement a ratifié le pacte en 1994.", "ratifié"),
    ],
)
def test_the_author_speaks(language, text, word):
    prose = read(language, text)
    attributions = find_attributions(prose.tree, prose.annotation, prose.pack)
    assert told(attributions.holder_of(prose.token(word))[0]) == "author"
