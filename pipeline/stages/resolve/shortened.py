"""Names of bodies as they are said again: cut short (« Groupe de contact » after « Groupe de contact trilatéral »), or
by the noun of the kind with a capital (« l'Union »)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.model import Reference
from pipeline.stages.resolve.bodies import name_key
from pipeline.stages.resolve.clusters import Sighting
from pipeline.stages.resolve.keys import Romaniser
from pipeline.stages.resolve.views import View


def lengthened(sightings: Sequence[Sighting], romanisers: Mapping[str, Romaniser]) -> list[Sighting]:
    """The sightings, with those known by the authority that cut a listed name short which their document gave before.

    Not where another body's name begins with the same words, and not for one word.
    """
    full: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for one in sightings:
        if one.mention.type == "organization" and one.mention.kind == "name":
            place = one.mention.span.start
            full[one.document].append((place, _words(one, romanisers), one.mention.authority or ""))
    return [_lengthened(one, full[one.document], romanisers) for one in sightings]


def _words(one: Sighting, romanisers: Mapping[str, Romaniser]) -> str:
    return name_key(one.mention.text, romanisers[one.language])


def _lengthened(one: Sighting, full: Iterable[tuple[int, str, str]], romanisers: Mapping[str, Romaniser]) -> Sighting:
    mention = one.mention
    if mention.authority or mention.kind != "name" or mention.type != "organization":
        return one
    words = _words(one, romanisers)
    longer = [(place, id) for place, name, id in full if name.startswith(f"{words} ")]
    bodies = {id for _, id in longer}
    if " " not in words or len(bodies) != 1 or "" in bodies or min(longer)[0] > mention.span.start:
        return one
    return replace(one, mention=replace(mention, authority=bodies.pop()))


def said_again(view: View, references: Iterable[Reference]) -> list[tuple[str, Sighting]]:
    """(actor, sighting) of the names that were found to mean an actor only when the text was read."""
    names = {one.span: one for one in view.reading.annotation.mentions if one.kind == "name"}
    told = [(one.targets[0], names.get(one.span)) for one in references if len(one.targets) == 1]
    return [(id, Sighting(view.document, view.language, name)) for id, name in told if name is not None]
