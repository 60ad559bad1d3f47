"""Clusters: mentions that are one actor, on their way to becoming `Actor` records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Actor, ActorType, KeptApart, Mention, Reference
from pipeline.stages.resolve.keys import digest


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention in its document."""

    document: str
    language: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Near:
    """A near match by the other cluster's key, before ids are given."""

    key: tuple[str, ...]
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One actor: `key` makes its id, `shown` are the texts fit for a label, `labels` those the authority gives."""

    key: tuple[str, ...]
    type: ActorType
    sightings: tuple[Sighting, ...]
    shown: frozenset[str] = frozenset()
    labels: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    cue: str = ""

    @property
    def id(self) -> str:
        return digest("actor", *self.key)


def actors(clusters: Iterable[Cluster], again: Mapping[str, Sequence[Sighting]]) -> tuple[Actor, ...]:
    """The clusters as records, in order of id. Near matches that no cluster bears are dropped. `again`: id → further
    sightings, found when the texts were read."""
    ordered = sorted(clusters, key=lambda cluster: cluster.id)
    known = {cluster.key: cluster.id for cluster in ordered}
    return tuple(_actor(cluster, known, again.get(cluster.id, ())) for cluster in ordered)


def _actor(cluster: Cluster, known: Mapping[tuple[str, ...], str], again: Sequence[Sighting]) -> Actor:
    apart = sorted(
        {KeptApart(known[n.key], n.label, n.why) for n in cluster.near if n.key in known},
        key=lambda k: (k.other, k.why),
    )
    return Actor(
        id=cluster.id,
        type=cluster.type,
        labels=dict(sorted((labels_of(cluster.sightings, cluster.shown) | dict(cluster.labels)).items())),
        forms=forms_of((*cluster.sightings, *again)),
        same_as=tuple(sorted(set(cluster.same_as))),
        merged_because=tuple(sorted(set(cluster.because))),
        kept_apart=tuple(apart),
    )


def forms_of(sightings: Iterable[Sighting]) -> dict[str, tuple[str, ...]]:
    """Every surface form by language, sorted."""
    forms: dict[str, set[str]] = {}
    for sighting in sightings:
        forms.setdefault(sighting.language, set()).add(" ".join(sighting.mention.text.split()))
    return {language: tuple(sorted(forms[language])) for language in sorted(forms)}


def labels_of(sightings: Sequence[Sighting], shown: frozenset[str]) -> dict[str, str]:
    """The form to show in each language: most frequent among those fit to show, else the longest of all."""
    counts: dict[str, Counter[str]] = {}
    for sighting in sightings:
        counts.setdefault(sighting.language, Counter())[" ".join(sighting.mention.text.split())] += 1
    return {language: _best(count, shown) for language, count in counts.items()}


def _best(count: Counter[str], shown: frozenset[str]) -> str:
    fit = [form for form in count if form in shown]
    return min(fit, key=lambda form: (-count[form], form)) if fit else min(count, key=lambda form: (-len(form), form))


def references(cluster: Cluster) -> list[Reference]:
    """Each sighting refers to the cluster's actor."""
    return [
        Reference(s.mention.span, (cluster.id,), cluster.cue or "the same name", s.mention.reading, s.mention.cue)
        for s in cluster.sightings
    ]
