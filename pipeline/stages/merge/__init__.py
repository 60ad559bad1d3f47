"""Merge: statements of all documents become claims, linked, with their support; treaties get their slots."""

from pipeline.stages.merge.merging import merge

__all__ = ["merge"]
