"""The `[align]` table of a language pack: words and marks that matter when passages are compared."""

from __future__ import annotations

import msgspec


class DoubtfulWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that translators get wrong: `word` (a lemma) of this language where the other language writes one of
    `against` (lemmas, by language); `means` says in the other language what the word does mean. `example`: two
    sentences, one of each language, that are to be noted."""

    word: str
    against: dict[str, tuple[str, ...]]
    means: dict[str, str] = {}
    example: dict[str, str] = {}


class NoteWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this language tells a translator what to look at. `doubtful`: {word} against {other}; `meant`: the same where
    the {meaning} is known; `finer`: the date that {language} gives as {fine} and {other} as {coarse}; `lone`:
    {numbers} only in {language}."""

    doubtful: str
    meant: str
    finer: str
    lone: str


class AlignPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[align]`.

    `mute`: predicates that only tell what is said or what somebody is: sharing one makes no event the same; `dated`:
    those of which that holds only where they have no date (who came to an office in 2000); `light`: lemmas that carry
    no content; `decimal` and `grouping`: marks of written numbers; `doubtful` and `notes`: see
    above; a language without `notes` tells none.
    """

    mute: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    decimal: str = "."
    grouping: str = ","
    doubtful: tuple[DoubtfulWord, ...] = ()
    notes: NoteWords | None = None
