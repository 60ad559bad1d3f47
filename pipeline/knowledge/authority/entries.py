"""One known actor, and the lines of models/authority/*.jsonl that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from pipeline.knowledge.faults import KnowledgeFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known state, place, organisation, group or demonym.

    `type` is a type of mention; `labels`: language → the name to show; `forms`: language → every written form, the
    label included. `risky` forms are also common words or persons' names: they count only where something else
    supports them.
    `since`/`until`: ISO dates (or years) between which it existed, None for an open end. `capital_of`, `seat_of`,
    `demonym_of`, `successors` are ids of entries; `same_as` ids elsewhere (`wikidata:Q184`, `iso3166:BY`). `organ`: the
    institution (a concept of the packs' `[resolve.institutions]`) that it is of the state `organ_of`.
    """

    id: str
    type: str
    labels: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    risky: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same_as: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    capital_of: tuple[str, ...] = ()
    seat_of: tuple[str, ...] = ()
    demonym_of: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    organ: str = ""
    organ_of: str = ""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of a file. Territories with a code under `same_as` (`iso3166:BY`, `m49:155`) get the names of CLDR and ISO
    in every language, CLDR's first; the first one is the label where `labels` names none, elsewhere the first form."""

    id: str
    type: str
    labels: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    risky: dict[str, tuple[str, ...]] = {}
    same_as: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    capital_of: tuple[str, ...] = ()
    seat_of: tuple[str, ...] = ()
    demonym_of: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    organ: str = ""
    organ_of: str = ""


def read_lines(path: Path) -> tuple[tuple[int, Line], ...]:
    """The lines of one jsonl file with their numbers (from 1). Raises KnowledgeFault naming file:line and key."""
    decoder = msgspec.json.Decoder(Line)
    lines = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            lines.append((number, _decode(decoder, line, f"{path}:{number}")))
    return tuple(lines)


def _decode(decoder: msgspec.json.Decoder[Line], line: bytes, where: str) -> Line:
    try:
        return decoder.decode(line)
    except msgspec.ValidationError as error:
        problem, _, key = str(error).partition(" - at ")
        raise KnowledgeFault(where, key.strip("`$.") or "top level", problem, "Mend this line") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KnowledgeFault(where, "JSON", str(error), "Mend the syntax of this line") from error
