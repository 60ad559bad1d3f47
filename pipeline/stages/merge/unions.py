"""Union-find: what is the same as what, through any number of steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Classes of equal things; the root of a class carries no meaning."""

    def __init__(self, things: Iterable[T]) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def root(self, thing: T) -> T:
        """The thing that stands for the class of `thing`."""
        while self._above[thing] != thing:
            self._above[thing] = self._above[self._above[thing]]
            thing = self._above[thing]
        return thing

    def join(self, one: T, other: T) -> None:
        """Make the two the same."""
        self._above[self.root(one)] = self.root(other)

    def classes(self) -> list[list[T]]:
        """The classes, in the order in which their first members came."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.root(thing)].append(thing)
        return list(found.values())
