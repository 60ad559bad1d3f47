"""What merging knows: the `[merge]` table of a language pack, and how the predicates stand to each other."""

from __future__ import annotations

import msgspec


class MergePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[merge]`.

    `concepts` maps a concept's name, the same in all packs, to its phrases in this language, each written as the
    lemmas of its content words: two phrases of one concept mean the same thing. `topics` maps a topic to lemmas that
    speak of it: two phrases of one topic are about the same matter, without meaning the same. `general` are the nouns
    that stand for any act or result (step, measure), so that to deny them is to deny every one. `undoing` are
    the nouns that turn what follows round: who opposes the end of a union is for the union.
    `loose` words find that a treaty binds to nothing (declaratory), `firm` ones are what binds (a deadline).
    `approving` and `disapproving` are words that judge a thing (fair, rigged).
    The names of offices and of kinds of treaties in `[resolve]` are concepts too and need not stand here again.
    """

    concepts: dict[str, tuple[str, ...]] = {}
    topics: dict[str, tuple[str, ...]] = {}
    general: frozenset[str] = frozenset()
    undoing: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    approving: frozenset[str] = frozenset()
    disapproving: frozenset[str] = frozenset()


# States that one party can give a treaty for itself: the slot names who did.
BY_ONE = frozenset({"ratified", "rejected", "withdrawn", "not implemented"})

# Which slots one expects of a kind of treaty (the concepts of [resolve.treaties]); the others are acts of words.
EXPECTED_OF_ANY = ("signed", "signatories", "parties")
_EXPECTED_OF_BINDING = (*EXPECTED_OF_ANY, "place", "entry_into_force", "ratified")
EXPECTED = dict.fromkeys(("treaty", "pact", "protocol", "convention", "charter", "concordat"), _EXPECTED_OF_BINDING) | {
    "agreement": (*EXPECTED_OF_ANY, "place", "entry_into_force"),
    "programme": ("parties",),
    "plan": ("parties",),
}
