"""Deeds told once for several: « A le ratifie le 15 juillet et B le 28 juillet », the verb left out after the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.lists import chunk
from pipeline.stages.claims.phrases import kind_of


def gapped(clauses: Clauses, frame: Frame) -> Iterator[Frame]:
    """The frame again for each actor behind its date that is followed at once by a date of its own."""
    tree, syntax = clauses.tree, clauses.syntax
    subjects = frame.slots.get("subject", ())
    kinds = frozenset[str]().union(*(kind_of(tree, syntax, one) for one in subjects))
    taken = frozenset[str]().union(*(kind_of(tree, syntax, one) for one in frame.slots.get("object", ())))
    if frame.kind != "verb" or not kinds - taken or kinds & taken or not clauses.finite(frame.anchor):
        return  # « A rencontre B en 1990 et C en 1991 » may mean either
    dated = False
    for place in range(frame.anchor + 1, len(tree.tokens)):
        token = tree.tokens[place]
        verb = token.pos in syntax.verbs and clauses.finite(place)
        if verb or token.sentence != tree.tokens[frame.anchor].sentence:
            return
        dated = dated or place in clauses.dated
        parted = tree.tokens[place - 1].text == "," or tree.tokens[place - 1].dep in syntax.coordinators
        member = chunk(clauses.page(), place) if dated and parted and place not in clauses.dated else None
        if member is None or not member.named or not kind_of(tree, syntax, member.head) & kinds:
            continue
        date = date_behind(clauses, member.stop)
        if date:
            yield replace(frame, slots={**frame.slots, "subject": (member.head,)}, date=date)


def date_behind(clauses: Clauses, place: int) -> frozenset[int]:
    """The tokens of the date that begins at `place`, a preposition or an article before it."""
    tokens, small = clauses.tree.tokens, clauses.syntax.function_words
    while (
        place < len(tokens) and place not in clauses.dated and tokens[place].pos in small and tokens[place].text != ","
    ):
        place += 1
    last = place
    while last in clauses.dated:
        last += 1
    return frozenset(range(place, last))
