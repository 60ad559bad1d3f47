"""Does the clause at a place tell what is past or to come? The verb over it, its auxiliaries, the word before it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.dates import DatesPack, Signs
from pipeline.model import Token
from pipeline.stages.dates.places import Places

DEPTH = 12
REACH = 3


def tense_at(place: int, places: Places, pack: DatesPack, present: int | None = None) -> int:
    """-1 past, 1 to come, 0 not told. `present`: what the present tense tells (None: ask the clause over it)."""
    leading = _leading(place, places, pack)
    if leading < 0:
        return -1
    told = _clause(place, places, pack, present)
    if not leading:
        return told
    return 0 if told < 0 and opens_sentence(place, places) else 1


def _clause(place: int, places: Places, pack: DatesPack, present: int | None) -> int:
    """The tense of the innermost clause that tells one. A present tells only of what stands right in its clause."""
    purpose = False
    for depth, (verb, helpers) in enumerate(clauses_over(place, places)):
        plans = verb.lemma in pack.planning and (purpose or (depth == 0 and not _is(verb, pack.preterite)))
        told = 1 if plans else _told(verb, helpers, pack, None if depth else present)
        if told is not None:
            return 0 if purpose and told < 0 else told
        purpose = _is(verb, pack.infinitive) and any(_is(token, pack.infinitive_mark) for token in helpers)
    return 0


def opens_sentence(place: int, places: Places) -> bool:
    """Until Thursday, they had not …: no more than the word that leads it stands before it in its sentence."""
    here, start = places.index(place), places.index(places.sentence_start(place))
    return here is not None and start is not None and here - start <= 1


def possessive(place: int, places: Places, pack: DatesPack) -> bool:
    """Friday's purchases: the date is no date of the verb."""
    here = places.index(place)
    return here is not None and here + 1 < len(places.tokens) and _is(places.tokens[here + 1], pack.possessive)


def _leading(place: int, places: Places, pack: DatesPack) -> int:
    """What the word before tells: effective, payable, d'ici → 1; since, depuis → -1."""
    here = places.index(place)
    before = [token.text.casefold() for token in places.tokens[max(0, (here or 0) - REACH) : here]] if here else []
    if any(word in pack.ahead for word in before[-2:]):
        return 1
    return -1 if any(word in pack.behind for word in before[-2:]) else 0


def _told(verb: Token, helpers: tuple[Token, ...], pack: DatesPack, present: int | None) -> int | None:
    """What one verb with its auxiliaries tells; None where the verb over it must tell."""
    if any(_is(token, pack.future) for token in (*helpers, verb)):
        return 1
    carriers = [token for token in helpers if token.pos == "AUX"] or [verb]
    if any(_is(token, pack.past) for token in carriers) or any(_is(token, pack.perfect) for token in helpers):
        return -1
    return present if any(_is(token, pack.present) for token in carriers) else None


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


def _is(token: Token, signs: Signs) -> bool:
    return (
        token.lemma in signs.get("lemmas", ())
        or token.tag in signs.get("tags", ())
        or token.dep in signs.get("deps", ())
        or any(mark in token.morph for mark in signs.get("morph", ()))
    )
