"""Where the nodes of a network stand, and where their names do: the same graph gives the same picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

Place = tuple[float, float]
SEED = 7
# How far nodes are moved from where springs put them to where all have the same room.
EVEN = 0.65
# A part of more nodes has the whole width to itself.
MANY = 12
# In pixels: the room of one node, between parts that nothing joins, and of one letter of a name.
# Where on a line its words may stand, the best first.
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.74, 0.26)
CELL, GAP, LETTER, HEIGHT, RADIUS = 108.0, 46.0, 5.9, 13.0, 9.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a name or a node takes."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> float:
        """How much of `other` it takes."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


def places(graph: nx.Graph, width: float) -> tuple[dict[str, Place], float, float]:
    """Each node's place in pixels, and the width (at most `width`) and height that all take: parts that nothing joins
    stand side by side, the largest first."""
    import networkx as nx

    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    found: dict[str, Place] = {}
    left = top = shelf = used = 0.0
    for part in parts:
        inside, wide, high = laid_out(graph.subgraph(part), part, width)
        if left and left + wide > width:
            left, top, shelf = 0.0, top + shelf + GAP, 0.0
        found |= {node: (round(left + x, 1), round(top + y, 1)) for node, (x, y) in inside.items()}
        used = max(used, left + wide)
        left, shelf = left + wide + GAP, max(shelf, high)
    return found, used, top + shelf


def laid_out(graph: nx.Graph, part: list[str], width: float) -> tuple[dict[str, Place], float, float]:
    """One part in a box of its own: the places inside, and the width and height of the box."""
    import networkx as nx

    plain = nx.Graph()
    plain.add_nodes_from(part)
    plain.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges()))
    wide = width if len(part) > MANY else min(width, CELL * (1.25 * sqrt(len(part)) + 0.8))
    high = max(CELL * 0.55, CELL * 1.5 * len(part) * CELL / wide if len(part) > 2 else 0)
    if len(part) == 2:
        return {part[0]: (wide * 0.2, high * 0.4), part[1]: (wide * 0.8, high * 0.4)}, wide, high
    made = nx.spring_layout(plain, seed=SEED, k=1.6 / sqrt(len(part)), iterations=300)
    return stretched({node: (float(x), float(y)) for node, (x, y) in made.items()}, wide, high), wide, high


def stretched(made: Mapping[str, Place], wide: float, high: float) -> dict[str, Place]:
    """Places that fill a box but for room at its edges, where names stand."""
    edge, low = CELL * 0.5, CELL * 0.25
    xs = spread({node: x for node, (x, _) in made.items()})
    ys = spread({node: y for node, (_, y) in made.items()})
    return {node: (edge + xs[node] * (wide - 2 * edge), low + ys[node] * (high - 2 * low)) for node in made}


def spread(values: Mapping[str, float]) -> dict[str, float]:
    """Each value from 0 to 1, moved towards its rank: springs crowd the middle and throw the ends far out."""
    order = sorted(values, key=lambda node: (values[node], node))
    least, greatest, last = values[order[0]], values[order[-1]], max(1, len(order) - 1)
    room = (greatest - least) or 1.0
    return {node: (1 - EVEN) * (values[node] - least) / room + EVEN * rank / last for rank, node in enumerate(order)}


def name_places(nodes: Mapping[str, Place], names: Mapping[str, str], width: float) -> dict[str, Place]:
    """The middle of each name, in the order of `names`: below its node, else wherever it covers least of what stands
    there already."""
    taken = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in nodes.values()]
    found: dict[str, Place] = {}
    for node, name in names.items():
        half = len(name) * LETTER / 2
        tries = [box_at(place, half, width) for place in around(nodes[node], half)]
        best = min(tries, key=lambda box: sum(box.covers(other) for other in taken))
        taken.append(best)
        found[node] = round((best.left + best.right) / 2, 1), round((best.top + best.bottom) / 2, 1)
    return found


def word_places(
    nodes: Mapping[str, Place], names: Mapping[str, tuple[str, Place]], lines: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], Place]:
    """The middle of the words of each line: on it, where they cover least of nodes, names and other words."""
    taken = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in nodes.values()]
    taken += [
        box_at(place, len(name) * LETTER / 2, 2 * (place[0] + len(name) * LETTER)) for name, place in names.values()
    ]
    found = {}
    for pair, words in lines.items():
        (x, y), (x2, y2), half = nodes[pair[0]], nodes[pair[1]], len(words) * LETTER / 2
        tries = [Box(at - half, up - HEIGHT / 2, at + half, up + HEIGHT / 2) for at, up in
                 ((x + (x2 - x) * part, y + (y2 - y) * part) for part in ALONG)]  # fmt: skip
        best = min(tries, key=lambda box: sum(box.covers(other) for other in taken))
        taken.append(best)
        found[pair] = round((best.left + best.right) / 2, 1), round((best.top + best.bottom) / 2, 1)
    return found


def around(place: Place, half: float) -> list[Place]:
    """Where a name may stand, the best first."""
    x, y = place
    beside = half + RADIUS + 3
    near = [(x, y + 17), (x, y - 17), (x + beside, y), (x - beside, y)]
    slanted = [(x + side * half * 0.8, y + up) for up in (16, -16) for side in (1, -1)]
    return [*near, *slanted, (x, y + 29), (x, y - 29)]


def box_at(middle: Place, half: float, width: float) -> Box:
    """The box of a name around `middle`, pushed back into the picture."""
    x = min(max(middle[0], half), max(half, width - half))
    return Box(x - half, middle[1] - HEIGHT / 2, x + half, middle[1] + HEIGHT / 2)
