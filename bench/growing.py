"""How the time of the stages that read one document grows with its length.

SHARE texts are read apart, then as one document: the time of the whole is told in times of the mean of its parts. What
is linear takes SHARE times as long. The texts are those of the other treaties and the seeds, over and over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice

from bench.evaluate.gold import HOUSE
from bench.evaluate.plain import annotated, plain_document
from bench.evaluate.unseen_topics import PRACTICE, UNSEEN
from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Dates, Document, Reading, Statements

SHARE = 16
LENGTH = 9_000  # characters of a part

Read = tuple[Document, Annotation, Dates, Statements]


def growths(language: str, knowledge: Knowledge, spent: Callable[[Callable[[], object]], float]) -> dict[str, float]:
    """Stage → how many times the mean of its parts the whole takes. `spent`: the seconds that a piece of work takes."""
    written = list(parts(language))
    apart = [read(f"part-{number}", language, text, knowledge) for number, text in enumerate(written)]
    whole = read("whole", language, "\n\n".join(written), knowledge)
    found = {}
    for stage in ("dates", "claims", "resolve"):
        for one in apart:
            work(stage, one, knowledge)()  # what is remembered of words is remembered for both
        each = sum(spent(work(stage, one, knowledge)) for one in apart) / len(apart)
        found[stage] = spent(work(stage, whole, knowledge)) / each
    return found


def parts(language: str) -> Iterator[str]:
    """SHARE texts of LENGTH characters, cut between paragraphs."""
    folders = (PRACTICE, UNSEEN, HOUSE / "corpus" / "documents")
    files = [path for folder in folders for path in sorted(folder.glob(f"*.{language}.txt"))]
    paragraphs = cycle(
        [block for path in files for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    )
    for _ in range(SHARE):
        taken: list[str] = []
        while sum(map(len, taken)) < LENGTH:
            taken += islice(paragraphs, 1)
        yield "\n\n".join(taken)


def read(name: str, language: str, text: str, knowledge: Knowledge) -> Read:
    """A text with what each stage makes of it."""
    from pipeline.stages.claims import find as claims
    from pipeline.stages.dates import find as dates

    document, annotation = next(iter(annotated([plain_document(name, language, text)], knowledge)))
    dated = dates(document, annotation, knowledge)
    return document, annotation, dated, claims(document, annotation, dated, knowledge)


def work(stage: str, one: Read, knowledge: Knowledge) -> Callable[[], object]:
    """A stage's work on one document."""
    from pipeline.stages.claims import find as claims
    from pipeline.stages.dates import find as dates
    from pipeline.stages.resolve import resolve

    document, annotation, dated, told = one
    works: dict[str, Callable[[], object]] = {
        "dates": partial(dates, document, annotation, knowledge),
        "claims": partial(claims, document, annotation, dated, knowledge),
        "resolve": partial(resolve, [Reading(document, annotation, dated, told)], knowledge),
    }
    return works[stage]
