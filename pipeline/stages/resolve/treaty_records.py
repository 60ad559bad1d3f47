"""Groups of chains as `Treaty` records, and the references to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.knowledge.authority import Authority
from pipeline.model import KeptApart, Slot, Span, Treaty
from pipeline.stages.resolve.designations import Designation
from pipeline.stages.resolve.keys import digest
from pipeline.stages.resolve.made import Dated
from pipeline.stages.resolve.treaties import Group, Rival

Parties = Mapping[int, Sequence[Slot]]


def treaty_id(group: Group) -> str:
    """From kind, date and name; a treaty without a name by its date and the words of its first description."""
    if group.authorities:
        return digest("treaty", "authority", min(group.authorities))
    when = group.when
    names = sorted(" ".join(sorted(name)) for name in group.names)
    described = min(" ".join(sorted(e.chain.first.words)) for e in group.entries)
    place = f"{when[0]}/{when[1]}" if when else group.entries[0].document if not names else ""
    return digest("treaty", min(group.kinds, default=""), place, names[0] if names else described)


def records(
    groups: Sequence[Group], rivals: Iterable[Rival], parties: Mapping[int, Sequence[Slot]], authority: Authority
) -> list[Treaty]:
    """The treaties in order of id. `parties`: id() of a chain → its party slots."""
    ids = identify(groups)
    apart: dict[int, set[KeptApart]] = defaultdict(set)
    for rival in rivals:
        apart[id(rival.a)].add(KeptApart(_id_of(rival.b, groups, ids), rival.b.label, rival.why))
        apart[id(rival.b)].add(KeptApart(_id_of(rival.a, groups, ids), rival.a.label, rival.why))
    made = [_record(group, ids[i], parties, apart.get(id(group), set()), authority) for i, group in enumerate(groups)]
    return sorted(made, key=lambda treaty: treaty.id)


def identify(groups: Sequence[Group]) -> list[str]:
    """An id for each group; groups whose keys are equal are told apart by their order."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    for group in groups:
        plain = treaty_id(group)
        seen[plain] += 1
        found.append(plain if seen[plain] == 1 else digest("treaty", plain, str(seen[plain])))
    return found


def _id_of(group: Group, groups: Sequence[Group], ids: Sequence[str]) -> str:
    """The id of the group that took in `group`."""
    first = group.entries[0]
    return next(ids[i] for i, other in enumerate(groups) if any(entry is first for entry in other.entries))


def _record(group: Group, id: str, parties: Parties, apart: set[KeptApart], authority: Authority) -> Treaty:
    members = [member for entry in group.entries for member in entry.chain.members]
    listed = [authority.entry(known) for known in sorted(group.authorities)]
    return Treaty(
        id=id,
        kind=_kind(group),
        labels=_labels(group),
        same_as=tuple(sorted({same for entry in listed if entry for same in entry.same_as})),
        forms=_forms(members),
        signed=_signed([dated for entry in group.entries for dated in entry.chain.dated], members[0].acts.signing),
        parties=_parties(group, parties),
        merged_because=tuple(dict.fromkeys([*group.because, *(w for e in group.entries for w in e.chain.because)])),
        kept_apart=tuple(sorted((k for k in apart if k.other != id), key=lambda k: (k.other, k.why))),
    )


def _kind(group: Group) -> str:
    kinds = sorted(group.kinds - {"document"}) or sorted(group.kinds)
    return kinds[-1] if "treaty" in kinds else kinds[0] if kinds else "treaty"


def _labels(group: Group) -> dict[str, str]:
    """In each language its fullest name; without one the description that says most."""
    members: dict[str, list[Designation]] = defaultdict(list)
    for entry in group.entries:
        members[entry.language] += entry.chain.members
    return {language: _label(members[language]) for language in sorted(members)}


def _label(members: Sequence[Designation]) -> str:
    named = [member for member in members if member.distinctive or (member.manner == "name" and member.words)]
    if named:
        return min(named, key=lambda m: (not m.kind, -len(m.distinctive | m.words), m.span)).text
    described = [member for member in members if _says_which(member)]
    if not described:
        return members[0].full or members[0].text
    return min(described, key=lambda m: (m.manner != "name", -len(m.words), m.span)).full


def _says_which(member: Designation) -> bool:
    """More than the bare noun for a treaty."""
    return bool(member.distinctive or member.words or member.states or member.own)


def _forms(members: Sequence[Designation]) -> dict[str, tuple[str, ...]]:
    """Names and descriptions by language; where a language has bare nouns only, the label's description."""
    forms: dict[str, set[str]] = defaultdict(set)
    for member in members:
        if _says_which(member):
            forms[member.language].add(member.text)
    for language in sorted({member.language for member in members} - set(forms)):
        forms[language].add(_label([member for member in members if member.language == language]))
    return {language: tuple(sorted(forms[language])) for language in sorted(forms)}


def _signed(dated: Iterable[Dated], signing: frozenset[str]) -> tuple[Slot, ...]:
    """One slot for each value and modality; dates of other acts than the signing are not its date."""
    found: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for one in dated:
        if one.predicate in signing or not one.predicate:
            found[one.time.edtf or one.time.timex, one.modality].append(one)
    return tuple(
        Slot(
            value,
            tuple(sorted({span for one in group for span in one.spans})),
            time=group[0].time,
            modality=group[0].modality,
        )
        for (value, _), group in sorted(found.items())
    )


def _parties(group: Group, parties: Parties) -> tuple[Slot, ...]:
    spans: dict[tuple[str | None, str], set[Span]] = defaultdict(set)
    for entry in group.entries:
        for slot in parties.get(id(entry.chain), ()):
            spans[slot.actor, slot.value].update(slot.spans)
    ordered = sorted(spans, key=lambda key: (key[1], key[0] or ""))
    return tuple(Slot(value, tuple(sorted(spans[actor, value])), actor=actor) for actor, value in ordered)
