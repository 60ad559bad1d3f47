"""claims: who says what about whom, when, how certain."""

from pipeline.stages.claims.finding import find

__all__ = ["find"]
