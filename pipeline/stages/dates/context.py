"""What expressions are resolved on: what was told before, the document's date, the clause around."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.stages.dates.calendar import GRAINS, Calendar, bounds
from pipeline.stages.dates.meaning import Meaning

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved meaning: its calendar value (None when only its kind is known), its basis, what it counts from."""

    meaning: Meaning
    calendar: Calendar | None
    basis: str = "stated"
    anchor: Place | None = None


@dataclass(slots=True)
class Context:
    """What expressions are resolved on. `tense`: the clause here tells what is past or to come (-1, 0, 1).

    `amount`: a number stands right before. `narrative`: years come from the text around (`years`, by place: the year
    and where it was stated), not from the document's date. `history`: what was told before, of which `asides` look
    back and `compared` are what another is compared with. `here`, `sentence`: the expression and where its sentence
    begins; `yearly`: the last sentence that tells of every year; `opening`: where the range that is open now began.
    """

    seasons: dict[str, tuple[int, int]]
    written: Calendar | None
    narrative: bool
    history: list[tuple[Place, Calendar]] = field(default_factory=list)
    asides: set[Place] = field(default_factory=set)
    compared: set[Place] = field(default_factory=set)
    amount: bool = False
    tense: int = 0
    place: int = 0
    here: Place = (0, 0)
    years: dict[Place, tuple[int, Place]] = field(default_factory=dict)
    sentence: int = 0
    yearly: int = -1
    opening: Place | None = None

    def accounts(self) -> tuple[Place, Calendar] | None:
        """The last quarter or half told that is not itself one that another is compared with."""
        for place, value in reversed(self.history):
            if value.grain in ("quarter", "half") and place not in self.compared and self.past(value):
                return place, value
        return None

    def past(self, value: Calendar) -> bool:
        """Is it over at the document's date?"""
        return self.written is None or bounds(value, self.seasons)[1] < bounds(self.written, self.seasons)[1]

    @property
    def recurring(self) -> bool:
        """Does the sentence tell of every year, so that its days and months are no particular ones?"""
        return self.yearly == self.sentence

    def before(self, grain: str) -> tuple[Place, Calendar] | None:
        """The nearest expression before that is fine enough to be counted in `grain`, a look back (nine days earlier)
        only where there is no other."""
        fine = [one for one in self.history[-12:] if GRAINS.index(one[1].grain) <= GRAINS.index(grain)]
        found = next((one for one in reversed(fine) if one[0] not in self.asides), fine[-1] if fine else None)
        last = next((one for one in reversed(self.history) if one[0] not in self.asides), None)
        return last if found and last and self._left(found[1], last[1]) else found

    def _left(self, fine: Calendar, coarse: Calendar) -> bool:
        """Has the story left that day for another month, where nothing finer was told?"""
        (first, end), inner = bounds(coarse, self.seasons), bounds(fine, self.seasons)[0]
        return coarse.grain == "month" and not first <= inner <= end
