"""Does the clause at a place tell what is past or what is to come?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Token
from pipeline.stages.dates.places import Places

DEPTH = 12


def tense_at(place: int, places: Places, pack: DatesPack) -> int:
    """-1 past, 1 to come, 0 not told: the verb over the token, with its auxiliaries, decides."""
    for depth, (verb, helpers) in enumerate(clauses_over(place, places)):
        family = (verb, *helpers)
        if any(_is(token, pack.future) for token in family) or (depth == 0 and verb.lemma in pack.planning):
            return 1
        if any(_is(token, pack.past) for token in family):
            return -1
    return 0


def clauses_over(place: int, places: Places) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The verbs over a place, innermost first, each with the auxiliaries near it."""
    here = places.index(place)
    if here is None:
        return
    for _ in range(DEPTH):
        token = places.tokens[here]
        if token.pos in ("VERB", "AUX"):
            near = places.tokens[max(0, here - 6) : here + 4]
            helpers = tuple(other for other in near if other.head == here and other.pos in ("AUX", "PART"))
            yield token, helpers
        if token.head == here or not 0 <= token.head < len(places.tokens):
            return
        here = token.head


def _is(token: Token, signs: dict[str, tuple[str, ...]]) -> bool:
    return (
        token.lemma in signs.get("lemmas", ())
        or token.tag in signs.get("tags", ())
        or any(mark in token.morph for mark in signs.get("morph", ()))
    )
