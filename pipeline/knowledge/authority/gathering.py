"""models/authority/ and the public sources put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.knowledge.authority.entries import Entry, Line, read_lines
from pipeline.knowledge.authority.lookup import Authority
from pipeline.knowledge.authority.public import country_codes, official_names, territory_names
from pipeline.knowledge.faults import KnowledgeFault
from pipeline.model import MENTION_TYPES

LINKS = ("capital_of", "seat_of", "demonym_of", "successors")


def load_authority(folder: Path, languages: tuple[str, ...]) -> Authority:
    """Read the authority files of `folder` and add the names that CLDR and ISO 3166 give in `languages`.

    Raises KnowledgeFault naming file:line and key.
    """
    lines = read_authority(folder)
    names = {language: (territory_names(language), official_names(language)) for language in languages}
    rest = _territories({_code(line) for _, line in lines})
    return Authority(_entry(line, names) for line in (*(line for _, line in lines), *rest))


def read_authority(folder: Path) -> list[tuple[str, Line]]:
    """The lines of all authority files, checked, each with its file:line. Raises KnowledgeFault."""
    lines = [(f"{path}:{number}", line) for path in sorted(folder.glob("*.jsonl")) for number, line in read_lines(path)]
    _check(lines)
    return lines


def _territories(known: set[str]) -> Iterator[Line]:
    """A place for each ISO 3166-1 territory that no line names: Greenland, Hong Kong."""
    for code in sorted(country_codes() - known):
        yield Line(id=f"place:{code}", type="place", same_as=(f"iso3166:{code}",))


def _check(lines: list[tuple[str, Line]]) -> None:
    """No id twice, every type said, no link to nowhere."""
    seen: dict[str, str] = {}
    for where, line in lines:
        if line.id in seen:
            raise KnowledgeFault(where, "id", f"{line.id} stands already at {seen[line.id]}", "Put the two in one line")
        seen[line.id] = where
    for where, line in lines:
        if line.type not in MENTION_TYPES:
            raise KnowledgeFault(where, "type", f"{line.type} is none", f"Take one of {', '.join(MENTION_TYPES)}")
        for link in LINKS:
            if lost := [id for id in getattr(line, link) if id not in seen]:
                raise KnowledgeFault(where, link, f"no entry has the id {lost[0]}", "Mend the id or add the entry")
        if line.organ_of and line.organ_of not in seen:
            raise KnowledgeFault(where, "organ_of", f"no entry has the id {line.organ_of}", "Mend it or add the entry")


Names = dict[str, tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]]


def _entry(line: Line, names: Names) -> Entry:
    """`line` with the public names of its territory added."""
    code = _code(line)
    forms = {
        language: _unique((*territory.get(code, ()), *official.get(code, ())))
        for language, (territory, official) in names.items()
    }
    languages = sorted({*forms, *line.forms, *line.labels})
    forms = {
        language: _unique(
            (
                *_label(line, language),
                *forms.get(language, ())[:1],
                *line.forms.get(language, ()),
                *forms.get(language, ()),
            )
        )
        for language in languages
    }
    return Entry(
        id=line.id,
        type=line.type,
        labels={language: bearing[0] for language, bearing in forms.items() if bearing},
        forms={language: bearing for language, bearing in forms.items() if bearing},
        risky=line.risky,
        same_as=line.same_as,
        since=line.since,
        until=line.until,
        capital_of=line.capital_of,
        seat_of=line.seat_of,
        demonym_of=line.demonym_of,
        successors=line.successors,
        organ=line.organ,
        organ_of=line.organ_of,
    )


def _label(line: Line, language: str) -> tuple[str, ...]:
    return (line.labels[language],) if language in line.labels else ()


def _code(line: Line) -> str:
    """The ISO 3166-1 or UN M.49 code under `same_as`."""
    codes = [same.partition(":")[2] for same in line.same_as if same.startswith(("iso3166:", "m49:"))]
    return codes[0] if codes else ""


def _unique(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))
