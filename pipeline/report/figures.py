"""The three pictures, each with a table below that says the same to those who cannot see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from pipeline.facts.pictures import corroboration, timeline, web
from pipeline.facts.pictures.corroboration import Told
from pipeline.facts.pictures.moments import Life, Moment, life
from pipeline.facts.pictures.web import Web
from pipeline.facts.pictures.words import Words
from pipeline.report.drawing import Drawing, drawing
from pipeline.report.markup import count, said, section, shown, table
from pipeline.report.sight import Sight

ROWS, NODES, PREDICATES = 40, 60, 20


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures of one language, with what they show."""

    words: Words
    life: Life
    web: Web
    told: Told
    drawings: dict[str, Drawing]


def figures(sight: Sight) -> Figures:
    """The pictures, drawn."""
    words = Words(sight.pictures)
    seen = life(sight.shelf, None, ROWS, words)
    net, told = web.web(sight.shelf, None, NODES), corroboration.told(sight.shelf, PREDICATES)
    charts = {
        "timeline": timeline.picture(seen, words),
        "network": web.picture(net, words),
        "languages": corroboration.picture(told, words),
    }
    drawn = {
        name: drawing(chart, f"{sight.code}-{name}", words[name], said_of(sight, words[name]))
        for name, chart in charts.items()
    }
    return Figures(words, seen, net, told, drawn)


def said_of(sight: Sight, title: str) -> str:
    """What is read aloud of a picture."""
    return sight.words.picture.replace("{title}", title)


def timeline_section(sight: Sight, drawn: Figures, cards: Collection[str]) -> str:
    """The timeline; its table leads to the evidence."""
    words = drawn.words
    heads = [words[name] for name in ("text", "edtf", "days", "holder", "status", "stance", "language")]
    rows = [moment(one, sight, cards) for one in (*drawn.life.treaties, *drawn.life.claims)]
    return figure(sight, drawn, "timeline", sight.words.timeline, heads, rows)


def moment(one: Moment, sight: Sight, cards: Collection[str]) -> list[str]:
    """A moment as cells; a claim whose evidence stands on the page is a link to it."""
    ids = [claim for claim in one.claims if claim in cards]
    text = f'<a href="#{sight.code}-{escape(ids[0])}">{shown(one.text)}</a>' if ids else shown(one.text)
    told = (timeline.days(one), one.holders, one.status, one.stance)
    return [text, shown(one.edtf), *(shown(part) for part in told), said(sight.called(one.languages))]


def network_section(sight: Sight, drawn: Figures) -> str:
    """The network; its table has a row for each line."""
    heads = (sight.words.from_, sight.words.to, sight.words.claims)
    nodes = drawn.web.nodes
    rows = [
        [shown(nodes[one][1]), shown(nodes[other][1]), shown(web.sayings(told, drawn.words))]
        for (one, other), told in drawn.web.lines.items()
    ]
    return figure(sight, drawn, "network", sight.words.network, heads, rows)


def languages_section(sight: Sight, drawn: Figures) -> str:
    """What each language tells; its table has a row for each bar of the first column."""
    told, words = drawn.told, drawn.words
    heads = (
        f"{words['status']} · {words['predicate']}",
        *(corroboration.group_name(group, words) for group in told.groups),
    )
    rows = []
    for name, counts in ((words.__getitem__, told.statuses), (lambda one: told.labels.get(one, one), told.predicates)):
        numbers = {(group, what): number for group, what, number in counts}
        for what in dict.fromkeys(what for _, what, _ in counts):
            rows.append([shown(name(what)), *(count(numbers[group, what]) for group in told.groups)])
    return figure(sight, drawn, "languages", sight.words.languages, heads, rows)


def figure(sight: Sight, drawn: Figures, name: str, title: str, heads: Collection[str], rows: list[list[str]]) -> str:
    """A picture that scrolls where it is too wide, and its table."""
    label = escape(drawn.words[name])
    picture = (
        f'<div class="wide picture" role="group" tabindex="0" aria-label="{label}">{drawn.drawings[name].inline}</div>'
    )
    same = table(list(heads), rows, drawn.words[name])
    below = f"<details><summary>{said(sight.words.as_table)}</summary>{same}</details>" if rows else ""
    return section(f"{sight.code}-{name}", title, "", f"<figure>{picture}</figure>{below}")
