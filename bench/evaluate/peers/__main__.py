"""Print what was selected, what is right, what was left out and why, and the wrong cases by class."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bench.evaluate.gold import HOUSE
from bench.evaluate.peers.cases import Case
from bench.evaluate.peers.measuring import Outcome, measure
from bench.evaluate.peers.scoring import missing, suite_scores
from bench.evaluate.peers.selecting import Selection, key, select
from pipeline.knowledge import load
from pipeline.model import Temporal

WIDTH = 110


def main() -> int:
    """Measure and print; 2 where the suites are missing."""
    options = arguments()
    gone = missing(options.data)
    if gone:
        print(f"no {', '.join(gone)} below {options.data}", file=sys.stderr)
        return 2
    selection = select(options.data / "dates")
    outcomes = list(measure(selection.cases, load(HOUSE / "models")))
    lines = unlisted(outcomes, selection) if options.list else report(outcomes, selection)
    for line in lines:
        print(line)
    return 0


def arguments() -> argparse.Namespace:
    """Where the suites lie, and whether to list what peers.toml lacks."""
    parser = argparse.ArgumentParser(prog="python -m bench.evaluate.peers", description=__doc__)
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    parser.add_argument("--list", action="store_true", help="print the wrong cases that peers.toml lacks, as TOML")
    return parser.parse_args()


def report(outcomes: list[Outcome], selection: Selection) -> Iterator[str]:
    """The counts first, then every wrong case."""
    for score in suite_scores(outcomes):
        yield f"{score.note} {score.language}: {score.right} of {score.gold} right, {score.recall:.1f} %"
    yield from ("", "What the selected cases want")
    yield from counted(f"{place(one.case)} {kinds(one.case)}" for one in outcomes)
    yield from ("", "Left out")
    yield from counted(f"{place(case)} {reason.split(' (')[0].split(':')[0]}" for case, reason in selection.left_out)
    yield from ("", "Right under a convention")
    yield from counted(f"{place(one.case)} {convention}" for one in outcomes for convention in one.conventions)
    yield from wrong(outcomes, selection)


def place(case: Case) -> str:
    """The suite and the language of a case."""
    return f"{case.suite} {case.language}"


def kinds(case: Case) -> str:
    """What a case is about: stretches, lengths, sets; nothing where the peer finds no date."""
    return " + ".join(sorted({one.kind for one in case.wanted})) or "nothing"


def counted(names: Iterable[str]) -> Iterator[str]:
    """Each name with how often it comes."""
    for name, count in sorted(Counter(names).items()):
        yield f"  {count:4}  {name}"


def wrong(outcomes: list[Outcome], selection: Selection) -> Iterator[str]:
    """The wrong cases, by suite, language and class."""

    def group(one: Outcome) -> str:
        return f"{place(one.case)}: {one.fault}, wanted {kinds(one.case)}"

    for name, ones in groupby(sorted((one for one in outcomes if not one.right), key=group), group):
        found = list(ones)
        yield from ("", f"{name}: {len(found)}")
        for one in found:
            yield from told(one, selection.known.get(key(one.case), ""))


def told(one: Outcome, known: str) -> Iterator[str]:
    """One wrong case: its text, what the peer wants, what we read, and why where the list says it."""
    yield f"  {one.case.number} [{one.case.written}] {' '.join(one.case.text.split())[:WIDTH]}"
    yield f"      wants {one.case.peer}"
    yield f"      ours  {'; '.join(map(shown, one.found)) or 'nothing'}"
    if known:
        yield f"      known {known}"


def shown(one: Temporal) -> str:
    """An expression of ours on one line."""
    mod = f" {one.mod}" if one.mod else ""
    return f"{one.text} → {one.type} {one.timex}{mod} [{one.earliest or ''}, {one.latest or ''}] {one.layer}"


def unlisted(outcomes: list[Outcome], selection: Selection) -> Iterator[str]:
    """The wrong cases that peers.toml lacks, and in a comment those that it lists though they are right by now."""
    news = [one for one in outcomes if not one.right and key(one.case) not in selection.known]
    for (suite, language), ones in groupby(news, lambda one: (one.case.suite, one.case.language)):
        yield f"[known_wrong.{suite}.{language}]"
        for one in ones:
            yield f'{one.case.number} = ""'
    known = {key(one.case) for one in outcomes if one.right} & set(selection.known)
    for suite, language, number in sorted(known):
        yield f"# right by now: known_wrong.{suite}.{language}.{number}"


if __name__ == "__main__":
    sys.exit(main())
