"""models/alignment/parallel.toml: how much each sign counts when sentences of parallel texts are joined."""

from __future__ import annotations

import msgspec


class AlignerModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fitted model of the parallel aligner.

    `weights` by name of the sign (see `pipeline.stages.align.parallel.signs`); `slope` and `shift` turn the chance p
    that it gives a bead into its confidence, 1 / (1 + exp(-(slope · logit p + shift))).
    """

    slope: float
    shift: float
    weights: dict[str, float]
