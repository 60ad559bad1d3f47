"""How alike two passages are, reason by reason; `score` turns the reasons into one number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from math import exp, log

from pipeline.knowledge.comparable import ComparableModel, Weights
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.tellings import agreement, of_other_events


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near two passages are by vectors and words.

    `cosine`; `margin`: that less their neighbourhoods'; `lead`: less the best rival's; `part`, `part_lead`: the same of
    their nearest parts; `clause`, `clause_words`: the cosine of their clauses of one date, and how much of these has a
    counterpart word by word; `words`, `contained`, `words_lead`: how much of both, and of the one that says
    less, has a counterpart, and how much more than the best rival; `crowd`: how many more pairs than a few there are to
    choose from (log10): among many, some are near by chance. Only in context, 0 without: `meant`, how much of both has
    a counterpart where its words stand, `poorer`, how much of the side that has less, `whole`, the cosine of both as
    they are read, and how far each stands out. Once all pairs are judged, 0 before: `beside` and `around`, what the
    pairs around it say (`surroundings`).
    """

    cosine: float
    margin: float
    lead: float
    part: float
    part_lead: float
    clause: float
    clause_words: float
    words: float
    contained: float
    words_lead: float
    crowd: float
    meant: float = 0.0
    meant_margin: float = 0.0
    meant_lead: float = 0.0
    poorer: float = 0.0
    poorer_margin: float = 0.0
    poorer_lead: float = 0.0
    whole: float = 0.0
    whole_margin: float = 0.0
    whole_lead: float = 0.0
    beside: float = 0.0
    around: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons(Nearness):
    """What speaks for and against two passages telling the same; each about 0–1, margin and leads −1–1."""

    length: float
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
    told_conflict: float


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


def reasons(left: Passage, right: Passage, near: Nearness, rare: Rarity) -> Reasons:
    """All that speaks for and against `left` and `right` telling the same."""
    shared_numbers = left.numbers & right.numbers
    shared_treaties = left.treaties & right.treaties
    months, years = left.months & right.months, left.years & right.years
    months_differ = bool(left.months and right.months and not months)
    told = max((agreement(one, other) for one in left.told for other in right.told), default=0.0)
    return Reasons(
        **asdict(near),
        length=abs(log((20 + len(left.text)) / (20 + len(right.text)))),
        month=saturate(rare.of(months)),
        year=0.0 if months_differ else saturate(rare.of(years)),
        date_conflict=float(apart(left.dates.values(), right.dates.values())),
        month_conflict=float(months_differ),
        actors=saturate(rare.of(left.actors & right.actors)),
        treaties=saturate(rare.of(shared_treaties)),
        treaty_conflict=float(not shared_treaties and apart(left.signed, right.signed)),
        numbers=saturate(rare.of(shared_numbers)),
        number_conflict=float(bool(left.numbers and right.numbers and not shared_numbers)),
        told=told,
        told_conflict=float(not told and of_other_events(left.told, right.told)),
    )


def apart(ours: Collection[tuple[str, str]], theirs: Collection[tuple[str, str]]) -> bool:
    """There are intervals on both sides, and none of the one overlaps one of the other."""
    meet = any(start <= until and begin <= end for start, end in ours for begin, until in theirs)
    return bool(ours and theirs and not meet)


def score(found: Reasons, model: ComparableModel) -> float:
    """The chance, 0–1, that two passages with these reasons tell the same: as one sentence or as one event."""
    return max(logistic(found, model.wording), logistic(found, model.event))


def logistic(found: Reasons, weights: Weights) -> float:
    """The chance, 0–1, that `weights` give to these reasons."""
    total = weights.bias + sum(getattr(weights, one.name) * getattr(found, one.name) for one in fields(found))
    return 1 / (1 + exp(-total))
