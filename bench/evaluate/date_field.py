"""Our dates beside the field: what HeidelTime, SUTime, dateparser and Microsoft Recognizers find in the same texts.

The figures of others are no floors of ours: they are rows of a table of their own, never scores.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.date_systems import Live, dateparser_live, recognizers_live, recorded
from bench.evaluate.dates import found, seed_gold, seed_text
from bench.evaluate.expressions import tally_scores
from bench.evaluate.gold import Json, Run, gold_lines
from bench.evaluate.public_dates import DateSet, Reference

MEASURES = ("relaxed", "strict", "value", "interval", "mods")
# HeidelTime was asked without a part-of-speech tagger and with one; its row is the better of the two per measure.
SETTINGS = {"heideltime_no": "without tagger", "heideltime_treetagger": "with TreeTagger"}


@dataclass(frozen=True)
class Standing:
    """How one system does on one set: F1 of spans and values, shares of intervals and mods, in percent."""

    dataset: str
    language: str
    system: str
    figures: dict[str, float]
    note: str = ""

    def row(self) -> Json:
        """One row of eval.json."""
        place = {"dataset": self.dataset, "language": self.language, "system": self.system}
        return place | self.figures | {"note": self.note}


def seed_sets(run: Run) -> list[DateSet]:
    """The two seed texts as sets: their single expressions, not the ranges over them."""
    gold = {one["doc"]: one for one in gold_lines("seeds-dates")}
    return [
        DateSet(
            f"seed {one['lang']}",
            f"seed_{one['lang']}",
            one["lang"],
            [{"id": file, "text": seed_text(file), "dct": one["dct"], "gold": seed_gold(file, "timex")}],
            {file: found(file, run, "timex")},
        )
        for file, one in gold.items()
    ]


def field(sets: list[DateSet], data: Path, scorer: Reference) -> tuple[list[Standing], list[str]]:
    """A row for every system on every set, and a line for what could not be asked."""
    folder = data / "dates" / "baselines"
    recognizers = recognizers_live()
    rows = [row for one in sets for row in standings(one, folder, scorer, recognizers)]
    missing = [] if recognizers else ["Microsoft Recognizers: recognizers-text-date-time (with emoji<2) not installed"]
    return rows, missing


def standings(one: DateSet, folder: Path, scorer: Reference, recognizers: Live | None) -> Iterator[Standing]:
    """Ours first, then the others'."""
    yield standing(one, "accord", scorer, one.ours)
    paths = {name: folder / f"{one.key}.{name}.jsonl" for name in (*SETTINGS, "sutime")}
    settings = {
        name: standing(one, "HeidelTime", scorer, recorded(paths[name])) for name in SETTINGS if paths[name].is_file()
    }
    if settings:
        yield better(settings)
    if paths["sutime"].is_file():
        yield standing(one, "SUTime", scorer, recorded(paths["sutime"]), "recorded")
    for name, live in (("dateparser", dateparser_live), ("Microsoft Recognizers", recognizers)):
        if live:
            yield standing(one, name, scorer, asked(one, live), "live")


def asked(one: DateSet, live: Live) -> dict[str, list[Json]]:
    """What a live system finds in each text."""
    return {record["id"]: live(record["text"], one.language, record["dct"]) for record in one.records}


def standing(one: DateSet, system: str, scorer: Reference, found: dict[str, list[Json]], note: str = "") -> Standing:
    """One row."""
    scores = tally_scores("", one.language, scorer.judge(one.records, found))
    return Standing(one.name, one.language, system, {score.part.strip(): round(score.f1, 1) for score in scores}, note)


def better(settings: dict[str, Standing]) -> Standing:
    """For each measure what the better setting gives, and which that is."""
    rows = list(settings.values())
    best = {name: max(one.figures[name] for one in rows) for name in MEASURES}
    winners = {
        key: [name for name in MEASURES if one.figures[name] == best[name] > min(row.figures[name] for row in rows)]
        for key, one in settings.items()
    }
    told = [f"{SETTINGS[key]} for {', '.join(names)}" for key, names in winners.items() if names]
    return Standing(rows[0].dataset, rows[0].language, "HeidelTime", best, "; ".join(["recorded", *told]))
