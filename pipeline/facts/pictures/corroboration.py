"""Corroboration by language: how many claims only one language tells, how many several, by status and by predicate."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.facts.evidence import SAME
from pipeline.facts.pictures.look import (
    BLUE,
    INK,
    ORANGE,
    PURPLE,
    SKY,
    Rows,
    altair,
    charted,
    finished,
    nothing,
    shortened,
)
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import Shelf
from pipeline.model.tables import JOINT

if TYPE_CHECKING:
    import altair as alt

STATUSES = ("corroborated", "disputed", "single")
COLOURS = (BLUE, ORANGE, SKY, PURPLE)
COLUMN, BAR, LABEL = 200, 22, 190
Counts = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How many claims the languages tell: by (languages, status) and by (languages, predicate); languages are parted
    by `; `. `groups` are all sets of languages, lone ones first; `labels` and `left_out` are of predicates."""

    groups: tuple[str, ...]
    statuses: Counts
    predicates: Counts
    labels: dict[str, str]
    left_out: int


def draw_languages(shelf: Shelf, most: int, words: Words) -> alt.Chart:
    """One column for each set of languages, one bar for each status and each predicate."""
    return picture(told(shelf, most), words)


def told(shelf: Shelf, most: int) -> Told:
    """The counts. A claim is also told by the languages of those linked to it as equal, finer or coarser, unless only
    one language tells it."""
    known = shelf.frame("claims").select("id", "predicate", "status", "languages", "only")
    near = linked(shelf, dict(known.select("id", "languages").iter_rows()))
    statuses: Counter[tuple[str, str]] = Counter()
    predicates: Counter[tuple[str, str]] = Counter()
    for id_, predicate, status, languages, only in known.iter_rows():
        group = only or JOINT.join(sorted({*languages.split(JOINT), *near.get(id_, ())}))
        statuses[group, status] += 1
        predicates[group, predicate] += 1
    groups = sorted({group for group, _ in statuses}, key=lambda group: (group.count(JOINT), group))
    sums: Counter[str] = Counter()
    for (_, predicate), count in predicates.items():
        sums[predicate] += count
    kept = sorted(sums, key=lambda predicate: (-sums[predicate], predicate))[:most]
    return Told(
        tuple(groups),
        tuple((group, status, statuses[group, status]) for status in STATUSES for group in groups),
        tuple((group, predicate, predicates[group, predicate]) for predicate in kept for group in groups),
        dict(shelf.frame("predicates").select("id", "label").iter_rows()),
        len(sums) - len(kept),
    )


def linked(shelf: Shelf, languages: dict[str, str]) -> dict[str, set[str]]:
    """The languages of the claims that tell the same as each."""
    import polars as pl

    found: dict[str, set[str]] = {}
    for a, b in shelf.scan("links").filter(pl.col("kind").is_in(SAME)).select("a", "b").collect().iter_rows():
        for one, other in ((a, b), (b, a)):
            found.setdefault(one, set()).update(languages.get(other, "").split(JOINT) if languages.get(other) else ())
    return found


def picture(shown: Told, words: Words) -> alt.Chart:
    """`shown` as a chart."""
    if not shown.groups:
        return nothing(words["languages"], words["languages_none"])
    names = {group: group_name(group, words) for group in shown.groups}
    labels = {predicate: shown.labels.get(predicate, predicate) for _, predicate, _ in shown.predicates}
    statuses = {status: words[status] for status in STATUSES}
    panels = [
        bars("languages_status", names, list(statuses.values()), shown.statuses, words),
        bars("languages_predicate", names, list(labels.values()), shown.predicates, words),
    ]
    data = rows("languages_status", names, statuses, shown.statuses)
    data |= rows("languages_predicate", names, labels, shown.predicates)
    left = words.say("languages_left_out", shown=len(labels), count=shown.left_out)
    notes = [left] if shown.left_out else []
    return finished(altair().vconcat(*panels, spacing=22), words["languages"], notes, data)


def group_name(group: str, words: Words) -> str:
    """A set of languages in words."""
    languages = group.split(JOINT)
    return (
        words.say("only", language=words[group])
        if len(languages) == 1
        else " + ".join(map(words.__getitem__, languages))
    )


def rows(panel: str, names: dict[str, str], labels: dict[str, str], counts: Counts) -> dict[str, Rows]:
    """The rows of each column of a panel, by its name."""
    return {
        f"{panel} {group}": [
            {"what": labels[what], "count": count, "shown": str(count), "about": f"{labels[what]} · {name}: {count}"}
            for told, what, count in counts
            if told == group
        ]
        for group, name in names.items()
    }


def bars(panel: str, names: dict[str, str], order: list[str], counts: Counts, words: Words) -> alt.Chart:
    """A row of columns, one for each set of languages; the first one names the bars."""
    alt = altair()
    most = max(count for _, _, count in counts)
    columns = []
    for number, (group, name) in enumerate(names.items()):
        column = one_column(f"{panel} {group}", order, most, number)
        heading = alt.TitleParams(shortened(name, 34), fontSize=12, anchor="start", frame="group")
        columns.append(column.properties(title=heading))
    row = alt.hconcat(*columns, spacing=14)
    return row.properties(title=alt.TitleParams(words[panel], fontSize=13, anchor="start"))


def one_column(name: str, order: list[str], most: int, number: int) -> alt.Chart:
    """The bars of one set of languages, the number beside each: zeros are told too."""
    alt = altair()
    axis = alt.Axis(
        title=None, labelLimit=LABEL, minExtent=LABEL, maxExtent=LABEL, ticks=False, domain=False, labelPadding=6
    )
    y = alt.Y("what:N", sort=order, axis=None if number else axis)
    x = alt.X("count:Q", scale=alt.Scale(domain=[0, most * 1.15], nice=False), axis=None)
    chart = charted(name)
    look = {"color": COLOURS[number % len(COLOURS)], "stroke": INK, "strokeWidth": 0.5, "height": {"band": 0.7}}
    told = {"tooltip": alt.Tooltip("about:N"), "description": alt.Description("about:N")}
    bar = chart.mark_bar(**look).encode(x=x, y=y, **told)
    count = chart.mark_text(align="left", dx=4, fontSize=11, color=INK, aria=False).encode(x=x, y=y, text="shown:N")
    return alt.layer(bar, count).properties(width=COLUMN, height=BAR * len(order))
