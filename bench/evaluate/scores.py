"""Counts and what follows from them: precision, recall, F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The note of a score whose precision is of what another score found: no floor, since it falls when more is found.
OF_FOUND = "precision of the facts found"
# The note of a score of what is offered below what is asserted: shown, without a floor.
OFFERED = "with those offered below"


@dataclass(frozen=True)
class Score:
    """How a part did on one language: what it found, what of that is right, and what of the gold was found."""

    part: str
    language: str
    predicted: int
    right: int
    gold: int
    found: int
    note: str = ""

    @property
    def precision(self) -> float:
        """Right over predicted, in percent; 0 when nothing was predicted."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Found over gold, in percent; 0 when there is no gold."""
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def extra(self) -> float:
        """Wrong ones for each right one: what rule coders of events are blamed for; 0 when nothing was right."""
        return (self.predicted - self.right) / self.right if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def row(self) -> dict[str, str | float | int]:
        """The score as one row of eval.json."""
        return {
            "part": self.part,
            "language": self.language,
            "precision": round(self.precision, 1),
            "recall": round(self.recall, 1),
            "f1": round(self.f1, 1),
            "extra": round(self.extra, 2),
            "predicted": self.predicted,
            "right": self.right,
            "gold": self.gold,
            "found": self.found,
            "note": self.note,
        }


def matched(part: str, language: str, predicted: Sequence[object], gold: Sequence[object], note: str = "") -> Score:
    """A score for two lists that are compared by equality."""
    right = len(set(predicted) & set(gold))
    return Score(part, language, len(set(predicted)), right, len(set(gold)), right, note)
