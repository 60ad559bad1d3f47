"""Logistic regression with a ridge and with signs that may not turn, by L-BFGS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]

HELP: tuple[str, ...] = (
    "cosine",
    "margin",
    "lead",
    "part",
    "part_lead",
    "words",
    "contained",
    "words_lead",
    "clause",
    "clause_words",
)
HELP += ("month", "year", "actors", "treaties", "numbers", "told")
HELP += ("meant", "meant_margin", "meant_lead", "poorer", "poorer_margin", "poorer_lead", "whole", "whole_margin")
HELP += ("whole_lead", "beside", "around")
HURT = ("date_conflict", "month_conflict", "treaty_conflict", "number_conflict", "told_conflict", "length", "crowd")
LEAST = -0.3  # a conflict weighs at least so much, however few of them the samples hold


@dataclass(frozen=True)
class Sample:
    """Reasons of pairs (n, names), whether each tells the same (n,), and how much it counts (n,)."""

    reasons: Floats
    same: Floats
    counts: Floats


def joined(samples: Sequence[Sample]) -> Sample:
    """All samples in one."""
    return Sample(
        np.vstack([one.reasons for one in samples]),
        np.concatenate([one.same for one in samples]),
        np.concatenate([one.counts for one in samples]),
    )


def fit(sample: Sample, names: Sequence[str], ridge: float) -> dict[str, float]:
    """The weights by name, `bias` among them, of the likeliest model; the ridge is per spread of a name."""
    signs = np.c_[sample.reasons, np.ones(len(sample.same))]
    pull = np.r_[sample.reasons.std(axis=0) + 0.05, 0.0] ** 2 * ridge

    def loss(weights: Floats) -> tuple[float, Floats]:
        totals = signs @ weights
        chances = 1 / (1 + np.exp(-np.clip(totals, -40, 40)))
        value = (sample.counts * (np.logaddexp(0, totals) - sample.same * totals)).sum() + (pull * weights**2).sum() / 2
        return float(value), signs.T @ (sample.counts * (chances - sample.same)) + pull * weights

    bounds = [limits(name) for name in names] + [(None, None)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 800})
    return dict(zip((*names, "bias"), map(float, found.x), strict=True))


def limits(name: str) -> tuple[float | None, float | None]:
    """What a weight may be: what helps may not hurt, what hurts may not help."""
    if name in HELP:
        return 0.0, None
    return (None, LEAST if name.endswith("conflict") else 0.0) if name in HURT else (None, None)
