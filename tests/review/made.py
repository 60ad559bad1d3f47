"""Small worlds for tests of decisions: two texts as ingest reads them, cut at full stops, and their alignments."""

import re
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.model import (
    Alignment,
    Alignments,
    Annotation,
    Dates,
    Decision,
    Place,
    Reading,
    Resolution,
    Sentence,
    Span,
    Statements,
)
from pipeline.stages.align import decided
from pipeline.stages.ingest import ingest, read_settings
from pipeline.text import locate, place_id

NOBODY = Resolution(actors=(), treaties=(), references=())
FRENCH = "La rivière gèle en\nhiver. Le pont fut fermé. Les marchands attendent.\nLa foire ouvre tard."
ENGLISH = "The river freezes\nin winter. The bridge was closed. Merchants wait for days.\nThe fair opens late."


def reading(path: str, text: str, knowledge: Knowledge) -> Reading:
    """`text` as a document of a corpus, a sentence at each full stop."""
    document = ingest(path, text.encode(), read_settings(b"", "corpus.toml").of(path), knowledge)
    found = [match.span() for match in re.finditer(r"[^\s.][^.]*\.", document.text)]
    sentences = tuple(
        Sentence(f"s{number}", Span(document.id, *place), "paragraph", 0, 0) for number, place in enumerate(found)
    )
    annotation = Annotation(document=document.id, tokens=(), sentences=sentences, mentions=(), models=())
    dates = Dates(document=document.id, written=None, expressions=())
    return Reading(document, annotation, dates, Statements(document=document.id, statements=()))


@dataclass
class World:
    """Two readings; `pair` and `answer` speak of their sentences by number."""

    knowledge: Knowledge
    french: Reading
    english: Reading

    def spans(self, one: Reading, numbers: tuple[int, ...]) -> tuple[Span, ...]:
        return tuple(one.annotation.sentences[number].span for number in numbers)

    def pair(self, french: tuple[int, ...], english: tuple[int, ...], score: float = 0.8) -> Alignment:
        sides = {"en": self.spans(self.english, english), "fr": self.spans(self.french, french)}
        name = place_id("align", (span for spans in sides.values() for span in spans))
        return Alignment(id=name, kind="parallel", sides=sides, score=score)

    def places(self, one: Reading, numbers: tuple[int, ...]) -> list[Place]:
        found = [locate(one.document, span) for span in self.spans(one, numbers)]
        return [Place(path=one.document.path, start=at.start, end=at.end, quote=at.quote) for at in found]

    def answer(
        self, verdict: str, french: tuple[int, ...], english: tuple[int, ...], by: str | None = None
    ) -> Decision:
        passages = self.places(self.french, french) + self.places(self.english, english)
        return Decision(verdict=verdict, passages=tuple(passages), by=by or None)

    def decided(self, found: list[Alignment], *decisions: Decision) -> Alignments:
        nothing = Resolution(actors=(), treaties=(), references=())
        return decided(Alignments(tuple(found)), decisions, (self.french, self.english), nothing, self.knowledge)

    def told(self, found: list[Alignment], *decisions: Decision) -> list[tuple[str, str | None]]:
        """What stands after the decisions: `01|1` for French sentences 0 and 1 with English 1, and what was decided."""
        return [(self.name(one), one.decision) for one in self.decided(found, *decisions).alignments]

    def name(self, one: Alignment) -> str:
        numbers = {
            sentence.span: str(number)
            for reading in (self.french, self.english)
            for number, sentence in enumerate(reading.annotation.sentences)
        }
        return "|".join("".join(numbers[span] for span in one.sides[language]) for language in ("fr", "en"))


def world(knowledge: Knowledge, french: str = FRENCH, english: str = ENGLISH) -> World:
    return World(knowledge, reading("gel.fr.txt", french, knowledge), reading("frost.en.txt", english, knowledge))
