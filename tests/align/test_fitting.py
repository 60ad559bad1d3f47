"""What the weights for comparable texts are learnt from, and what is not learnt from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from bench.fitting.cases import ALIKE, TELLING, Case, Judged, cases, meet, weight
from bench.fitting.comparable import Lessons, amid, chances, surrounded
from bench.fitting.left_out import cells, counted, left_out, summed

NAMES = ("cosine", "told")
SIZE = 6


def judged(seed: int, teaches: str = "all") -> Judged:
    """A text whose diagonal tells the same, which shows in its reasons, not always."""
    chance = np.random.default_rng(seed)
    ends = np.array([(row, column) for row in range(SIZE) for column in range(SIZE)])
    same = (ends[:, 0] == ends[:, 1]).astype(float)
    reasons = np.clip(same[:, None] * 0.7 + chance.normal(0, 0.25, (len(ends), 2)), -1, 1)
    pairs = tuple((int(row),) for row in np.flatnonzero(same))
    return Judged(ends, reasons, same, np.ones(len(ends)), teaches, pairs, ((1,),))


def lessons(*told: Judged) -> Lessons:
    return Lessons(told, [], NAMES, {"cosine": 0.0, "told": 0.0, "bias": -9.0})


def flipped(one: Judged) -> Judged:
    return replace(one, same=1 - one.same)


def test_every_topic_has_pairs_that_tell_the_same_and_is_known_by_its_group():
    groups = Counter(case.group for case in cases())
    assert groups["corpus"] == 1
    assert groups["tests/gold/unseen"] == groups["tests/gold/practice"] == groups["tests/align, teach offers"] == 6
    assert groups["tests/align, teach nothing, told freely"] == 18
    assert all(case.same for case in cases())
    assert {case.teaches for case in cases() if not case.group.startswith("tests/align")} == {"all"}


def test_what_a_pair_teaches():
    places = [((0, 10), (0, 10)), ((20, 30), (20, 30)), ((40, 50), (40, 50)), ((60, 70), (60, 70))]
    case = Case("x", "y", {}, same=[places[0]], related=[places[1]], alike=[places[2]])
    assert [weight(case, place, at == 0) for at, place in enumerate(places)] == [TELLING, 0.0, ALIKE, 1.0]
    assert meet(((0, 10), (4, 6)), ((5, 30), (0, 100)))
    assert not meet(((0, 10), (4, 6)), ((6, 30), (0, 100)))


def test_events_learn_from_texts_that_teach_all_alone():
    base = lessons(judged(0), judged(1)).event()
    for teaches in ("offers", "nothing"):
        assert lessons(judged(0), judged(1), flipped(judged(2, teaches))).event() == base
    assert lessons(judged(0), judged(1), flipped(judged(2))).event() != base


def test_what_is_offered_learns_from_all_but_those_that_teach_nothing():
    def model(*told: Judged):
        return surrounded(lessons(*told).amid(), NAMES)

    base = model(judged(0), judged(1))
    assert model(judged(0), judged(1), flipped(judged(2, "nothing"))) == base
    assert model(judged(0), judged(1), judged(2, "offers")) != base
    assert {"around", "beside"} <= base.keys()


def test_a_text_is_judged_by_what_was_learnt_without_it():
    one, other = judged(0), judged(1)
    for first in (one, flipped(one)):
        assert lessons(first, other).event(first) == lessons(other).event()
    answers = [lessons(first, other).amid()[0].reasons for first in (one, flipped(one))]
    assert np.array_equal(*answers)


def test_neighbours_help_where_order_is_kept():
    scores = left_out(lessons(*map(judged, range(4))))
    assert all((one >= 0).all() and (one <= 1).all() for one in scores)
    case = judged(0)
    shown, right, found, same, mistaken, alike = counted(case, scores[0], 0.25)
    assert (same, alike) == (SIZE, 1)
    assert right <= shown
    assert right == found >= SIZE - 2
    assert mistaken <= 1


def test_what_stands_around_is_two_columns_more():
    case = judged(0)
    model = {"cosine": 3.0, "told": 3.0, "bias": -3.0}
    found = amid(case, model, model)
    assert found.reasons.shape == (SIZE * SIZE, 4)
    assert np.array_equal(found.reasons[:, :2], case.reasons)
    assert chances(case.reasons, model).argmax() in np.flatnonzero(case.same)


def test_tiers_are_told_with_what_they_are_shares_of():
    total = summed([(4, 3, 3, 6, 0, 2), (0, 0, 0, 2, 1, 2)])
    assert cells((total, (0, 0, 0, 0, 0, 0))) == ["75 % (3/4)", "38 % (3/8)", "1/4", "–", "–", "0/0"]
