"""Designations: the phrases of one document that name, describe or point at a treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Mention, Span, Statement, Temporal
from pipeline.stages.resolve.keys import plain
from pipeline.stages.resolve.views import View
from pipeline.text import fold

Manner = Literal["name", "definite", "pointing", "indefinite", "bare"]

# Predicates (of models/claims/) whose time is the date of a treaty, the strongest first.
DATING = ("signed", "agreed", "negotiated")
_SEQUENCE = re.compile(r"[IVX]{1,4}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Designation:
    """A phrase for a treaty.

    `kind` is a concept of the pack (empty where the name tells none), `names` the keys of its proper words (actor keys
    of the states, places and bodies in it, folded words), `words` all its content words, `own` the dates in it.
    """

    document: str
    language: str
    span: Span
    head: int
    text: str
    kind: str
    manner: Manner
    plural: bool
    fresh: bool
    names: frozenset[str]
    states: frozenset[str]
    words: frozenset[str]
    own: tuple[Temporal, ...]
    told: tuple[Statement, ...]

    @property
    def distinctive(self) -> frozenset[str]:
        """Proper words beyond the states that are its parties."""
        return self.names - self.states


def designations(
    view: View, actors: Mapping[tuple[int, int], tuple[str, ...]], states: frozenset[str]
) -> list[Designation]:
    """All designations of the document in text order. `actors`: span → actor ids; `states`: the ids that are states."""
    heads: dict[int, Mention | None] = {}
    for head, mentions in view.mentions_by_head.items():
        for mention in mentions:
            if mention.type == "treaty" and mention.kind != "pronoun":
                heads.setdefault(head, mention)
    inside = {i for mention in heads.values() if mention for i in view.indices(mention.span.start, mention.span.end)}
    kinds = _kinds(view)
    for index in range(len(view.tokens)):
        if index not in inside and view.lemmas[index] in kinds and view.tokens[index].pos in ("NOUN", "PROPN"):
            heads.setdefault(index, None)
    return [_designation(view, head, heads[head], kinds, actors, states) for head in sorted(heads)]


def _kinds(view: View) -> dict[str, str]:
    """Folded lemma → concept, plural forms that a tagger leaves unreduced included by their own lemma."""
    return {fold(lemma): concept for concept, lemmas in view.pack.treaties.items() for lemma in lemmas}


def _designation(
    view: View,
    head: int,
    mention: Mention | None,
    kinds: Mapping[str, str],
    actors: Mapping[tuple[int, int], tuple[str, ...]],
    states: frozenset[str],
) -> Designation:
    phrase = view.phrase(head)
    span = mention.span if mention else view.span(phrase)
    indices = view.indices(span.start, span.end)
    keeper = _kind_token(view, head, indices, kinds)
    refs = _actors_in(actors, span)
    names = _names(view, indices, keeper, refs, kinds)
    around = view.span(phrase)
    wide = Span(view.document, min(span.start, around.start), max(span.end, around.end))
    return Designation(
        document=view.document,
        language=view.language,
        span=span,
        head=head,
        text=view.quote(span),
        kind=kinds.get(_kind_word(view, keeper), "") if keeper is not None else "",
        manner=_manner(view, head, keeper, indices, mention),
        plural=view.morph(head, "Number") == "Plur",
        fresh=any(view.lemmas[i] in _folded(view.pack.fresh) for i in _modifiers(view, head, indices)),
        names=names,
        states=frozenset(id for ids in _actors_in(actors, wide).values() for id in ids if id in states),
        words=_words(view, indices, keeper, refs),
        own=_own_dates(view, span, indices, head),
        told=tuple(view.told.get(head, ())),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _kind_word(view: View, index: int) -> str:
    return view.lemmas[index] if view.lemmas[index] else fold(view.tokens[index].text)


def _kind_token(view: View, head: int, indices: range, kinds: Mapping[str, str]) -> int | None:
    """The token that says what kind of treaty it is: the head, else the last such word of the name (or the first)."""
    if view.lemmas[head] in kinds:
        return head
    found = [i for i in indices if view.lemmas[i] in kinds]
    return found[0] if found else None


def _actors_in(actors: Mapping[tuple[int, int], tuple[str, ...]], span: Span) -> dict[tuple[int, int], tuple[str, ...]]:
    return {at: ids for at, ids in actors.items() if span.start <= at[0] and at[1] <= span.end}


def _names(
    view: View,
    indices: range,
    keeper: int | None,
    refs: Mapping[tuple[int, int], tuple[str, ...]],
    kinds: Mapping[str, str],
) -> frozenset[str]:
    """Keys of the proper words: actor ids, else folded capitalised words and sequence numbers."""
    found: set[str] = set()
    for index in indices:
        token = view.tokens[index]
        behind = [ids for (start, end), ids in refs.items() if start <= token.start and token.end <= end]
        if behind and index != keeper:
            found.update(id for ids in behind for id in ids)
        elif index != keeper and view.lemmas[index] not in kinds and _is_proper(view, index, indices):
            found.update(plain(part) for part in re.split(r"[-'’]", token.text) if plain(part) and part[:1].isupper())
        elif _SEQUENCE.fullmatch(token.text) and index != keeper:
            found.add(plain(token.text))
    return frozenset(found)


def _is_proper(view: View, index: int, indices: range) -> bool:
    """Capitalised inside the phrase, or a proper noun at its first word."""
    token = view.tokens[index]
    if not token.text[:1].isupper() or token.pos in ("DET", "ADP", "PRON", "ADV"):
        return False
    first = index in {view.sentences[token.sentence].first}
    return not first or token.pos == "PROPN"


def _modifiers(view: View, head: int, indices: range) -> list[int]:
    return [i for i in indices if i == head or view.tokens[i].head == head] + view.children[head]


def _words(
    view: View, indices: range, keeper: int | None, refs: Mapping[tuple[int, int], tuple[str, ...]]
) -> frozenset[str]:
    """Content words, folded lemmas, without the names of actors and without dates."""
    content = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")
    dates = view.dates_in(view.tokens[indices[0]].start, view.tokens[indices[-1]].end)
    taken = [*refs, *((date.span.start, date.span.end) for date in dates if date.span)]
    free = [i for i in indices if not any(s <= view.tokens[i].start < e for s, e in taken)]
    return frozenset(plain(view.lemmas[i]) for i in free if i != keeper and view.tokens[i].pos in content)


def _manner(view: View, head: int, keeper: int | None, indices: range, mention: Mention | None) -> Manner:
    """How the phrase presents the treaty, by its determiner; a name is a capitalised or quoted title."""
    capital = any(
        view.tokens[i].text[:1].isupper() and i != view.sentences[view.tokens[i].sentence].first for i in indices
    )
    heads = keeper if keeper is not None else head
    titled = view.tokens[heads].text[:1].isupper() and heads != view.sentences[view.tokens[heads].sentence].first
    kind = {view.morph(i, "Definite") or view.morph(i, "PronType") for i in view.children[head] if i < head + 1}
    kind |= {view.morph(i, "PronType") for i in view.children[head] if i < head}
    if "Dem" in kind:
        return "pointing"
    if mention is not None and mention.kind == "name" and (capital or titled):
        return "name"
    if titled:
        return "name"
    if "Def" in kind:
        return "definite"
    return "indefinite" if "Ind" in kind or view.morph(head, "Number") == "Plur" else "bare"


def _own_dates(view: View, span: Span, indices: range, head: int) -> tuple[Temporal, ...]:
    """Dates that stand in the phrase beside its head, or follow it with nothing but small words between."""
    stop = _folded(view.pack.stop)
    found = []
    for date in view.dates_in(span.start, span.end + 60):
        if date.span is None or date.layer != "timex" or date.earliest is None:
            continue
        anchor = view.tokens[head]
        before = date.span.end <= anchor.start
        gap = (
            view.text[date.span.end : anchor.start]
            if before
            else view.text[_end_of_name(view, head, indices, date) : date.span.start]
        )
        words = [fold(word) for word in re.findall(r"\w+", gap)]
        if before and date.span.start >= span.start and len(words) <= 2:
            found.append(date)
        elif not before and all(word in stop for word in words) and len(words) <= 4 and not re.search(r"[.;:!?]", gap):
            found.append(date)
    return tuple(found)


def _end_of_name(view: View, head: int, indices: range, date: Temporal) -> int:
    """Where the words before the date end: the last token of the phrase before the date."""
    assert date.span is not None
    before = [
        i
        for i in indices
        if view.tokens[i].end <= date.span.start and view.tokens[i].pos not in ("ADP", "DET", "PUNCT")
    ]
    return view.tokens[max([head, *before])].end


def clauses(designation: Designation) -> Iterator[tuple[Statement, str]]:
    """The statements about the treaty with the role that it fills."""
    for statement in designation.told:
        for argument in statement.arguments:
            if argument.head == designation.head:
                yield statement, argument.role
