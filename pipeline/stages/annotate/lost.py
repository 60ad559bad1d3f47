"""Verbs that a tagger takes for something else right behind their subject, or that a parser hangs on it, so that the
sentence has none: « Le traité limite à dix mille hommes l'armée », « A disparut en 1991 »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Sentence, Token

_FINITE = "VerbForm=Fin"
_NAMING = ("NOUN", "PROPN")
_AFTER = ("DET", "ADP", "ADV", "NUM", "PUNCT")  # what may follow a verb at once


def found_again(tokens: tuple[Token, ...], sentences: Sequence[Sentence], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with such verbs as the heads of their sentences. A form counts only where the pack lists it, and where
    no other verb of the sentence is finite before it or heads it."""
    mended = [*tokens]
    for sentence in sentences if pack.verbs.lost else ():
        top = next((i for i in range(sentence.first, sentence.last) if tokens[i].head == i), None)
        verb = None if top is None else _lost(tokens, sentence, top, pack)
        if top is not None and verb is not None:
            _raise(mended, verb, top, sentence, pack)
    return tuple(mended)


def _lost(tokens: Sequence[Token], sentence: Sentence, top: int, pack: AnnotatePack) -> int | None:
    """The verb that follows the phrase of the noun that opens the sentence, where the parser has that noun (or the
    verb itself, as a noun) for its head."""
    for place in range(sentence.first + 1, sentence.last - 1):
        token = tokens[place]
        if _FINITE in token.morph and token.pos in ("VERB", "AUX"):
            hung = _is_hung(tokens, place, top, pack) and _subject(tokens, sentence, place, top, pack) is not None
            return place if hung else None
        listed = token.pos not in ("VERB", "AUX") and token.text in pack.verbs.lost
        if listed and tokens[place + 1].pos in _AFTER and _subject(tokens, sentence, place, top, pack) is not None:
            return place
    return None


def _is_hung(tokens: Sequence[Token], verb: int, top: int, pack: AnnotatePack) -> bool:
    """Whether the parser hung a finite verb on the noun before it, without a relative pronoun: it is its subject."""
    token = tokens[verb]
    below = [i for i in range(top, verb) if tokens[i].head == verb]
    own = any(tokens[i].pos in ("PRON", "SCONJ", "NOUN", "PROPN", "VERB") for i in below)
    return token.pos == "VERB" and top < verb and token.head == top and token.dep in pack.relations.cut and not own


def _subject(tokens: Sequence[Token], sentence: Sentence, verb: int, top: int, pack: AnnotatePack) -> int | None:
    """The noun with an article (or the name) that the words from the start of the sentence to the verb belong to; a
    preposition, a mark or a word of number right before the verb says that it is a noun."""
    before = tokens[verb - 1]
    if before.pos in ("ADP", "DET", "NUM", "PUNCT", "CCONJ") or top not in (verb, *range(sentence.first, verb)):
        return None
    nouns = [i for i in range(sentence.first, verb) if tokens[i].pos in _NAMING]
    first = tokens[sentence.first]
    opened = first.pos == "DET" or (nouns and nouns[0] == sentence.first and first.pos == "PROPN")
    return nouns[0] if nouns and opened else None


def _raise(tokens: list[Token], verb: int, top: int, sentence: Sentence, pack: AnnotatePack) -> None:
    """Hang the sentence on the verb: the noun before it as its subject, a bare noun right behind it as its object."""
    subject = _subject(tokens, sentence, verb, top, pack)
    if subject is None:
        return
    root = tokens[top].dep
    if form := pack.verbs.lost.get(tokens[verb].text):
        tokens[verb] = replace(tokens[verb], pos="VERB", tag="VERB", lemma=form.lemma, morph=form.morph)
    tokens[verb] = replace(tokens[verb], head=verb, dep=root)
    for i in range(verb + 1, sentence.last):
        if tokens[i].head <= verb and tokens[i].head != i:
            tokens[i] = replace(tokens[i], head=verb)
    for i in range(sentence.first, verb):
        if tokens[i].head >= verb or tokens[i].head == i:
            tokens[i] = replace(tokens[i], head=subject)
    tokens[subject] = replace(tokens[subject], head=verb, dep=pack.verbs.subject)
    _as_object(tokens, verb, sentence.last, pack)


def _as_object(tokens: list[Token], verb: int, last: int, pack: AnnotatePack) -> None:
    """The first noun behind the verb that no preposition leads in."""
    led = {tokens[i].head for i in range(verb + 1, last) if tokens[i].dep in pack.relations.case}
    for i in range(verb + 1, last):
        if tokens[i].head == verb and tokens[i].pos in _NAMING and i not in led:
            tokens[i] = replace(tokens[i], dep=pack.verbs.object)
            return
