"""A second layer over the expressions: between … and …, from … to …, since …: intervals and which end is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Document, Span, Temporal
from pipeline.stages.dates.ends import left, right
from pipeline.stages.dates.grammar import Capture, Node, Operation, Setting, matches, may_begin
from pipeline.stages.dates.lexing import Item
from pipeline.stages.dates.meaning import Meaning


def _closed(captures: list[Capture], setting: Setting) -> Meaning | None:
    return Meaning(kind="range")


def _open(captures: list[Capture], setting: Setting) -> Meaning | None:
    return Meaning(kind="range", relation=captures[0].value)


def _along(captures: list[Capture], setting: Setting) -> Meaning | None:
    return Meaning(kind="range", relation=captures[-1].value)


RANGE_OPERATIONS: dict[str, Operation] = {
    "between": _closed, "from": _closed, "dash": _closed, "open": _open, "along": _along,
}  # fmt: skip


def ranges(
    document: Document, items: list[Item], found: dict[int, Temporal], root: Node, setting: Setting, today: str | None
) -> Iterator[Temporal]:
    """The ranges among `items`; the parts in `found` learn their relation word on the way. `today`: what now means."""
    number_of = {id(item): number for number, item in enumerate(items)}
    at = 0
    while at < len(items):
        end = at + 1
        for stop, operation, captures in matches(root, items, at) if may_begin(root, items, at) else ():
            parts = [number for capture in captures if (number := number_of[id(capture.item)]) in found]
            span = Span(document.id, items[at].start, items[stop - 1].end)
            text = document.text[span.start : span.end]
            made = _range(span, text, _relation(operation, captures, setting), parts, found, today)
            if made is not None:
                yield made
                end = stop
                break
        at = end


def _relation(operation: Operation, captures: list[Capture], setting: Setting) -> str:
    made = operation(captures, setting)
    return made.relation if isinstance(made, Meaning) else "at"


def _range(
    span: Span, text: str, relation: str, parts: list[int], found: dict[int, Temporal], today: str | None
) -> Temporal | None:
    if len(parts) == 1 and relation != "at":
        part = found[parts[0]]
        found[parts[0]] = replace(part, relation=relation)
        return open_range(part, relation, span, text)
    if len(parts) == 2:
        first, last = (at_now(found[part], today) for part in parts)
        return closed_range(first, last, span, text)
    return None


def at_now(part: Temporal, today: str | None) -> Temporal:
    """Now as an end of a range: the document's own day."""
    if part.timex != "PRESENT_REF" or today is None:
        return part
    return replace(part, timex=today, edtf=today, earliest=today, latest=today)


def closed_range(first: Temporal, last: Temporal, span: Span, text: str) -> Temporal | None:
    """From the beginning of the first to the end of the last; None where they do not run forward."""
    if not (first.edtf and last.edtf and first.earliest and last.latest) or _moment(first, last):
        return None
    if not first.earliest.startswith("-") and first.earliest > last.latest:
        return None
    return Temporal(
        span=span, text=text, type="DATE", timex=f"{first.timex}/{last.timex}",
        edtf=f"{left(first.edtf)}/{right(last.edtf)}", earliest=first.earliest, latest=last.latest, layer="range",
        basis="relative" if "relative" in (first.basis, last.basis) else "stated", anchor=first.anchor or last.anchor,
    )  # fmt: skip


def _moment(first: Temporal, last: Temporal) -> bool:
    """« le 5 mai à 14 heures »: a day and an hour of it are no range."""
    return first.type == "DATE" and last.type == "TIME" and first.latest == last.latest


def open_range(part: Temporal, relation: str, span: Span, text: str) -> Temporal | None:
    """Since, until, by, after, before: one end open. The part itself keeps its own interval."""
    if not part.edtf or part.type not in ("DATE", "TIME"):
        return None
    begins = relation in ("since", "after")
    if relation in ("after", "before"):
        return beyond(part, relation, span, text)
    edtf = f"{left(part.edtf)}/.." if begins else f"../{right(part.edtf)}"
    return Temporal(
        span=span, text=text, type="DATE", timex=part.timex, mod=part.mod, edtf=edtf,
        earliest=part.earliest if begins else None, latest=None if begins else part.latest,
        basis=part.basis, anchor=part.anchor, relation=relation, layer="range",
    )  # fmt: skip


def beyond(part: Temporal, relation: str, span: Span, text: str) -> Temporal | None:
    """After 1999 begins with 2000, before 1999 ends with 1998: the neighbour, no finer than the expression."""
    day = next_day(part.latest, 1) if relation == "after" else next_day(part.earliest, -1)
    if day is None or part.edtf is None:
        return None
    bound = day if len(part.edtf) == 10 else day[:4] if len(part.edtf) == 4 else day[:7]
    after = relation == "after"
    return Temporal(
        span=span, text=text, type="DATE", timex=part.timex, mod=part.mod,
        edtf=f"{bound}/.." if after else f"../{bound}",
        earliest=day if after else None, latest=None if after else day, basis=part.basis, anchor=part.anchor,
        relation=relation, layer="range",
    )  # fmt: skip


def next_day(iso: str | None, count: int) -> str | None:
    """The day after (or before) an ISO day; None outside the years 1 to 9999."""
    try:
        return (date.fromisoformat(iso) + timedelta(count)).isoformat() if iso else None
    except (ValueError, OverflowError):
        return None
