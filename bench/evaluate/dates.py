"""Dates on the gold of the seeds: strict and relaxed spans, values, intervals and mods per language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bench.evaluate.expressions import Tally, tally, tally_scores
from bench.evaluate.gold import HOUSE, Json, Run, gold_lines
from bench.evaluate.scores import Score


def date_scores(run: Run) -> Iterator[Score]:
    """Five scores a language: `relaxed`, `strict`, `value` (TIMEX3), `interval` (core ⊆ found ⊆ outer) and `mods`."""
    gold = gold_lines("seeds-dates")
    for language in sorted({one["lang"] for one in gold}):
        files = sorted({one["doc"] for one in gold if one["lang"] == language})
        counts = sum((file_tally(file, run) for file in files), Tally())
        yield from tally_scores("dates", language, counts)


def file_tally(file: str, run: Run) -> Tally:
    """The counts of one text; its ranges, a layer of their own, count for their intervals alone."""
    text = seed_text(file)
    single, ranges = (tally(text, seed_gold(file, layer), found(file, run, layer)) for layer in ("timex", "range"))
    return replace(
        single,
        with_interval=single.with_interval + ranges.with_interval,
        interval=single.interval + ranges.interval,
    )


def seed_text(file: str) -> str:
    """A seed text as it was received: the gold counts in its characters."""
    return (HOUSE / "corpus" / "documents" / file).read_bytes().decode()


def seed_gold(file: str, layer: str) -> list[Json]:
    """One layer of the gold of one text."""
    return [one for one in gold_lines("seeds-dates") if one["doc"] == file and one["layer"] == layer]


def found(file: str, run: Run, layer: str) -> list[Json]:
    """One layer of what the run found in one text, as records that are scored."""
    mine = [one for one in run.dates if one["layer"] == layer and run.paths[one["document"]] == file]
    return [one | {"value": one["timex"], "interval": interval(one)} for one in mine]


def interval(one: Json) -> tuple[str, str] | None:
    """The interval that was found; an open end is the calendar's end."""
    return (one["from"] or "0001-01-01", one["to"] or "9999-12-31") if one["from"] or one["to"] else None
