"""A graph made in process by the real rooms, and questions a reader asks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.model import Alignments, Claim, Document, Graph, Link, Reading, Reference, Resolution, Slot, Span, Treaty
from pipeline.stages import align, annotate, claims, dates, ingest, merge, resolve
from pipeline.text import fold


@dataclass(frozen=True)
class Told:
    """What came of some documents."""

    readings: Sequence[Reading]
    resolution: Resolution
    alignments: Alignments
    graph: Graph

    def name(self, id: str) -> str:
        """All forms and labels of a node as one folded text; words stand for themselves."""
        for node in (*self.graph.actors, *self.graph.treaties):
            if node.id == id:
                forms = [form for all_of in node.forms.values() for form in all_of]
                return " | ".join(map(fold, (*node.labels.values(), *forms)))
        return fold(id)

    def claims(self, predicate: str, time: str | None = None, **roles: str) -> list[Claim]:
        """The claims of a predicate of which each role has a filler with these words, and that are of this time."""
        return [
            claim
            for claim in self.graph.claims
            if claim.predicate == predicate
            and (time is None or (claim.time is not None and claim.time.edtf == time))
            and all(
                any(fold(words) in self.name(one) for one in claim.roles.get(role, ())) for role, words in roles.items()
            )
        ]

    def links(self, one: Sequence[Claim], other: Sequence[Claim], *kinds: str) -> list[Link]:
        """The links of these kinds from some claim of `one` to some of `other`, in either direction."""
        left, right = {claim.id for claim in one}, {claim.id for claim in other}
        return [
            link
            for link in self.graph.links
            if link.kind in kinds and ((link.a in left and link.b in right) or (link.a in right and link.b in left))
        ]

    def treaty(self, words: str) -> Treaty:
        """The one treaty called so."""
        found = [treaty for treaty in self.graph.treaties if fold(words) in self.name(treaty.id)]
        assert len(found) == 1, (words, found)
        return found[0]

    def values(self, slots: Sequence[Slot]) -> set[str]:
        """The values of a slot: labels of actors, words, times."""
        return {slot.value for slot in slots}

    def states(self, treaty: Treaty) -> set[tuple[str, str | None]]:
        """The states of a treaty with their times."""
        return {(slot.value, slot.time.edtf if slot.time else None) for slot in treaty.status}

    def reference(self, before: str, words: str) -> Reference | None:
        """What `words` refer to where they stand right behind `before`."""
        for reading in self.readings:
            place = reading.document.text.find(before + words)
            for one in self.resolution.references:
                start = place + len(before)
                here = place >= 0 and one.span.document == reading.document.id
                if here and (one.span.start, one.span.end) == (start, start + len(words)):
                    return one
        return None

    def reading_of(self, before: str, words: str) -> str | None:
        """`literal` or `metonym`, where a mention is so read."""
        found = self.reference(before, words)
        return found.reading if found else None

    def aligned(self, one: str, other: str) -> bool:
        """Does an alignment pair passages with these words?"""
        texts = {reading.document.id: reading.document.text for reading in self.readings}
        for alignment in self.alignments.alignments:
            quotes = [texts[s.document][s.start : s.end] for spans in alignment.sides.values() for s in spans]
            if any(one in quote for quote in quotes) and any(other in quote for quote in quotes):
                return True
        return False

    def told_alone(self, found: Sequence[Claim], language: str) -> bool:
        """Are these (some) claims told in this language alone, as the asymmetry says?"""
        sided = {entry.claim: entry.language for entry in self.graph.asymmetry}
        return bool(found) and all(sided.get(claim.id) == language for claim in found)

    def stances(self, found: Sequence[Claim]) -> set[tuple[str, str]]:
        """Polarity and modality of all voices."""
        return {(voice.statement.polarity, voice.statement.modality) for claim in found for voice in claim.voices}

    def said_by(self, words: str) -> list[Claim]:
        """The claims that a holder called so makes, or that are about what it does."""
        return [
            claim
            for claim in self.graph.claims
            if any(fold(words) in holder for holder in self.holders([claim]))
            or any(fold(words) in self.name(one) for one in claim.roles.get("subject", ()))
        ]

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return next(r.document.text[span.start : span.end] for r in self.readings if r.document.id == span.document)

    def ids(self, form: str) -> tuple[str, ...]:
        """The ids of the actors that have exactly this form or label."""
        return tuple(
            actor.id
            for actor in self.graph.actors
            if fold(form)
            in map(fold, (*actor.labels.values(), *(one for all_of in actor.forms.values() for one in all_of)))
        )

    def one_node(self, *forms: str) -> bool:
        """Do all these forms belong to one actor?"""
        found = {self.ids(form) for form in forms}
        return len(found) == 1 and len(found.pop()) == 1

    def holders(self, found: Sequence[Claim]) -> set[str]:
        """Who says it, innermost first, as texts; the author as `author`."""
        chains = []
        for claim in found:
            for voice in claim.voices:
                holder, chain = voice.statement.holder, []
                while holder is not None:
                    chain.append(fold(holder.text) if holder.text else holder.kind)
                    holder = holder.within
                chains.append(" < ".join(chain))
        return set(chains)


def tell(files: Mapping[str, str | bytes], knowledge: Knowledge) -> Told:
    """File name (`NAME.LANGUAGE.txt`) → text, read by all rooms from ingest to merge."""
    documents: list[Document] = []
    for name, text in sorted(files.items()):
        data = text if isinstance(text, bytes) else text.encode()
        settings = ingest.DocumentSettings(language=name.split(".")[-2])
        documents.append(ingest.ingest(name, data, settings, knowledge))
    readings = []
    for document, annotation in zip(documents, annotate.annotate(documents, knowledge), strict=True):
        found = dates.find(document, annotation, knowledge)
        readings.append(Reading(document, annotation, found, claims.find(document, annotation, found, knowledge)))
    resolution = resolve.resolve(readings, knowledge)
    alignments = align.align(readings, resolution, knowledge)
    return Told(readings, resolution, alignments, merge.merge(readings, resolution, alignments, knowledge))
