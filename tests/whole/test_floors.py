"""Floors of quality on the gold: they may only rise. Gold that changes must be pinned anew."""

import hashlib
import json

import pytest
from calling import ROOT, SEEDS, Ran

from bench.evaluate.__main__ import seed_scores
from bench.evaluate.gold import GOLD, read_run
from bench.evaluate.own_dates import own_date_scores
from bench.evaluate.pin import gold_files, measures
from bench.evaluate.unseen import unseen_scores

FLOORS = json.loads((GOLD / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def measured(seed_run: Ran) -> dict[str, float]:
    """Every score by `part language measure`: on the seeds, on our prose with dates, and on other treaties."""
    return measures([*seed_scores(read_run(seed_run.outputs)), *own_date_scores(), *unseen_scores()])


@pytest.mark.parametrize("name", FLOORS["scores"])
def test_no_score_falls(measured: dict[str, float], name: str):
    assert measured[name] >= FLOORS["scores"][name]


def test_every_part_has_a_floor(measured: dict[str, float]):
    pinned = {name.rsplit(" ", 1)[0] for name in FLOORS["scores"]}
    assert {name.rsplit(" ", 1)[0] for name in measured} == pinned


def test_the_gold_is_the_one_that_was_measured():
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in gold_files()}
    assert digests == FLOORS["gold"]


def test_the_gold_stands_in_the_corpus():
    """Every span of the gold is the slice that it says: gold for other bytes would measure nothing."""
    texts = {name: (ROOT / "corpus" / "documents" / name).read_bytes().decode() for name in SEEDS}
    names = [json.loads(line) for line in (GOLD / "seeds-names.jsonl").read_text("utf-8").splitlines()]
    assert all(texts[one["doc"]][one["start"] : one["end"]] == one["text"] for one in names)
