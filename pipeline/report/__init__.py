"""One offline page that shows what a run found, to people who would rather look than read."""

from pipeline.report.writing import write_report

__all__ = ["write_report"]
