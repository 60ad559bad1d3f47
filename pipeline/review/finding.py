"""Where a segment's words stand in the documents, however their lines are broken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import Document, Place, Span
from pipeline.text import locate

WORD = re.compile(r"\S+")
SHOWN = 60


class Folded:
    """A text with its white space folded to single spaces, and the way back."""

    def __init__(self, text: str) -> None:
        matches = list(WORD.finditer(text))
        self.text = " ".join(match.group() for match in matches)
        self._origins = [match.start() for match in matches]
        self._starts: list[int] = []
        place = 0
        for match in matches:
            self._starts.append(place)
            place += match.end() - match.start() + 1

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Every place where `words` (folded) stand, in the text as it was."""
        at = self.text.find(words)
        while words and at >= 0:
            yield self._origin(at), self._origin(at + len(words) - 1) + 1
            at = self.text.find(words, at + 1)

    def _origin(self, place: int) -> int:
        word = bisect_right(self._starts, place) - 1
        return self._origins[word] + place - self._starts[word]


class Texts:
    """The documents of a corpus, by language, to look segments up in; a document is folded when first asked for."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = tuple(documents)
        self._folded: dict[tuple[str, bool], Folded] = {}
        self.languages = sorted({one.language for one in documents})

    def kept(self, places: Sequence[Place], segments: Mapping[str, str]) -> tuple[Place, ...]:
        """`places` when their words, in order, are still those of the segments; else none."""
        language = {one.path: one.language for one in self._documents}
        said: dict[str, list[str]] = {}
        for place in places:
            said.setdefault(language.get(place.path, ""), []).extend(place.quote.split())
        same = bool(said) and all(" ".join(words) == segments.get(one) for one, words in said.items())
        return tuple(places) if same else ()

    def places(self, segments: Mapping[str, str], files: Mapping[str, str]) -> tuple[Place, ...] | str:
        """The one place of each segment in a language of the corpus, or why there is none."""
        wanted = {language: segment for language, segment in segments.items() if language in self.languages}
        if len(wanted) < 2:
            return f"it has not a segment in two languages of the documents ({', '.join(self.languages)})"
        found = []
        for language, segment in sorted(wanted.items()):
            places = self._of(language, segment, files.get(language, ""))
            if len(places) != 1:
                told = f"stands {len(places)} times" if places else "does not stand"
                return (
                    f"« {segment[:SHOWN]}{'…' if len(segment) > SHOWN else ''} » ({language}) {told} in the documents"
                )
            found.append(places[0])
        return tuple(found)

    def _of(self, language: str, segment: str, file: str) -> list[Place]:
        """The places of a segment, in the file that it names if it stands there."""
        mine = [one for one in self._documents if one.language == language]
        for documents in ([one for one in mine if one.path == file], mine):
            places = [place for one in documents for place in self._in(one, segment)]
            if places:
                return places
        return []

    def _in(self, document: Document, segment: str) -> list[Place]:
        """In the file as received; where the words do not stand so, in the text with its lines and hyphens joined."""
        raw = [(start, end) for start, end in self._fold(document, raw=True).find(segment)]
        if not raw:
            clean = self._fold(document, raw=False).find(segment)
            located = [locate(document, Span(document.id, start, end)) for start, end in clean]
            raw = [(one.start, one.end) for one in located]
        return [
            Place(path=document.path, start=start, end=end, quote=document.raw[start:end], document=document.id)
            for start, end in raw
        ]

    def _fold(self, document: Document, raw: bool) -> Folded:
        key = (document.id, raw)
        if key not in self._folded:
            self._folded[key] = Folded(document.raw if raw else document.text)
        return self._folded[key]
