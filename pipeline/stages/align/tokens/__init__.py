"""Words in their context: what multilingual-e5-small makes of each word of a passage (the extra `transformers`)."""

from pipeline.stages.align.tokens.context import Context, context

__all__ = ["Context", "context"]
