"""Verbs that the model took for prepositions: « le traité entre en vigueur ». They get their place in the tree."""

from __future__ import annotations

from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Token

FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def reattached(tokens: tuple[Token, ...], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with each form that looks like a preposition and stands before one as the verb that it is."""
    found = list(tokens)
    for place in range(1, len(found) - 1):
        token = found[place]
        lemma = pack.verbs.prepositions.get(token.text.lower())
        if lemma is None or token.pos != "ADP" or found[place + 1].pos != "ADP":
            continue
        noun = token.head
        subject = _outer(found, found[noun].head)
        if place < noun and subject < place and found[subject].sentence == token.sentence:
            _verb(found, place, noun, subject, lemma, pack)
    return tuple(found)


def _outer(found: list[Token], noun: int) -> int:
    """The noun whose phrase `noun` closes: *traité* for *Rome* in « le traité de Rome »."""
    while found[noun].head < noun and any(
        one.head == noun and one.pos == "ADP" for one in found[max(noun - 3, 0) : noun]
    ):
        noun = found[noun].head
    return noun


def _verb(found: list[Token], place: int, noun: int, subject: int, lemma: str, pack: AnnotatePack) -> None:
    """Make the token at `place` the verb above `noun` and `subject`, and hang on it what stands behind."""
    above, label = found[subject].head, found[subject].dep
    head = place if above == subject or found[above].sentence != found[place].sentence else above
    for index in range(noun + 1, len(found)):
        if found[index].sentence != found[place].sentence:
            break
        if found[index].head in (subject, noun) or found[index].head == index:
            found[index] = replace(found[index], head=place)
    found[place] = replace(found[place], lemma=lemma, pos="VERB", dep=label, head=head, morph=FINITE)
    found[subject] = replace(found[subject], head=place, dep=pack.verbs.subject)
    found[noun] = replace(found[noun], head=place, dep=pack.verbs.complement)
