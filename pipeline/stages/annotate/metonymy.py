"""Capitals and seats: the place itself, or the government that sits there. Undecided where no cue decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.phrases import preposition

_NEAR = 5  # tokens between a name and its verb
Reading = tuple[Literal["literal", "metonym"], str]


def reading(parse: Parse, head: int, pack: AnnotatePack, states: frozenset[int]) -> Reading | None:
    """How to read the capital whose head token is `head`, with the word that decides; None where none does.

    `states`: heads of mentions of states. After the cues of Markert and Nissim (2007): the grammatical role and the
    word that governs it.
    """
    for rule in (_modified, _compound, _possessor, _located, _governed):
        if found := rule(parse, head, pack):
            return found
    return _beside(parse, head, pack, states) or _before_verb(parse, head, pack)


def _modified(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """*official Moscow*."""
    for child in parse.children[head]:
        if parse.tokens[child].lemma.lower() in pack.metonymy.adjectives:
            return "metonym", parse.tokens[child].text
    return None


def _compound(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """*Moscow military district*: part of a name or of a thing."""
    token = parse.tokens[head]
    governor = parse.tokens[token.head]
    if token.dep in pack.relations.modifier and token.head > head:
        return "literal", governor.text
    return None


def _possessor(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """*Moscow's support* is a government's, *Moscow's population* a town's."""
    token = parse.tokens[head]
    if token.dep not in pack.relations.possessor:
        return None
    if token.pos != "PROPN" and token.pos != "NOUN":
        return None
    if token.dep not in ("poss",) and preposition(parse, head, pack) not in pack.links:
        return None
    return _by_noun(parse, token.head, pack)


def _by_noun(parse: Parse, governor: int, pack: AnnotatePack) -> Reading | None:
    token = parse.tokens[governor]
    lemma = token.lemma.lower()
    if lemma in pack.metonymy.nouns:
        return "metonym", token.text
    if lemma in pack.metonymy.literal_nouns:
        return "literal", token.text
    return None


def _located(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """*in Minsk*, *visit to Minsk*, *relations with Minsk*."""
    prep, governor = _attachment(parse, head, pack)
    if not prep or governor is None:
        return None
    lemma = parse.tokens[governor].lemma.lower()
    if prep in pack.metonymy.locative:
        return "literal", prep
    if lemma in pack.metonymy.literal_verbs | pack.metonymy.literal_nouns:
        return "literal", parse.tokens[governor].text
    if prep in pack.metonymy.relations and lemma in pack.metonymy.nouns | pack.metonymy.verbs:
        return "metonym", parse.tokens[governor].text
    if lemma in pack.metonymy.nouns:
        return "metonym", parse.tokens[governor].text
    return None


def _attachment(parse: Parse, head: int, pack: AnnotatePack) -> tuple[str, int | None]:
    """The preposition before the capital and the word that the phrase hangs on."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    if above.pos == "ADP" and token.head != head:
        return above.text.lower(), above.head if above.head != token.head else None
    return preposition(parse, head, pack), token.head if token.head != head else None


def _governed(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """Subject, object or agent of what governments do."""
    token = parse.tokens[head]
    relations = pack.relations
    if token.dep not in relations.subject | relations.object | relations.agent:
        return None
    for verb in _verbs(parse, token.head, pack):
        if parse.tokens[verb].lemma.lower() in pack.metonymy.verbs:
            return "metonym", parse.tokens[verb].text
    governor = parse.tokens[token.head]
    if governor.lemma.lower() in pack.metonymy.literal_verbs and token.dep in relations.object:
        return "literal", governor.text
    return None


def _verbs(parse: Parse, verb: int, pack: AnnotatePack) -> Iterator[int]:
    """The verb and the verbs that it governs without a subject of their own (*wishes to be*)."""
    yield verb
    yield from (child for child in parse.children[verb] if parse.tokens[child].dep in ("xcomp", "conj"))


def _before_verb(parse: Parse, head: int, pack: AnnotatePack) -> Reading | None:
    """*Paris et Bonn ont convenu*, where the parse went wrong: nothing but names stand before the verb."""
    last = parse.sentence_of(head).last
    before = head - 1 if head > parse.sentence_of(head).first else None
    if before is not None and parse.tokens[before].pos in ("ADP", "DET", "NOUN", "ADJ"):
        return None
    after = head + 1
    while after < last and (parse.tokens[after].pos in ("CCONJ", "AUX", "ADV") or _is_capital(parse, after)):
        after += 1
    if after < last and after - head <= _NEAR and parse.tokens[after].lemma.lower() in pack.metonymy.verbs:
        return "metonym", parse.tokens[after].text
    return None


def _is_capital(parse: Parse, index: int) -> bool:
    return parse.tokens[index].text[:1].isupper()


def _beside(parse: Parse, head: int, pack: AnnotatePack, states: frozenset[int]) -> Reading | None:
    """Coordinated with a state, or with a capital that is read as a government."""
    token = parse.tokens[head]
    partners = [token.head] if token.dep in pack.relations.coordinated else []
    partners += [child for child in parse.children[head] if parse.tokens[child].dep in pack.relations.coordinated]
    for partner in partners:
        if partner in states:
            return "metonym", parse.tokens[partner].text
    if partners and token.dep in pack.relations.coordinated and parse.tokens[token.head].pos == "PROPN":
        return reading(parse, token.head, pack, states)
    return None
