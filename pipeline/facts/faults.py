"""What can go wrong when facts are read: outputs that do not serve, names that nobody bears, claims that are not."""

from __future__ import annotations

from pathlib import Path


class OutputsFault(Exception):
    """`outputs` cannot be read as the result of a run; the message says which run to do."""

    def __init__(self, outputs: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{outputs}: {problem}. {remedy}")


class UnknownClaim(LookupError):
    """No claim, document, actor or treaty is meant by what was asked for."""


class QueryFault(ValueError):
    """A question that cannot be read: SQL that DuckDB refuses, a date in another spelling."""


class NothingCalled(UserWarning):
    """No actor or treaty has this name; the message gives near ones."""


class MissingExtra(ImportError):
    """A library that only notebooks, pictures and the report need is not installed; the message says how to."""

    def __init__(self, library: str, command: str) -> None:
        super().__init__(f"This needs {library}, which is not installed. Install it with: {command}")
