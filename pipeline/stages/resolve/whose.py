"""Whose a described group or institution is: the states, else the regions and bodies, that its phrase names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import Span
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.views import View

Lookup = Callable[[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """Who is known when descriptions are read: the `states` among the actors; (demonym, language) → states, (capital,
    language) → states."""

    states: frozenset[str]
    demonym: Lookup
    capital: Lookup


@dataclass(frozen=True, slots=True)
class Owner:
    """The ids of the owners, the tokens that name them, the end of the phrase with them, and whether they are
    states."""

    ids: tuple[str, ...]
    used: frozenset[int]
    end: int
    states: bool


def owner(view: View, head: int, span: Span, institution: bool, actors: Named, world: World) -> Owner:
    """The states of the phrase; else the state of the capital beside an institution; else the regions, peoples and
    bodies in it (*Western diplomats*, « les députés du SPD »)."""
    words = _demonyms(view, head, actors, world.demonym) | state_behind(view, head, span, world.demonym)
    told = {id for ids in words.values() for id in ids}
    ids, end = tuple(sorted({*states_of(view, head, actors, world.states), *told})), span.end
    if not ids and institution:
        ids, seat = _seat(view, head, world.capital)
        end = max(end, seat)
    if ids:
        return Owner(ids, frozenset(words), end, True)
    return Owner(_others(view, head, actors), frozenset(words), end, False)


def _others(view: View, head: int, actors: Named) -> tuple[str, ...]:
    """The actors other than states named inside the phrase of `head`, sorted."""
    span = view.span(view.phrase(head))
    own = view.tokens[head]
    inside = actors.inside(span.start, span.end)
    return tuple(sorted({id for (start, end), ids in inside.items() if not start <= own.start < end for id in ids}))


def states_of(view: View, head: int, actors: Named, states: frozenset[str]) -> tuple[str, ...]:
    """The states named inside the phrase of `head` (demonym, complement, possessor), sorted."""
    indices = view.phrase(head)
    span = view.span(indices)
    ids = {id for targets in actors.inside(span.start, span.end).values() for id in targets}
    return tuple(sorted(ids & states))


def _demonyms(view: View, head: int, actors: Named, lookup: Lookup) -> dict[int, tuple[str, ...]]:
    """Adjectives of the phrase that annotate left inside a name (« le Sénat américain ») → the state of each."""
    found = {}
    for index in view.phrase(head):
        token = view.tokens[index]
        if token.pos in ("ADJ", "PROPN") and index != head and not actors.covers(token.start):
            ids = lookup(token.text, view.language)
            if ids:
                found[index] = ids
    return found


def state_behind(view: View, head: int, span: Span, lookup: Lookup) -> dict[int, tuple[str, ...]]:
    """The words at the end of the phrase that name a state (*Government of South Africa*) → that state."""
    inside = view.indices(view.tokens[head].end, span.end)
    for first in inside:
        words = range(first, inside[-1] + 1)
        if ids := lookup(view.quote(view.span(words)), view.language):
            return dict.fromkeys(words, ids)
    return {}


def _seat(view: View, head: int, seat: Lookup) -> tuple[tuple[str, ...], int]:
    """The state of the capital right behind the phrase, or leading its sentence right before it (*the parliament in
    Athens*, « À Skopje, le Parlement »), and where the phrase with the capital ends."""
    before = min([head, *view.left(head)]) - 1
    if before > 0 and view.tokens[before].text == ",":
        before -= 1
    leading = before - 1 == view.sentences[view.tokens[head].sentence].first
    for place in (head + 2, *([before] if leading else [])):
        located = 0 < place < len(view.tokens) and view.lemmas[place - 1] in view.syntax.locatives
        if located and (states := seat(view.tokens[place].text, view.language)):
            return states, view.tokens[max(place, head)].end
    return (), view.tokens[head].end
