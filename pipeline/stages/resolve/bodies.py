"""Organisations, places and groups by name that the authority does not know.

Names are one when their words are equal, or when a text gives the acronym in brackets. A name of general words only
(*Supreme Council*) counts within its document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from pipeline.model import ActorType
from pipeline.model.unions import Unions
from pipeline.stages.resolve.clusters import Cluster, Sighting
from pipeline.stages.resolve.keys import Romaniser, plain

Key = tuple[str, ...]
_CONFUSED = ("organization", "place")


def bodies(
    sightings: Sequence[Sighting], romanisers: Mapping[str, Romaniser], texts: Mapping[str, str]
) -> list[Cluster]:
    """Cluster named organisations, places, states and groups. `texts`: document id → clean text."""
    keyed: dict[Key, list[Sighting]] = defaultdict(list)
    for sighting in _of_one_type(sightings, romanisers):
        name = name_key(sighting.mention.text, romanisers[sighting.language])
        if name and not _is_common(name, sighting, romanisers[sighting.language]):
            keyed[_key(name, sighting, romanisers[sighting.language])].append(sighting)
    keys = sorted(keyed)
    number = {key: index for index, key in enumerate(keys)}
    unions, because = Unions(range(len(keys))), defaultdict[int, list[str]](list)
    for long, short, why in _acronyms(keyed, romanisers, texts):
        unions.join(number[long], number[short])
        because[number[long]].append(why)
    first: dict[str, int] = {}
    for key in keys:
        if key[0] == "place":  # Marrakech, Marrakesh
            for language in sorted({s.language for s in keyed[key]}):
                sound = " ".join(romanisers[language].sound(word) for word in key[1].split())
                unions.join(first.setdefault(sound, number[key]), number[key])
    return [
        _cluster([keys[i] for i in group], keyed, [w for i in group for w in because[i]]) for group in unions.groups()
    ]


def _of_one_type(sightings: Sequence[Sighting], romanisers: Mapping[str, Romaniser]) -> list[Sighting]:
    """A name that is an organisation's in one place and a place's in another is what it is most often; an
    organisation's where that is even."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    names = [name_key(sighting.mention.text, romanisers[sighting.language]) for sighting in sightings]
    for name, sighting in zip(names, sightings, strict=True):
        if sighting.mention.type in _CONFUSED:
            votes[name][sighting.mention.type] += 1
    best = {name: max(_CONFUSED, key=lambda type_: count[type_]) for name, count in votes.items()}
    return [
        replace(one, mention=replace(one.mention, type=best[name])) if one.mention.type in _CONFUSED else one
        for name, one in zip(names, sightings, strict=True)
    ]


def name_key(text: str, romaniser: Romaniser) -> str:
    """The words of a name that count, folded: without articles, possessives and small words."""
    bare = re.sub(r"['’]s?$", "", text.strip())
    words = [plain(word) for word in re.split(r"[\s'’/-]+", bare)]
    return " ".join(word for word in words if word and word not in romaniser.articles)


def _is_general(name: str, romaniser: Romaniser) -> bool:
    return all(word in romaniser.generic for word in name.split())


def _is_common(name: str, sighting: Sighting, romaniser: Romaniser) -> bool:
    """One general word (« État », *Committee*) is no name."""
    return " " not in name and _is_general(name, romaniser)


def _key(name: str, sighting: Sighting, romaniser: Romaniser) -> Key:
    scope = (sighting.document,) if _is_general(name, romaniser) else ()
    return (sighting.mention.type, name, *scope)


def _acronyms(
    keyed: Mapping[Key, Sequence[Sighting]], romanisers: Mapping[str, Romaniser], texts: Mapping[str, str]
) -> list[tuple[Key, Key, str]]:
    """(long name's key, acronym's key, why) where a text says « Armée de libération du Kosovo (ALK) »."""
    found = []
    for key, sightings in sorted(keyed.items()):
        for sighting in sightings:
            match = re.match(r"\s?\(([A-Z][\w.-]{1,11})\)", texts[sighting.document][sighting.mention.span.end :][:20])
            if match is None:
                continue
            short: Key = (key[0], name_key(match[1], romanisers[sighting.language]))
            if short in keyed and short != key:
                found.append((key, short, f"{sighting.mention.text} ({match[1]}): the text gives the acronym"))
    return found


def _cluster(keys: Sequence[Key], keyed: Mapping[Key, Sequence[Sighting]], because: Sequence[str]) -> Cluster:
    sightings = tuple(sighting for key in keys for sighting in keyed[key])
    chief = max(keys, key=lambda key: (len(key[1]), key))
    forms = sorted({f"{s.mention.text} ({s.language})" for s in sightings})
    equal = [f"the same name: {', '.join(forms)}"] if len(forms) > len(keys) else []
    return Cluster(key=chief, type=cast(ActorType, chief[0]), sightings=sightings, because=(*because, *equal))
