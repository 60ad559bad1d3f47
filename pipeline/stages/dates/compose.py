"""The operations that templates name: what was captured → a meaning."""

from __future__ import annotations

from pipeline.stages.dates import hours, lengths, points, relatives
from pipeline.stages.dates.grammar import Operation

OPERATIONS: dict[str, Operation] = {
    "date": points.date,
    "numeric": points.numeric,
    "days": points.days,
    "months": points.months,
    "years": points.years,
    "decade": points.decade,
    "decades": points.decades,
    "winter": points.winter,
    "century": points.century,
    "era": points.era,
    "eras": points.eras,
    "part": points.part,
    "edge": points.edge,
    "inside": points.inside,
    "span": lengths.span,
    "lengths": lengths.lengths,
    "half": lengths.half,
    "nearby": lengths.nearby,
    "stretch": lengths.stretch,
    "every": lengths.every,
    "rate": lengths.rate,
    "approx": lengths.approx,
    "ago": relatives.ago,
    "ago_closed": relatives.ago_closed,
    "after": relatives.after,
    "turn": relatives.turn,
    "deictic": relatives.deictic,
    "reference": relatives.reference,
    "reference_bare": relatives.reference_bare,
    "hour": hours.hour,
    "clock": hours.clock,
}
