"""A person's name in parts: given names, family name, numeral; and when two sets of given names can be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, product

from pipeline.stages.resolve.keys import Romaniser, plain

Keys = frozenset[str]
_NUMERAL = re.compile(r"[IVX]+")
_INITIAL = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.-?)+")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: its keys, or for an initial its letter."""

    text: str
    keys: Keys
    initial: bool = False

    def fits(self, other: Part) -> bool:
        """Whether both can be the same given name; an initial fits each name that begins with it."""
        if not self.initial and not other.initial:
            return bool(self.keys & other.keys)
        return bool({key[1:2] for key in self.keys if key[0] in "=~"} & {k[1:2] for k in other.keys if k[0] in "=~"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """`family` is empty for a name with a numeral (a monarch, a pope): there the given names and the numeral decide.
    `whole`: the keys of the name written as one word, for names with a hyphen in one text and a space in another.
    """

    text: str
    language: str
    given: tuple[Part, ...]
    family: Part | None
    numeral: str = ""
    whole: Keys = frozenset()

    @property
    def full(self) -> bool:
        """Has a given name written out, or a numeral."""
        return bool(self.numeral) or any(not part.initial for part in self.given)

    def canonical(self) -> str:
        """One string for ordering and for ids: the smallest sound key of each part."""
        parts = [*self.given, *([self.family] if self.family else [])]
        return " ".join([*(max(part.keys) for part in parts), self.numeral]).strip()

    def blocks(self) -> tuple[str, ...]:
        """What another form of this full name may share: numeral or family key, with a key for each given name."""
        heads = [self.numeral] if self.family is None else sorted(self.family.keys)
        given = [sorted(part.keys) for part in self.given]
        return (*(" ".join(choice) for choice in islice(product(heads, *given), 64)), *sorted(self.whole))


def compatible(a: tuple[Part, ...], b: tuple[Part, ...]) -> bool:
    """Whether two sequences of given names can belong to one person: each fits the other's at the same place."""
    return all(part.fits(other) for part, other in zip(a, b, strict=False))


def parse(text: str, romaniser: Romaniser) -> PersonName | None:
    """Read `text` as a person's name; None when nothing of a name is left without titles."""
    words = _words(text, romaniser)
    numeral = ""
    numerals = [_numeral(word, romaniser) for word in words]
    positions = [i for i, found in enumerate(numerals) if i and found and not _is_middle(words, i)]
    if positions:
        numeral = numerals[positions[0]]
        words = words[: positions[0]]
    if not words:
        return None
    language = romaniser.language
    if numeral:
        pieces = [piece for word in words for piece in word.split("-")]
        return PersonName(text, language, tuple(_given(piece, romaniser) for piece in pieces), None, numeral)
    family, given = _family(words, romaniser)
    parts = tuple(_given(word, romaniser) for word in given)
    return PersonName(text, language, parts, family, whole=_whole(words, parts, romaniser))


def _whole(words: list[str], given: tuple[Part, ...], romaniser: Romaniser) -> Keys:
    """Of a name of three words or more without initials: all in one, as spelled and by sound."""
    pieces = [piece for word in words for piece in word.split("-") if piece]
    if len(pieces) < 3 or any(part.initial for part in given):
        return frozenset()
    spelled, sound = "".join(map(plain, pieces)), "".join(map(romaniser.sound, pieces))
    return frozenset({"+=" + spelled, "+~" + sound})


def _numeral(word: str, romaniser: Romaniser) -> str:
    """The Roman numeral that the word is, an ordinal ending of the language taken off; empty where it is none."""
    endings = [ending for ending in romaniser.pack.ordinal_endings if word.endswith(ending)]
    for bare in (word, *(word.removesuffix(ending) for ending in endings)):
        if _NUMERAL.fullmatch(bare):
            return bare
    return ""


def _is_middle(words: list[str], position: int) -> bool:
    """`V.` or a single `I` before a family name is an initial, not a numeral."""
    return position + 1 < len(words) and len(words[position]) == 1 and words[position + 1][:1].isupper()


def _words(text: str, romaniser: Romaniser) -> list[str]:
    bare = re.sub(r"['’]s?$", "", text.strip()).replace("’", "'")
    spaced = re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_-])", " ", re.sub(r"[,;:\"«»“”()\[\]]", " ", bare))
    words = [word for word in re.split(r"\s+", spaced) if re.search(r"\w", word)]
    while words and (plain(words[0]) in romaniser.titles or (words[0][:1].islower() and len(words) > 1)):
        if plain(words[0]) in romaniser.particles and plain(words[0]) not in romaniser.titles:
            break
        words = words[1:]
    return words


def _given(word: str, romaniser: Romaniser) -> Part:
    return Part(word, romaniser.given_keys(word), bool(_INITIAL.fullmatch(word)))


def _family(words: list[str], romaniser: Romaniser) -> tuple[Part, list[str]]:
    """The last word without its particles (« el-Assad », “Ben Gurion”), and the words before it."""
    last = len(words) - 1
    core = words[last]
    head, _, tail = core.partition("-")
    if tail and plain(head) in romaniser.particles:
        core = tail
    elif "'" in core and plain(core.split("'", 1)[0]) in romaniser.particles:
        core = core.split("'", 1)[1]
    while last and plain(words[last - 1]) in romaniser.particles:
        last -= 1
    return Part(core, romaniser.family_keys(core)), words[:last]
