"""How alike two passages are, reason by reason; `score` turns the reasons into one number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from math import exp, log

from pipeline.stages.align.passages import Passage, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What speaks for and against two passages telling the same; each about 0–1, the margin −1–1."""

    cosine: float
    margin: float
    lead: float
    clause: float
    clause_words: float
    length: float
    words: float
    month: float
    year: float
    date_conflict: float
    month_conflict: float
    actors: float
    treaties: float
    treaty_conflict: float
    numbers: float
    number_conflict: float
    told: float
    crowd: float


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two passages' vectors are: their cosine; that less their neighbourhoods'; less the best rival's; and the
    cosine of their clauses of one date, how much of these has a counterpart word by word; and how many
    pairs there are to choose from (log10): among many, some are near by chance."""

    cosine: float
    margin: float
    lead: float
    clause: float
    clause_words: float
    crowd: float


@dataclass(frozen=True)
class Rarity:
    """How much it says that two passages share an id, a date or a number: little where every sentence has it."""

    counts: Counter[str]
    passages: int

    def of(self, items: Iterable[str]) -> float:
        """The summed rarity of `items`, each from 0 (stands everywhere) to 1 (stands once)."""
        scale = log(1 + self.passages)
        return sum(log((1 + self.passages) / max(1, self.counts[item])) / scale for item in sorted(items))


def rarity(passages: Sequence[Passage]) -> Rarity:
    """Count in how many passages each actor, treaty, number, month and year stands."""
    counts: Counter[str] = Counter()
    for one in passages:
        counts.update(one.actors | one.treaties | one.numbers | one.months | one.years)
    return Rarity(counts, len(passages))


def saturate(amount: float) -> float:
    """0 → 0, 1 → 0.63, 2 → 0.86: the second reason of a kind says less than the first."""
    return 1 - exp(-amount)


def reasons(left: Passage, right: Passage, near: Nearness, words: float, rare: Rarity) -> Reasons:
    """All that speaks for and against `left` and `right` telling the same."""
    shared_numbers = left.numbers & right.numbers
    shared_treaties = left.treaties & right.treaties
    months, years = left.months & right.months, left.years & right.years
    months_differ = bool(left.months and right.months and not months)
    return Reasons(
        cosine=near.cosine,
        margin=near.margin,
        lead=near.lead,
        clause=near.clause,
        clause_words=near.clause_words,
        length=abs(log((20 + len(left.text)) / (20 + len(right.text)))),
        words=words,
        month=saturate(rare.of(months)),
        year=0.0 if months_differ else saturate(rare.of(years)),
        date_conflict=float(apart(left.dates.values(), right.dates.values())),
        month_conflict=float(months_differ),
        actors=saturate(rare.of(left.actors & right.actors)),
        treaties=saturate(rare.of(shared_treaties)),
        treaty_conflict=float(not shared_treaties and apart(left.signed, right.signed)),
        numbers=saturate(rare.of(shared_numbers)),
        number_conflict=float(bool(left.numbers and right.numbers and not shared_numbers)),
        crowd=near.crowd,
        told=max((agreement(one, other) for one in left.told for other in right.told), default=0.0),
    )


def apart(ours: Collection[tuple[str, str]], theirs: Collection[tuple[str, str]]) -> bool:
    """There are intervals on both sides, and none of the one overlaps one of the other."""
    meet = any(start <= until and begin <= end for start, end in ours for begin, until in theirs)
    return bool(ours and theirs and not meet)


def agreement(one: Told, other: Told) -> float:
    """How far two statements say the same: 0 for other referents, times or polarity, up to 1 for one predicate of
    several shared referents at one time. Another predicate of the same two at one time is half a reason."""
    shared = len(one.about & other.about)
    if not shared or one.affirmed != other.affirmed or times_differ(one, other):
        return 0.0
    timed = bool(one.when and other.when)
    if one.predicate == other.predicate:
        return (0.6 if timed else 0.2) + 0.2 * min(2, shared)
    return 0.5 if timed and shared > 1 else 0.0


def times_differ(one: Told, other: Told) -> bool:
    """Both are dated, and neither by month nor by year the same."""
    years = {when[:4] for when in one.when}, {when[:4] for when in other.when}
    return bool(one.when and other.when) and not (one.when & other.when or years[0] == years[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Coefficients of a logistic model over the reasons; docs/alignment.md says how they were found."""

    bias: float
    cosine: float
    margin: float
    lead: float
    clause: float
    clause_words: float
    length: float
    words: float
    month: float
    year: float
    date_conflict: float
    month_conflict: float
    actors: float
    treaties: float
    treaty_conflict: float
    numbers: float
    number_conflict: float
    told: float
    crowd: float


# Two passages that tell one event in other words: what they share about it weighs more than how they are worded.
EVENT = Weights(
    bias=-3.8,
    cosine=6.2,
    margin=7.8,
    lead=6.0,
    clause=2.3,
    clause_words=2.9,
    length=-0.9,
    words=3.9,
    month=1.9,
    year=7.0,
    date_conflict=-2.5,
    month_conflict=-1.5,
    actors=0.4,
    treaties=1.6,
    treaty_conflict=-1.5,
    numbers=3.1,
    number_conflict=-1.4,
    told=2.6,
    crowd=-0.8,
)

# Two passages that say the same sentence: wording weighs, and what they say otherwise weighs against.
WORDING = Weights(
    bias=-4.9,
    cosine=6.8,
    margin=5.4,
    lead=5.1,
    clause=0.0,
    clause_words=0.0,
    length=-0.8,
    words=5.7,
    month=0.0,
    year=0.0,
    date_conflict=-2.5,
    month_conflict=-1.5,
    actors=0.8,
    treaties=0.0,
    treaty_conflict=-1.5,
    numbers=1.8,
    number_conflict=-1.4,
    told=0.0,
    crowd=-0.7,
)


def score(found: Reasons) -> float:
    """The chance, 0–1, that two passages with these reasons tell the same: as one sentence or as one event."""
    wording = logistic(found, WORDING)
    return max(wording, logistic(found, EVENT)) if anchored(found) else wording


def anchored(found: Reasons) -> bool:
    """The passages share something that belongs to an event: a date, a treaty, a number or a statement."""
    return found.month + found.year + found.treaties + found.numbers + found.told > 0


def logistic(found: Reasons, weights: Weights) -> float:
    """The chance, 0–1, that `weights` give to these reasons."""
    total = weights.bias + sum(getattr(weights, one.name) * getattr(found, one.name) for one in fields(found))
    return 1 / (1 + exp(-total))
