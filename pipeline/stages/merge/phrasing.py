"""Phrases that tell of the same thing more narrowly or more broadly, and whether two phrases speak of one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Link
from pipeline.stages.merge import times
from pipeline.stages.merge.fillers import Filler
from pipeline.stages.merge.grouping import Draft, open_to_translation
from pipeline.stages.merge.stances import agree

# Longer phrases are whole thoughts: that one's words stand in another says little.
LONGEST = 12


def narrower(drafts: Sequence[Draft]) -> Iterator[Link]:
    """Claims that differ in one phrase alone, where one phrase is the other with more said of the same head."""
    for cell in cells(drafts).values():
        for fine, coarse in nested(cell):
            if agree(fine, coarse) and times.meeting(fine.time, coarse.time):
                yield Link("refines", fine.id, coarse.id, "it says more of the same thing")


def cells(drafts: Sequence[Draft]) -> dict[tuple[object, ...], list[Draft]]:
    """Drafts by predicate, names in their roles, and the language and head of their one phrase."""
    found: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        one = phrase(draft)
        if (
            one is not None
            and one.head
            and len(one.units) <= LONGEST
            and open_to_translation(draft.propositions[0].key())
        ):
            names = tuple((name, tuple(filler.id for filler in fillers)) for name, fillers in draft.roles)
            found[draft.lore.name, names, one.language, one.head].append(draft)
    return dict(found)


def phrase(draft: Draft) -> Filler | None:
    """The phrase in the roles, where there is exactly one."""
    phrases = [filler for _, fillers in draft.roles for filler in fillers if filler.id is None]
    return phrases[0] if len(phrases) == 1 else None


def nested(cell: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Pairs of drafts (finer, coarser) of which the first one's phrase has all units of the second's and more."""
    holding: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in cell:
        for unit in units(draft):
            holding[unit].append(draft)
    for coarse in cell:
        rarest = min((holding[unit] for unit in sorted(units(coarse))), key=len)
        yield from ((fine, coarse) for fine in rarest if units(coarse) < units(fine))


def units(draft: Draft) -> frozenset[str]:
    """The units of a draft's one phrase."""
    one = phrase(draft)
    return one.units if one else frozenset()


def one_matter(one: Filler, other: Filler) -> str | None:
    """Why two fillers, the same or not, are about one matter; None where nothing says so.

    A state or a person that merely stands in both phrases does not make them one matter.
    """
    if one.key == other.key:
        return "the same target"
    whole = [filler for filler in (one, other) if filler.id is not None]
    if any(f"@{name.id}" in filler.units for name in whole for filler in (one, other) if filler is not name):
        return "one target stands in the other"
    concepts = sorted(unit[1:] for unit in one.units & other.units if unit.startswith("="))
    topics = sorted(one.topics & other.topics)
    if concepts or topics:
        return f"both are about {(concepts or topics)[0].replace('_', ' ')}"
    if one.language == other.language and one.head and one.head == other.head:
        return f"both are about {one.head!r}"
    return None
