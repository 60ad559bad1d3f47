"""Fit the weights for comparable texts: `python -m bench.fitting.comparable` writes models/alignment/comparable.toml
and, where the extra `transformers` is installed, context.toml.

Wording is learnt from sentences that translate each other among many that do not (NTREX); events from the cases of
`cases.py`, and from pairs of NTREX that do not translate each other, so that among many sentences few are taken; what
stands around a pair from the same and some more topics, each case judged by weights that were learnt without it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bench.evaluate.gold import HOUSE
from bench.evaluate.mining import DRAWS, SHARES, Pool, draw, read_pool, wording
from bench.evaluate.mining import NAMES as WORDING
from bench.evaluate.mining import judged as mined
from bench.fitting.cases import NAMES, SURROUNDINGS, Judged, cases, judged, news
from bench.fitting.logistic import Floats, Sample, fit, joined
from pipeline.knowledge import Knowledge, load
from pipeline.knowledge.comparable import Weights
from pipeline.run.words import NEEDED, installed
from pipeline.stages.align.aligning import told_by
from pipeline.stages.align.contexts import NAMES as IN_CONTEXT
from pipeline.stages.align.contexts import InContext
from pipeline.stages.align.surroundings import surroundings

FOLDER = HOUSE / "models" / "alignment"
RIDGE = 12.0

Model = Mapping[str, float]


def main() -> int:
    """Fit the models and write them, weights that matter only."""
    knowledge = load(HOUSE / "models")
    pool = read_pool(HOUSE.parent / "shared" / "data", knowledge)
    write("comparable.toml", fitted(lessons(pool, knowledge)))
    if all(map(installed, NEEDED)):
        write("context.toml", fitted(lessons(pool, knowledge, InContext(told_by()))))
    return 0


def write(name: str, models: Mapping[str, Model]) -> None:
    """Write a file of models, weights of which something is left in two decimals."""
    lines: list[str] = []
    for model, weights in sorted(models.items()):
        kept = {one: weight for one, weight in sorted(weights.items()) if abs(weight) >= 0.005}
        lines += [f"[{model}]", *(f"{one} = {weight:.2f}" for one, weight in kept.items()), ""]
    (FOLDER / name).write_text("\n".join(lines), encoding="utf-8")


@dataclass(frozen=True)
class Lessons:
    """What is learnt from: the topics and the seeds, the news, the reasons by name, and how wording weighs them."""

    told: Sequence[Judged]
    heard: Sequence[Judged]
    names: Sequence[str]
    worded: Model

    def event(self, without: Judged | None = None) -> Model:
        """The weights of an event, learnt without a case."""
        told = [one for one in self.told if one.teaches == "all" and one is not without]
        return learnt([*told, *self.heard], self.names)

    def amid(self) -> list[Judged]:
        """The topics and the seeds and then the news, with what stands around each pair by weights that were learnt
        without its case."""
        event = self.event()
        models = [self.event(one) if one.teaches == "all" else event for one in self.told]
        return [
            amid(one, self.worded, model)
            for one, model in zip([*self.told, *self.heard], [*models, *[event] * len(self.heard)], strict=True)
        ]


def lessons(pool: Pool, knowledge: Knowledge, context: InContext | None = None) -> Lessons:
    """What the models are learnt from, with words as they are or in context; texts that teach nothing are there too."""
    more = IN_CONTEXT if context else ()
    names = (*NAMES, *more)
    draws = [draw(len(pool.documents), share, seed) for share in SHARES for seed in range(DRAWS)]
    found = [(one, mined(pool, one, knowledge, context)) for one in draws]
    heard = [news(pool, *one, names, len(draws)) for one in found]
    told = [judged(one, knowledge, names, context) for one in cases()]
    return Lessons(told, heard, names, named(wording(pool, found, (*WORDING, *more)), names))


def fitted(found: Lessons) -> Mapping[str, Model]:
    """The three models."""
    return {"wording": found.worded, "event": found.event(), "surrounded": surrounded(found.amid(), found.names)}


def surrounded(amid: Sequence[Judged], names: Sequence[str]) -> Model:
    """The weights of an event whose surroundings count too."""
    return learnt([one for one in amid if one.teaches != "nothing"], (*names, *SURROUNDINGS))


def learnt(found: Sequence[Judged], names: Sequence[str]) -> Model:
    """The weights of `names`, the columns of the reasons."""
    kept = [one.counts > 0 for one in found]
    samples = [
        Sample(one.reasons[mine], one.same[mine], one.counts[mine]) for one, mine in zip(found, kept, strict=True)
    ]
    return fit(joined(samples), names, RIDGE)


def amid(one: Judged, worded: Model, event: Model) -> Judged:
    """A case with what stands around each pair, as the two models judge them."""
    scores = np.maximum(*(chances(one.reasons, model) for model in (worded, event)))
    beside, around = surroundings(one.ends, scores).T
    return replace(one, reasons=np.column_stack([one.reasons, around, beside]))


def chances(reasons: Floats, model: Model) -> Floats:
    """The chance of each pair by a model, whose weights stand in the order of the columns, the bias aside."""
    totals = reasons @ np.array([weight for name, weight in model.items() if name != "bias"]) + model["bias"]
    chances: Floats = 1 / (1 + np.exp(-totals))
    return chances


def named(weights: Weights, names: Sequence[str]) -> Model:
    """The weights of `names`, in their order, and the bias."""
    return {name: getattr(weights, name) for name in (*names, "bias")}


if __name__ == "__main__":
    sys.exit(main())
