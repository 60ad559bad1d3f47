"""Verbs that a tagger misreads: for prepositions (« le traité entre en vigueur »: *between*), put back into their
trees; participles with an agent (*the pact signed in May by A*) for the past tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Sentence, Token

_NOMINAL = ("NOUN", "PROPN", "PRON")
_PAST = {"VerbForm=Fin", "Tense=Past"}
_PARTICIPLE = "Aspect=Perf|Tense=Past|VerbForm=Part"
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def reread(tokens: tuple[Token, ...], sentences: Sequence[Sentence], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with each such verb as the head of its clause (no two prepositions follow each other), and what has
    an agent as a participle."""
    verbs = pack.lemmas.get("VERB", {})
    found = [i for i, token in enumerate(tokens) if token.pos == "ADP" and token.text.lower() in verbs]
    mended = [*tokens]
    for agent in (i for i, token in enumerate(tokens) if token.dep in pack.relations.agent):
        above = tokens[agent].head
        past = tokens[above].pos == "VERB" and {*tokens[above].morph.split("|")} >= _PAST
        lemma = verbs.get(tokens[above].text.lower())
        if past:
            mended[above] = replace(tokens[above], morph=_PARTICIPLE)
        elif lemma and tokens[above].pos == "NOUN" and tokens[above].dep in pack.relations.cut:
            mended[above] = replace(tokens[above], pos="VERB", tag="VERB", lemma=lemma, morph=_PARTICIPLE)
    for verb in found:
        sentence = sentences[tokens[verb].sentence]
        if _before_preposition(tokens, verb, sentence.last):
            _mend(mended, verb, sentence, pack)
    return tuple(mended)


def _before_preposition(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """Whether a preposition follows, perhaps behind one adverb."""
    after = verb + 1 + (verb + 1 < last and tokens[verb + 1].pos == "ADV")
    return after < last and tokens[after].pos == "ADP"


def _mend(tokens: list[Token], verb: int, sentence: Sentence, pack: AnnotatePack) -> None:
    """Hang the clause on its verb in place; nothing is changed where no subject or verb to join stands before it."""
    noun = next((i for i in range(verb + 1, sentence.last) if tokens[i].pos in _NOMINAL), None)
    above = _above(tokens, verb, sentence.first, pack)
    if noun is None or above is None:
        return
    subject, head, dep = above
    lemma = pack.lemmas["VERB"][tokens[verb].text.lower()]
    tokens[verb] = replace(tokens[verb], pos="VERB", tag="VERB", lemma=lemma, morph=_FINITE, head=head, dep=dep)
    if subject is not None:
        tokens[subject] = replace(tokens[subject], head=verb, dep=min(pack.relations.subject))
    tokens[noun] = replace(tokens[noun], head=verb, dep=min(pack.relations.complement & pack.relations.object))
    _gather(tokens, verb, sentence.last)


def _gather(tokens: list[Token], verb: int, last: int) -> None:
    """What follows hangs on the verb, not on a word before it nor, up to a comma, on another verb behind that."""
    comma = next((i for i in range(verb + 1, last) if tokens[i].pos == "PUNCT"), last)
    for i in range(verb + 1, last):
        token = tokens[i]
        stray = token.head < verb or token.head == i or i < comma < token.head
        if stray and token.pos != "VERB":
            tokens[i] = replace(token, head=verb)


def _above(tokens: Sequence[Token], verb: int, first: int, pack: AnnotatePack) -> tuple[int | None, int, str] | None:
    """The subject, and what the verb hangs on and how; None where neither a subject nor a verb to join is found."""
    if verb == first:
        return None
    if tokens[verb - 1].pos == "CCONJ":
        other = next((i for i in range(verb - 2, first - 1, -1) if tokens[i].pos == "VERB"), None)
        return None if other is None else (None, other, min(pack.relations.coordinated))
    top = verb - 1
    while top > first and tokens[top].pos == "ADV":  # « elle n'entre en vigueur que … »
        top -= 1
    while first <= tokens[top].head < verb and tokens[top].head != top and not _is_border(tokens[top], pack):
        top = tokens[top].head
    if tokens[top].pos not in _NOMINAL:
        return None
    head = tokens[top].head
    if head > verb and tokens[head].pos == "VERB":  # « …, qui entre en vigueur …, prévoit »: both verbs alike
        return top, tokens[head].head if tokens[head].head != head else verb, tokens[head].dep
    return top, verb if head in (top, verb) or head > verb else head, tokens[top].dep


def _is_border(token: Token, pack: AnnotatePack) -> bool:
    """A verb in the singular has no list for its subject, and nothing beyond a clause."""
    return token.dep in pack.relations.coordinated or "VerbForm=Fin" in token.morph
