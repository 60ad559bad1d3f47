"""All mentions of all documents → actors, treaties, references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge import Knowledge
from pipeline.knowledge.authority import Authority
from pipeline.model import Issue, Mention, Reading, Reference, Resolution, Slot, Span, Treaty
from pipeline.stages.resolve import groups
from pipeline.stages.resolve.bodies import bodies
from pipeline.stages.resolve.clusters import Cluster, Sighting, actors, labels_of, references
from pipeline.stages.resolve.coined import Coined, coined
from pipeline.stages.resolve.companions import date_companions
from pipeline.stages.resolve.designations import Designation
from pipeline.stages.resolve.discourse import Discourse
from pipeline.stages.resolve.keys import romanisers
from pipeline.stages.resolve.kinds import Names
from pipeline.stages.resolve.known import (
    ACTOR_TYPES,
    as_listed,
    entry_of,
    known,
    organs,
    states_meant,
    states_named,
    states_seated,
    town_named,
)
from pipeline.stages.resolve.named import Named
from pipeline.stages.resolve.offices import held, is_title
from pipeline.stages.resolve.parties import parties, signers, sites
from pipeline.stages.resolve.persons import mistaken, persons
from pipeline.stages.resolve.represented import represented
from pipeline.stages.resolve.shortened import lengthened, said_again
from pipeline.stages.resolve.situated import situated
from pipeline.stages.resolve.treaties import Entry, unite
from pipeline.stages.resolve.treaty_records import identify, records
from pipeline.stages.resolve.views import View, views
from pipeline.stages.resolve.whose import World

Places = dict[str, dict[tuple[int, int], tuple[str, ...]]]


@dataclass(frozen=True)
class Cast:
    """The actors of all documents, and what each mention refers to."""

    clusters: list[Cluster]
    references: list[Reference]

    @property
    def types(self) -> dict[str, str]:
        return {cluster.id: cluster.type for cluster in self.clusters}

    @property
    def labels(self) -> dict[str, str]:
        """One label for each id: the authority's, else the text's, the first language's."""
        found = {}
        for cluster in self.clusters:
            labels = dict(cluster.labels) or labels_of(cluster.sightings, cluster.shown)
            found[cluster.id] = labels[min(labels)] if labels else ""
        return found

    def names(self, language: str, authority: Authority) -> Names:
        """The names of each state and organisation in a language: those of the authority and of the texts."""
        found = {}
        for cluster in self.clusters:
            if cluster.type in ("state", "organization"):
                entry = entry_of(cluster.key, authority)
                told = {s.mention.text for s in cluster.sightings if s.language == language}
                found[cluster.id] = frozenset(told | set(entry.forms.get(language, ()) if entry else ()))
        return found

    @property
    def governments(self) -> dict[str, str]:
        """Described government → the one state that contracts by it."""
        return {one.id: state for one in self.clusters if (state := groups.governed(one.key))}

    def places(self) -> Places:
        """Document → span → ids."""
        return places(self.references)


def resolve(readings: Sequence[Reading], knowledge: Knowledge) -> Resolution:
    """Who and what `readings` talk about; the order of the documents does not matter."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    seen = views(ordered, romanisers(knowledge), knowledge)
    short = coined(seen)
    cast = _cast(seen, short, knowledge)
    told = _read(seen, cast, short, knowledge)
    treaties, numbers, issues = _treaties(told, cast, knowledge)
    again: dict[str, list[Sighting]] = defaultdict(list)
    for id, sighting in (pair for one in told for pair in said_again(one.view, one.references)):
        again[id].append(sighting)
    found = [*cast.references, *(reference for one in told for reference in one.references)]
    return Resolution(
        actors=actors(cast.clusters, again),
        treaties=tuple(treaties),
        references=_once(replace(r, targets=tuple(numbers.get(id, id) for id in r.targets)) for r in found),
        issues=tuple(issues),
    )


def _cast(seen: Sequence[View], short: Mapping[str, Coined], knowledge: Knowledge) -> Cast:
    """Actors by authority, persons, groups and institutions by description, other bodies by name."""
    sightings = [s for view in seen for s in _sightings(view, short[view.document])]
    fold = {view.language: view.romaniser for view in seen}
    sightings = lengthened(sightings, fold)
    listed, told = known([s for s in sightings if s.mention.authority], knowledge.authority)
    states = frozenset(cluster.id for cluster in listed if cluster.type == "state")
    at = places(told)
    free = [s for s in sightings if not s.mention.authority and s.mention.kind != "pronoun"]

    def lookup(form: str, language: str) -> tuple[str, ...]:
        return states_meant(form, language, knowledge.authority)

    def seat(form: str, language: str) -> tuple[str, ...]:
        return states_seated(form, language, knowledge.authority)

    world = World(states, lookup, seat)
    described = [d for view in seen for d in groups.described(view, Named(at.get(view.document, {})), world)]
    taken = {(d.sighting.document, d.sighting.mention.span) for d in described}
    named = [s for s in free if s.mention.kind == "name" and (s.document, s.mention.span) not in taken]
    seen_as = {view.document: (view, Named(at.get(view.document, {}))) for view in seen}
    named = [s for s in named if not _is_office(s, *seen_as[s.document])]
    wrong = mistaken(named, fold)
    named = [retyped(s) if (s.document, s.mention.span) in wrong else s for s in named]
    named = [one for s in named for one in situated(seen_as[s.document][0], s)]
    people = persons([s for s in named if s.mention.type == "person"], fold)
    texts = {view.document: view.text for view in seen}
    others = bodies([s for s in named if s.mention.type in ACTOR_TYPES[1:]], fold, texts)
    listed_bodies = organs(knowledge.authority)
    gathered = [as_listed(cluster, listed_bodies) for cluster in groups.clusters(described)]
    clusters = _unique([*listed, *people, *others, *gathered])
    return Cast(clusters, [*told, *(r for cluster in (*people, *others, *gathered) for r in references(cluster))])


def _is_office(sighting: Sighting, view: View, actors: Named) -> bool:
    """A title that a model took for a name: its holder is found later."""
    span = sighting.mention.span
    return sighting.mention.type in ("person", "organization") and is_title(view, span.start, span.end, actors)


def retyped(sighting: Sighting) -> Sighting:
    """The sighting as one of a person."""
    return replace(sighting, mention=replace(sighting.mention, type="person"))


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    """One cluster for each key."""
    found: dict[tuple[str, ...], Cluster] = {}
    for cluster in clusters:
        first = found.get(cluster.key)
        found[cluster.key] = _joined(first, cluster) if first else cluster
    return list(found.values())


def _joined(first: Cluster, other: Cluster) -> Cluster:
    """Two clusters of one key as one."""
    told = first.sightings + other.sightings
    return replace(first, sightings=told, because=(*first.because, *other.because))


def _sightings(view: View, known: Coined) -> list[Sighting]:
    """The mentions of a document, but for those that the text says are short names of a treaty."""
    acting = _acting(view)
    heads = {i for short in known.mentions for i in view.indices(short.span.start, short.span.end)}
    mentions = [acting.get(one.span, one) for one in view.reading.annotation.mentions]
    return [Sighting(view.document, view.language, one) for one in mentions if one.head not in heads]


def _acting(view: View) -> dict[Span, Mention]:
    """The capitals that a statement's role reads as governments."""
    told = (one for one in view.reading.statements.statements if one.dropped is None)
    mentions = (argument.mention for one in told for argument in one.arguments)
    seats = [one for one in mentions if one is not None and one.type in ("place", "facility")]
    return {one.span: one for one in seats if one.reading == "metonym"}


def _read(seen: Sequence[View], cast: Cast, short: Mapping[str, Coined], knowledge: Knowledge) -> list[Discourse]:
    """Read every document with what is known of all actors and offices."""
    types, at = cast.types, cast.places()
    states = frozenset(id for id, type in types.items() if type == "state")
    named = {view.document: Named(at.get(view.document, {})) for view in seen}
    facts = [fact for view in seen for fact in held(view, named[view.document], types, states)]

    def lookup(form: str, language: str) -> tuple[str, ...]:
        return states_named(form, language, knowledge.authority) or town_named(form, language, knowledge.authority)

    names = {language: cast.names(language, knowledge.authority) for language in {view.language for view in seen}}
    governments = cast.governments
    told = [
        Discourse(
            view, named[view.document], types, names[view.language], states, lookup, short[view.document], governments
        )
        for view in seen
    ]
    for discourse in told:
        discourse.read(facts)
        discourse.references += represented(discourse)

    return told


def _treaties(
    told: Sequence[Discourse], cast: Cast, knowledge: Knowledge
) -> tuple[list[Treaty], dict[str, str], list[Issue]]:
    """The treaties of all documents, and local id → treaty id."""
    labels = cast.labels
    slots: dict[int, list[Slot]] = {}
    entries, local = [], {}
    for discourse in told:
        for number, chain in enumerate(discourse.chains):
            slots[id(chain)] = parties(chain, discourse, discourse.facts, labels)
            bound = frozenset(slot.actor for slot in slots[id(chain)] if slot.actor and slot.modality == "asserted")
            entries.append(
                Entry(chain, bound, frozenset(discourse.main), signers(chain, discourse), sites(chain, discourse))
            )
            local[id(chain)] = discourse.local(number)
    bearers = frozenset(concept for pack in knowledge.packs.values() for concept in pack.resolve.bearers)
    united, rivals, issues = unite(entries, bearers)
    for discourse in told:  # once it is known who is who: a date that was lent says nothing of that
        date_companions(discourse.view, discourse.chains)
    ids = identify(united)
    numbers = {local[id(entry.chain)]: ids[i] for i, group in enumerate(united) for entry in group.entries}
    open_ones = [_open_question(discourse, *question) for discourse in told for question in discourse.questions]
    return records(united, rivals, slots, knowledge.authority), numbers, [*issues, *open_ones]


def _open_question(discourse: Discourse, asked: Designation, chains: Sequence[int]) -> Issue:
    """A bare noun that two treaties fit as well."""
    names = " or ".join(discourse.chains[number].first.text for number in chains)
    spans = (asked.span, *(discourse.chains[number].first.span for number in chains))
    return Issue("resolve", "ambiguous reference", f"{asked.text} may mean {names}", "Name the treaty", spans=spans)


def places(found: Iterable[Reference]) -> Places:
    """Document → span → ids."""
    by_document: Places = defaultdict(dict)
    for reference in found:
        by_document[reference.span.document].setdefault((reference.span.start, reference.span.end), reference.targets)
    return by_document


def _once(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Sorted by span; the first reference of a span stands."""
    by_span: dict[tuple[str, int, int], Reference] = {}
    for reference in found:
        span = reference.span
        by_span.setdefault((span.document, span.start, span.end), reference)
    return tuple(by_span[key] for key in sorted(by_span))
