"""Run: the staircase from bytes to outputs, redoing only what is stale."""

from pipeline.run.corpus import CorpusFault
from pipeline.run.report import Report, Watch
from pipeline.run.running import run
from pipeline.run.staircase import STAGES

__all__ = ["STAGES", "CorpusFault", "Report", "Watch", "run"]
