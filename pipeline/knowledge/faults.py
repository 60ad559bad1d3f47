"""A fault in models/: it stops the run before it starts."""

from __future__ import annotations


class KnowledgeFault(Exception):
    """Broken knowledge: which file, which key, what is wrong, and what to do about it."""

    def __init__(self, path: str, key: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {key}: {problem}. {remedy}")
        self.path, self.key, self.problem, self.remedy = path, key, problem, remedy
