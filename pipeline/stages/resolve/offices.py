"""Offices: who is told to be *president of Belarus*, so that *the Belorussian president* finds its person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.stages.resolve.keys import Form, folded, longest_first, plain
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.views import View
from pipeline.stages.resolve.whose import states_of
from pipeline.stages.resolve.wording import around


@dataclass(frozen=True, slots=True)
class Held:
    """A person holds, or once held, an office of a state or body (empty where none is told), told at a place."""

    office: str
    of: str
    person: str
    document: str
    start: int
    former: bool = False


def office_at(view: View, index: int) -> str | None:
    """The office whose words include the token."""
    return next((office for words, office in _forms_with(view, index) if around(view, index, words)), None)


def title_at(view: View, index: int, office: str) -> frozenset[int]:
    """The tokens of the longest form of the office around the token."""
    spelled = (around(view, index, words) for words, one in _forms_with(view, index) if one == office)
    return frozenset(next((one for one in spelled if one), ()))


def _forms_with(view: View, index: int) -> list[Form]:
    """The forms of offices that have the token among their words, longest first."""
    known, lemma, form = view.romaniser.offices, view.lemmas[index], folded(view.tokens[index].text)
    if lemma == form or lemma not in known or form not in known:
        return known.get(lemma) or known.get(form) or []
    return sorted({*known[lemma], *known[form]}, key=longest_first)


def held(view: View, actors: Named, types: Mapping[str, str], states: frozenset[str]) -> list[Held]:
    """What the document tells of offices: beside a name, or by a statement on an office."""
    found: list[Held] = []
    for (start, end), ids in actors.ordered:
        if len(ids) == 1 and types.get(ids[0]) == "person":
            after = _of_after(view, end, actors, states)
            for index in beside(view, start, end):
                found += _told(view, index, ids[0], actors, types, after)
    for statement in view.reading.statements.statements:
        if statement.dropped is None and statement.predicate in view.acts.holding and statement.polarity == "affirmed":
            people = [a for a in statement.arguments if types.get(_one(actors, a.span.start, a.span.end)) == "person"]
            for argument in statement.arguments:
                if len(people) == 1 and argument is not people[0]:
                    person = _one(actors, people[0].span.start, people[0].span.end)
                    found += _told(view, argument.head, person, actors, types, ())
    return list(dict.fromkeys(found))


def _one(actors: Named, start: int, end: int) -> str:
    ids = actors.at(start, end)
    return ids[0] if len(ids) == 1 else ""


def _of_after(view: View, end: int, actors: Named, states: frozenset[str]) -> tuple[str, ...]:
    """The state behind a name that bears its title (*President Mary Robinson of Ireland*)."""
    after = view.indices(end, len(view.text))
    first = next((i for i in after[:1] if view.lemmas[i] in view.syntax.genitives), None)
    if first is None:
        return ()
    start = next((view.tokens[i].start for i in after[1:3] if view.tokens[i].pos != "DET"), -1)
    return next((ids for ids in actors.beginning(start) if states.issuperset(ids)), ())


def beside(view: View, start: int, end: int) -> list[int]:
    """The nouns of a title before a name and of an apposition after it."""
    indices = view.indices(start, end)
    if not indices:
        return []
    found = []
    left = indices[0] - 1
    while (
        left >= 0
        and view.tokens[left].pos in ("NOUN", "PROPN", "ADJ", "PUNCT")
        and view.tokens[left].text not in ".,;:()"
    ):
        found.append(left)
        left -= 1
    found += _title_before_comma(view, indices)
    right = indices[-1] + 1
    if right < len(view.tokens) and view.tokens[right].text == ",":
        found += [i for i in range(right + 1, min(right + 5, len(view.tokens))) if _appositive(view, right + 1, i)]
    return [i for i in found if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ")]


def _title_before_comma(view: View, name: range) -> list[int]:
    """The nouns of a title that the name explains between commas (« le ministre, Jean Dupont, … »)."""
    before, after = name[0] - 1, name[-1] + 1
    if before < 1 or view.tokens[before].text != "," or not _closed(view, after):
        return []
    found, index = [], before - 1
    while (
        index >= 0 and before - index < 9 and view.tokens[index].pos in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART")
    ):
        found.append(index)
        index -= 1
    return [i for i in found if view.tokens[i].pos != "DET"]


def _closed(view: View, after: int) -> bool:
    """A comma, bracket or stop that ends an apposition, and no list."""
    texts = [token.text for token in view.tokens[after : after + 1]]
    listed = after + 1 < len(view.tokens) and view.tokens[after + 1].pos == "CCONJ"
    return not texts or (texts[0] in (",", ".", ";", ")", ":") and not listed)


def is_title(view: View, start: int, end: int, actors: Named) -> bool:
    """Whether a mention is an office only, without a name in it (*Russian Foreign Minister*)."""
    indices = view.indices(start, end)
    heads = [i for i in indices if view.tokens[i].head not in indices or view.tokens[i].head == i]
    small = view.romaniser.titles | view.romaniser.generic | view.romaniser.articles
    names = [i for i in indices if view.tokens[i].text[:1].isupper() and plain(view.tokens[i].text) not in small]
    free = [i for i in names if not actors.covers(view.tokens[i].start)]
    return not free and any(office_at(view, i) for i in heads)


def _appositive(view: View, first: int, index: int) -> bool:
    """No verb, name or stop between the comma and the noun."""
    between = view.tokens[first : index + 1]
    return all(
        token.pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "ADV") and token.text not in ".,;:()" for token in between
    )


def _told(
    view: View,
    index: int,
    person: str,
    actors: Named,
    types: Mapping[str, str],
    after: tuple[str, ...],
) -> list[Held]:
    """A deputy holds another office than the one whose words the title has."""
    office = office_at(view, index)
    words = _title(view, index)
    if office is None or not person or words & frozenset(map(folded, view.pack.deputies)):
        return []
    states = frozenset(id for id, type in types.items() if type == "state")
    near = states_of(view, index, actors, states) or states_around(view, index, actors, states) or after
    near = near or bodies_of(view, index, actors, types, office)
    if len(near) > 1:
        return []
    former = bool(words & frozenset(map(folded, view.pack.bygone)))
    return [Held(office, near[0] if near else "", person, view.document, view.tokens[index].start, former)]


def _title(view: View, index: int) -> frozenset[str]:
    """The words of the phrase around a title's noun, and those right before it."""
    first = index
    while first > 0 and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN", "ADV", "DET", "PUNCT"):
        if view.tokens[first - 1].text in ".,;:()":
            break
        first -= 1
    inside = {*view.phrase(index), *range(first, index)}
    return frozenset({view.lemmas[i] for i in inside} | {folded(view.tokens[i].text) for i in inside})


def bodies_of(view: View, head: int, actors: Named, types: Mapping[str, str], office: str = "") -> tuple[str, ...]:
    """The bodies named inside the phrase of `head`, sorted; the words of the office are none (*head of government*)."""
    span = view.span(view.phrase(head))
    title = title_at(view, head, office)
    named = actors.inside(span.start, span.end).items()
    ids = {id for place, targets in named for id in targets if not title.issuperset(view.indices(*place))}
    return tuple(sorted(id for id in ids if types.get(id) in ("organization", "group")))


def states_around(view: View, index: int, actors: Named, states: frozenset[str]) -> tuple[str, ...]:
    """States in the title that the parser hung elsewhere: the adjective just before or after the office, with nothing
    but words of the title between."""
    found: set[str] = set()
    window = view.span(range(max(0, index - 2), min(index + 2, len(view.tokens))))
    for (start, end), ids in actors.inside(window.start, window.end).items():
        near = view.indices(start, end)
        between = view.tokens[min(near[0], index) : max(near[0], index)] if near else ()
        if near and index - 2 <= near[0] <= index + 1 and all(t.pos in ("ADJ", "PROPN", "NOUN") for t in between):
            found |= {id for id in ids if id in states}
    return tuple(sorted(found))


def meant_by(view: View, office: str) -> frozenset[str]:
    """The offices that a word for an office covers: a head of state is a president, a king, …"""
    return frozenset({office, *view.pack.wider.get(office, ())})


def holders(
    facts: Iterable[Held], offices: frozenset[str], of: str, document: str, former: bool = False
) -> frozenset[str]:
    """Who is told, in the document or else in the corpus, to hold one of the offices, or to have held it."""
    fitting = [fact for fact in facts if fact.office in offices and fact.former == former and of in ("", fact.of)]
    here = [fact for fact in fitting if fact.document == document]
    return frozenset(fact.person for fact in here or fitting)


def states_served(facts: Iterable[Held], person: str, states: frozenset[str]) -> Iterator[str]:
    """The states that the person is told to hold, or to have held, an office of; each once."""
    yield from sorted({fact.of for fact in facts if fact.person == person} & states)
