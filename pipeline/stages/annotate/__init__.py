"""annotate: text → tokens, sentences, and mentions of names, descriptions and pronouns."""

from pipeline.stages.annotate.annotating import annotate

__all__ = ["annotate"]
