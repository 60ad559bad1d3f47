"""Our tagger on the selected cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.evaluate.peers.cases import Case, Wanted
from bench.evaluate.peers.comparing import EXACT, Reading, reading, same
from bench.evaluate.plain import annotated, plain_document
from pipeline.knowledge import Knowledge
from pipeline.model import Temporal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What we read in a case: right under these conventions, or wrong for this fault."""

    case: Case
    found: tuple[Temporal, ...]
    conventions: tuple[str, ...]
    fault: str = ""

    @property
    def right(self) -> bool:
        """Is everything as the peer wants it?"""
        return not self.fault


def measure(cases: Iterable[Case], knowledge: Knowledge) -> Iterator[Outcome]:
    """Read every case; all texts of a language are annotated together."""
    from pipeline.stages.dates import find

    chosen = sorted(cases, key=lambda case: (case.language, case.suite, case.number))
    documents = [plain_document(f"{one.suite}-{one.number}", one.language, one.text, one.written) for one in chosen]
    for case, (document, annotation) in zip(chosen, annotated(documents, knowledge), strict=True):
        yield judge(case, find(document, annotation, knowledge).expressions)


def judge(case: Case, found: tuple[Temporal, ...]) -> Outcome:
    """Every wanted expression must be there, and no date beside them."""
    readings = [reading(one) for one in found if one.span]
    conventions = []
    for wanted in case.wanted:
        near = [one for one in readings if overlaps(wanted, one.found)]
        hits = [(one, made) for one in near if (made := same(wanted, one, case.written))]
        if not hits:
            return Outcome(case, found, (), "nothing found" if not near else "other value")
        if any(beside(one.found, [hit for hit, _ in hits]) for one in near):
            return Outcome(case, found, (), "another date beside it")
        conventions.append(min((made for _, made in hits), key=lambda made: made != EXACT))
    if any(
        one.found.type == "DATE" and not any(overlaps(wanted, one.found) for wanted in case.wanted) for one in readings
    ):
        return Outcome(case, found, (), "a date too many")
    return Outcome(case, found, tuple(conventions))


def extra(found: Temporal, case: Case) -> bool:
    """A date where the peer has nothing; vague references (in future, recently) it does not look for."""
    vague = found.timex.endswith("_REF")
    return found.type == "DATE" and not vague and not any(overlaps(wanted, found) for wanted in case.wanted)


def overlaps(wanted: Wanted, found: Temporal) -> bool:
    """Do the two share a character?"""
    return found.span is not None and found.span.start < wanted.end and wanted.start < found.span.end


def beside(found: Temporal, hits: list[Reading]) -> bool:
    """A date in the peer's expression that is no part of ours: we read it as two things."""
    if found.span is None or found.type != "DATE":
        return False
    spans = [one.found.span for one in hits if one.found.span]
    return not any(found.span.start < span.end and span.start < found.span.end for span in spans)
