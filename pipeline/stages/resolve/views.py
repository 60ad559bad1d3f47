"""One document as this room reads it: tokens as a tree, phrases, dates and statements by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from pipeline.knowledge import Knowledge
from pipeline.knowledge.resolve import ResolvePack
from pipeline.knowledge.syntax import SyntaxPack
from pipeline.model import Mention, Reading, Sentence, Span, Statement, Temporal, Token
from pipeline.stages.resolve.acts import Acts, acts
from pipeline.stages.resolve.keys import Romaniser, folded

_BEFORE_NOUN = ("ADJ", "NUM", "DET")


@dataclass(frozen=True)
class View:
    """A reading with its language's words. Token indices count in `Annotation.tokens`."""

    reading: Reading
    romaniser: Romaniser
    syntax: SyntaxPack
    acts: Acts

    @property
    def pack(self) -> ResolvePack:
        return self.romaniser.pack

    @property
    def document(self) -> str:
        return self.reading.document.id

    @property
    def language(self) -> str:
        return self.reading.document.language

    @property
    def text(self) -> str:
        return self.reading.document.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.annotation.tokens

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.reading.annotation.sentences

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return found

    @cached_property
    def lemmas(self) -> list[str]:
        """Folded lemma of each token."""
        return [folded(token.lemma) for token in self.tokens]

    @cached_property
    def mentions_by_head(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(self.reading.annotation.mentions, key=lambda m: m.span.start - m.span.end):
            found[mention.head].append(mention)
        return found

    @cached_property
    def told(self) -> dict[int, list[Statement]]:
        """Statements that were kept, by the head token of each argument."""
        found: dict[int, list[Statement]] = defaultdict(list)
        for statement in self.reading.statements.statements:
            if statement.dropped is None:
                for head in sorted({argument.head for argument in statement.arguments}):
                    found[head].append(statement)
        return found

    def indices(self, start: int, end: int) -> range:
        """The tokens that begin in the span."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def above(self, index: int) -> tuple[int, ...]:
        """What the token hangs on; with a preposition between, that and what the preposition hangs on."""
        head = self.tokens[index].head
        return (head, self.tokens[head].head) if self.tokens[head].pos == "ADP" else (head,)

    def below(self, index: int) -> list[int]:
        """`index` and all tokens below it, in text order."""
        found, queue = [], [index]
        while queue:
            current = queue.pop()
            found.append(current)
            queue.extend(self.children[current])
        return sorted(found)

    def morph(self, index: int, feature: str) -> str:
        """The value of a morphological feature, empty where the token has none."""
        for part in self.tokens[index].morph.split("|"):
            name, _, value = part.partition("=")
            if name == feature:
                return value
        return ""

    def left(self, index: int) -> list[int]:
        """Determiner and adjectives that stand right before a token, however the parser hung them."""
        found: list[int] = []
        while index - len(found) > 0 and len(found) < 4 and self.tokens[index - len(found) - 1].pos in _BEFORE_NOUN:
            found.append(index - len(found) - 1)
            if self.tokens[found[-1]].pos == "DET":
                break
        return found

    def phrase(self, index: int) -> range:
        """The tokens of the phrase headed by `index`, without relative clauses, appositions and conjuncts."""
        syntax = self.syntax
        beside = syntax.relative_clauses | syntax.appositions | syntax.conjuncts | syntax.coordinators
        left, right = index, index
        for child in self.children[index]:
            label = self.tokens[child].dep
            if child < index and label not in beside | syntax.cases | syntax.punctuation:
                left = min(left, *self.below(child))
            elif child > index and label in beside:
                break
            elif child > index and label not in syntax.punctuation:
                right = max(right, *self.below(child))
        return range(left, right + 1)

    def span(self, indices: range) -> Span:
        """The span from the first to the last of `indices`."""
        return Span(self.document, self.tokens[indices[0]].start, self.tokens[indices[-1]].end)

    def quote(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())

    @cached_property
    def expressions(self) -> list[Temporal]:
        """Dates with a span, in text order."""
        found = [one for one in self.reading.dates.expressions if one.span is not None and one.type in ("DATE", "TIME")]
        return sorted(found, key=lambda one: (one.span.start, one.span.end) if one.span else (0, 0))

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens that begin inside a date."""
        spans = [one.span for one in self.expressions if one.span]
        return frozenset(i for span in spans for i in self.indices(span.start, span.end))

    @cached_property
    def _date_starts(self) -> list[int]:
        return [one.span.start for one in self.expressions if one.span]

    def dates_in(self, start: int, end: int) -> list[Temporal]:
        """Dates that lie in the span."""
        first, last = bisect_left(self._date_starts, start), bisect_right(self._date_starts, end)
        return [one for one in self.expressions[first:last] if one.span and one.span.end <= end]


def views(readings: list[Reading], romanisers: dict[str, Romaniser], knowledge: Knowledge) -> list[View]:
    """A view of each reading, in the same order."""
    known = acts(knowledge.predicates)
    return [
        View(reading, romanisers[reading.document.language], knowledge.packs[reading.document.language].syntax, known)
        for reading in readings
    ]
