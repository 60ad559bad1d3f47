"""Union of things that are one: near-linear, and the groups come out in order."""

from __future__ import annotations


class Unions:
    """Disjoint sets over 0 … n-1; the smallest member leads its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The leader of the set of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Make one set of the sets of `a` and `b`."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """All sets, each in order, in order of their leaders."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return [found[leader] for leader in sorted(found)]
