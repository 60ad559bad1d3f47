"""Union-find: which things are one. It stands on the ground because resolve and merge both need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint sets over `things`, near-linear; which member leads a set carries no meaning."""

    def __init__(self, things: Iterable[T]) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def find(self, thing: T) -> T:
        """The leader of the set of `thing`."""
        while self._above[thing] != thing:
            self._above[thing] = self._above[self._above[thing]]
            thing = self._above[thing]
        return thing

    def join(self, one: T, other: T) -> None:
        """Make one set of the sets of the two."""
        self._above[self.find(other)] = self.find(one)

    def groups(self) -> list[list[T]]:
        """All sets, each in the order of `things`, in the order in which their first members came."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.find(thing)].append(thing)
        return list(found.values())
