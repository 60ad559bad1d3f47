"""The nearest vectors: the same as all with all, and nearly the same through an index."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.align.neighbours import by_all, by_cells, nearest
from pipeline.stages.align.rivals import NEIGHBOURS, leads, margins


def unit(vectors):
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def subjects(count: int, seed: int, size: int = 64):
    """Pairs of near vectors about `count` / 20 subjects."""
    chance = np.random.default_rng(seed)
    about = chance.standard_normal((count // 20, size))[chance.integers(0, count // 20, count)]
    own = about + chance.standard_normal((count, size))
    return unit(own + 0.3 * chance.standard_normal(own.shape)), unit(own + 0.3 * chance.standard_normal(own.shape))


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 5), st.integers(0, 10_000))
def test_all_with_all_gives_the_highest_cosines_in_order(queries, pool, count, seed):
    chance = np.random.default_rng(seed)
    left, right = unit(chance.standard_normal((queries, 6))), unit(chance.standard_normal((pool, 6)))
    found = nearest(left, right, count)
    cosines = np.round(left @ right.T, 4)
    assert np.array_equal(found.cosines, -np.sort(-cosines, axis=1)[:, :count])
    assert np.array_equal(np.take_along_axis(cosines, found.rows, axis=1), found.cosines)


def test_an_index_finds_nearly_all_of_the_nearest():
    left, right = subjects(8_000, 1)
    exact, quick = by_all(left[:500], right, 4), by_cells(left[:500], right, 4, probes=48)
    shared = [len(set(a) & set(b)) / 4 for a, b in zip(exact.rows.tolist(), quick.rows.tolist(), strict=True)]
    assert np.mean(shared) >= 0.98
    assert np.mean(exact.rows[:, 0] == quick.rows[:, 0]) >= 0.995
    assert np.array_equal(by_cells(left[:500], right, 4, probes=48).rows, quick.rows)


def test_an_index_is_used_for_large_pools_only():
    left, right = subjects(400, 2)
    for large in (100, 10_000):
        found = nearest(left, right, 4, large=large)
        assert np.mean(found.rows[:, 0] == np.arange(400)) > 0.95


def test_cells_that_hold_too_few_leave_places_empty():
    left = unit(np.random.default_rng(3).standard_normal((3, 8)))
    found = by_cells(left, left[:2], 4, probes=1)
    assert found.rows.shape == (3, 4)
    assert set(found.rows[:, -1].tolist()) == {-1}


@pytest.mark.parametrize("seed", range(5))
def test_a_lead_is_over_the_best_of_the_other_pairs_of_either_end(seed):
    chance = np.random.default_rng(seed)
    ends = np.array(sorted({(int(a), int(b)) for a, b in chance.integers(0, 5, (15, 2))}))
    values = chance.random(len(ends))
    for at, (row, column) in enumerate(ends):
        rivals = [values[other] for other, (a, b) in enumerate(ends) if other != at and (a == row or b == column)]
        assert leads(ends, values)[at] == pytest.approx(values[at] - max(rivals, default=0.0))


@pytest.mark.parametrize("seed", range(5))
def test_a_margin_is_over_the_mean_of_the_highest_at_either_end(seed):
    chance = np.random.default_rng(seed)
    ends = np.array(sorted({(int(a), int(b)) for a, b in chance.integers(0, 6, (30, 2))}))
    values = chance.random(len(ends))
    for at, pair in enumerate(ends):
        around = [np.sort(values[ends[:, side] == pair[side]])[-NEIGHBOURS:].mean() for side in (0, 1)]
        assert margins(ends, values)[at] == pytest.approx(values[at] - sum(around) / 2)
