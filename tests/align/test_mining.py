"""The measure of mining itself: draws, margins, fits; and what offered and asserted mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench.evaluate.mining import MARGINS, Pool, best, counted, draw, mining_scores
from bench.fitting.logistic import Sample, fit
from pipeline.model import Span
from pipeline.stages.align.comparable import Candidate, Side, chosen
from pipeline.stages.align.likeness import Reasons
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.words import Lexicon

NOTHING = Reasons(**dict.fromkeys(Reasons.__dataclass_fields__, 0.0))


def pool(size: int, repeated: bool = False) -> Pool:
    """Sentences whose vectors are apart, in two languages; the first two say the same where `repeated`."""
    vectors = np.eye(size, dtype=np.float32)
    lexicon = Lexicon({}, vectors, {})
    sides = []
    for code in ("en", "fr"):
        words = [(f"a{at}", f"b{at}", f"c{at}") for at in range(size)]
        if repeated:
            words[1] = (*words[0], "more")
        passages = [
            Passage(span=Span(code, at, at + 1), language=code, text="x", section="paragraph", words=one)
            for at, one in enumerate(words)
        ]
        sides.append(Side(passages, vectors, {}, lexicon))
    return Pool(*sides, tuple(str(at // 5) for at in range(size)))


@pytest.mark.parametrize("share", [10, 20, 30])
def test_a_draw_keeps_its_share_on_both_sides_and_no_other_sentence_twice(share):
    one = draw(1000, share, 0)
    assert len(one.left) == len(one.right)
    assert one.parallel == round(len(one.left) * share / 100)
    assert len(np.union1d(one.left, one.right)) == 2 * len(one.left) - one.parallel <= 1000
    assert np.array_equal(draw(1000, share, 0).left, one.left)
    assert not np.array_equal(draw(1000, share, 1).left, one.left)
    assert abs(np.corrcoef(one.left, one.right)[0, 1]) < 0.2  # their order tells nothing


def test_plain_margins_get_their_best_threshold():
    one = draw(60, 30, 0)
    for measure in MARGINS.values():
        found, right, there = best(one, pool(60), measure)
        assert right == there == one.parallel
        assert found == there


def test_pairs_of_sentences_that_repeat_each_other_count_neither_way():
    both = pool(6, repeated=True)
    assert both.repeats == {(0, 1), (1, 0)}
    one = draw(6, 100, 0)
    at = [one.right.tolist().index(sentence) for sentence in range(6)]
    pairs = [Candidate(left, at[right], NOTHING, 0.9) for left, right in ((0, 1), (0, 0), (2, 3))]
    assert counted(both, one, pairs) == (2, 1, 6)


def test_missing_data_are_said(knowledge, tmp_path: Path):
    scores, skipped = mining_scores(tmp_path, knowledge)
    assert scores == []
    assert "missing" in skipped[0]


def test_what_helps_may_not_weigh_against():
    chance = np.random.default_rng(0)
    reasons = chance.random((400, 2))
    same = (reasons[:, 0] > 0.5).astype(float)
    found = fit(Sample(reasons, 1 - same, np.ones(400)), ("cosine", "actors"), 1.0)
    assert found["cosine"] == 0.0
    found = fit(Sample(reasons, same, np.ones(400)), ("cosine", "month_conflict"), 1.0)
    assert found["cosine"] > 3
    assert found["month_conflict"] <= -0.3


def test_an_offered_pair_stands_below_an_asserted_one_and_never_beside_it():
    sure, offered, rival = (
        Candidate(*ends, NOTHING, score) for *ends, score in ((0, 0, 0.9), (1, 1, 0.4), (0, 1, 0.4))
    )
    assert chosen([sure, offered]) == [sure, offered]
    assert chosen([sure, offered], 0.5) == [sure]
    assert chosen([sure, rival]) == [sure]
