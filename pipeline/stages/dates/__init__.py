"""dates: temporal expressions → EDTF and intervals."""

from pipeline.stages.dates.finding import find

__all__ = ["find"]
