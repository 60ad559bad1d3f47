"""What people decided about alignments: one record a line of corpus/decisions/alignments.jsonl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accepted", "rejected", "edited", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A passage in an original file: its path below documents/, code points of the decoded file, and the words there.

    `document` is the id of the file as it was when the decision was made; the path counts first.
    """

    path: str
    start: int
    end: int
    quote: str
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One answer: do these passages tell the same? `edited` says that they do, instead of what the machine paired;
    `withdrawn` takes back what was said of them before. `id` tells one answer from another that says the same."""

    verdict: Verdict
    passages: tuple[Place, ...]
    by: str | None = None
    id: str | None = None
