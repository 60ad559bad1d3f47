"""Treaties: chains of all documents that are one treaty, by name, or by date, parties and kind with no rival."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.model import Issue
from pipeline.model.unions import Unions
from pipeline.stages.resolve.made import Chain
from pipeline.stages.resolve.times import Interval, agree, days, finest, to_month

COGNATE = 6  # letters in which words of two languages begin alike that are one


@dataclass(frozen=True)
class Entry:
    """A chain with what tells it from others: parties told, and the pair of states that its document is about."""

    chain: Chain
    parties: frozenset[str]
    context: frozenset[str]
    signers: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()

    @property
    def document(self) -> str:
        return self.chain.first.document

    @property
    def language(self) -> str:
        return self.chain.first.language


@dataclass
class Group:
    """Entries that are one treaty."""

    entries: list[Entry]
    because: list[str]

    @property
    def documents(self) -> set[str]:
        return {entry.document for entry in self.entries}

    @property
    def languages(self) -> set[str]:
        return {entry.language for entry in self.entries}

    @property
    def names(self) -> set[frozenset[str]]:
        return {name for entry in self.entries for name in entry.chain.all_names}

    @property
    def kinds(self) -> set[str]:
        return {entry.chain.kind for entry in self.entries if entry.chain.kind}

    @property
    def when(self) -> Interval | None:
        return finest([when for entry in self.entries if (when := entry.chain.when)])

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(party for entry in self.entries for party in entry.parties)

    @property
    def context(self) -> frozenset[str]:
        return frozenset(party for entry in self.entries for party in entry.parties or entry.context)

    @property
    def signers(self) -> frozenset[str]:
        return frozenset(signer for entry in self.entries for signer in entry.signers)

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for entry in self.entries for word in entry.chain.words if not word.startswith("@"))

    @property
    def matters(self) -> set[str]:
        return {matter for entry in self.entries for matter in entry.chain.matters}

    @property
    def bound(self) -> frozenset[str]:
        """Its parties, and the states and bodies that its phrases name."""
        return self.parties.union(state for entry in self.entries for state in entry.chain.states)

    @property
    def sites(self) -> frozenset[str]:
        return frozenset(site for entry in self.entries for site in entry.sites)

    @property
    def authorities(self) -> set[str]:
        return {known for entry in self.entries for known in entry.chain.authorities}

    @property
    def label(self) -> str:
        return self.entries[0].chain.first.text

    def sort_key(self) -> tuple[str, int]:
        first = self.entries[0].chain.first
        return first.document, first.span.start


@dataclass(frozen=True, slots=True)
class Rival:
    """Two groups that could be one but stay two."""

    a: Group
    b: Group
    why: str


def unite(entries: Sequence[Entry], bearers: frozenset[str]) -> tuple[list[Group], list[Rival], list[Issue]]:
    """Merge what is one treaty; what could be two ways stays apart, with an issue."""
    groups = [Group([entry], []) for entry in entries]
    rivals: list[Rival] = []

    def named(a: Group, b: Group) -> bool:
        return _same_name(a, b, bearers)

    def made(a: Group, b: Group) -> bool:
        return _same_making(a, b, bearers)

    def may_be(a: Group, b: Group) -> bool:
        """Two names in one document may be one treaty where another document says so."""
        return named(a, b) or (_kinds_agree(a, b, bearers) and _times_agree(a, b) and _authorities_agree(a, b))

    groups = _join(groups, _by_name(groups), named, may_be, "the same name", rivals)

    def alike(a: Group, b: Group) -> bool:
        return _alike(a, b, bearers)

    groups = _join(groups, _by_month(groups), made, made, "the same date, parties and kind", rivals)
    groups = _join(groups, _by_month(groups), alike, alike, "the same date and kind, in two languages", rivals)

    def on_one_matter(a: Group, b: Group) -> bool:
        return _on_one_matter(a, b, bearers)

    why = "the same kind, matter and actors, in two languages"
    groups = _join(groups, _by_matter(groups), on_one_matter, on_one_matter, why, rivals)
    once = {(id(rival.a.entries[0]), id(rival.b.entries[0])): rival for rival in rivals}
    return groups, list(once.values()), [_issue(rival) for rival in once.values()]


def _issue(rival: Rival) -> Issue:
    spans = tuple(group.entries[0].chain.first.span for group in (rival.a, rival.b))
    message = f"{rival.a.label} and {rival.b.label} may be one treaty: {rival.why}"
    return Issue("resolve", "ambiguous merge", message, "Say in corpus/decisions/ whether they are one", spans=spans)


def _by_name(groups: Sequence[Group]) -> list[list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for name in group.names:
            blocks[tuple(sorted(name))].append(index)
    return [blocks[key] for key in sorted(blocks)]


def _by_month(groups: Sequence[Group]) -> list[list[int]]:
    """Blocks by month, and by year for what is known to the year only."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        when = group.when
        if when and days(when) <= 366:
            blocks[when[0][:4]].append(index)
    return [blocks[key] for key in sorted(blocks)]


def _by_matter(groups: Sequence[Group]) -> list[list[int]]:
    """Blocks by what they are about."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for matter in group.matters:
            blocks[matter].append(index)
    return [blocks[key] for key in sorted(blocks)]


def _join(
    groups: list[Group],
    blocks: Iterable[list[int]],
    same: Callable[[Group, Group], bool],
    may_be: Callable[[Group, Group], bool],
    why: str,
    rivals: list[Rival],
) -> list[Group]:
    """Join the pairs of each block that are the same, where all that could be joined to them could be one."""
    unions = Unions(range(len(groups)))
    for block in blocks:
        pairs = {(a, b) for a, b in combinations(sorted(set(block)), 2) if same(groups[a], groups[b])}
        for component in _components(pairs):
            if all((a, b) in pairs or may_be(groups[a], groups[b]) for a, b in combinations(component, 2)):
                for a, b in combinations(component, 2):
                    unions.join(a, b)
            else:
                rivals += [
                    Rival(groups[a], groups[b], "another would fit as well") for a, b in sorted(pairs) if a in component
                ]
    return [_merge([groups[i] for i in group], why) for group in unions.groups()]


def _components(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    members = sorted({item for pair in pairs for item in pair})
    number = {member: index for index, member in enumerate(members)}
    unions = Unions(range(len(members)))
    for a, b in sorted(pairs):
        unions.join(number[a], number[b])
    return [[members[i] for i in group] for group in unions.groups()]


def _merge(parts: Sequence[Group], why: str) -> Group:
    if len(parts) == 1:
        return parts[0]
    entries = sorted((e for part in parts for e in part.entries), key=lambda e: (e.document, e.chain.first.span.start))
    shown = " = ".join(dict.fromkeys(f"{part.label} ({part.entries[0].language})" for part in parts))
    return Group(entries, [*(w for part in parts for w in part.because), f"{why}: {shown}"])


def _same_name(a: Group, b: Group, bearers: frozenset[str]) -> bool:
    return (
        a.documents.isdisjoint(b.documents) and _kinds_agree(a, b, bearers) and _times_agree(a, b) and _names_meet(a, b)
    )


def _names_meet(a: Group, b: Group) -> bool:
    """A name in common, and neither two ids of the authority nor two different matters."""
    known = bool(a.authorities & b.authorities)
    return _authorities_agree(a, b) and bool(a.names & b.names) and (known or not _on_others(a, b))


def _on_others(a: Group, b: Group) -> bool:
    """Both say what they are about, and nothing is the same."""
    return bool(a.matters) and bool(b.matters) and not a.matters & b.matters


def _same_making(a: Group, b: Group, bearers: frozenset[str]) -> bool:
    """One date, kind and parties, and no names that differ."""
    if not a.documents.isdisjoint(b.documents) or not _kinds_agree(a, b, bearers) or not (a.when and b.when):
        return False
    if not agree(a.when, b.when) or not _names_allow(a, b):
        return False
    if not _authorities_agree(a, b):
        return False
    if to_month(a.when) and to_month(b.when):
        return _parties_agree(a, b)
    return len(a.parties) > 1 and a.parties == b.parties and a.kinds == b.kinds and not _on_others(a, b)


def _alike(a: Group, b: Group, bearers: frozenset[str]) -> bool:
    """Told in two languages of one day, or of one month with a party, a signer, the place or a word in common, and
    nothing that tells them apart."""
    if a.languages & b.languages or not _kinds_agree(a, b, bearers) or not (a.when and b.when):
        return False
    if not agree(a.when, b.when) or not _names_allow(a, b) or not _authorities_agree(a, b):
        return False
    if a.parties and b.parties and not a.parties & b.parties:
        return False
    shared = a.parties & b.parties or a.signers & b.signers or a.sites & b.sites or _cognate(a.words, b.words)
    if days(a.when) == days(b.when) == 1:
        return True
    return to_month(a.when) and to_month(b.when) and bool(shared)


def _on_one_matter(a: Group, b: Group, bearers: frozenset[str]) -> bool:
    """Described in two languages as of one kind on one matter, with an actor or the place in common, nothing that tells
    them apart, and a date on one side at least or two actors in common."""
    if a.languages & b.languages or not a.matters & b.matters or not _kinds_agree(a, b, bearers):
        return False
    if not (_times_agree(a, b) and _authorities_agree(a, b) and _names_allow(a, b)):
        return False
    if len(a.bound) > 1 and len(b.bound) > 1 and not (a.bound <= b.bound or b.bound <= a.bound):
        return False
    shared = a.bound & b.bound
    return len(shared) > 1 or bool((shared or a.signers & b.signers or a.sites & b.sites) and (a.when or b.when))


def _cognate(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a word of one begins like a word of the other (*interim*, « intérimaire »)."""
    return any(one[:COGNATE] == other[:COGNATE] for one in a for other in b if min(len(one), len(other)) >= COGNATE)


def _names_allow(a: Group, b: Group) -> bool:
    """No names that differ. In two languages an acronym or a word may be the other's translation, if the date is finer
    than a year; a place, a body or a number may not."""
    if not a.names or not b.names or a.names & b.names:
        return True
    if a.languages & b.languages or not (a.when and b.when and to_month(a.when) and to_month(b.when)):
        return False
    return not (_has_fixed(a.names) and _has_fixed(b.names))


def _has_fixed(names: Iterable[frozenset[str]]) -> bool:
    """Names with the key of an actor or of the authority, or with a number."""
    return any(re.search(r"^@|^actor-|^[ivx]+$|\d", word) for name in names for word in name)


def _parties_agree(a: Group, b: Group) -> bool:
    """A signer in common; else the same parties where both tell them; else what both documents are about."""
    if a.signers & b.signers:
        return True
    if len(a.parties) > 1 and len(b.parties) > 1:
        return a.parties == b.parties
    return len(a.context) > 1 and a.context == b.context


def _authorities_agree(a: Group, b: Group) -> bool:
    return not a.authorities or not b.authorities or bool(a.authorities & b.authorities)


def _kinds_agree(a: Group, b: Group, bearers: frozenset[str]) -> bool:
    if not a.kinds or not b.kinds or a.kinds & b.kinds:
        return True
    return bool(a.kinds & bearers or b.kinds & bearers)


def _times_agree(a: Group, b: Group) -> bool:
    return a.when is None or b.when is None or agree(a.when, b.when)
