"""What a finder hands over: a candidate for a mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A candidate mention: characters `start:end` of the clean text. Of two that do not fit together the one with the
    lower `rank` stays; a `closed` one bears no mention inside it (a person's name, a listed name).
    `cue`: the title before a person's name."""

    start: int
    end: int
    type: str
    head: int
    kind: Literal["name", "nominal", "pronoun"] = "name"
    source: str
    rank: int
    authority: str | None = None
    closed: bool = False
    cue: str | None = None
