"""A second layer over the expressions: between … and …, from … to …, since …: intervals and which end is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.model import Document, Span, Temporal
from pipeline.stages.dates.grammar import Capture, Node, Operation, Setting, matches
from pipeline.stages.dates.lexing import Item
from pipeline.stages.dates.meaning import Meaning


def _closed(captures: list[Capture], setting: Setting) -> Meaning | None:
    return Meaning(kind="range")


def _open(captures: list[Capture], setting: Setting) -> Meaning | None:
    return Meaning(kind="range", relation=captures[0].value)


RANGE_OPERATIONS: dict[str, Operation] = {"between": _closed, "from": _closed, "dash": _closed, "open": _open}


def ranges(
    document: Document, items: list[Item], found: dict[int, Temporal], root: Node, setting: Setting
) -> Iterator[Temporal]:
    """The ranges among `items`; the parts in `found` learn their relation word on the way."""
    number_of = {id(item): number for number, item in enumerate(items)}
    at = 0
    while at < len(items):
        end = at + 1
        for stop, operation, captures in matches(root, items, at):
            parts = [number_of[id(c.item)] for c in captures if c.kind in ("point", "ref") and number_of[id(c.item)] in found]
            made = _range(document, items[at].start, items[stop - 1].end, operation(captures, setting), parts, found)
            if made is not None:
                yield made
                end = stop
                break
        at = end


def _range(
    document: Document, start: int, end: int, meaning: Any, parts: list[int], found: dict[int, Temporal]
) -> Temporal | None:
    span = Span(document.id, start, end)
    text = document.text[start:end]
    if len(parts) == 1 and meaning.relation != "at":
        part = found[parts[0]]
        found[parts[0]] = replace(part, relation=meaning.relation)
        return open_range(part, meaning.relation, span, text)
    if len(parts) == 2:
        return closed_range(found[parts[0]], found[parts[1]], span, text)
    return None


def closed_range(first: Temporal, last: Temporal, span: Span, text: str) -> Temporal | None:
    """From the beginning of the first to the end of the last; None where they do not run forward."""
    if not (first.edtf and last.edtf and first.earliest and last.latest):
        return None
    if not first.earliest.startswith("-") and first.earliest > last.latest:
        return None
    return Temporal(
        span=span, text=text, type="DATE", timex=f"{first.timex}/{last.timex}",
        edtf=f"{left(first.edtf)}/{right(last.edtf)}", earliest=first.earliest, latest=last.latest, layer="range",
        basis="relative" if "relative" in (first.basis, last.basis) else "stated", anchor=first.anchor or last.anchor,
    )  # fmt: skip


def left(edtf: str) -> str:
    """Where an EDTF value begins, as the left end of an interval (a decade's or century's first year)."""
    first = edtf.split("/")[0]
    return first.replace("X", "0")


def right(edtf: str) -> str:
    """Where an EDTF value ends, as the right end of an interval."""
    return edtf.split("/")[-1].replace("X", "9")


def open_range(part: Temporal, relation: str, span: Span, text: str) -> Temporal | None:
    """Since, until, by, after, before: one end open. The part itself keeps its own interval."""
    if not part.edtf or part.type not in ("DATE", "TIME"):
        return None
    begins = relation in ("since", "after")
    edtf = f"{left(part.edtf)}/.." if begins else f"../{right(part.edtf)}"
    return Temporal(
        span=span, text=text, type="DATE", timex=part.timex, mod=part.mod, edtf=edtf,
        earliest=part.earliest if begins else None, latest=None if begins else part.latest,
        basis=part.basis, anchor=part.anchor, relation=relation, layer="range",
    )  # fmt: skip
