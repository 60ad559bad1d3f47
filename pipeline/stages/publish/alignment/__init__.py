"""What translators open: a page to read both texts side by side, and the same passages for their tools."""

from pipeline.stages.publish.alignment.writing import alignment_files

__all__ = ["alignment_files"]
