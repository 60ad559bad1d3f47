"""Where the passages of a decision stand now: in the documents as they are, by the words that were decided on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.model import Decision, Place, Reading, Span
from pipeline.text import locate, returned


class Anchor:
    """One document, to find places of its original file in the clean text."""

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.sentences = [sentence.span for sentence in reading.annotation.sentences]
        self._starts = [span.start for span in self.sentences]
        self._at: dict[tuple[int, int], Span] = {}
        for span in self.sentences:
            found = locate(self.document, span)
            self._at[found.start, found.end] = span

    def spans(self, place: Place) -> list[Span] | None:
        """The sentences at `place`, or None where its words do not stand any more (or stand in several new places)."""
        start = self.start_of(place)
        if start is None:
            return None
        end = start + len(place.quote)
        if (start, end) in self._at:
            return [self._at[start, end]]
        span = returned(self.document, start, end)
        return self.whole_sentences(span) if span else None

    def start_of(self, place: Place) -> int | None:
        """Where the words of `place` stand in the original: where they stood, else at the one place that has them."""
        raw = self.document.raw
        if raw.startswith(place.quote, place.start):
            return place.start
        moved = raw.find(place.quote)
        return moved if moved >= 0 and raw.find(place.quote, moved + 1) < 0 else None

    def whole_sentences(self, span: Span) -> list[Span]:
        """The sentences that fill `span`; `span` itself where it cuts one."""
        first = bisect_left(self._starts, span.start)
        inside = []
        for sentence in self.sentences[first:]:
            if sentence.end > span.end:
                break
            inside.append(sentence)
        filled = "".join(self.document.text[one.start : one.end] for one in inside)
        wanted = self.document.text[span.start : span.end]
        return inside if "".join(filled.split()) == "".join(wanted.split()) else [span]


class Anchors:
    """The documents that decisions are about, by path: a file that was renamed is known by its content."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {path: one for one in readings for path in (one.document.path, *one.document.copies)}
        self._renamed = {one.document.id: one for one in readings}
        self._anchors: dict[str, Anchor] = {}

    def reading(self, place: Place) -> Reading | None:
        """The document of `place`."""
        return self._readings.get(place.path) or self._renamed.get(place.document or "")

    def document(self, place: Place) -> str | None:
        """The id of the document of `place`, or None where there is no such document."""
        reading = self.reading(place)
        return reading.document.id if reading else None

    def spans(self, place: Place) -> list[Span] | None:
        """The sentences at `place`, or None where its words do not stand."""
        reading = self.reading(place)
        if reading is None:
            return None
        anchor = self._anchors.get(reading.document.id) or Anchor(reading)
        self._anchors[reading.document.id] = anchor
        return anchor.spans(place)

    def sides(self, decision: Decision) -> dict[str, tuple[Span, ...]] | None:
        """The passages of `decision` by language, or None where some do not stand, or not one document a language."""
        sides: dict[str, set[Span]] = {}
        for place in decision.passages:
            reading, spans = self.reading(place), self.spans(place)
            if reading is None or spans is None:
                return None
            sides.setdefault(reading.document.language, set()).update(spans)
        one_each = all(len({span.document for span in spans}) == 1 for spans in sides.values())
        if not one_each or len(sides) < 2:
            return None
        return {language: tuple(sorted(spans)) for language, spans in sorted(sides.items())}
