"""Opposite stances of one actor: `supports` and `opposes` and their like, on the same or on overlapping targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.passages import Passages
from pipeline.stages.merge.phrasing import one_matter
from pipeline.stages.merge.stances import told

Target = tuple[str, str, str]


def opposed(drafts: Sequence[Draft], shelves: dict[Target, list[Draft]], passages: Passages) -> Iterator[Link]:
    """Contradictions (declared opposites, same target) and tensions (weaker opposites, or overlapping targets)."""
    for draft in drafts:
        rivals = draft.lore.opposites | draft.lore.weaker
        if rivals and told(draft):
            for other in others(draft, rivals, shelves, passages):
                if draft.id < other.id and times.meeting(draft.time, other.time):
                    yield from judge(draft, other, passages)


def by_mark(drafts: Sequence[Draft], passages: Passages) -> dict[Target, list[Draft]]:
    """Drafts told as facts, by predicate, subject and each mark of their target."""
    found: defaultdict[Target, list[Draft]] = defaultdict(list)
    for draft in filter(told, drafts):
        for subject in draft.fillers("subject"):
            for mark in marks(draft, passages):
                found[draft.lore.name, subject.key, mark].append(draft)
    return dict(found)


def others(draft: Draft, rivals: frozenset[str], shelves: dict[Target, list[Draft]], passages: Passages) -> list[Draft]:
    """The drafts under `rivals` by the same subject that share a mark, in order of id."""
    found = {
        other.id: other
        for rival in rivals
        for subject in draft.fillers("subject")
        for mark in marks(draft, passages)
        for other in shelves.get((rival, subject.key, mark), ())
    }
    return [found[id] for id in sorted(found)]


def marks(draft: Draft, passages: Passages) -> frozenset[str]:
    """What to look up a draft's targets by: names, concepts, topics, heads, and the passages that it is aligned in."""
    found = {f"passage {number}" for one in draft.statements for number in passages.of(one.span)}
    for filler in targets(draft):
        found |= {filler.key, *(unit for unit in filler.units if unit[0] in "@=")}
        found |= {f"topic {topic}" for topic in filler.topics}
        if filler.head:
            found.add(f"{filler.language}~{filler.head}")
    return frozenset(found)


def targets(draft: Draft) -> tuple[Filler, ...]:
    """All fillers but the subject."""
    return tuple(filler for name, fillers in draft.roles if name != "subject" for filler in fillers)


def judge(one: Draft, other: Draft, passages: Passages) -> Iterator[Link]:
    """The link of two drafts with opposite predicates and a common subject."""
    same, opposite = keys(one) == keys(other), other.lore.name in one.lore.opposites
    matter = common(one, other, passages)
    if matter is not None and (same or (opposite and undoing(one) == undoing(other))):
        words = f"{one.lore.name} and {other.lore.name} by the same subject: {matter}"
        yield Link("contradicts" if same and opposite else "tension", one.id, other.id, words)


def common(one: Draft, other: Draft, passages: Passages) -> str | None:
    """What makes the targets of the two one matter: themselves, or the alignment of the passages."""
    for left in targets(one):
        for right in targets(other):
            if why := one_matter(left, right):
                return why
    return "the passages are aligned" if aligned(one, other, passages) else None


def undoing(draft: Draft) -> bool:
    """True when what is supported or opposed is the end or the lack of a thing."""
    return any(filler.undoes for filler in targets(draft))


def aligned(one: Draft, other: Draft, passages: Passages) -> bool:
    """True when some statement of the one and some statement of the other stand in one aligned pair of passages."""
    left = {(number, told.language) for told in one.statements for number in passages.of(told.span)}
    right = {(number, told.language) for told in other.statements for number in passages.of(told.span)}
    return any(number == again and language != tongue for number, language in left for again, tongue in right)


def keys(draft: Draft) -> list[str]:
    """The targets as plain keys."""
    return sorted(filler.key for filler in targets(draft))
