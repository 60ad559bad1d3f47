"""Align: passages of two languages that tell the same thing, and why; what people decided counts."""

from pipeline.stages.align.aligning import align
from pipeline.stages.align.decided import decided

__all__ = ["align", "decided"]
