"""Groups and institutions by description: « l'opposition biélorusse », *the Russian government*, *the Communists*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Mention, Span
from pipeline.stages.resolve.clusters import Cluster, Sighting
from pipeline.stages.resolve.describing import acts_for
from pipeline.stages.resolve.keys import folded, plain
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.views import View
from pipeline.stages.resolve.whose import Lookup, World, owner, state_behind
from pipeline.stages.resolve.wording import around
from pipeline.text import fold

GOVERNMENT = "government"  # the concept of [resolve.institutions] that binds its state
Match = tuple[str, str, tuple[int, ...]]  # type, concept, the tokens of its words


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


def described(view: View, actors: Named, world: World) -> list[Described]:
    """The groups and institutions that the document describes, in text order.

    Candidates are mentions of these types without authority, and the phrases that fill a role or hold a statement.
    """
    words = lexicon(view)
    found: dict[tuple[int, int], Described] = {}
    for head, span, mention in _candidates(view):
        match = concept_at(view, head, words)
        if match is None or _is_one_of_many(view, head, match):
            match = _own_kind(view, head, mention)
        if match is None or (span.start, span.end) in actors or _names_treaty(view, head) or acts_for(view, head):
            continue
        if mention and _is_name(view, mention, actors, world.demonym):
            continue
        one = _described(view, head, span, mention, match, actors, world)
        if one is not None:
            found[span.start, span.end] = one
    return [found[key] for key in sorted(found)]


def _shown(view: View, span: Span) -> str:
    """The phrase without the article or the amount before it, and what follows a comma behind it."""
    amounts = frozenset(map(folded, view.pack.amounts))
    inside = view.indices(span.start, span.end)
    kept = [i for i in inside if view.tokens[i].pos != "DET" and view.lemmas[i] not in amounts]
    if not kept:
        return view.quote(span)
    last = next((i - 1 for i in range(kept[0] + 1, inside.stop) if view.tokens[i].text == ","), inside[-1])
    return view.quote(Span(span.document, view.tokens[kept[0]].start, view.tokens[last].end))


def _names_treaty(view: View, head: int) -> bool:
    """Whether the word stands in the name of a treaty (« le traité sur les forces … »)."""
    above = head
    while view.tokens[above].head != above:
        above = view.tokens[above].head
        end = view.tokens[head].end
        if any(m.type == "treaty" and m.span.start <= view.tokens[head].start and end <= m.span.end
               for m in view.mentions_by_head.get(above, ())):  # fmt: skip
            return True
    return False


def _described(
    view: View, head: int, span: Span, mention: Mention | None, match: Match, actors: Named, world: World
) -> Described | None:
    """None where the phrase counts (*two leaders*), is vague (*more troops*), or is a name with words of its own."""
    type, concept, used = match
    whose = owner(view, head, span, type == "organization", actors, world)
    near, shown = whose.ids, Span(span.document, span.start, whose.end)
    plural = view.morph(head, "Number") == "Plur"
    rest = _rest(view, head, actors, {*used, *whose.used})
    if plural and (near or rest) and not whose.states:
        type = "group"  # *Western governments*
    if _alone_tells_nobody(view, concept) and not rest and (whose.states or not near):
        return None  # *countries such as France*, *the countries*
    if rest and mention is not None and mention.kind == "name":
        return None
    core = _core(view, head)
    if not _tells_who(view, head, type, bool(near), any(i in core for i in rest)):
        return None
    telling = [view.tokens[i].end for i in core if i in rest or actors.covers(view.tokens[i].start)]
    shown = Span(span.document, span.start, max([shown.end, *telling]))
    nominal = Mention(span=span, text=_shown(view, shown), type=type, head=head, kind="nominal")
    told = mention or nominal
    if told.kind != "name" or shown != span:
        told = replace(told, text=nominal.text)
    sighting = Sighting(view.document, view.language, told)
    more = "".join(f" {view.language}~{word}" for word in sorted(view.lemmas[i] for i in rest))
    return Described(sighting, type, concept + more, near, not rest and not near)


def _core(view: View, head: int) -> range:
    """The phrase without a clause that follows it (*the founding members accusing …*)."""
    whole = view.phrase(head)
    verbs = [i for i in whole if i > head and view.tokens[i].pos == "VERB"]
    clauses = [i for i in verbs if view.tokens[i].dep in view.syntax.noun_clauses]
    last = min([whole[-1], *(min(view.below(i)) - 1 for i in clauses)])
    return range(whole.start, max(last, head) + 1)


def _is_one_of_many(view: View, head: int, match: Match) -> bool:
    """The singular of a noun whose plural is a group (*a leader*, *the union* beside *the unions*)."""
    type, concept, _ = match
    return type == "group" and view.morph(head, "Number") == "Sing" and concept not in view.pack.collectives


def _own_kind(view: View, head: int, mention: Mention | None) -> Match | None:
    """A body that no list knows, by the noun of its kind: *the customs union*."""
    plain_noun = mention is not None and mention.kind == "nominal" and view.tokens[head].text.islower()
    if mention is None or mention.type != "organization" or not plain_noun or view.morph(head, "Number") != "Sing":
        return None
    return "organization", f"{view.language}~{view.lemmas[head]}", (head,)


def _alone_tells_nobody(view: View, concept: str) -> bool:
    """Whether a description needs more than this word: *the countries*, *the union*."""
    return concept in view.pack.anybody or "~" in concept


def _tells_who(view: View, head: int, type: str, owned: bool, more: bool) -> bool:
    """Whether the phrase tells a group or an institution from others: by its owner, an article or a capital, a group
    by any word of its own. Not where it counts (*two leaders*)."""
    plural = view.morph(head, "Number") == "Plur"
    counts = [i for i in view.phrase(head) if view.tokens[i].pos == "NUM" and i not in view.dated]
    if any(not _is_capital(view, i) for i in counts):
        return False
    if owned or (type == "group" and plural and more):
        return True
    definite = any(view.morph(i, "Definite") == "Def" for i in view.children[head])
    return definite or _is_called(view, head, type) or (more and _is_made(view, head))


def _is_capital(view: View, index: int) -> bool:
    """A capital that is not the sentence's (a name that the tagger took for a number: *São*)."""
    token = view.tokens[index]
    return token.text[:1].isupper() and index != view.sentences[token.sentence].first


def _is_made(view: View, head: int) -> bool:
    """Whether the text tells that this body is set up: it is new, so that it has no article of what is known."""
    told = [one for one in view.told.get(head, ()) if one.predicate in view.acts.establishing]
    return any(argument.head == head and argument.role == "object" for one in told for argument in one.arguments)


def _is_called(view: View, head: int, type: str) -> bool:
    """A capital that is not the sentence's; at its beginning that of an institution without an article (*Congress
    refused*)."""
    token = view.tokens[head]
    sentence = view.sentences[token.sentence]
    if head != sentence.first or not token.text[:1].isupper():
        return _is_capital(view, head)
    bare = type == "organization" and view.morph(head, "Number") == "Sing" and token.dep in view.syntax.subjects
    return bare and sentence.section == "paragraph"


def _rest(view: View, head: int, actors: Named, used: Collection[int]) -> list[int]:
    """The content words of the phrase beyond the concept, the names in it and who leads it."""
    vague = frozenset(map(folded, [*view.syntax.vague_modifiers, *view.pack.amounts]))
    content = [i for i in view.phrase(head) if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    named = [m for i in content for m in view.mentions_by_head.get(i, ()) if m.type == "person" and m.head != head]
    people = {i for mention in named for i in view.indices(mention.span.start, mention.span.end)}
    free = [i for i in content if i != head and i not in used and i not in people and view.lemmas[i] not in vague]
    return [i for i in free if not actors.covers(view.tokens[i].start)]


def _candidates(view: View) -> list[tuple[int, Span, Mention | None]]:
    """(head, span, mention) of all phrases that could describe a group."""
    found: list[tuple[int, Span, Mention | None]] = []
    for mention in view.reading.annotation.mentions:
        if (
            mention.type in ("group", "organization", "person", "state")
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


def _is_name(view: View, mention: Mention, actors: Named, lookup: Lookup) -> bool:
    """Capitalised within a sentence in more than its head: a proper name (*Muslim Brotherhood*), no description. A
    plain noun of people is none (*Gulf diplomats*)."""
    if mention.type == "group" and mention.kind == "nominal" and view.tokens[mention.head].text.islower():
        return False
    state = state_behind(view, mention.head, mention.span, lookup)
    inside = view.indices(mention.span.start, mention.span.end)
    indices = [i for i in inside if view.tokens[i].pos != "DET" and i not in state]
    capital = [i for i in indices if view.tokens[i].text[:1].isupper() and not actors.covers(view.tokens[i].start)]
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


def concept_at(view: View, head: int, words: Mapping[str, list[tuple[tuple[str, ...], str, str]]]) -> Match | None:
    """The longest known form around the head."""
    for form, type, concept in words.get(view.lemmas[head], ()):
        if found := around(view, head, form):
            return type, concept, found
    return None


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


def governed(key: tuple[str, ...]) -> str:
    """The one state whose government the key describes, without words of its own; empty where it describes another."""
    return key[2] if len(key) == 3 and key[:2] == ("organization", GOVERNMENT) else ""


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
    own = {s.mention.text for s in sightings if len(s.mention.text) <= s.mention.span.end - s.mention.span.start}
    return Cluster(
        key=key,
        type="organization" if key[0] == "organization" else "group",
        sightings=tuple(sightings),
        shown=frozenset(text for text in own if len(text.split()) > 1),  # better than one with the capital behind it
        because=(*because, *equal),
        cue="the same description",
    )
