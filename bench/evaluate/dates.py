"""Dates: strict and relaxed spans, values and intervals per language, on the gold of the seeds."""

from __future__ import annotations

from bench.evaluate.gold import Json, Run, gold_lines, overlap
from bench.evaluate.scores import Score


def date_scores(run: Run) -> list[Score]:
    """Four scores a language: `dates strict`, `relaxed`, `value` (TIMEX3) and `interval` (core ⊆ found ⊆ outer)."""
    gold = gold_lines("seeds-dates")
    scores: list[Score] = []
    for language in sorted({one["lang"] for one in gold}):
        mine = [one for one in gold if one["lang"] == language]
        predicted = [one for one in run.dates if run.languages[run.paths[one["document"]]] == language]
        scores += layer_scores(language, mine, predicted)
    return scores


def layer_scores(language: str, gold: list[Json], predicted: list[Json]) -> list[Score]:
    """The scores of one language; what meets only optional gold counts neither way."""
    timex = [one for one in predicted if one["layer"] == "timex"]
    wanted = [one for one in gold if one["layer"] == "timex" and not one["optional"]]
    neutral = [one for one in gold if one["layer"] == "timex" and one["optional"]]
    counted = [one for one in timex if meets(one, wanted) or not meets(one, neutral)]
    pairs = [(one, hit) for one in wanted if (hit := meets(one, counted))]
    strict = sum((one["start"], one["end"]) == (hit["start"], hit["end"]) for one, hit in pairs)
    value = sum(one["value"] == hit["timex"] for one, hit in pairs)
    with_interval = [one for one in gold if one["core"] and not one["optional"]]
    inside = sum(within(one, meets(one, [p for p in predicted if p["layer"] == one["layer"]])) for one in with_interval)
    counts = (("strict", strict), ("relaxed", len(pairs)), ("value", value))
    scores = [Score(f"dates {name}", language, len(counted), right, len(wanted), right) for name, right in counts]
    return [
        *scores,
        Score("dates interval", language, len(with_interval), inside, len(with_interval), inside, "ranges included"),
    ]


def meets(one: Json, others: list[Json]) -> Json | None:
    """The one of `others` that shares most characters with `one`."""
    span = (one["start"], one["end"])
    best = max(others, key=lambda other: overlap(span, (other["start"], other["end"])), default=None)
    return best if best and overlap(span, (best["start"], best["end"])) else None


def within(gold: Json, found: Json | None) -> bool:
    """Does the found interval cover the core and stay in the outer one? An open end is the calendar's end."""
    if not found or not (found["from"] or found["to"]):
        return False
    first, last = found["from"] or "0001-01-01", found["to"] or "9999-12-31"
    (core_first, core_last), (outer_first, outer_last) = gold["core"], gold["outer"]
    return bool(outer_first <= first <= core_first and core_last <= last <= outer_last)
