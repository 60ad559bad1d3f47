"""The network: actors and treaties, a shape and a colour for each type, and a line where claims join two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, degrees
from typing import TYPE_CHECKING, Any

from pipeline.facts.markup import cleaned
from pipeline.facts.network import network
from pipeline.facts.pictures.look import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PURPLE,
    SKY,
    SOFT,
    VERMILLION,
    altair,
    finished,
    nothing,
    shortened,
)  # fmt: skip
from pipeline.facts.pictures.places import Place, name_places, places
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import altair as alt
    import networkx as nx

WIDTH, NAME_LENGTH = 860, 34
TYPES = {
    "person": ("circle", BLUE),
    "organization": ("diamond", GREEN),
    "state": ("triangle-up", VERMILLION),
    "place": ("triangle-down", ORANGE),
    "group": ("cross", PURPLE),
    "treaty": ("square", SKY),
}
# At most so many sayings in a tooltip; at most so many lines say in the picture what they tell.
LISTED, FEW = 8, 14
# Where on a line its arrow stands, and its words.
TIP, WORD = 0.62, 0.42
Lines = dict[tuple[str, str], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Web:
    """What the network shows: nodes with their type and name, lines with what is told between two nodes (from, to),
    and how many nodes are left out."""

    nodes: dict[str, tuple[str, str]]
    lines: Lines
    left_out: int


def draw_network(shelf: Shelf, ids: list[str] | None, most: int, words: Words) -> alt.Chart:
    """Those whom claims join, or only what touches `ids`."""
    return picture(web(shelf, ids, most), words)


def web(shelf: Shelf, ids: list[str] | None, most: int) -> Web:
    """The nodes with the most neighbours, and the claims between them."""
    graph = network(shelf, ids)
    between: Lines = {}
    for one, other, data in graph.edges(data=True):
        if one != other:
            between.setdefault((one, other), []).append(data)
    joined = sorted({node for pair in between for node in pair}, key=lambda node: (-neighbours(graph, node), node))
    kept = joined[:most]
    names = {node: (kind(graph.nodes[node]), cleaned(graph.nodes[node]["label"])) for node in kept}
    lines = {pair: told for pair, told in sorted(between.items()) if names.keys() >= set(pair)}
    left = {node for pair in lines for node in pair}
    nodes = {node: name for node, name in names.items() if node in left}
    labels = dict(shelf.frame("predicates").select("id", "label").iter_rows())
    for told in lines.values():
        for one in told:
            one["label"] = labels.get(one["predicate"])
    return Web(nodes, lines, len(joined) - len(nodes))


def neighbours(graph: nx.MultiDiGraph, node: str) -> int:
    """How many others it is joined to."""
    return len({*graph.successors(node), *graph.predecessors(node)} - {node})


def kind(data: dict[str, Any]) -> str:
    """The type under which a node is drawn: all kinds of treaties are one."""
    return "treaty" if data["kind"] == "treaty" else str(data["type"])


def picture(shown: Web, words: Words) -> alt.Chart:
    """`shown` as a chart."""
    import networkx as nx

    if not shown.lines:
        return nothing(words["network"], words["network_none"])
    graph = nx.Graph()
    graph.add_nodes_from(sorted(shown.nodes))
    graph.add_edges_from(shown.lines)
    at, width, height = places(graph, WIDTH)
    canvas = Canvas(round(width), round(height))
    names = {node: shortened(name, NAME_LENGTH) for node, (_, name) in shown.nodes.items()}
    halo, text = labels(names, name_places(at, names, width), canvas)
    layers = [*strokes(shown, at, words, canvas), halo, dots(shown, at, words, canvas), text]
    notes = [words["key_dashed"]]
    left = words.say("left_out", shown=len(shown.nodes), count=shown.left_out)
    notes += [left] if shown.left_out else []
    chart = altair().layer(*layers).properties(width=canvas.width, height=canvas.height)
    return finished(chart, words["network"], notes)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of the picture in pixels."""

    width: int
    height: int

    def at(self, x: str, y: str) -> dict[str, Any]:
        """The encodings of a place in pixels, y downwards."""
        alt = altair()
        across = alt.Scale(domain=[0, self.width], nice=False, zero=False)
        down = alt.Scale(domain=[0, self.height], nice=False, zero=False, reverse=True)
        return {"x": alt.X(f"{x}:Q", scale=across, axis=None), "y": alt.Y(f"{y}:Q", scale=down, axis=None)}


def strokes(shown: Web, at: dict[str, Place], words: Words, canvas: Canvas) -> list[alt.Chart]:
    """Lines between nodes with an arrow to whom the claim is about; dashed where nothing is told as a fact. Few lines
    say what they tell."""
    alt = altair()
    rows = [line(pair, told, at, shown, words) for pair, told in shown.lines.items()]
    chart = alt.Chart(alt.Data(values=rows))
    tooltip = [alt.Tooltip("about:N", title=words["claims"])]
    told = {"tooltip": tooltip, "description": alt.Description("about:N"), "size": alt.Size("width:Q", scale=None)}
    drawn = []
    for wanted, dash in (("datum.fact", [1, 0]), ("!datum.fact", [4, 3])):
        some = chart.transform_filter(wanted).mark_rule(color=SOFT, opacity=0.75, strokeDash=dash)
        drawn.append(some.encode(**canvas.at("x", "y"), x2="x2:Q", y2="y2:Q", **told))
    tip = chart.mark_point(shape="triangle-right", fill=SOFT, stroke=SOFT, size=44, opacity=1, aria=False)
    drawn.append(tip.encode(**canvas.at("tip_x", "tip_y"), angle=alt.Angle("turn:Q", scale=None)))
    if len(rows) <= FEW:
        drawn += [one.encode(**canvas.at("word_x", "word_y"), text="word:N") for one in haloed(chart, 10, SOFT)]
    return drawn


def haloed(chart: alt.Chart, size: int, colour: str) -> tuple[alt.Chart, alt.Chart]:
    """Words twice: a halo that keeps lines off, and the words."""
    look = {"fontSize": size, "baseline": "middle", "aria": False}
    halo = chart.mark_text(stroke=PAPER, strokeWidth=3.5, strokeJoin="round", fill=PAPER, **look)
    return halo, chart.mark_text(fill=colour, **look)


def line(
    pair: tuple[str, str], told: list[dict[str, Any]], at: dict[str, Place], shown: Web, words: Words
) -> dict[str, Any]:
    """One line of the data."""
    (x, y), (x2, y2) = at[pair[0]], at[pair[1]]
    return {
        "x": x, "y": y, "x2": x2, "y2": y2,
        "tip_x": round(x + (x2 - x) * TIP, 1), "tip_y": round(y + (y2 - y) * TIP, 1),
        "word_x": round(x + (x2 - x) * WORD, 1), "word_y": round(y + (y2 - y) * WORD, 1),
        "word": shortened(sayings(told[:1], words), NAME_LENGTH),
        "turn": round(degrees(atan2(y2 - y, x2 - x)), 1),
        "width": min(1.2 + 0.5 * (len(told) - 1), 4),
        "fact": any("asserted" in (one["modality"] or "asserted") for one in told),
        "about": f"{shown.nodes[pair[0]][1]} → {shown.nodes[pair[1]][1]}: {sayings(told, words)}",
    }  # fmt: skip


def sayings(told: Iterable[dict[str, Any]], words: Words) -> str:
    """What is told between two nodes, each once: predicate, time, and how it is told where not as a fact."""
    said = list(dict.fromkeys(saying(one, words) for one in told))
    more = [f"+{len(said) - LISTED}"] if len(said) > LISTED else []
    return "; ".join([*said[:LISTED], *more])


def saying(one: dict[str, Any], words: Words) -> str:
    """One claim or slot between two nodes, in words."""
    parts = [one.get("label") or words[one["predicate"]], one["edtf"]]
    parts += [words[stance] for stance in (one["modality"] or "").split("; ") if stance not in ("", "asserted")]
    parts += [words["negated"]] if "negated" in (one["polarity"] or "") else []
    return " ".join(part for part in parts if part)


def dots(shown: Web, at: dict[str, Place], words: Words, canvas: Canvas) -> alt.Chart:
    """The nodes, a shape and a colour for each type."""
    alt = altair()
    kinds = [type_ for type_ in TYPES if any(type_ == one for one, _ in shown.nodes.values())]
    named = {type_: words[type_] for type_ in kinds}
    rows = [
        {"x": at[node][0], "y": at[node][1], "name": name, "type": named[type_], "about": f"{name} ({named[type_]})"}
        for node, (type_, name) in shown.nodes.items()
    ]
    legend = alt.Legend(title=None, orient="top", symbolSize=130)
    domain = list(named.values())
    shape = alt.Shape("type:N", scale=alt.Scale(domain=domain, range=[TYPES[one][0] for one in kinds]), legend=legend)
    fill = alt.Fill("type:N", scale=alt.Scale(domain=domain, range=[TYPES[one][1] for one in kinds]), legend=legend)
    tooltip = [alt.Tooltip("name:N", title=words["called"]), alt.Tooltip("type:N", title=words["network_type"])]
    chart = alt.Chart(alt.Data(values=rows)).mark_point(size=190, stroke=INK, strokeWidth=1, opacity=1)
    told = {"tooltip": tooltip, "description": alt.Description("about:N")}
    return chart.encode(**canvas.at("x", "y"), shape=shape, fill=fill, **told)


def labels(names: dict[str, str], at: dict[str, Place], canvas: Canvas) -> tuple[alt.Chart, alt.Chart]:
    """The halos of the names, and the names."""
    alt = altair()
    rows = [{"x": at[node][0], "y": at[node][1], "name": name} for node, name in names.items()]
    halo, text = haloed(alt.Chart(alt.Data(values=rows)), 11, INK)
    return halo.encode(**canvas.at("x", "y"), text="name:N"), text.encode(**canvas.at("x", "y"), text="name:N")
