"""What is known while the head of a document is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.knowledge.ingest import IngestPack
from pipeline.model import Field, Head, Span


@dataclass(slots=True)
class Found:
    """The fields found so far, and which blocks are claimed as `title` or `byline`. `small` are the words that the
    document writes in small letters; `date`, `day` (a date perhaps without its year) and `weekday` are patterns."""

    document: str
    pack: IngestPack
    date: str
    day: str
    weekday: str
    small: frozenset[str]
    fields: dict[str, Field] = field(default_factory=dict)
    authors: list[Field] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)

    def take(self, name: str, start: int, text: str) -> None:
        """Keep a field that stands at `start` of the clean text; of several the first one, but all authors."""
        value = Field(text, Span(self.document, start, start + len(text)))
        if name == "authors":
            self.authors.append(value)
        elif text and name not in self.fields:
            self.fields[name] = value

    @property
    def evident(self) -> bool:
        """Whether anything but a title was found: only then an unmarked line may be an author or an institute."""
        return bool(self.authors or self.fields.keys() - {"title"})

    def head(self) -> Head:
        """The head, empty where nothing was found."""
        return Head(authors=tuple(self.authors), **self.fields)
