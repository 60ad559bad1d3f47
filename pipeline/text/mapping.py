"""Offset maps: which slice of the raw text stands behind a slice of the clean text.

A map is a tuple of `Run`s, rising in both texts. A run of length 0 is an anchor: it ties a place of the clean text to a
place of the raw text where the characters between are not one to one (a ligature written out, an accent composed).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Run


def raw_slice(runs: Sequence[Run], start: int, end: int, limit: int) -> tuple[int, int]:
    """The narrowest raw slice that covers the clean characters `start:end`; `limit` is the length of the raw text."""
    if start >= end:
        place = _first(runs, start)
        return place, place
    return _first(runs, start), _last(runs, end, limit)


def _first(runs: Sequence[Run], place: int) -> int:
    """Where the raw slice of the clean character at `place` begins."""
    index = bisect_right(runs, place, key=_start) - 1
    if index < 0:
        return 0
    run = runs[index]
    return run.origin + min(place - run.start, run.length)


def _last(runs: Sequence[Run], end: int, limit: int) -> int:
    """Where the raw slice of the clean character before `end` ends."""
    index = bisect_right(runs, end - 1, key=_start) - 1
    if index >= 0 and end <= runs[index].start + runs[index].length:
        return runs[index].origin + end - runs[index].start
    following = bisect_left(runs, end, key=_start)
    return runs[following].origin if following < len(runs) else limit


def _start(run: Run) -> int:
    return run.start


def cut(runs: Sequence[Run], start: int, end: int, place: int, limit: int) -> Iterator[Run]:
    """The runs of the clean slice `start:end`, moved so that the slice begins at `place`, anchored at both ends."""
    if start >= end:
        return
    yield Run(place, _first(runs, start), 0)
    index = max(bisect_right(runs, start, key=_start) - 1, 0)
    while index < len(runs) and runs[index].start < end:
        run = runs[index]
        low, high = max(run.start, start), min(run.start + run.length, end)
        if low < high or (run.length == 0 and low == run.start):
            yield Run(low - start + place, run.origin + low - run.start, high - low)
        index += 1
    yield Run(place + end - start, _last(runs, end, limit), 0)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """`runs` with neighbours that continue each other in both texts made one, and needless anchors dropped."""
    result: list[Run] = []
    for run in runs:
        if result and _continues(result[-1], run):
            run = Run(result[-1].start, result[-1].origin, result[-1].length + run.length)
            result.pop()
        result.append(run)
    return tuple(result)


def _continues(run: Run, following: Run) -> bool:
    return run.start + run.length == following.start and run.origin + run.length == following.origin
