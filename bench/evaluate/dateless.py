"""False dates: what is found in text that has none, per 10,000 characters.

Our own text without dates lies in tests/gold/dates/dateless.*. From the public samples beside the project those
sentences are taken that hold no word or number of time_words.toml. That rule knows nothing of the tagger, and leaves in
what looks like a date and is none: percentages, prices, articles, `second`, `may`, `march`, `été`, `mars`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.evaluate.gold import HOUSE, Json
from bench.evaluate.own_dates import DATELESS, FOLDER, language_of
from bench.evaluate.plain import dated, plain_document
from pipeline.knowledge import Knowledge, load

LONGEST = 10_000  # characters of a document made of sentences that do not belong together
TALES = {"ChatBotte": "fr", "LaBarbeBleue": "fr", "MasterCat": "en", "BlueBeard": "en"}
# Blanks that the samples put around marks and clitics, as no text has them.
SPACING = (
    (re.compile(r" (?=[,.)\]])|(?<=[(\[]) "), ""),
    (re.compile(r"(?<=\w['’]) (?=\w)"), ""),
    (re.compile(r" (?=n?['’](?:s|t|ll|re|ve|d|m)\b)"), ""),
)


@dataclass(frozen=True)
class FalseDates:
    """The expressions found, each between its neighbours, in so many characters that hold none."""

    name: str
    language: str
    characters: int
    found: tuple[str, ...]

    @property
    def rate(self) -> float:
        """False dates per 10,000 characters."""
        return 10_000 * len(self.found) / self.characters if self.characters else 0.0

    def row(self) -> Json:
        """One row of eval.json."""
        place = {"part": "dates false", "language": self.language, "note": self.name}
        return place | {"characters": self.characters, "per_10000": round(self.rate, 2), "found": self.found}


def own_false_dates(folder: Path = FOLDER) -> list[FalseDates]:
    """On our own text without dates."""
    knowledge = load(HOUSE / "models")
    return [
        count("our own text", language_of(path), [paragraphs(path)], knowledge)
        for path in sorted(folder.glob(f"{DATELESS}.??.txt"))
    ]


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a file of ours, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def public_false_dates(data: Path) -> tuple[list[FalseDates], list[str]]:
    """On sentences of the public samples, and a line where these are missing."""
    if not (data / "align").is_dir():
        return [], ["false dates on public sentences: no data/align beside the project"]
    knowledge = load(HOUSE / "models")
    return [
        count("public sentences without time words", language, timeless(data / "align", language), knowledge)
        for language in ("en", "fr")
    ], []


def count(name: str, language: str, texts: Iterable[list[str]], knowledge: Knowledge) -> FalseDates:
    """Find dates in texts, each a list of paragraphs."""
    documents = [
        plain_document(f"{language}{number}", language, text)
        for number, text in enumerate(text for parts in texts for text in batches(parts))
    ]
    found = [shown(document.text, one) for document, answers in dated(documents, knowledge) for one in answers]
    return FalseDates(name, language, sum(one.characters for one in documents), tuple(found))


def shown(text: str, one: Json) -> str:
    """An expression between its neighbours."""
    start, end = one["start"], one["end"]
    return f"{text[max(0, start - 25) : start]}⟦{text[start:end]}⟧{text[end : end + 25]}".replace("\n", " ")


def batches(parts: list[str]) -> Iterator[str]:
    """Paragraphs joined to texts of a moderate length."""
    text = ""
    for part in parts:
        if text and len(text) + len(part) > LONGEST:
            yield text
            text = ""
        text = f"{text}\n\n{part}" if text else part
    if text:
        yield text


def timeless(folder: Path, language: str) -> Iterator[list[str]]:
    """The sentences without time words of each sample."""
    for read in SAMPLES:
        yield [one for one in read(folder, language) if one and not time_word(language).search(one)]


@cache
def time_word(language: str) -> re.Pattern[str]:
    """What a sentence without dates may not hold: the words of a language, and years in digits."""
    data = tomllib.loads(Path(__file__).with_name("time_words.toml").read_text(encoding="utf-8"))
    groups = [group for name, group in data[language].items() if name != "patterns"]
    words = "|".join(re.escape(word).replace("'", "['’]") for group in groups for word in group)
    patterns = "|".join((*data["patterns"], *data[language]["patterns"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|{patterns}", re.IGNORECASE)


def novels(folder: Path, language: str) -> Iterator[str]:
    """Novels, a sentence a line."""
    for path in sorted((folder / "novels-dev").glob(f"*/cut_*_{language}.aligned")):
        yield from map(respaced, path.read_text(encoding="utf-8").splitlines())


def tales(folder: Path, language: str) -> Iterator[str]:
    """Tales, a number and a sentence a line."""
    for path in sorted((folder / "words-dev").glob("*/*_sents.txt")):
        if TALES[path.name.split("_")[0]] == language:
            yield from (respaced(line.split("\t")[-1]) for line in path.read_text(encoding="utf-8").splitlines())


def news(folder: Path, language: str) -> Iterator[str]:
    """News: document, English, French."""
    return columns(folder / "ntrex-dev" / "ntrex-even-docs.tsv", {"en": 1, "fr": 2}[language])


def encyclopedia(folder: Path, language: str) -> Iterator[str]:
    """Encyclopedic: two labels, English, French."""
    return columns(folder / "refresd-dev" / "refresd-even.tsv", {"en": 2, "fr": 3}[language])


def phrases(folder: Path, language: str) -> Iterator[str]:
    """Short sentences, one a line."""
    code = {"en": "eng", "fr": "fra"}[language]
    yield from (folder / "tatoeba" / f"tatoeba.fra-eng.{code}").read_text(encoding="utf-8").splitlines()


def columns(path: Path, place: int) -> Iterator[str]:
    """One column of a table below its head."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")[place].strip()


def respaced(sentence: str) -> str:
    """A sentence in tokens with the blanks of running text."""
    for pattern, blank in SPACING:
        sentence = pattern.sub(blank, sentence)
    return sentence.strip()


SAMPLES: tuple[Callable[[Path, str], Iterator[str]], ...] = (novels, tales, news, encyclopedia, phrases)
