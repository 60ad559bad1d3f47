"""The suites of Recognizers-Text and Duckling, where they concern prose: most right, the rest listed with reasons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.evaluate.gold import HOUSE
from bench.evaluate.peers.measuring import Outcome, measure
from bench.evaluate.peers.scoring import FLOOR, missing, suite_scores
from bench.evaluate.peers.selecting import Selection, key, select
from pipeline.knowledge import Knowledge

DATA = HOUSE.parent / "shared" / "data"
pytestmark = pytest.mark.skipif(bool(missing(DATA)), reason=f"the peers' suites do not lie in {DATA / 'dates'}")


@pytest.fixture(scope="module")
def selection() -> Selection:
    return select(DATA / "dates")


@pytest.fixture(scope="module")
def outcomes(selection: Selection, knowledge: Knowledge) -> list[Outcome]:
    return list(measure(selection.cases, knowledge))


def names(cases: Iterator[tuple[str, str, int]]) -> list[str]:
    return [" ".join(map(str, one)) for one in sorted(cases)]


def test_most_cases_are_right_in_each_suite_and_language(outcomes):
    scores = {(score.note, score.language): round(score.recall, 1) for score in suite_scores(outcomes)}
    assert len(scores) == 4
    assert {place: score for place, score in scores.items() if score < FLOOR} == {}


def test_several_hundred_cases_are_selected(selection):
    assert len(selection.cases) > 1300
    assert all(reason for _, reason in selection.left_out)


def test_every_wrong_case_is_listed_with_its_reason(outcomes, selection):
    listed = {name for name, reason in selection.known.items() if reason}
    assert names(key(one.case) for one in outcomes if not one.right and key(one.case) not in listed) == []


def test_every_listed_case_is_wrong(outcomes, selection):
    wrong = {key(one.case) for one in outcomes if not one.right}
    assert names(name for name in selection.known if name not in wrong) == []


def test_no_case_is_left_out_twice(selection):
    """A number in the list that a rule leaves out already says nothing."""
    assert names(name for name in selection.idle) == []
