"""Align: passages of two languages that tell the same thing, and why."""

from pipeline.stages.align.aligning import align

__all__ = ["align"]
