"""Alignments: pairs of sentences against the gold; related pairs count neither way."""

from __future__ import annotations

from itertools import product

from bench.evaluate.gold import Json, Run, gold_lines, overlap
from bench.evaluate.scores import Score
from pipeline.model import ASSERTED


def sentence_pairs(run: Run, least: float) -> list[tuple[Json, Json]]:
    """The French and English sentences of the alignments that score `least`."""
    held = [one for one in run.graph["alignments"] if one["score"] >= least]
    return [pair for one in held for pair in product(one.get("fr", []), one.get("en", []))]


def alignment_scores(run: Run) -> list[Score]:
    """All pairs that tell the same, asserted and then with those offered; those of the same event (recall only)."""
    gold = gold_lines("seeds-alignments")
    same = [one for one in gold if one["kind"].startswith("same")]
    neutral = [one for one in gold if not one["kind"].startswith("same")]
    events = [one for one in same if one["kind"] == "same event"]
    scores = []
    for tier, least in (("", ASSERTED), (" offered", 0.0)):
        pairs = sentence_pairs(run, least)
        counted = [pair for pair in pairs if is_in(pair, same) or not is_in(pair, neutral)]
        right = sum(is_in(pair, same) for pair in counted)
        found = [one for one in same if any(is_in(pair, [one]) for pair in pairs)]
        told, size = sum(one in found for one in events), len(counted)
        scores += [
            Score(f"alignments{tier}", "all", size, right, len(same), len(found), "sentence pairs, events and claims"),
            Score(f"alignments events{tier}", "all", size, right, len(events), told, "recall of same events"),
        ]
    return scores


def is_in(pair: tuple[Json, Json], gold: list[Json]) -> bool:
    """Does the pair meet one of the gold's pairs on both sides, by at least half of the shorter span?"""
    left, right = pair
    return any(half(left, one["fr"]) and half(right, one["en"]) for one in gold)


def half(found: Json, gold: Json) -> bool:
    """Do the two spans share at least half of the shorter one?"""
    shorter = min(found["end"] - found["start"], gold["end"] - gold["start"])
    return bool(2 * overlap((found["start"], found["end"]), (gold["start"], gold["end"])) >= shorter > 0)
