"""Pairs into groups: what one text says in one sentence, the other may say in two in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import ASSERTED
from pipeline.stages.align.comparable import Candidate


@dataclass(frozen=True, slots=True)
class Group:
    """Positions in a row on either side, and the pairs that brought them together."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    pairs: tuple[Candidate, ...]

    @property
    def score(self) -> float:
        """The mean of the pairs' scores, 4 decimals."""
        return round(sum(pair.score for pair in self.pairs) / len(self.pairs), 4)


def grouped(pairs: Sequence[Candidate]) -> list[Group]:
    """Pairs that share a passage and stand next to each other on the other side, together: those that are asserted, and
    those that are offered; in text order."""
    groups: list[list[Candidate]] = []
    around: dict[tuple[str, int], list[list[Candidate]]] = {}
    for pair in sorted(pairs, key=lambda one: (one.left, one.right)):
        keys = (("left", pair.left), ("right", pair.right))
        near = [group for key in keys for group in around.get(key, ())]
        group = next((group for group in near if any(adjoins(pair, one) for one in group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(pair)
        for key in keys:
            around.setdefault(key, []).append(group)
    return [group_of(group) for group in groups]


def adjoins(one: Candidate, other: Candidate) -> bool:
    """They share one passage, their other passages follow each other, and both are asserted or neither is."""
    if (one.score >= ASSERTED) != (other.score >= ASSERTED):
        return False
    if one.left == other.left:
        return abs(one.right - other.right) == 1
    return one.right == other.right and abs(one.left - other.left) == 1


def group_of(pairs: Sequence[Candidate]) -> Group:
    """The group of pairs that adjoin."""
    left, right = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return Group(tuple(sorted(left)), tuple(sorted(right)), tuple(pairs))
