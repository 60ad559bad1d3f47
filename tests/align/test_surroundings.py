"""What the pairs around a pair tell: they bring it forward, near ones more, and never assert it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import ASSERTED
from pipeline.stages.align.comparable import UNSURE, Candidate, among_all, chosen
from pipeline.stages.align.likeness import Reasons
from pipeline.stages.align.surroundings import FADING, FAINT, REACH, surroundings

NOTHING = {one.name: 0.0 for one in Reasons.__dataclass_fields__.values()}
PLACES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), unique=True, max_size=40)


def around(*pairs: tuple[int, int, float]) -> list[list[float]]:
    ends = np.array([pair[:2] for pair in pairs], dtype=np.int64).reshape(-1, 2)
    return surroundings(ends, np.array([pair[2] for pair in pairs])).tolist()


def pair(left: int, right: int, score: float, **reasons: float) -> Candidate:
    return Candidate(left, right, Reasons(**NOTHING | reasons), score)


@pytest.mark.parametrize(
    ("other", "beside", "near"),
    [
        ((5, 6), 1.0, 0.0),
        ((4, 5), 1.0, 0.0),
        ((5, 7), 0.0, 0.0),
        ((6, 6), 0.0, 1.0),
        ((4, 6), 0.0, 1.0),
        ((6, 7), 0.0, np.exp(-1 / FADING)),
        ((5 + REACH, 5 - REACH), 0.0, np.exp(-(2 * REACH - 2) / FADING)),
        ((6 + REACH, 6), 0.0, 0.0),
    ],
)
def test_what_stands_beside_and_around_counts_the_nearer_the_more(other, beside, near):
    expected = [1 - np.exp(-0.8 * beside), 1 - np.exp(-0.8 * near)]
    assert around((5, 5, 0.1), (*other, 0.8))[0] == pytest.approx(expected, abs=1e-4)


def test_faint_pairs_and_a_pair_itself_say_nothing():
    assert around((5, 5, 0.9), (6, 6, FAINT / 2))[0] == [0, 0]
    assert around((5, 5, 0.9)) == [[0, 0]]
    assert around() == []


def test_the_end_of_one_row_is_no_neighbour_of_the_next():
    found = around((0, 9, 0.9), (1, 0, 0.9), (0, 0, 0.9), (1, 9, 0.9))
    assert found == [[pytest.approx(1 - np.exp(-0.9), abs=1e-4), 0.0]] * 4


@given(PLACES, st.randoms(use_true_random=False))
def test_order_sides_and_direction_do_not_matter(places, random):
    ends = np.array(places, dtype=np.int64).reshape(-1, 2)
    scores = np.array([random.random() for _ in places])
    found = surroundings(ends, scores)
    assert np.array_equal(surroundings(ends[::-1], scores[::-1])[::-1], found)
    assert np.allclose(surroundings(ends[:, ::-1], scores), found, atol=1e-4)
    assert np.allclose(surroundings(12 - ends, scores), found, atol=1e-4)
    assert ((found >= 0) & (found < 1)).all()


@given(PLACES, st.randoms(use_true_random=False))
def test_who_is_surer_never_speaks_less_for_its_neighbours(places, random):
    ends = np.array(places, dtype=np.int64).reshape(-1, 2)
    scores = np.array([random.random() / 2 for _ in places])
    assert (surroundings(ends, 2 * scores) >= surroundings(ends, scores)).all()


def test_neighbours_bring_a_pair_forward_but_assert_nothing(knowledge):
    model = knowledge.comparable
    lonely, sure = pair(4, 4, 0.01, contained=0.6), [pair(row, row, 1.0) for row in (3, 5)]
    beside = [pair(4, 3, 1.0), pair(4, 5, 1.0), pair(3, 4, 1.0), pair(5, 4, 1.0)]
    alone = among_all([lonely], model)[0]
    amid = among_all([*sure, lonely], model)[2]
    between = among_all([*sure, *beside, lonely], model)[6]
    assert alone == lonely
    assert alone.score < amid.score <= between.score == UNSURE < ASSERTED
    assert (amid.reasons.beside, between.reasons.beside) == (0.0, pytest.approx(1 - np.exp(-4), abs=1e-4))


def test_what_is_asserted_is_judged_by_itself_alone(knowledge):
    sure = [pair(row, row, score) for row, score in enumerate((0.5, 0.7, 0.99))]
    assert among_all(sure, knowledge.comparable) == sure
    assert among_all([], knowledge.comparable) == []


def test_another_half_may_stand_beside_the_best_counterpart():
    found = [pair(2, 2, 0.9), pair(2, 3, 0.45), pair(2, 7, 0.45), pair(8, 8, 0.9), pair(9, 8, 0.3)]
    assert [(one.left, one.right) for one in chosen(found)] == [(2, 2), (2, 3), (8, 8)]
