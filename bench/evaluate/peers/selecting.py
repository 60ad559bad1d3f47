"""Which cases concern prose: each that is left out has its reason, by rule or by number, in peers.toml."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from bench.evaluate.gold import GOLD, Json
from bench.evaluate.peers import duckling, recognizers
from bench.evaluate.peers.cases import Case

Name = tuple[str, str, int]

LIST = GOLD / "dates" / "peers.toml"
FILES = {recognizers.SUITE: "recognizers_model_cases.jsonl", duckling.SUITE: "duckling_cases.jsonl"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Cases whose text or whose expected value matches are left out."""

    reason: str
    suite: str
    text: re.Pattern[str] | None
    peer: re.Pattern[str] | None
    entity: re.Pattern[str] | None

    def holds(self, case: Case) -> bool:
        """Does it leave this case out? All patterns that are given must match."""
        pairs = ((self.text, case.text), (self.peer, case.peer))
        if self.suite not in ("", case.suite) or not all(one is None or one.search(found) for one, found in pairs):
            return False
        return self.entity is None or any(self.entity.fullmatch(one.text) for one in case.wanted)


def rule(data: Json) -> Rule:
    """A rule as the list has it."""
    text, peer, entity = (
        re.compile(data[key], re.IGNORECASE) if key in data else None for key in ("text", "peer", "entity")
    )
    return Rule(data["reason"], data.get("suite", ""), text, peer, entity)


@dataclass(frozen=True, slots=True)
class Selection:
    """The cases that count, those left out with the reason, and the wrong ones that are known.

    `idle` are the numbers of the list that leave nothing out: a rule has them already, or there is no such case.
    """

    cases: tuple[Case, ...]
    left_out: tuple[tuple[Case, str], ...]
    known: dict[Name, str]
    idle: frozenset[Name]


def select(folder: Path, listed: Path = LIST) -> Selection:
    """Read both suites and choose."""
    made = tomllib.loads(listed.read_text(encoding="utf-8"))
    rules, out, known = [rule(one) for one in made["rule"]], numbered(made["left_out"]), numbered(made["known_wrong"])
    cases = read(folder, made["words"])
    ruled = {
        key(case): reason for case in cases if (reason := next((one.reason for one in rules if one.holds(case)), ""))
    }
    reasons = {**out, **ruled}
    return Selection(
        cases=tuple(case for case in cases if key(case) not in reasons),
        left_out=tuple((case, reasons[key(case)]) for case in cases if key(case) in reasons),
        known=known,
        idle=frozenset(out) & frozenset(ruled) | frozenset(out) - {key(case) for case in cases},
    )


def key(case: Case) -> Name:
    """How the list names a case."""
    return case.suite, case.language, case.number


def numbered(table: Json) -> dict[Name, str]:
    """suite → language → number → reason, flat."""
    return {
        (suite, language, int(number)): reason
        for suite, languages in table.items()
        for language, reasons in languages.items()
        for number, reason in reasons.items()
    }


def read(folder: Path, words: dict[str, dict[str, str]]) -> list[Case]:
    """All cases of both suites."""
    records = {
        suite: [json.loads(line) for line in (folder / file).read_text(encoding="utf-8").splitlines()]
        for suite, file in FILES.items()
    }
    found = [*recognizers.cases(records[recognizers.SUITE]), *duckling.cases(records[duckling.SUITE], words)]
    return [capitals(case, re.compile(words[case.language]["names"], re.IGNORECASE)) for case in found]


def capitals(case: Case, names: re.Pattern[str]) -> Case:
    """The case with the names of months, weekdays and feasts as prose writes them: messages do without capitals."""
    text = case.text
    for one in case.wanted:
        part = names.sub(lambda found: found[0][:1].upper() + found[0][1:], text[one.start : one.end])
        text = text[: one.start] + part + text[one.end :]
    return replace(case, text=text)
