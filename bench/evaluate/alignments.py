"""Alignments: pairs of sentences against the gold; related pairs count neither way."""

from __future__ import annotations

from itertools import product

from bench.evaluate.gold import Json, Run, gold_lines, overlap
from bench.evaluate.scores import Score


def alignment_scores(run: Run) -> list[Score]:
    """All pairs that tell the same, then those that tell the same event (recall only)."""
    gold = gold_lines("seeds-alignments")
    same = [one for one in gold if one["kind"].startswith("same")]
    neutral = [one for one in gold if not one["kind"].startswith("same")]
    pairs = [pair for one in run.graph["alignments"] for pair in product(one.get("fr", []), one.get("en", []))]
    counted = [pair for pair in pairs if is_in(pair, same) or not is_in(pair, neutral)]
    right = sum(is_in(pair, same) for pair in counted)
    found = [one for one in same if any(is_in(pair, [one]) for pair in pairs)]
    events = [one for one in same if one["kind"] == "same event"]
    events_found = sum(one in found for one in events)
    return [
        Score("alignments", "all", len(counted), right, len(same), len(found), "sentence pairs, events and claims"),
        Score("alignments events", "all", len(counted), right, len(events), events_found, "recall of same events"),
    ]


def is_in(pair: tuple[Json, ...], gold: list[Json]) -> bool:
    """Does the pair meet one of the gold's pairs on both sides, by at least half of the shorter span?"""
    left, right = pair
    return any(half(left, one["fr"]) and half(right, one["en"]) for one in gold)


def half(found: Json, gold: Json) -> bool:
    """Do the two spans share at least half of the shorter one?"""
    shorter = min(found["end"] - found["start"], gold["end"] - gold["start"])
    return bool(2 * overlap((found["start"], found["end"]), (gold["start"], gold["end"])) >= shorter > 0)
