"""The network: actors and treaties, a shape and a colour for each type, and a line where claims join two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, degrees, hypot
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
    charted,
    finished,
    nothing,
    shortened,
)  # fmt: skip
from pipeline.facts.pictures.places import Place, name_places, places, word_places
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import altair as alt
    import networkx as nx

WIDTH, NAME_LENGTH = 860, 34
# More lines than this are a cloud.
LINES = 240
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
# How far before the node that it leads to a line has its arrow, in pixels.
TIP = 20.0
Lines = dict[tuple[str, str], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Web:
    """What the network shows: nodes with their type and name, lines with what is told between two nodes (from, to),
    and how many of both are left out."""

    nodes: dict[str, tuple[str, str]]
    lines: Lines
    left_out: int
    lines_left_out: int


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
    inside = [pair for pair in between if names.keys() >= set(pair)]
    strong = sorted(inside, key=lambda pair: (-len(between[pair]), pair))[:LINES]
    lines = {pair: between[pair] for pair in sorted(strong)}
    left = {node for pair in lines for node in pair}
    nodes = {node: name for node, name in names.items() if node in left}
    labels = dict(shelf.frame("predicates").select("id", "label").iter_rows())
    for told in lines.values():
        for one in told:
            one["label"] = labels.get(one["predicate"])
    return Web(nodes, lines, len(joined) - len(nodes), len(inside) - len(lines))


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
    named = name_places(at, names, width)
    data = {
        "lines": [line(pair, told, at, shown, words) for pair, told in shown.lines.items()],
        "nodes": [node_row(node, at[node], shown, words) for node in shown.nodes],
        "names": [{"x": named[node][0], "y": named[node][1], "name": name} for node, name in names.items()],
    }
    halo, text = (one.encode(**canvas.at("x", "y"), text="name:N") for one in haloed("names", 11, INK))
    said = []
    if len(shown.lines) <= FEW:
        data["sayings"] = saying_rows(shown, at, {node: (names[node], named[node]) for node in names}, words)
        said = [one.encode(**canvas.at("x", "y"), text="word:N") for one in haloed("sayings", 10, SOFT)]
    layers = [*strokes(words, canvas), *said, halo, dots(shown, words, canvas), text]
    notes = [words["key_dashed"]]
    left = words.say("left_out", shown=len(shown.nodes), count=shown.left_out)
    notes += [left] if shown.left_out else []
    fewer = words.say("network_left_out", shown=len(shown.lines), count=shown.lines_left_out)
    notes += [fewer] if shown.lines_left_out else []
    chart = altair().layer(*layers).properties(width=canvas.width, height=canvas.height)
    return finished(chart, words["network"], notes, data)


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


def strokes(words: Words, canvas: Canvas) -> list[alt.Chart]:
    """Lines between nodes with an arrow to whom the claim is about; dashed where nothing is told as a fact."""
    alt = altair()
    chart = charted("lines")
    tooltip = [alt.Tooltip("about:N", title=words["claims"])]
    told = {"tooltip": tooltip, "description": alt.Description("about:N"), "size": alt.Size("width:Q", scale=None)}
    drawn = []
    for wanted, dash in (("datum.fact", [1, 0]), ("!datum.fact", [4, 3])):
        some = chart.transform_filter(wanted).mark_rule(color=SOFT, opacity=0.75, strokeDash=dash)
        drawn.append(some.encode(**canvas.at("x", "y"), x2="x2:Q", y2="y2:Q", **told))
    tip = chart.mark_point(shape="triangle-right", fill=SOFT, stroke=SOFT, size=44, opacity=1, aria=False)
    drawn.append(tip.encode(**canvas.at("tip_x", "tip_y"), angle=alt.Angle("turn:Q", scale=None)))
    return drawn


def saying_rows(
    shown: Web, at: dict[str, Place], named: dict[str, tuple[str, Place]], words: Words
) -> list[dict[str, Any]]:
    """On each line what it tells, for a picture of few lines."""
    said = {pair: shortened(sayings(told[:1], words), NAME_LENGTH) for pair, told in shown.lines.items()}
    return [{"x": x, "y": y, "word": said[pair]} for pair, (x, y) in word_places(at, named, said).items()]


def haloed(name: str, size: int, colour: str) -> tuple[alt.Chart, alt.Chart]:
    """Words twice: a halo that keeps lines off, and the words."""
    chart = charted(name)
    look = {"fontSize": size, "baseline": "middle", "aria": False}
    halo = chart.mark_text(stroke=PAPER, strokeWidth=3.5, strokeJoin="round", fill=PAPER, **look)
    return halo, chart.mark_text(fill=colour, **look)


def line(
    pair: tuple[str, str], told: list[dict[str, Any]], at: dict[str, Place], shown: Web, words: Words
) -> dict[str, Any]:
    """One line of the data."""
    (x, y), (x2, y2) = at[pair[0]], at[pair[1]]
    tip = max(0.5, 1 - TIP / max(1.0, hypot(x2 - x, y2 - y)))
    return {
        "x": x, "y": y, "x2": x2, "y2": y2,
        "tip_x": round(x + (x2 - x) * tip, 1), "tip_y": round(y + (y2 - y) * tip, 1),
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


def node_row(node: str, at: Place, shown: Web, words: Words) -> dict[str, Any]:
    """One node of the data."""
    type_, name = shown.nodes[node]
    return {"x": at[0], "y": at[1], "name": name, "type": words[type_], "about": f"{name} ({words[type_]})"}


def dots(shown: Web, words: Words, canvas: Canvas) -> alt.Chart:
    """The nodes, a shape and a colour for each type."""
    alt = altair()
    kinds = [type_ for type_ in TYPES if any(type_ == one for one, _ in shown.nodes.values())]
    legend = alt.Legend(title=None, orient="top", symbolSize=130)
    domain = [words[type_] for type_ in kinds]
    shape = alt.Shape("type:N", scale=alt.Scale(domain=domain, range=[TYPES[one][0] for one in kinds]), legend=legend)
    fill = alt.Fill("type:N", scale=alt.Scale(domain=domain, range=[TYPES[one][1] for one in kinds]), legend=legend)
    tooltip = [alt.Tooltip("name:N", title=words["called"]), alt.Tooltip("type:N", title=words["network_type"])]
    chart = charted("nodes").mark_point(size=190, stroke=INK, strokeWidth=1, opacity=1)
    told = {"tooltip": tooltip, "description": alt.Description("about:N")}
    return chart.encode(**canvas.at("x", "y"), shape=shape, fill=fill, **told)
