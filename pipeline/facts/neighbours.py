"""The neighbours of each node of a network, made when they are first asked for.

A network of half a million edges is a million dictionaries: who asks for the neighbours of a few actors shall not
wait for all of them. Who asks for many gets all at once, which is quicker than one by one. networkx takes any
mutable mapping for its dictionary of nodes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

# Of an edge: what it tells. Of a pair of nodes: its edges by key. Of a node: its pairs by neighbour.
Told = dict[str, Any]
Keyed = dict[str, Told]
Beside = dict[str, Keyed]
# What few different values recur in on all edges: one template each, copied.
KINDS = ("role", "predicate", "polarity", "modality", "status", "languages")
# Nodes that are asked for one by one before all are made.
MANY = 500


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cycle collector, which would walk millions of young dictionaries in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Neighbours(MutableMapping[str, Beside]):
    """Node → its neighbours one way. What is not made yet is None. Pickled and copied as the plain dictionary that it
    stands for."""

    def __init__(self, names: list[str], make: Callable[[int], Beside], make_all: Callable[[], list[Beside]]) -> None:
        """`make` gives the neighbours of the node at a place of `names`, `make_all` those of each."""
        self._place = {name: place for place, name in enumerate(names)}
        self._make = make
        self._all = make_all
        self._found: dict[str, Beside | None] = dict.fromkeys(names)
        self._asked = 0

    def __getitem__(self, node: str) -> Beside:
        found = self._found[node]
        if found is not None:
            return found
        self._asked += 1
        if self._asked > MANY:
            self._make_all()
        else:
            self._found[node] = self._make(self._place[node])
        return self[node]

    def _make_all(self) -> None:
        with uncollected():
            made = self._all()
            for node, beside in self._found.items():
                if beside is None:
                    self._found[node] = made[self._place[node]]

    def __setitem__(self, node: str, beside: Beside) -> None:
        self._found[node] = beside

    def __delitem__(self, node: str) -> None:
        del self._found[node]

    def __contains__(self, node: object) -> bool:
        return node in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (), None, None, iter(self.items())


@dataclass(frozen=True, slots=True)
class Layout:
    """Edges pair by pair, as places in lists: `rows` of the edges; of each pair its two nodes and its first edge; of
    each node its first pair going out, and its first in `order`, which has the pairs by the node that they go to."""

    rows: list[int]
    starts: list[int]
    ends: list[int]
    firsts: list[int]
    outward: list[int]
    inward: list[int]
    order: list[int]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the edges tell, row by row; `codes` says which of the `templates` holds what recurs."""

    keys: list[str]
    claims: list[str | None]
    edtf: list[str | None]
    codes: list[int]
    templates: dict[int, Told]

    def told(self, row: int) -> Told:
        """What one edge tells."""
        told = self.templates[self.codes[row]].copy()
        told["claim"], told["edtf"] = self.claims[row], self.edtf[row]
        return told

    def all(self) -> list[Told]:
        """What each edge tells."""
        made = list(map(dict, map(self.templates.__getitem__, self.codes)))
        for told, claim, edtf in zip(made, self.claims, self.edtf, strict=True):
            told["claim"], told["edtf"] = claim, edtf
        return made


class Pairs:
    """The edges by the pairs of nodes that they join. A pair's dictionary is one, seen from either of its nodes."""

    def __init__(self, names: list[str], made: pl.DataFrame) -> None:
        """`made`: one row an edge, as `pipeline.facts.edges` makes it; the ends of all are among `names`."""
        self._names = names
        self._made = made
        self._known: dict[int, Keyed] = {}
        self._whole: list[Keyed] | None = None

    def out(self, place: int) -> Beside:
        """Whom the edges from a node go to."""
        names, at, keyed = self._names, self._layout, self._keyed
        pairs = range(at.outward[place], at.outward[place + 1])
        return {names[at.ends[pair]]: keyed(pair) for pair in pairs}

    def into(self, place: int) -> Beside:
        """Whom the edges to a node come from."""
        names, at, keyed = self._names, self._layout, self._keyed
        pairs = at.order[at.inward[place] : at.inward[place + 1]]
        return {names[at.starts[pair]]: keyed(pair) for pair in pairs}

    def all_out(self) -> list[Beside]:
        """The same of each node, by place."""
        at, known = self._layout, self._all_keyed()
        return shared_out(at.outward, list(map(self._names.__getitem__, at.ends)), known)

    def all_into(self) -> list[Beside]:
        """The same of each node, by place."""
        at, known = self._layout, self._all_keyed()
        starts = [self._names[at.starts[pair]] for pair in at.order]
        return shared_out(at.inward, starts, list(map(known.__getitem__, at.order)))

    def _all_keyed(self) -> list[Keyed]:
        if self._whole is None:
            at, keys, told = self._layout, self._columns.keys, self._columns.all()
            begun, self._whole = self._known, []
            for pair, (first, last) in enumerate(pairwise(at.firsts)):
                made = begun.get(pair)
                if made is None and last - first == 1:
                    row = at.rows[first]
                    made = {keys[row]: told[row]}
                self._whole.append(made if made is not None else {keys[row]: told[row] for row in at.rows[first:last]})
        return self._whole

    def _keyed(self, pair: int) -> Keyed:
        if self._whole is not None:
            return self._whole[pair]
        found = self._known.get(pair)
        if found is None:
            at, columns = self._layout, self._columns
            rows = at.rows[at.firsts[pair] : at.firsts[pair + 1]]
            found = self._known[pair] = {columns.keys[row]: columns.told(row) for row in rows}
        return found

    @cached_property
    def _layout(self) -> Layout:
        return lay_out(self._names, self._made)

    @cached_property
    def _columns(self) -> Columns:
        return columns(self._made)


def shared_out(firsts: list[int], names: list[str], known: list[Keyed]) -> list[Beside]:
    """For each node those that begin at its first and end before the next one's."""
    return [dict(zip(names[a:b], known[a:b], strict=True)) for a, b in pairwise(firsts)]


def lay_out(names: list[str], made: pl.DataFrame) -> Layout:
    """Sort the edges by pair."""
    import numpy as np
    import polars as pl

    size = len(names)
    apart = pl.concat([pl.Series("a", names, dtype=pl.String), made["a"], made["b"]])
    codes = apart.cast(pl.Categorical).to_physical().to_numpy()
    place = np.zeros(codes.max(initial=0) + 1, dtype=np.int64)
    place[codes[:size]] = np.arange(size)
    a, b = place[codes[size : size + made.height]], place[codes[size + made.height :]]
    ordered = pl.DataFrame({"pair": a * size + b}).with_row_index("row").sort("pair", maintain_order=True)
    pair = ordered["pair"].rle().struct.unnest()
    starts, ends = (some.to_numpy() for some in (pair["value"] // max(1, size), pair["value"] % max(1, size)))
    order = np.argsort(ends, kind="stable")
    each = np.arange(size + 1)
    return Layout(
        rows=ordered["row"].to_list(),
        starts=starts.tolist(),
        ends=ends.tolist(),
        firsts=[0, *pair["len"].cum_sum().to_list()],
        outward=np.searchsorted(starts, each).tolist(),
        inward=np.searchsorted(ends[order], each).tolist(),
        order=order.tolist(),
    )


def columns(made: pl.DataFrame) -> Columns:
    """The columns of the edges as lists."""
    import polars as pl

    written = pl.concat_str((pl.col(name).fill_null("") for name in KINDS), separator="\t")
    coded = made.select(*KINDS, code=written.cast(pl.Categorical).to_physical())
    first = coded.unique("code", keep="first")
    rows = (row | {"claim": None, "edtf": None} for row in first.select(KINDS).iter_rows(named=True))
    templates: dict[int, Told] = dict(zip(first["code"], rows, strict=True))
    lists = (made["key"].to_list(), made["claim"].to_list(), made["edtf"].to_list(), coded["code"].to_list())
    return Columns(*lists, templates)
