"""Places with the noun of what they are: *the Leviathan field*, « l'archipel des Chagos »."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Span
from pipeline.stages.resolve.clusters import Sighting
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.views import View


def situated(view: View, sighting: Sighting) -> tuple[Sighting, ...]:
    """The sighting alone, or as a place's with the one of the name and its noun: only nouns of what has no other bearer
    of the name beside it (Suez is a town and has a canal)."""
    span = sighting.mention.span
    inside = view.indices(span.start, span.end)
    if sighting.mention.type == "person" or not inside:
        return (sighting,)
    whole = _with_noun_behind(view, inside) or _with_noun_before(view, inside)
    if whole is None:
        return (sighting,)
    place = replace(sighting.mention, type="place")
    wide = replace(place, span=whole, text=view.quote(whole))
    return replace(sighting, mention=place), replace(sighting, mention=wide)


def _with_noun_behind(view: View, name: range) -> Span | None:
    """*Leviathan field*."""
    noun = name.stop
    tied = noun < len(view.tokens) and any(view.tokens[i].head == noun for i in name)
    return view.span(range(name.start, noun + 1)) if tied and _is_ground(view, noun) else None


def _with_noun_before(view: View, name: range) -> Span | None:
    """« archipel des Chagos »."""
    noun = name.start - 1
    while noun >= 0 and view.tokens[noun].pos in ("ADP", "DET") and noun > name.start - 4:
        noun -= 1
    between = {view.lemmas[i] for i in range(noun + 1, name.start)}
    genitive = bool(between & set(view.syntax.genitives))
    return view.span(range(noun, name.stop)) if noun >= 0 and genitive and _is_ground(view, noun) else None


def _is_ground(view: View, index: int) -> bool:
    token = view.tokens[index]
    return token.text.islower() and view.lemmas[index] in map(folded, view.pack.grounds)
