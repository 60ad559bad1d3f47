"""Persons: forms of one name, over all documents and languages, become one cluster by equality of keys only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Span
from pipeline.model.unions import Unions
from pipeline.stages.resolve.clusters import Cluster, Near, Sighting
from pipeline.stages.resolve.keys import Romaniser, plain
from pipeline.stages.resolve.person_names import Part, PersonName, compatible, parse

MISTAKEN = ("person", "organization", "place")  # what a model calls persons


@dataclass
class _Person:
    """One person in the making: the names that are certainly theirs, and where they stand."""

    names: list[PersonName]
    sightings: list[Sighting] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    near: list[Near] = field(default_factory=list)

    @property
    def best(self) -> PersonName:
        """The fullest name: most given names written out; the first in order among equals."""
        return min(self.names, key=lambda n: (-sum(not p.initial for p in n.given), n.canonical(), n.text))

    @property
    def documents(self) -> set[str]:
        return {sighting.document for sighting in self.sightings}


def persons(sightings: Sequence[Sighting], romanisers: Mapping[str, Romaniser]) -> list[Cluster]:
    """Cluster the person mentions; ambiguous short forms stay apart, with their near matches."""
    bare = map(_without_courtesy, sightings)
    read = [(sighting, parse(sighting.mention.text, romanisers[sighting.language])) for sighting in bare]
    named = [(sighting, name) for sighting, name in read if name is not None]
    people = _full_names([pair for pair in named if pair[1].full])
    people = _refine(_without_lead(people))
    people += _short_names([pair for pair in named if not pair[1].full], people)
    _mark_near(people)
    return [_cluster(person) for person in people]


def _without_courtesy(sighting: Sighting) -> Sighting:
    """« M. Herriot » as the form « Herriot »: how somebody is addressed tells nobody apart."""
    mention = sighting.mention
    if not mention.cue or not mention.text.startswith(f"{mention.cue} "):
        return sighting
    return replace(sighting, mention=replace(mention, text=mention.text[len(mention.cue) :].strip()))


def mistaken(sightings: Sequence[Sighting], romanisers: Mapping[str, Romaniser]) -> set[tuple[str, Span]]:
    """Names that a model typed otherwise (document, span): one word by which the document names a person in full, or a
    full name that is a person's elsewhere."""
    read = [(s, parse(s.mention.text, romanisers[s.language])) for s in sightings if s.mention.type in MISTAKEN]
    full = [(sighting, name) for sighting, name in read if name and name.full and name.family]
    whole = {plain(sighting.mention.text) for sighting, _ in full if sighting.mention.type == "person"}
    known = {
        (sighting.document, plain(name.family.text))
        for sighting, name in full
        if name.family and plain(sighting.mention.text) in whole
    }
    return {
        (s.document, s.mention.span)
        for s, _ in read
        if s.mention.type != "person"
        and ((s.document, plain(s.mention.text)) in known or plain(s.mention.text) in whole)
    }


def _full_names(named: Iterable[tuple[Sighting, PersonName]]) -> list[_Person]:
    """Names with all parts equal in key are one person."""
    by_text: dict[tuple[str, str], tuple[PersonName, list[Sighting]]] = {}
    for sighting, name in named:
        by_text.setdefault((name.language, name.text), (name, []))[1].append(sighting)
    ordered = [by_text[key] for key in sorted(by_text)]
    unions = Unions(range(len(ordered)))
    first: dict[str, int] = {}
    for index, (name, _) in enumerate(ordered):
        for block in name.blocks():
            unions.join(first.setdefault(block, index), index)
    people = []
    for group in unions.groups():
        person = _Person([ordered[i][0] for i in group], [s for i in group for s in ordered[i][1]])
        person.because += _equal_forms(person.names)
        people.append(person)
    return people


def _equal_forms(names: Sequence[PersonName]) -> list[str]:
    first, seen = names[0], {names[0].text}
    because = []
    for name in names[1:]:
        if name.text not in seen:
            seen.add(name.text)
            because.append(f"equal once romanised: {first.text} ({first.language}) = {name.text} ({name.language})")
    return because


def _by_family(people: Iterable[_Person]) -> dict[str, list[_Person]]:
    found: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        for key in sorted({key for name in person.names if name.family for key in name.family.keys}):
            found[key].append(person)
    return found


def _refine(people: list[_Person]) -> list[_Person]:
    """A name with fewer given names joins the one person whose longer name it fits (George Bush, George W. Bush)."""
    families = _by_family(people)
    gone: set[int] = set()
    for person in sorted(people, key=lambda p: (len(p.best.given), p.best.canonical())):
        wider = [
            other
            for other in _candidates(person.best, families)
            if other is not person and id(other) not in gone and _more_given(other.best, person.best)
        ]
        if len(wider) == 1:
            _join(wider[0], person, "a shorter form of the same name")
            gone.add(id(person))
    return [person for person in people if id(person) not in gone]


def _without_lead(people: list[_Person]) -> list[_Person]:
    """*Tánaiste Mary Harney*: a word before the full name of one person is a title that no list knows."""
    families, gone = _by_family(people), set[int]()
    for person in people:
        name = person.best
        if len(name.given) < 2 or name.given[0].initial or any(len(n.given) < 2 for n in person.names):
            continue
        bare = [
            other
            for other in _candidates(replace(name, given=name.given[1:]), families)
            if other is not person and id(other) not in gone and _same_given(other.best.given, name.given[1:])
        ]
        if len(bare) == 1 and not _is_given(name.given[0], people):
            bare[0].because.append(f"a title before the name: {name.text} = {bare[0].best.text}")
            bare[0].sightings += person.sightings
            gone.add(id(person))
    return [person for person in people if id(person) not in gone]


def _same_given(a: tuple[Part, ...], b: tuple[Part, ...]) -> bool:
    return len(a) == len(b) and all(p.fits(q) and not p.initial and not q.initial for p, q in zip(a, b, strict=True))


def _is_given(part: Part, people: Iterable[_Person]) -> bool:
    """Listed as a given name, or the first name of another person in the texts."""
    listed = any(key.startswith("#") for key in part.keys)
    bearers = {name.family.keys for one in people for name in one.names if name.family and name.given[:1] == (part,)}
    return listed or len(bearers) > 1


def _more_given(longer: PersonName, shorter: PersonName) -> bool:
    return len(longer.given) > len(shorter.given)


def _join(into: _Person, person: _Person, why: str) -> None:
    into.because += [*person.because, f"{why}: {person.best.text} = {into.best.text}"]
    into.names += person.names
    into.sightings += person.sightings
    into.near += person.near


def _candidates(name: PersonName, families: Mapping[str, list[_Person]]) -> list[_Person]:
    """Persons with the family name of `name` whose given names it does not contradict, each once."""
    found: dict[int, _Person] = {}
    for key in sorted(name.family.keys) if name.family else ():
        for person in families.get(key, ()):
            if all(compatible(name.given, other.given) for other in person.names):
                found.setdefault(id(person), person)
    return list(found.values())


def _short_names(named: Iterable[tuple[Sighting, PersonName]], people: Sequence[_Person]) -> list[_Person]:
    """Family names alone or with initials join the one fitting person of their document, else of the corpus."""
    families, parts = _by_family(people), _by_part(people)
    waiting: dict[tuple[str, str, str], tuple[PersonName, list[Sighting]]] = {}
    for sighting, name in named:
        waiting.setdefault((sighting.document, name.language, name.text), (name, []))[1].append(sighting)
    homes = {id(person): person.documents for person in people}
    left: list[_Person] = []
    for (document, _, _), (name, sightings) in sorted(waiting.items(), key=lambda item: item[0]):
        candidates = _candidates(name, families)
        here = [person for person in candidates if document in homes[id(person)]]
        here = here or [person for person in parts.get((document, _only(name)), ()) if not name.given]
        chosen = here or candidates
        if len(here) > 1:
            sightings = _to_first(here, name, document, sightings)
        short = _Person([name], sightings)
        if len(chosen) == 1:
            _join(chosen[0], short, "family name with no other bearer")
        elif sightings:
            short.near = [_ambiguous(person) for person in chosen]
            left.append(short)
    return _gather(left)


def _to_first(here: Sequence[_Person], name: PersonName, document: str, sightings: list[Sighting]) -> list[Sighting]:
    """Of several bearers in a document the first has the short form to itself until the second is named.

    Returns the sightings that stay ambiguous.
    """
    order = sorted(
        (min(s.mention.span.start for s in person.sightings if s.document == document), number)
        for number, person in enumerate(here)
    )
    early = [s for s in sightings if order[0][0] < s.mention.span.start < order[1][0]]
    if early:
        _join(here[order[0][1]], _Person([name], early), "family name before another bearer is named")
    return [s for s in sightings if s not in early]


def _only(name: PersonName) -> str:
    return max(name.family.keys) if name.family else ""


def _by_part(people: Iterable[_Person]) -> dict[tuple[str, str], list[_Person]]:
    """Persons by document and the key of a given name (Saddam, Mao; Kiir of Salva Kiir Mayardit), where a text may use
    it alone."""
    found: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    for person in people:
        named = [name for name in person.names if not name.numeral]
        keys = {max(part.keys) for name in named for part in name.given if not part.initial}
        for document in sorted(person.documents):
            for key in sorted(keys):
                found[document, key].append(person)
    return found


def _ambiguous(person: _Person) -> Near:
    return Near(_key(person), person.best.text, "the family name alone has several bearers")


def _gather(left: Sequence[_Person]) -> list[_Person]:
    """Short names that nobody claims: those of equal key and with equal near matches are one."""
    unions = Unions(range(len(left)))
    first: dict[tuple[str, str, tuple[tuple[str, ...], ...]], int] = {}
    for index, person in enumerate(left):
        name = person.names[0]
        given = " ".join(max(part.keys) for part in name.given)
        for key in sorted(name.family.keys) if name.family else ():
            mark = (key, given, tuple(near.key for near in person.near))
            unions.join(first.setdefault(mark, index), index)
    people = []
    for group in unions.groups():
        person = left[group[0]]
        for index in group[1:]:
            person.names += left[index].names
            person.sightings += left[index].sightings
        person.because = _equal_forms(person.names)
        people.append(person)
    return people


def _mark_near(people: Sequence[_Person]) -> None:
    """Say of persons with one family name why they are two."""
    for bearers in _by_family(people).values():
        for person in bearers:
            known = {near.key for near in person.near} | {_key(person)}
            for other in bearers[:20]:
                if _key(other) not in known and person.best.full and other.best.full:
                    why = "same family name, other given names"
                    person.near.append(Near(_key(other), other.best.text, why))
                    known.add(_key(other))


def _key(person: _Person) -> tuple[str, ...]:
    near = sorted(" ".join(near.key) for near in person.near if near.why.startswith("the family name alone"))
    return ("person", person.best.canonical(), *near)


def _cluster(person: _Person) -> Cluster:
    best = {name.text for name in person.names if len(name.given) == len(person.best.given)}
    return Cluster(
        key=_key(person),
        type="person",
        sightings=tuple(person.sightings),
        shown=frozenset(best),
        because=tuple(dict.fromkeys(person.because)),
        near=tuple(person.near),
    )
