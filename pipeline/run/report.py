"""What a run did: counts, times and what was set aside; kept in outputs/run.json, apart from the facts."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Lap(msgspec.Struct, frozen=True):
    """One stage of a run: seconds of wall time, results made and results kept from before."""

    stage: str
    seconds: float
    made: int
    kept: int


class Report(msgspec.Struct, frozen=True):
    """The summary of a run. `key` is the content key of everything it depends on, `files` the outputs' digests.

    `issues` counts all issues; `broken` lists the documents set aside, with the reason of each; `tables` is the version
    of the tables, which `facts` asks for.
    """

    key: str
    documents: int
    actors: int
    treaties: int
    claims: int
    corroborated: int
    tension: int
    alignments: int
    issues: int
    broken: tuple[str, ...]
    laps: tuple[Lap, ...]
    files: dict[str, str]
    tables: str = ""
    unchanged: bool = False

    @property
    def exit_code(self) -> int:
        """0, or 1 when a document was set aside."""
        return 1 if self.broken else 0


class Watch(Protocol):
    """Somebody who wants to see the run go on: the command line's progress bar, or nobody."""

    def begin(self, stage: str, total: int) -> None:
        """`stage` starts on `total` results."""

    def step(self, stage: str) -> None:
        """One more result of `stage` stands."""

    def end(self, lap: Lap) -> None:
        """A stage is done."""
