"""models/alignment/{comparable,context}.toml: how much each reason counts where two passages may tell the same."""

from __future__ import annotations

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A logistic model over the reasons of `pipeline.stages.align.likeness`; what is not named counts nothing."""

    bias: float
    cosine: float = 0.0
    margin: float = 0.0
    lead: float = 0.0
    part: float = 0.0
    part_lead: float = 0.0
    clause: float = 0.0
    clause_words: float = 0.0
    words: float = 0.0
    contained: float = 0.0
    words_lead: float = 0.0
    crowd: float = 0.0
    meant: float = 0.0
    meant_margin: float = 0.0
    meant_lead: float = 0.0
    poorer: float = 0.0
    poorer_margin: float = 0.0
    poorer_lead: float = 0.0
    whole: float = 0.0
    whole_margin: float = 0.0
    whole_lead: float = 0.0
    length: float = 0.0
    month: float = 0.0
    year: float = 0.0
    date_conflict: float = 0.0
    month_conflict: float = 0.0
    actors: float = 0.0
    treaties: float = 0.0
    treaty_conflict: float = 0.0
    numbers: float = 0.0
    number_conflict: float = 0.0
    told: float = 0.0
    told_conflict: float = 0.0
    beside: float = 0.0
    around: float = 0.0


class ComparableModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Three models: of the first two the surer one speaks, the third for what neither is sure of.

    `wording`: two passages say the same sentence; `event`: they tell one event in other words; `surrounded`: they tell
    one event, seeing what the passages around them tell.
    """

    wording: Weights
    event: Weights
    surrounded: Weights
