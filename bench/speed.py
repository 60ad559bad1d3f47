"""How fast the dates stage is, beside spaCy on the same texts in the same run: CPU time, ratios, growth with length.

`python -m bench.speed` reads the prose of tests/gold/dates and the seed texts. What is loaded once
(models, the tries of a pack) is loaded before; of three passes the quickest counts, for both. Seconds alone tell about
a machine, so what counts is the share of spaCy's own time and how time grows with length. Where the public sets lie
beside the project they are read too: our prose has a date in every line, which is more than texts have. How the stages
behind dates grow with a document stands in `bench.growing`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.evaluate.gold import HOUSE, json_lines
from bench.evaluate.own_dates import DATELESS, FOLDER, language_of, read_marked
from bench.evaluate.plain import annotated, plain_document
from bench.evaluate.public_dates import SETS
from bench.growing import LENGTH, SHARE, growths
from pipeline.knowledge import Knowledge, load
from pipeline.knowledge.authority import load_authority
from pipeline.model import Annotation, Document

HOSTILE = ("1999 ", "9", "((", "mai 5, ", "52 av. J.-C. ", "(1999-", "мая 五月 ")
PASSES = 3
ENOUGH = 60_000
SIZES = (100_000, 1_000_000)


@dataclass(frozen=True)
class Speed:
    """CPU seconds of both on the same `characters`."""

    characters: int
    spacy: float
    dates: float

    @property
    def rate(self) -> float:
        """Characters that the dates stage reads in a CPU second, beyond what spaCy takes."""
        return self.characters / self.dates

    @property
    def share(self) -> float:
        """The time of the dates stage in percent of spaCy's."""
        return 100 * self.dates / self.spacy


def main() -> int:
    """Measure and print."""
    knowledge = load(HOUSE / "models")
    print(f"{'':<24}{'characters':>11}{'spaCy s':>9}{'dates s':>9}{'share':>8}{'characters/s':>14}")
    for name, language, documents in sources():
        one = speed(language, documents, knowledge)
        print(f"{name:<24}{one.characters:>11,}{one.spacy:>9.2f}{one.dates:>9.2f}{one.share:>7.1f}%{one.rate:>14,.0f}")
    print(f"\nten times the length takes so many times the time (texts of {SIZES[0]:,} and {SIZES[1]:,} characters)")
    for unit in HOSTILE:
        print(f"  {unit!r:<22}{growth(unit, knowledge):>6.1f}")
    print(f"\n{SHARE} texts of {LENGTH:,} characters as one: its CPU in times of the mean of the texts read apart")
    for language in ("fr", "en"):
        ratios = growths(language, knowledge, quickest)
        print(f"  {language:<22}" + "".join(f"{stage} {ratio:.1f}  " for stage, ratio in ratios.items()))
    print(f"\nthe authority loads in {authority_share():.0f} % of the time that all knowledge takes")
    return 0


def authority_share() -> float:
    """The time that the authority takes to load, forms of both languages included, in percent of all knowledge's."""
    whole = quickest(lambda: load(HOUSE / "models"))
    return 100 * quickest(lambda: load_authority(HOUSE / "models" / "authority", ("en", "fr")).forms("fr")) / whole


def speed(language: str, documents: list[Document], knowledge: Knowledge) -> Speed:
    """spaCy's time and that of dates on texts of one language."""
    from pipeline.stages.annotate.loading import pipeline_for
    from pipeline.stages.dates import find

    model, _ = pipeline_for(knowledge.packs[language].annotate, language)
    warm(language, knowledge)
    spacy = quickest(lambda: [model(paragraph) for one in documents for paragraph in one.text.split("\n\n")])
    parsed = list(annotated(documents, knowledge))
    dates = quickest(lambda: [find(document, annotation, knowledge) for document, annotation in parsed])
    return Speed(sum(len(one.text) for one in documents), spacy, dates)


def sources(data: Path = HOUSE.parent / "shared" / "data" / "dates") -> Iterator[tuple[str, str, list[Document]]]:
    """Name, language and texts: our own prose, and of each public set that is there about ENOUGH characters."""
    for language in ("fr", "en"):
        yield f"our prose, {language}", language, own(language)
    for name, file, _ in SETS:
        path = data / f"{file}.jsonl"
        if path.is_file():
            yield name, file[:2], list(some(path))


def own(language: str) -> list[Document]:
    """The marked prose and the seed texts of a language."""
    marked = [path for path in sorted(FOLDER.glob(f"*.{language}.txt")) if not path.name.startswith(DATELESS)]
    prose = [
        plain_document(f"{path.name}-{one.name}", language_of(path), one.text, one.written)
        for path in marked
        for one in read_marked(path)
    ]
    seeds = sorted((HOUSE / "corpus" / "documents").glob(f"*.{language}.txt"))
    return [*prose, *(plain_document(path.name, language, path.read_text(encoding="utf-8")) for path in seeds)]


def some(path: Path) -> Iterator[Document]:
    """The first texts of a set."""
    read = 0
    for one in json_lines(path):
        if read < ENOUGH:
            yield plain_document(one["id"], one["lang"], one["text"], one["dct"])
            read += len(one["text"])


def growth(unit: str, knowledge: Knowledge) -> float:
    """How much longer a hostile text takes that is ten times as long."""
    from pipeline.stages.dates import find

    warm("fr", knowledge)
    made = [plain_document(f"hostile-{size}", "fr", unit * (size // len(unit))) for size in SIZES]
    short, long = (
        spent(
            partial(find, one, Annotation(document=one.id, tokens=(), sentences=(), mentions=(), models=()), knowledge)
        )
        for one in made
    )
    return long / short


def warm(language: str, knowledge: Knowledge) -> None:
    """Load what is loaded once; dateparser too, which is asked about months that no pack knows."""
    from pipeline.stages.dates import find

    for document, annotation in annotated([plain_document("warm", language, "5 Brumario 1997")], knowledge):
        find(document, annotation, knowledge)


def quickest(work: Callable[[], object]) -> float:
    """CPU seconds of this process, the least of PASSES."""
    return min(spent(work) for _ in range(PASSES))


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    raise SystemExit(main())
