"""A document that cannot be read."""

from __future__ import annotations


class BrokenDocument(Exception):
    """A document to set aside: `path`, `place` in it (a byte, a line, empty for the whole), problem and remedy."""

    def __init__(self, path: str, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}{', ' if place else ''}{place}: {problem}. {remedy}")
        self.path, self.place, self.problem, self.remedy = path, place, problem, remedy
