"""Claims that the texts of one language alone tell, with the reason where one can be given."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.model import Claim, Link, OneSided, Reading, Resolution
from pipeline.stages.merge import times


def one_sided(
    claims: Sequence[Claim],
    links: Sequence[Link],
    readings: Sequence[Reading],
    resolution: Resolution,
    knowledge: Knowledge,
) -> tuple[OneSided, ...]:
    """One entry for each claim of a single language, in a corpus of several.

    A claim that refines or equals one told in another language is told there too, if in coarser words.
    """
    languages = sorted({reading.document.language for reading in readings})
    if len(languages) < 2:
        return ()
    spoken = reach(claims, links)
    reasons = Reasons(readings, resolution, knowledge)
    return tuple(
        OneSided(
            claim.id, claim.languages[0], reasons.why(claim, [one for one in languages if one not in spoken[claim.id]])
        )
        for claim in claims
        if len(spoken[claim.id]) == 1
    )


def reach(claims: Sequence[Claim], links: Sequence[Link]) -> dict[str, set[str]]:
    """Claim id → the languages that tell it, in finer or coarser words too."""
    own = {claim.id: set(claim.languages) for claim in claims}
    spoken = {id: set(languages) for id, languages in own.items()}
    for link in links:
        if link.kind in ("refines", "equal"):
            spoken[link.a] |= own[link.b]
            spoken[link.b] |= own[link.a]
    return spoken


def dated(reading: Reading) -> Iterator[tuple[str, times.Interval]]:
    """The sentences of a document that hold a date, each with the time that it means."""
    sentences = reading.annotation.sentences
    starts = [sentence.span.start for sentence in sentences]
    for temporal in reading.dates.expressions:
        when = times.interval(temporal)
        if when is not None and temporal.span is not None and sentences:
            yield sentences[max(bisect_right(starts, temporal.span.start) - 1, 0)].id, when


class Reasons:
    """Why the texts of a language may be silent: they were written before, or are about something else."""

    def __init__(self, readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge) -> None:
        language = {reading.document.id: reading.document.language for reading in readings}
        self._names = knowledge.packs
        self._labels = {one.id: one.labels for one in resolution.actors} | {
            one.id: one.labels for one in resolution.treaties
        }
        self._written: defaultdict[str, list[str | None]] = defaultdict(list)
        for reading in readings:
            written = reading.dates.written
            self._written[reading.document.language].append(written.latest if written else None)
        self._dates: defaultdict[tuple[str, str], list[times.Interval]] = defaultdict(list)
        for reading in readings:
            for sentence, when in dated(reading):
                self._dates[reading.document.id, sentence].append(when)
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        for reference in resolution.references:
            if reference.span.document in language:
                self._known[language[reference.span.document]].update(reference.targets)

    def why(self, claim: Claim, silent: Sequence[str]) -> str | None:
        """The reasons for all `silent` languages, or None where one of them has none."""
        found = [self.too_early(claim, one) or self.unheard(claim, one) for one in silent]
        return "; ".join(reason for reason in found if reason) if all(found) else None

    def too_early(self, claim: Claim, language: str) -> str | None:
        """The fact lies wholly after the last text of `language`; what its own text still awaits is no fact yet."""
        when = times.interval(claim.time) or self.around(claim)
        last, own = self.last(language), self.last(claim.languages[0])
        fact = any(voice.statement.modality == "asserted" for voice in claim.voices)
        if when is None or last is None or not fact or not last < when.earliest <= (own or times.LAST):
            return None
        return f"it is of {when.earliest[:4]} or later, and the {self.name(language)} texts end in {last[:7]}"

    def last(self, language: str) -> str | None:
        """The latest date at which the last text of `language` was written; None where some text has none."""
        written = self._written[language]
        return None if None in written else max((date for date in written if date), default=None)

    def around(self, claim: Claim) -> times.Interval | None:
        """The time that the sentences of an undated claim tell of, all dates in them together."""
        told = [(voice.statement.span.document, voice.statement.sentence) for voice in claim.voices]
        return times.hull([when for sentence in told for when in self._dates[sentence]])

    def unheard(self, claim: Claim, language: str) -> str | None:
        """Some actor or treaty of the claim is named nowhere in `language`."""
        ids = sorted({id for fillers in claim.roles.values() for id in fillers if id in self._labels})
        lost = [self.label(id, claim.languages[0]) for id in ids if id not in self._known[language]]
        return f"the {self.name(language)} texts do not speak of {', '.join(sorted(lost))}" if lost else None

    def name(self, language: str) -> str:
        """A language's name."""
        return self._names[language].language.names["en"]

    def label(self, id: str, language: str) -> str:
        """What to call an actor or treaty."""
        labels = self._labels[id]
        return labels.get(language) or min(labels.values(), default=id)
