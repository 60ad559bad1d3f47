"""The actors named in one document, by place: exact, inside a span, over a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

Place = tuple[int, int]
Ids = tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """Span (start, end) → ids of the actors named there."""

    exact: Mapping[Place, Ids]

    def __contains__(self, place: object) -> bool:
        return place in self.exact

    def at(self, start: int, end: int) -> Ids:
        """The ids at exactly this span; none where nothing is named."""
        return self.exact.get((start, end), ())

    @cached_property
    def ordered(self) -> list[tuple[Place, Ids]]:
        """All places in text order."""
        return sorted(self.exact.items())

    @cached_property
    def _starts(self) -> list[int]:
        return [start for (start, _), _ in self.ordered]

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end in self.exact), default=0)

    @cached_property
    def by_end(self) -> dict[int, Ids]:
        """End of a span → the ids of the shortest that ends there."""
        return {end: ids for (_, end), ids in self.ordered}

    def beginning(self, start: int) -> list[Ids]:
        """What is named from this place on, the shortest first."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, start)
        return [ids for _, ids in self.ordered[first:last]]

    def inside(self, start: int, end: int) -> dict[Place, Ids]:
        """What is named within the span."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return {place: ids for place, ids in self.ordered[first:last] if place[1] <= end}

    def covers(self, place: int) -> bool:
        """Whether a name stands over the place."""
        first, last = bisect_left(self._starts, place - self._longest), bisect_right(self._starts, place)
        return any(end > place for (_, end), _ in self.ordered[first:last])
