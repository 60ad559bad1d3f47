"""How alike two passages are, reason by reason; `score` turns the reasons into one number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from math import exp, log

from pipeline.stages.align.passages import Passage, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What speaks for and against two passages telling the same; each about 0–1, the margin −1–1."""

    cosine: float
    margin: float
    lead: float
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


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two passages' vectors are: the cosine, less that of their neighbourhoods, less that of the best rival."""

    cosine: float
    margin: float
    lead: float


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
        length=abs(log((20 + len(left.text)) / (20 + len(right.text)))),
        words=words,
        month=saturate(rare.of(months)),
        year=0.0 if months_differ else saturate(rare.of(years)),
        date_conflict=float(dates_conflict(left, right)),
        month_conflict=float(months_differ),
        actors=saturate(rare.of(left.actors & right.actors)),
        treaties=saturate(rare.of(shared_treaties)),
        treaty_conflict=float(bool(left.treaties and right.treaties and not shared_treaties)),
        numbers=saturate(rare.of(shared_numbers)),
        number_conflict=float(bool(left.numbers and right.numbers and not shared_numbers)),
        told=max((agreement(one, other) for one in left.told for other in right.told), default=0.0),
    )


def dates_conflict(left: Passage, right: Passage) -> bool:
    """Both are dated, and no date of the one can be a date of the other."""
    if not left.dates or not right.dates:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in left.dates.values() for b in right.dates.values())


def agreement(one: Told, other: Told) -> float:
    """How far two statements say the same: 0 for other predicates or referents, up to 1 with several and the time."""
    shared = one.about & other.about
    if one.predicate != other.predicate or not shared or one.affirmed != other.affirmed:
        return 0.0
    if one.when and other.when:
        same = bool(one.when & other.when) or {w[:4] for w in one.when} == {w[:4] for w in other.when}
        return 0.6 + 0.2 * min(2, len(shared)) if same else 0.0
    return 0.2 + 0.2 * min(2, len(shared))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Coefficients of a logistic model over the reasons; see docs/decisions for how they were found."""

    bias: float
    cosine: float
    margin: float
    lead: float
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


WEIGHTS = Weights(
    bias=-5.9,
    cosine=4.9,
    margin=7.2,
    lead=5.6,
    length=-1.6,
    words=3.2,
    month=3.8,
    year=6.0,
    date_conflict=-3.0,
    month_conflict=-2.6,
    actors=0.8,
    treaties=1.6,
    treaty_conflict=-0.8,
    numbers=2.8,
    number_conflict=-1.1,
    told=1.5,
)


def score(found: Reasons, weights: Weights = WEIGHTS) -> float:
    """The chance, 0–1, that two passages with these reasons tell the same."""
    total = weights.bias + sum(getattr(weights, one.name) * getattr(found, one.name) for one in fields(found))
    return 1 / (1 + exp(-total))
