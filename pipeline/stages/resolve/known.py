"""Mentions that the authority knows: states, capitals, demonyms, organisations. One node for each id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from pipeline.knowledge.authority import Authority, Entry
from pipeline.model import ActorType, Reference
from pipeline.stages.resolve.clusters import Cluster, Sighting, labels_of
from pipeline.stages.resolve.keys import digest

ACTOR_TYPES = ("person", "organization", "state", "place", "group")


def known(sightings: Sequence[Sighting], authority: Authority) -> tuple[list[Cluster], list[Reference]]:
    """Clusters by authority id, and what each mention with such an id refers to (a metonym: to the state behind)."""
    found: dict[str, list[Sighting]] = defaultdict(list)
    references = []
    for sighting in sightings:
        entry = authority.entry(sighting.mention.authority or "")
        behind = entries_behind(sighting, entry, authority) if entry else ()
        for target in behind:
            found[target.id].append(sighting)
        if entry and behind:
            references.append(_reference(sighting, entry, behind))
    return [_cluster(authority.entries[id], found[id]) for id in sorted(found)], references


def entries_behind(sighting: Sighting, entry: Entry, authority: Authority) -> tuple[Entry, ...]:
    """The actors that the mention means: the states of a demonym, the state of a metonym or its institution (the Élysée
    is the presidency, beside which France has a government), else the entry itself."""
    ids: tuple[str, ...] = (entry.id,)
    if entry.demonym_of and (sighting.mention.type == "demonym" or entry.type == "demonym"):
        ids = entry.demonym_of
    elif sighting.mention.reading == "metonym" and (entry.capital_of or entry.seat_of):
        ids = (*entry.capital_of, *entry.seat_of)
    entries = (authority.entry(id) for id in dict.fromkeys(ids))
    return tuple(entry for entry in entries if entry is not None and entry.type in ACTOR_TYPES)


def states_named(form: str, language: str, authority: Authority) -> tuple[str, ...]:
    """The actor id of the one state that is called `form`, or none."""
    found = [entry for entry in authority.find(form, language) if entry.type == "state"]
    return tuple(digest("actor", *known_key(entry)) for entry in found) if len(found) == 1 else ()


def town_named(form: str, language: str, authority: Authority) -> tuple[str, ...]:
    """The key of the one capital that is called `form`, or none."""
    found = {entry.id for entry in authority.capital(form, language) if entry.type == "state"}
    return (f"@{min(found)}",) if len(found) == 1 else ()


def states_meant(form: str, language: str, authority: Authority) -> tuple[str, ...]:
    """The actor id of the one state that `form` names or whose demonym it is, or none."""
    found = {entry.id: entry for entry in authority.demonym(form, language) if entry.type == "state"}
    behind = tuple(digest("actor", *known_key(found[id])) for id in sorted(found))
    return behind if len(behind) == 1 else states_named(form, language, authority)


def states_seated(form: str, language: str, authority: Authority) -> tuple[str, ...]:
    """The actor id of the one state whose capital is called `form`, or none."""
    found = {entry.id: entry for entry in authority.capital(form, language) if entry.type == "state"}
    return tuple(digest("actor", *known_key(found[id])) for id in found) if len(found) == 1 else ()


def organs(authority: Authority) -> dict[tuple[str, ...], Entry]:
    """The key of an institution by description → the listed body that it is (*the Norwegian parliament*)."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in authority.entries.values():
        state = authority.entry(entry.organ_of) if entry.organ else None
        if state is not None:
            found["organization", entry.organ, digest("actor", *known_key(state))] = entry
    return found


def as_listed(cluster: Cluster, bodies: Mapping[tuple[str, ...], Entry]) -> Cluster:
    """A described institution as the listed body that it is, if it is one."""
    entry = bodies.get(cluster.key)
    if entry is None:
        return cluster
    because = f"{labels_of(cluster.sightings, cluster.shown)} is {entry.id}, {entry.organ} of {entry.organ_of}"
    return replace(
        cluster,
        key=known_key(entry),
        labels=tuple(sorted(entry.labels.items())),
        same_as=entry.same_as,
        because=(*cluster.because, because),
    )


def known_key(entry: Entry) -> tuple[str, ...]:
    """The key that an authority entry gives its actor."""
    return ("authority", entry.id)


def entry_of(key: Sequence[str], authority: Authority) -> Entry | None:
    """The authority entry that a key was made from, None where it was made otherwise."""
    return authority.entry(key[1]) if key[0] == "authority" else None


def _reference(sighting: Sighting, entry: Entry, behind: Sequence[Entry]) -> Reference:
    mention = sighting.mention
    because = f"listed as {entry.id}" if behind[0] is entry else f"{entry.id} stands for {behind[0].id}"
    targets = tuple(digest("actor", *known_key(entry)) for entry in behind)
    return Reference(mention.span, targets, because, mention.reading, mention.cue)


def _cluster(entry: Entry, sightings: Sequence[Sighting]) -> Cluster:
    own = [s for s in sightings if s.mention.authority == entry.id and s.mention.type in ACTOR_TYPES]
    forms = sorted({f"{s.mention.text} ({s.language})" for s in own})
    because = [f"the authority lists {', '.join(forms)} as forms of {entry.id}"] if len(forms) > 1 else []
    told = labels_of(own, frozenset(s.mention.text for s in own))
    labels = told | entry.labels if entry.type == "state" else entry.labels | told  # *US* is no label of a state
    return Cluster(
        key=known_key(entry),
        type=cast(ActorType, entry.type),
        sightings=tuple(sightings),
        labels=tuple(sorted(labels.items())),
        same_as=entry.same_as,
        because=tuple(because),
    )
