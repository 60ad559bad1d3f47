"""Polarity and modality by tables of sentences about other treaties, in both languages."""

from dataclasses import replace

import pytest
from claims_prose import cases, read

from pipeline.model import Temporal
from pipeline.stages.claims.stance import read_stance, settle

CASES = cases("stance")


@pytest.mark.parametrize(("language", "expected", "text"), CASES)
def test_stance(language, expected, text):
    prose = read(language, text)
    for item in expected.split("; "):
        word, polarity, modality = item.rsplit(" ", 2)
        stance = read_stance(prose.tree, prose.token(word), prose.pack)
        assert (stance.polarity, stance.modality) == (polarity, modality), (word, stance.cue)


def test_every_polarity_and_modality_is_told_in_both_languages():
    told = {(language, word) for language, expected, _ in CASES for word in expected.replace(";", "").split()}
    for word in ("negated", "planned", "conditional", "possible", "obligation", "question", "counterfactual"):
        assert {("en", word), ("fr", word)} <= told


def test_the_cue_is_where_the_text_says_it():
    prose = read("en", "Norway refused to join the Community in 1972.")
    stance = read_stance(prose.tree, prose.token("join"), prose.pack)
    assert stance.cue == "refused"
    assert [prose.document.text[one.start : one.end] for one in stance.cue_spans] == ["refused"]


def test_a_plain_assertion_has_no_cue():
    prose = read("fr", "Le Royaume-Uni a quitté l'Union en 2020.")
    stance = read_stance(prose.tree, prose.token("quitté"), prose.pack)
    assert (stance.cue, stance.cue_spans) == (None, ())


WRITTEN = Temporal(
    span=None, text="2001", type="DATE", timex="2001", earliest="2001-01-01", latest="2001-12-31", layer="document"
)


@pytest.mark.parametrize(
    ("modality", "year", "settled"),
    [
        ("planned", "1963", "asserted"),
        ("planned", "2001", "planned"),
        ("planned", "2005", "planned"),
        ("conditional", "1963", "conditional"),
        ("asserted", "2005", "asserted"),
    ],
)
def test_a_plan_whose_time_had_passed_is_history(modality, year, settled):
    time = Temporal(
        span=None, text=year, type="DATE", timex=year, earliest=f"{year}-01-01", latest=f"{year}-12-31", layer="timex"
    )
    assert settle(modality, time, WRITTEN) == settled
    assert settle(modality, None, WRITTEN) == modality
    assert settle(modality, time, None) == modality
    assert settle(modality, replace(time, latest=None), WRITTEN) == modality
