"""A general denial (no step was taken) strains against particular deeds of the same actors in its time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import Link, Reading
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.stances import denied, told


def denials(drafts: Sequence[Draft], readings: Mapping[str, Reading]) -> Iterator[Link]:
    """Tensions between general denials and the deeds that other documents tell of all their actors in that time."""
    deeds = by_actor(drafts)
    for denial in drafts:
        if denied(denial) and not told(denial) and is_general(denial):
            period = reach(denial, readings)
            actors = denial.ids() & deeds.keys()
            if period is not None and actors:
                yield from strained(denial, period, actors, deeds)


def is_general(draft: Draft) -> bool:
    """True when what is denied is any act or result at all."""
    return any(filler.general for _, fillers in draft.roles for filler in fillers)


def by_actor(drafts: Sequence[Draft]) -> dict[str, list[tuple[times.Interval, Draft]]]:
    """Dated deeds (events told as facts) by everyone who takes part, in order of time."""
    found: defaultdict[str, list[tuple[times.Interval, Draft]]] = defaultdict(list)
    for draft in drafts:
        when = times.interval(draft.time)
        if when is not None and told(draft) and not draft.lore.lasting and not is_general(draft):
            for id in draft.ids():
                found[id].append((when, draft))
    return {id: sorted(deeds, key=lambda deed: (deed[0], deed[1].id)) for id, deeds in found.items()}


def strained(
    denial: Draft,
    period: times.Interval,
    actors: frozenset[str],
    deeds: Mapping[str, list[tuple[times.Interval, Draft]]],
) -> Iterator[Link]:
    """The deeds in `period` that tell of all `actors` that have deeds at all, two at the most asked for."""
    documents = {one.span.document for one in denial.statements}
    fewest = min(sorted(actors), key=lambda actor: len(deeds[actor]))
    first = bisect_left(deeds[fewest], period.earliest, key=lambda deed: deed[0].earliest)
    last = bisect_right(deeds[fewest], period.latest, key=lambda deed: deed[0].earliest)
    for when, deed in deeds[fewest][first:last]:
        elsewhere = any(one.span.document not in documents for one in deed.statements)
        if elsewhere and times.within(when, period) and len(deed.ids() & actors) >= min(2, len(actors)):
            yield Link(
                "tension", denial.id, deed.id, "one text denies any such act in a time when the other tells of one"
            )


def reach(denial: Draft, readings: Mapping[str, Reading]) -> times.Interval | None:
    """The time that a denial covers: from the first to the last date told in its sentence, or its own."""
    own = [when for one in denial.statements if (when := times.interval(one.time))]
    for one in denial.statements:
        reading = readings[one.span.document]
        whole = next((place.span for place in reading.annotation.sentences if place.id == one.sentence), one.span)
        for temporal in reading.dates.expressions:
            when = times.interval(temporal)
            inside = temporal.span is not None and whole.start <= temporal.span.start < whole.end
            if when is not None and inside:
                own.append(when)
    return times.hull(own)
