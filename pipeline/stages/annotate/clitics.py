"""Object clitics that a tagger takes for articles (« Neuf États le signent »), and the simple past behind one that it
takes for a noun (« le Sénat le ratifia »)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Token
from pipeline.stages.annotate.verbs import infinitive_of, longest

_ARTICLES = ("DET", "PRON")
_NOUNS = ("NOUN", "PROPN", "ADJ")
_VERBS = ("VERB", "AUX")


def clitics_read(tokens: Sequence[Token], pack: AnnotatePack) -> tuple[Token, ...]:
    """The tokens with such verbs as verbs, and what stands before them as their object."""
    read = [*tokens]
    for i, token in enumerate(tokens[:-1]):
        if _is_adverbial(token, tokens[i + 1], pack):
            read[i] = replace(token, pos="PRON", tag="PRON", head=i + 1, dep=pack.verbs.object, morph="Person=3")
            continue
        if token.text.lower() not in pack.verbs.clitics or token.pos not in _ARTICLES or token.head != i + 1:
            continue
        verb = _as_verb(tokens[i + 1], pack)
        if verb is not None and verb.pos in _VERBS and "VerbForm=Fin" in verb.morph and _may_be_object(token, pack):
            read[i] = replace(token, pos="PRON", tag="PRON", dep=pack.verbs.object, morph=_personal(token.morph))
            read[i + 1] = verb
    return tuple(read)


def _is_adverbial(token: Token, verb: Token, pack: AnnotatePack) -> bool:
    """A word such as « en » right before a finite verb is no preposition (« le Sénat en autorisa la vente »)."""
    finite = verb.pos in _VERBS and "VerbForm=Fin" in verb.morph
    return finite and token.pos == "ADP" and token.text.lower() in pack.verbs.adverbial_clitics


def _personal(morph: str) -> str:
    """The features of an article as those of a pronoun of the third person."""
    kept = {one for one in morph.split("|") if one.startswith(("Gender=", "Number="))}
    return "|".join(sorted({*kept, "Person=3"}))


def _may_be_object(token: Token, pack: AnnotatePack) -> bool:
    """An article that is a subject belongs to a noun left out (« les sans-papiers »); a pronoun of these forms is
    never a subject, whatever the parser says (« et la quitta »)."""
    return token.pos == "PRON" or token.dep not in pack.relations.subject


def _as_verb(token: Token, pack: AnnotatePack) -> Token | None:
    """The token where it is a verb; where it has the form of the simple past of a listed one, as that."""
    if token.pos in _VERBS:
        return token
    form = token.text
    ending = longest(form, pack.verbs.finites)
    lemma = infinitive_of(form, form, pack.verbs)
    if token.pos not in _NOUNS or ending is None or lemma not in pack.verbs.mistaken:
        return None
    return replace(token, pos="VERB", tag="VERB", lemma=lemma, morph=pack.verbs.finites[ending])
