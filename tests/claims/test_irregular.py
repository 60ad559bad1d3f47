"""The escape hatch: a pattern of spaCy's DependencyMatcher over the trees of the annotation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.knowledge.predicates import load_predicates
from pipeline.stages.annotate import annotate
from pipeline.stages.claims import find
from pipeline.stages.dates import find as find_dates

BLESSES = """
name = "blesses"
labels = { fr = "bénit", en = "blesses" }
[roles]
subject = { types = ["person"], required = true }
object = { types = ["text"], required = true }
[[patterns.en]]
id = "en.1"
tree = [
  { RIGHT_ID = "verb", RIGHT_ATTRS = { LEMMA = "give" } },
  { LEFT_ID = "verb", REL_OP = ">", RIGHT_ID = "who", RIGHT_ATTRS = { DEP = "nsubj" } },
  { LEFT_ID = "verb", REL_OP = ">", RIGHT_ID = "gift", RIGHT_ATTRS = { LEMMA = "blessing" } },
  { LEFT_ID = "verb", REL_OP = ">>", RIGHT_ID = "what", RIGHT_ATTRS = { DEP = "pobj" } },
]
roles = { subject = "who", object = "what" }
[[examples.en]]
text = "John Smith gave his blessing for the marriage."
roles = { subject = ["John Smith"], object = ["marriage"] }
"""


def test_a_tree_pattern_makes_statements(knowledge, plain, tmp_path: Path):
    (tmp_path / "blesses.toml").write_text(BLESSES, encoding="utf-8")
    known = replace(knowledge, predicates=load_predicates(tmp_path, frozenset(knowledge.packs)))
    for text, wanted in (
        ("John Smith gave his blessing for the marriage.", [("subject", "John Smith"), ("object", "the marriage")]),
        ("John Smith gave his brother a book.", None),
    ):
        document = plain("en", text)
        annotation = next(iter(annotate([document], knowledge)))
        found = find(document, annotation, find_dates(document, annotation, knowledge), known).statements
        told = [[(one.role, one.text) for one in each.arguments] for each in found if each.predicate == "blesses"]
        assert told == ([wanted] if wanted else []), text


def test_the_same_input_gives_the_same_statements(knowledge, plain):
    document = plain("fr", "La Norvège a signé le traité en mars 1994. Le traité prévoit une commission.")
    annotation = next(iter(annotate([document], knowledge)))
    dates = find_dates(document, annotation, knowledge)
    assert find(document, annotation, dates, knowledge) == find(document, annotation, dates, knowledge)
