"""The public sets with names, in four formats: sentences as text, with their persons, places and organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

Place = tuple[int, int]
SENTENCES = 1000

# The labels of the sets in the house's words; what is missing (elections, events, products, times) is not asked.
KINDS = {
    "PER": "person",
    "pers": "person",
    "person": "person",
    "politician": "person",
    "LOC": "place",
    "loc": "place",
    "location": "place",
    "country": "place",
    "ORG": "organization",
    "org": "organization",
    "organisation": "organization",
    "politicalparty": "organization",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a set: a token, its tag (B-PER, I-PER, O), whether white space follows, whether a sentence ends."""

    text: str
    tag: str
    spaced: bool = True
    last: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence as text, and its names: span → person, place or organization."""

    text: str
    names: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class NameSet:
    """A public set: its name, language, file below the data, and how a block of its lines is read."""

    name: str
    language: str
    file: str
    words: Callable[[list[str]], Iterator[Word]]

    def sentences(self, data: Path) -> list[Named]:
        """The first sentences of the set."""
        blocks = (data / self.file).read_text(encoding="utf-8").split("\n\n")
        words = (sentence for block in blocks for sentence in _parted(self.words(block.splitlines())))
        return list(islice(map(_named, words), SENTENCES))


def wikineural(lines: list[str]) -> Iterator[Word]:
    """Number, token, tag."""
    return _spaced((fields[1], fields[2]) for line in lines if len(fields := line.split("\t")) == 3)


def universal(lines: list[str]) -> Iterator[Word]:
    """Number, token, tag, two more; comments begin with #. The text of the comment says where white space stands."""
    stated = next((line.split(" = ", 1)[1] for line in lines if line.startswith("# text = ")), "")
    fields = [line.split("\t") for line in lines if not line.startswith("#")]
    place = 0
    for _, token, tag, *_ in fields:
        place = stated.index(token, place) + len(token)
        yield Word(token, tag, stated[place : place + 1] == " ")


def crossner(lines: list[str]) -> Iterator[Word]:
    """Token, tag."""
    return _spaced((fields[0], fields[1]) for line in lines if len(fields := line.split("\t")) == 2)


def hipe(lines: list[str]) -> Iterator[Word]:
    """Token, tag, …, remarks; a block is a whole article."""
    for line in lines:
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 9 or fields[0] == "TOKEN":
            continue
        yield Word(fields[0], fields[1], "NoSpaceAfter" not in fields[-1], "EndOfSentence" in fields[-1])


NAME_SETS = (
    NameSet("WikiNEuRal", "fr", "wikineural/fr-val.conllu", wikineural),
    NameSet("WikiNEuRal", "en", "wikineural/en-val.conllu", wikineural),
    NameSet("EWT (Universal NER)", "en", "en_ewt-ud-dev.iob2", universal),
    NameSet("CrossNER politics", "en", "crossner-politics/dev.txt", crossner),
    NameSet("HIPE 2020", "fr", "hipe-fr/hipe2020-dev-fr.tsv", hipe),
    NameSet("HIPE Le Temps", "fr", "hipe-fr/letemps-dev-fr.tsv", hipe),
    NameSet("HIPE NewsEye", "fr", "hipe-fr/newseye-dev-fr.tsv", hipe),
)


def _spaced(pairs: Iterator[tuple[str, str]]) -> Iterator[Word]:
    """Words of a set that does not say where white space stands: none before a stop, none after an apostrophe."""
    words = list(pairs)
    following = [token for token, _ in words[1:]] + [""]
    for (token, tag), after in zip(words, following, strict=False):
        yield Word(token, tag, not token.endswith(("'", "’", "(")) and after not in tuple(".,;:)"))


def _parted(words: Iterator[Word]) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    for word in words:
        sentence.append(word)
        if word.last:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _named(words: list[Word]) -> Named:
    text, names, start, kind = "", {}, 0, ""
    for word in [*words, Word("", "O")]:
        label = word.tag[2:]
        if kind and (word.tag[:2] != "I-" or KINDS.get(label) != kind):
            names[(start, len(text.rstrip()))] = kind
            kind = ""
        if word.tag[:2] == "B-" and label in KINDS:
            start, kind = len(text), KINDS[label]
        text += word.text + (" " if word.spaced else "")
    return Named(text.rstrip(), names)
