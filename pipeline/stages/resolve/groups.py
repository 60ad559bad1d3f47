"""Groups and institutions by description: « l'opposition biélorusse », *the Russian government*, *the Communists*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Mention, Span
from pipeline.stages.resolve.clusters import Cluster, Sighting
from pipeline.stages.resolve.keys import folded, plain
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.views import View
from pipeline.text import fold


@dataclass(frozen=True, slots=True)
class Described:
    """A description: the concept of its head (or the lemma, with its language) and the states that it belongs to."""

    sighting: Sighting
    type: str
    concept: str
    states: tuple[str, ...]
    bare: bool

    @property
    def key(self) -> tuple[str, ...]:
        if self.states:
            return (self.type, self.concept, *self.states)
        return (self.type, self.concept, "", self.sighting.document)


def described(view: View, actors: Named, states: frozenset[str]) -> list[Described]:
    """The groups and institutions that the document describes, in text order.

    Candidates are mentions of these types without authority, and the phrases that fill a role or hold a statement.
    """
    words = lexicon(view)
    found: dict[tuple[int, int], Described] = {}
    for head, span, mention in _candidates(view):
        match = concept_at(view, head, words)
        if match is None or (span.start, span.end) in actors or (mention and _is_name(view, mention)):
            continue
        one = _described(view, head, span, mention, match, actors, states)
        if one is not None:
            found[span.start, span.end] = one
    return [found[key] for key in sorted(found)]


def _described(
    view: View,
    head: int,
    span: Span,
    mention: Mention | None,
    match: tuple[str, str, int],
    actors: Named,
    states: frozenset[str],
) -> Described | None:
    """None where the phrase counts (*two leaders*), is vague (*more troops*), or is a name with words of its own."""
    type, concept, used = match
    near = states_of(view, head, actors, states)
    rest = _rest(view, head, actors, used)
    definite = any(view.morph(i, "Definite") == "Def" for i in view.children[head])
    capital = view.tokens[head].text[:1].isupper() and head != view.sentences[view.tokens[head].sentence].first
    counted = any(view.tokens[i].pos == "NUM" for i in view.phrase(head))
    single = type == "group" and view.morph(head, "Number") == "Sing" and concept not in view.pack.collectives
    if (
        counted
        or single
        or not (near or definite or capital)
        or (rest and mention is not None and mention.kind == "name")
    ):
        return None
    nominal = Mention(span=span, text=view.quote(span), type=type, head=head, kind="nominal")
    sighting = Sighting(view.document, view.language, mention or nominal)
    own = "".join(f" {view.language}~{word}" for word in rest)
    return Described(sighting, type, concept + own, near, not rest and not near)


def _rest(view: View, head: int, actors: Named, used: int) -> tuple[str, ...]:
    """The content words of the phrase beyond the concept and the names in it, sorted."""
    vague = frozenset(map(folded, view.syntax.vague_modifiers))
    content = [i for i in view.phrase(head) if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    starts = [(view.tokens[i].start, i) for i in content if i != head and view.lemmas[i] not in vague]
    free = [i for start, i in starts if not actors.covers(start)]
    return tuple(sorted(view.lemmas[i] for i in free)[used - 1 :])


def _candidates(view: View) -> list[tuple[int, Span, Mention | None]]:
    """(head, span, mention) of all phrases that could describe a group."""
    found: list[tuple[int, Span, Mention | None]] = []
    for mention in view.reading.annotation.mentions:
        if (
            mention.type in ("group", "organization", "person")
            and mention.authority is None
            and mention.kind != "pronoun"
        ):
            found.append((mention.head, mention.span, mention))
    for statement in view.reading.statements.statements:
        if statement.dropped is not None:
            continue
        found += [(a.head, a.span, None) for a in statement.arguments if a.mention is None]
        holder = statement.holder
        while holder is not None:
            if (
                holder.span is not None
                and holder.mention is None
                and len(view.indices(holder.span.start, holder.span.end))
            ):
                found.append((_head_in(view, holder.span), holder.span, None))
            holder = holder.within  # type: ignore[assignment]  # ends at None
    return found


def _head_in(view: View, span: Span) -> int:
    """The token of the span whose head lies outside it."""
    indices = view.indices(span.start, span.end)
    return next((i for i in indices if view.tokens[i].head not in indices or view.tokens[i].head == i), indices[-1])


def _is_name(view: View, mention: Mention) -> bool:
    """Capitalised within a sentence in more than its head: a proper name (*Muslim Brotherhood*), no description."""
    indices = [i for i in view.indices(mention.span.start, mention.span.end) if view.tokens[i].pos != "DET"]
    capital = [i for i in indices if view.tokens[i].text[:1].isupper()]
    generic = frozenset(map(plain, view.pack.generic))
    proper = [i for i in capital if plain(view.tokens[i].text) not in generic and view.lemmas[i] not in lexicon(view)]
    return bool(proper) and not all(view.tokens[i].pos == "ADJ" or i == mention.head for i in proper)


def lexicon(view: View) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Folded last or first word of a form → (all its words, type, concept), longest forms first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for type, table in (("group", view.pack.groups), ("organization", view.pack.institutions)):
        for concept, forms in table.items():
            for form in forms:
                words = tuple(fold(form).split())
                for word in {words[0], words[-1]}:
                    found[word].append((words, type, concept))
    for forms_of_word in found.values():
        forms_of_word.sort(key=lambda entry: (-len(entry[0]), entry))
    return found


def concept_at(
    view: View, head: int, words: Mapping[str, list[tuple[tuple[str, ...], str, str]]]
) -> tuple[str, str, int] | None:
    """(type, concept, number of its words) of the longest known form around the head."""
    for form, type, concept in words.get(view.lemmas[head], ()):
        for first in range(head - len(form) + 1, head + 1):
            if first >= 0 and _reads(view, first, form):
                return type, concept, len(form)
    return None


def _reads(view: View, first: int, form: Sequence[str]) -> bool:
    """Whether the tokens from `first` spell `form`, by form or lemma."""
    if first + len(form) > len(view.tokens):
        return False
    return all(word in (view.lemmas[first + i], fold(view.tokens[first + i].text)) for i, word in enumerate(form))


def states_of(view: View, head: int, actors: Named, states: frozenset[str]) -> tuple[str, ...]:
    """The states named inside the phrase of `head` (demonym, complement, possessor), sorted."""
    indices = view.phrase(head)
    span = view.span(indices)
    ids = {id for targets in actors.inside(span.start, span.end).values() for id in targets}
    return tuple(sorted(ids & states))


def clusters(found: Sequence[Described]) -> list[Cluster]:
    """One cluster for concept and state; a bare description joins the one full one of its document."""
    full: dict[tuple[str, str, str], list[Described]] = defaultdict(list)
    for one in found:
        if one.states:
            full[one.sighting.document, one.type, one.concept].append(one)
    keyed: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    because: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in found:
        target = (
            one if one.states else _described_before(one, full.get((one.sighting.document, one.type, one.concept), []))
        )
        key = (target or one).key
        keyed[key].append(one.sighting)
        if target is not None and target is not one:
            because[key].append(f"{one.sighting.mention.text}: the one described as {target.sighting.mention.text}")
    return [_cluster(key, keyed[key], because[key]) for key in sorted(keyed)]


def _described_before(one: Described, full: Sequence[Described]) -> Described | None:
    """The nearest full description before it; where all are one, any."""
    if not one.bare or not full:
        return None
    before = [other for other in full if other.sighting.mention.span.start < one.sighting.mention.span.start]
    if before:
        return before[-1]
    return full[0] if len({other.key for other in full}) == 1 else None


def _cluster(key: tuple[str, ...], sightings: Sequence[Sighting], because: Sequence[str]) -> Cluster:
    forms = sorted({f"{s.mention.text} ({s.language})" for s in sightings})
    equal = [f"the same description: {', '.join(forms)}"] if len(forms) > 1 else []
    return Cluster(
        key=key,
        type="organization" if key[0] == "organization" else "group",
        sightings=tuple(sightings),
        because=(*because, *equal),
        cue="the same description",
    )
