"""Verbs that the model took for prepositions (« le traité entre en vigueur ») and subjects behind their verb
(« a-t-il déclaré »): they get their place in the tree."""

from __future__ import annotations

from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Token

FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def reattached(tokens: tuple[Token, ...], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with inverted pronouns as subjects, and each form that looks like a preposition and stands before one
    as the verb that it is."""
    found = [_inverted(token, tokens[token.head], pack) for token in tokens]
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


def _inverted(token: Token, verb: Token, pack: AnnotatePack) -> Token:
    """A pronoun written onto its verb as the subject that it is: « a-t-il déclaré »."""
    form = token.text.lower()
    if form in pack.verbs.euphonic:
        return replace(token, dep="dep", pos="PART")
    said = form in pack.verbs.inverted and verb.pos == "VERB" and verb.lemma not in pack.verbs.impersonal
    return replace(token, dep=pack.verbs.subject) if said else token


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
