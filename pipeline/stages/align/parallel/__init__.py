"""Parallel texts: what translates what, in order, sentence by sentence, and how sure each bead is."""

from pipeline.stages.align.parallel.beads import Bead, Text
from pipeline.stages.align.parallel.translating import Parallel, parallel

__all__ = ["Bead", "Parallel", "Text", "parallel"]
