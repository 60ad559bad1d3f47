"""Subjects behind their verb (« a-t-il déclaré »): they get their place in the tree."""

from __future__ import annotations

from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Token


def inverted(tokens: tuple[Token, ...], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with each pronoun that is written onto its verb as the subject that it is."""
    return tuple(_inverted(token, tokens[token.head], pack) for token in tokens)


def _inverted(token: Token, verb: Token, pack: AnnotatePack) -> Token:
    form = token.text.lower()
    if form in pack.verbs.euphonic:
        return replace(token, dep="dep", pos="PART")
    said = form in pack.verbs.inverted and verb.pos == "VERB" and verb.lemma not in pack.verbs.impersonal
    return replace(token, dep=pack.verbs.subject) if said else token
