"""Designations: the phrases of one document that name, describe or point at a treaty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Mention, Span, Statement, Temporal
from pipeline.stages.resolve.acts import Acts
from pipeline.stages.resolve.dated_phrases import called, own_dates
from pipeline.stages.resolve.keys import folded, plain
from pipeline.stages.resolve.named import Ids, Named, Place
from pipeline.stages.resolve.salience import is_prominent, is_restricted, verb_of
from pipeline.stages.resolve.views import View

Lookup = Callable[[str, str], tuple[str, ...]]
Manner = Literal["name", "definite", "pointing", "indefinite", "bare"]

_SEQUENCE = re.compile(r"[IVX]{1,4}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Designation:
    """A phrase for a treaty.

    `kind` is a concept of the pack (empty where the name tells none), `names` the keys of its proper words (actor keys
    of the states, places and bodies in it, folded words), `words` all its content words, `own` the dates in it.
    `prominent`: subject, object or title; `restricted`: a clause says which; `full`: the phrase with its complements;
    `verb`: the verb that it is subject or object of, else -1; `heads`: the tokens that may head it in a statement;
    `matters`: what it says that the treaty is about.
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
    sounds: frozenset[str]
    spelled: frozenset[str]
    own: tuple[Temporal, ...]
    told: tuple[Statement, ...]
    acts: Acts
    authority: str = ""
    prominent: bool = False
    restricted: bool = False
    full: str = ""
    verb: int = -1
    heads: frozenset[int] = frozenset()
    matters: frozenset[str] = frozenset()

    @property
    def distinctive(self) -> frozenset[str]:
        """Proper words beyond the states that are its parties; where only the authority knows it, its id."""
        return (self.names - self.states) or frozenset({f"@{self.authority}"} if self.authority else ())

    @property
    def titles(self) -> frozenset[frozenset[str]]:
        """Its names as sets of keys: by words, by their sound in its language, as spelled, and by authority."""
        known = frozenset({f"@{self.authority}"} if self.authority else ())
        return frozenset(title for title in (self.distinctive, self.sounds - self.states, self.spelled, known) if title)


def designations(
    view: View, actors: Named, states: frozenset[str], lookup: Lookup, short: Sequence[Mention] = ()
) -> list[Designation]:
    """All designations of the document in text order. `actors`: span → actor ids; `states`: the ids that are states.

    `lookup`: (form, language) → the states of that name; `short`: the short names that the text gives treaties.
    """
    heads: dict[int, Mention | None] = {mention.head: mention for mention in short}
    for head, mentions in view.mentions_by_head.items():
        for mention in mentions:
            if mention.type == "treaty" and mention.kind != "pronoun":
                heads.setdefault(head, mention)
    inside = {i for mention in heads.values() if mention for i in view.indices(mention.span.start, mention.span.end)}
    kinds = _kinds(view)
    for index in range(len(view.tokens)):
        if index not in inside and _word(view, index) in kinds and _is_noun(view, index):
            heads.setdefault(index, None)
    return [_designation(view, head, heads[head], kinds, actors, states, lookup) for head in sorted(heads)]


def _kinds(view: View) -> dict[str, str]:
    """Folded lemma → concept, plural forms that a tagger leaves unreduced included by their own lemma."""
    return {folded(lemma): concept for concept, lemmas in view.pack.treaties.items() for lemma in lemmas}


def _designation(
    view: View,
    head: int,
    mention: Mention | None,
    kinds: Mapping[str, str],
    actors: Named,
    states: frozenset[str],
    lookup: Lookup,
) -> Designation:
    phrase = view.phrase(head)
    span = mention.span if mention else view.span(_without_determiner(view, phrase))
    indices = view.indices(span.start, span.end)
    keeper = _kind_token(view, head, indices, kinds)
    title = indices if mention else _title(view, head, indices)
    refs = actors.inside(span.start, span.end) | _listed(view, span) | _hyphened(view, indices, actors, lookup)
    names = _names(view, title, keeper, refs, kinds)
    around = view.span(phrase)
    dashed = _dashed(view, span, actors)
    heads = _heads(view, head, indices, mention)
    near = _near_actors(view, head, actors) | actors.inside(around.start, around.end)
    words, own = _words(view, indices, keeper, refs), own_dates(view, span, indices, head)
    return Designation(
        document=view.document,
        language=view.language,
        span=span,
        head=head,
        text=view.quote(called(view, head, indices, own) if words or names else span),
        kind=kinds.get(_word(view, keeper), "") if keeper is not None else "",
        manner=_manner(view, head, keeper, indices, mention),
        plural=view.morph(head, "Number") == "Plur",
        fresh=any(view.lemmas[i] in _folded(view.pack.fresh) for i in _modifiers(view, head, indices)),
        names=names,
        states=states.intersection(id for ids in (*near.values(), *refs.values(), dashed) for id in ids),
        words=words,
        sounds=_sounds(view, names),
        spelled=frozenset() if names & states else _names(view, title, keeper, {}, kinds),
        own=own,
        told=tuple(dict.fromkeys(one for i in sorted(heads) for one in view.told.get(i, ()))),
        acts=view.acts,
        authority=(mention.authority or "") if mention else "",
        prominent=is_prominent(view, head),
        restricted=is_restricted(view, head),
        full=_full(view, span, phrase, head),
        verb=verb_of(view, head),
        heads=heads,
        matters=frozenset(matter for form, matter in view.romaniser.matters if form <= words),
    )


def _heads(view: View, head: int, indices: range, mention: Mention | None) -> frozenset[int]:
    """The tokens that may head the phrase where it fills a role: of a name each, as a parser may cut it in two."""
    if mention is None or mention.kind != "name":
        return frozenset({head})
    others = {i for i in indices for one in view.mentions_by_head.get(i, ()) if one.span != mention.span}
    return frozenset({head, *indices} - others)


def _full(view: View, span: Span, phrase: range, head: int) -> str:
    """The phrase from its first word to the end of its complements, up to a comma or a relative clause."""
    whole = view.span(_without_determiner(view, phrase))
    first, last = min(span.start, whole.start), max(span.end, whole.end, _end_of_participle(view, phrase))
    stop = (",", ";", ":", "(", ")", "—", "–")
    for index in view.indices(view.tokens[head].end, last):
        token = view.tokens[index]
        if token.start >= span.end and (token.text in stop or token.dep in view.syntax.relative_clauses):
            last = view.tokens[index - 1].end
            break
    return view.quote(Span(view.document, first, max(last, span.end)))


def _end_of_participle(view: View, phrase: range) -> int:
    """Where the present participle right after the phrase ends, whatever the parser hung it on."""
    after = phrase[-1] + 1
    present = set(view.syntax.present_participle)
    if after >= len(view.tokens) or not present or not present <= set(view.tokens[after].morph.split("|")):
        return 0
    below = [i for i in view.below(after) if i >= after and view.tokens[i].pos != "PUNCT"]
    return view.tokens[max(below)].end


def _without_determiner(view: View, phrase: range) -> range:
    """As annotate cuts its mentions: no article in front."""
    first = next((i for i in phrase if view.tokens[i].pos != "DET"), phrase[0])
    return range(first, phrase[-1] + 1)


def _title(view: View, head: int, indices: range) -> range:
    """The part of a described phrase that may be its name: up to the first preposition that is no genitive."""
    genitives = view.syntax.genitives | frozenset(view.syntax.prepositions)
    for index in indices:
        if index > head and view.tokens[index].pos == "ADP" and folded(view.tokens[index].text) not in genitives:
            return range(indices[0], index)
    return indices


def _word(view: View, index: int) -> str:
    """The folded lemma; the folded form where a tagger took the noun for a verb."""
    return folded(view.tokens[index].text) if view.tokens[index].pos == "VERB" else view.lemmas[index]


def _is_noun(view: View, index: int) -> bool:
    """By its tag, or (« un nouveau traité » read as a participle) by the determiner before it."""
    if view.tokens[index].pos in ("NOUN", "PROPN"):
        return True
    left = view.left(index)
    return view.tokens[index].pos == "VERB" and bool(left) and view.tokens[left[-1]].pos == "DET"


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _kind_token(view: View, head: int, indices: range, kinds: Mapping[str, str]) -> int | None:
    """The token that says what kind of treaty it is: the head, else the last such word of the name (or the first)."""
    if _word(view, head) in kinds:
        return head
    found = [i for i in indices if _word(view, i) in kinds]
    return found[0] if found else None


def _near_actors(view: View, head: int, actors: Named) -> dict[Place, Ids]:
    """Actors named anywhere below the head, but not in a clause, apposition or conjunct of its own."""
    syntax = view.syntax
    apart = syntax.relative_clauses | syntax.noun_clauses | syntax.appositions | syntax.conjuncts
    below: set[int] = set()
    for child in view.children[head]:
        if view.tokens[child].dep not in apart or view.tokens[child].pos == "ADJ":
            below.update(view.below(child))
    starts = {view.tokens[i].start for i in below}
    near = actors.inside(min(starts), view.tokens[max(below)].end) if below else {}
    return {at: ids for at, ids in near.items() if at[0] in starts}


def _listed(view: View, span: Span) -> dict[Place, Ids]:
    """Places and bodies inside the span by their own authority id, even where they stand for a state."""
    heads = (m for i in view.indices(span.start, span.end) for m in view.mentions_by_head.get(i, ()))
    inside = [m for m in heads if m.authority and m.type in ("place", "organization")]
    return {
        (m.span.start, m.span.end): (f"@{m.authority}",)
        for m in inside
        if span.start <= m.span.start and m.span.end <= span.end and m.span != span
    }


def _dashed(view: View, span: Span, actors: Named) -> Ids:
    """The name joined by a dash to the front of the phrase, which annotate cut off (*Egypt–Israel peace treaty*)."""
    first = view.indices(span.start, span.end)[0]
    if first < 2:
        return ()
    before, dash = view.tokens[first - 2 : first]
    if folded(dash.text) != "-" or dash.start != before.end:
        return ()
    return actors.by_end.get(before.end, ())


def _hyphened(view: View, indices: range, actors: Named, lookup: Lookup) -> dict[Place, Ids]:
    """States named by one word of the title that annotate left alone (*Egypt-Israel Treaty*)."""
    found = {}
    for index in indices:
        token = view.tokens[index]
        if not actors.covers(token.start) and token.text[:1].isupper() and (ids := lookup(token.text, view.language)):
            found[token.start, token.end] = ids
    return found


def _names(
    view: View,
    indices: range,
    keeper: int | None,
    refs: Mapping[Place, Ids],
    kinds: Mapping[str, str],
) -> frozenset[str]:
    """Keys of the proper words: actor ids, else folded capitalised words and sequence numbers."""
    found: set[str] = set()
    for index in indices:
        token = view.tokens[index]
        behind = [ids for (start, end), ids in refs.items() if start <= token.start and token.end <= end]
        if behind and index != keeper:
            found.update(id for ids in behind for id in ids)
        elif index != keeper and _word(view, index) not in kinds and _is_proper(view, index, indices):
            found.update(plain(part) for part in re.split(r"[-'’]", token.text) if plain(part) and part[:1].isupper())
        elif _SEQUENCE.fullmatch(token.text) and index != keeper:
            found.add(plain(token.text))
    return frozenset(found)


def _sounds(view: View, names: frozenset[str]) -> frozenset[str]:
    """The names with their plain words by sound (Marrakech, Marrakesh)."""
    return frozenset(name if name[0] == "@" or "-" in name else "~" + view.romaniser.sound(name) for name in names)


def _is_proper(view: View, index: int, indices: range) -> bool:
    """Capitalised inside the phrase, or a proper noun at its first word."""
    token = view.tokens[index]
    if not token.text[:1].isupper() or token.pos in ("DET", "ADP", "PRON", "ADV"):
        return False
    first = index in {view.sentences[token.sentence].first}
    return not first or token.pos == "PROPN"


def _modifiers(view: View, head: int, indices: range) -> list[int]:
    """The words of the phrase, what hangs on its head, and what stands right before it."""
    return [*indices, *view.children[head], *view.left(min(head, indices[0]))]


def _words(view: View, indices: range, keeper: int | None, refs: Mapping[Place, Ids]) -> frozenset[str]:
    """Content words, folded lemmas, without the names of actors and without dates."""
    content = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")
    dates = view.dates_in(view.tokens[indices[0]].start, view.tokens[indices[-1]].end)
    taken = [*refs, *((date.span.start, date.span.end) for date in dates if date.span)]
    empty = _folded([*view.pack.latter, *view.syntax.vague_modifiers])
    free = [
        i for i in indices if not any(s <= view.tokens[i].start < e for s, e in taken) and view.lemmas[i] not in empty
    ]
    return frozenset(plain(view.lemmas[i]) for i in free if i != keeper and view.tokens[i].pos in content)


def _manner(view: View, head: int, keeper: int | None, indices: range, mention: Mention | None) -> Manner:
    """How the phrase presents the treaty, by its determiner; a name is a capitalised or quoted title."""
    capital = any(
        view.tokens[i].text[:1].isupper() and i != view.sentences[view.tokens[i].sentence].first for i in indices
    )
    heads = keeper if keeper is not None else head
    titled = view.tokens[heads].text[:1].isupper() and heads != view.sentences[view.tokens[heads].sentence].first
    before = [i for i in (*view.children[head], *view.left(min(head, indices[0])), *indices) if i < head]
    determiners = [i for i in before if view.tokens[i].pos in ("DET", "PRON")]
    kind = {view.morph(i, feature) for i in determiners for feature in ("Definite", "PronType")}
    if "Dem" in kind:
        return "pointing"
    if mention is not None and mention.kind == "name" and (capital or titled):
        return "name"
    if titled:
        return "name"
    if "Def" in kind:
        return "definite"
    return "indefinite" if "Ind" in kind or view.morph(head, "Number") == "Plur" else "bare"


def clauses(designation: Designation) -> Iterator[tuple[Statement, str]]:
    """The statements about the treaty with the role that it fills."""
    for statement in designation.told:
        for argument in statement.arguments:
            if argument.head in designation.heads:
                yield statement, argument.role
