"""The ledger of decisions: corpus/decisions/alignments.jsonl. Lines are added to it, none is ever changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Decision
from pipeline.review.lines import Read, read_lines, written
from pipeline.store import append_lines, read_bytes

NAME = "decisions/alignments.jsonl"


@dataclass(frozen=True, slots=True)
class Added:
    """How many decisions were new, and how many the ledger held already."""

    new: int
    known: int


def read_ledger(corpus: Path) -> Read:
    """The decisions of a corpus, in the order in which they were made; a corpus without any has none."""
    return read_lines(read_bytes(corpus / NAME) or b"", NAME)


def add(corpus: Path, decisions: Sequence[Decision]) -> Added:
    """Write down what the ledger does not hold yet; it is on disk when this returns."""
    new = unknown(decisions, read_ledger(corpus).decisions)
    append_lines(corpus / NAME, [written(one) for one in new])
    return Added(len(new), len(decisions) - len(new))


def unknown(decisions: Iterable[Decision], ledger: Iterable[Decision]) -> list[Decision]:
    """The `decisions` that are news. One with an id counts once, ever; one without is news when the last word on
    its passages is another."""
    ids: set[str] = set()
    last: dict[tuple[object, ...], tuple[str, str | None]] = {}

    def is_news(one: Decision) -> bool:
        places = tuple((place.path, place.start, place.end) for place in one.passages)
        news = one.id not in ids if one.id else last.get(places) != (one.verdict, one.by)
        ids.update([one.id] if one.id else [])
        last[places] = (one.verdict, one.by)
        return news

    for one in ledger:
        is_news(one)
    return [one for one in decisions if is_news(one)]
