"""Decisions as lines of JSON: read with care, each fault with its line and what to do; written in one way only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

import msgspec

from pipeline.model import Decision, Issue, Place

LONGEST_NAME = 200


class LineFault(Exception):
    """A line that holds no decision: what is wrong with it, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}.")
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a file of decisions: those that can be read, in order, and an issue for each line that cannot."""

    decisions: tuple[Decision, ...]
    broken: tuple[Issue, ...] = ()


def read_lines(data: bytes, path: str) -> Read:
    """The decisions in `data`, the content of the file called `path`."""
    decisions, broken = [], []
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decisions.append(read_line(line))
        except LineFault as fault:
            cut_short = number == len(lines)
            broken.append(broken_line(fault, path, number, cut_short))
    return Read(tuple(decisions), tuple(broken))


def broken_line(fault: LineFault, path: str, number: int, cut_short: bool) -> Issue:
    """The issue of a line without a decision; a last line without its end was cut short, by a crash or a full disk."""
    why = "it was cut short while it was written: " if cut_short else ""
    return Issue(
        stage="review",
        kind="broken decision",
        message=f"{path}, line {number}: {why}{fault.problem}.",
        remedy=f"{fault.remedy}. The line is kept as it is; the others count.",
        path=path,
    )


def read_line(line: bytes) -> Decision:
    """One decision. Raises LineFault."""
    try:
        decision = msgspec.json.decode(line, type=Decision)
    except msgspec.ValidationError as error:
        raise LineFault(f"it is no decision ({error})", "Decide again in the page, or mend the line") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LineFault(f"it is no JSON ({error})", "Decide again in the page, or mend the line") from error
    check(decision)
    return decision


def check(decision: Decision) -> None:
    """Raises LineFault for a decision that no page can have made."""
    if len({place.path for place in decision.passages}) < 2:
        raise LineFault("its passages do not stand in two documents", "Give a passage of each document")
    for place in decision.passages:
        check_place(place)
    if decision.by is not None and len(decision.by) > LONGEST_NAME:
        raise LineFault(f"the name under `by` has more than {LONGEST_NAME} characters", "Shorten it")


def check_place(place: Place) -> None:
    """Raises LineFault for a place that can stand in no document."""
    parts = PurePosixPath(place.path).parts
    if not parts or place.path.startswith("/") or ".." in parts or "\0" in place.path:
        raise LineFault(f"`path` names no document: {place.path[:80]!r}", "Give the path below documents/")
    if not 0 <= place.start < place.end:
        raise LineFault(f"the place {place.start}-{place.end} is none", "`end` comes after `start`, from 0 on")
    if len(place.quote) != place.end - place.start:
        problem = f"`quote` has {len(place.quote)} characters, the place {place.start}-{place.end} has not"
        raise LineFault(problem, "Quote the file exactly, line breaks included")


def written(decision: Decision) -> bytes:
    """The line of a decision, without its end; equal decisions give equal bytes."""
    record = {
        "verdict": decision.verdict,
        "passages": [place_json(place) for place in decision.passages],
        "by": decision.by,
        "id": decision.id,
    }
    return msgspec.json.encode({name: value for name, value in record.items() if value is not None})


def place_json(place: Place) -> dict[str, object]:
    """A passage of a line."""
    where = {"path": place.path, "start": place.start, "end": place.end, "quote": place.quote}
    return where | ({"document": place.document} if place.document else {})
