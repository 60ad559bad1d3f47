"""Claims that the texts of one language alone tell, with the reason where one can be given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        for reference in resolution.references:
            if reference.span.document in language:
                self._known[language[reference.span.document]].update(reference.targets)

    def why(self, claim: Claim, silent: Sequence[str]) -> str | None:
        """The reasons for all `silent` languages, or None where one of them has none."""
        found = [self.too_early(claim, one) or self.unheard(claim, one) for one in silent]
        return "; ".join(reason for reason in found if reason) if all(found) else None

    def too_early(self, claim: Claim, language: str) -> str | None:
        """The fact lies wholly after the last text of `language` was written; a plan may be told long before."""
        when = times.interval(claim.time)
        written = self._written[language]
        last = max((date for date in written if date), default=None)
        fact = any(voice.statement.modality == "asserted" for voice in claim.voices)
        if when is None or last is None or None in written or not fact or when.earliest <= last:
            return None
        return f"it is of {when.earliest[:4]} or later, and the {self.name(language)} texts end in {last[:7]}"

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
