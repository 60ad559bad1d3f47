"""Cli: arguments in, exit code out; the only place that prints."""

from pipeline.cli.commands import main

__all__ = ["main"]
