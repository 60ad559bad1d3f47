"""What stands in each sentence: the actors, treaties, dates, numbers, words and statements that alignment compares."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.knowledge import Knowledge
from pipeline.knowledge.align import AlignPack
from pipeline.model import Reading, Resolution, Sentence, Span, Statement, Temporal, Token, Treaty
from pipeline.stages.align.clauses import Clause, clauses_of
from pipeline.stages.align.numbers import numbers_of
from pipeline.stages.align.tellings import Coarser, Told, coarser, tellings
from pipeline.text import PARTING, fold

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
WORD_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence with all that it may share with a sentence of another language.

    `dates` maps an EDTF string to its inclusive interval of ISO dates; `words` are folded lemmas of content
    words in order, each standing at the same place in `places`; `signed` are
    the intervals in which its treaties were signed; `said` maps the folded lemmas and forms of all its words to the
    words as the text writes them; `opens`: it begins a paragraph.
    """

    span: Span
    language: str
    text: str
    section: str
    words: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    actors: frozenset[str] = frozenset()
    treaties: frozenset[str] = frozenset()
    signed: frozenset[tuple[str, str]] = frozenset()
    dates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    told: tuple[Told, ...] = ()
    clauses: tuple[Clause, ...] = ()
    opens: bool = False

    @property
    def days(self) -> frozenset[str]:
        """ISO days, for dates as fine as that."""
        return frozenset(start for start, end in self.dates.values() if start == end)

    @property
    def months(self) -> frozenset[str]:
        """`YYYY-MM` of dates that lie within one month."""
        return frozenset(start[:7] for start, end in self.dates.values() if start[:7] == end[:7])

    @property
    def years(self) -> frozenset[str]:
        """`YYYY` of dates that lie within one year."""
        return frozenset(start[:4] for start, end in self.dates.values() if start[:4] == end[:4])


@dataclass(frozen=True)
class Index:
    """What lies where in one document, by position: answers which items stand inside a sentence."""

    references: tuple[tuple[int, int, tuple[str, ...]], ...]
    dates: tuple[Temporal, ...]
    starts: tuple[int, ...]
    statements: Mapping[str, tuple[Statement, ...]]
    treaties: Mapping[str, frozenset[tuple[str, str]]]
    tokens: tuple[Token, ...]
    light: frozenset[str]
    dated: frozenset[str]
    coarser: Mapping[str, tuple[Coarser, ...]]


def passages(reading: Reading, resolution: Resolution, knowledge: Knowledge) -> tuple[Passage, ...]:
    """A passage for each sentence of `reading`, in text order."""
    pack = knowledge.packs[reading.document.language].align
    index = index_of(reading, resolution, knowledge)
    return tuple(passage(reading, sentence, index, pack) for sentence in reading.annotation.sentences)


def index_of(reading: Reading, resolution: Resolution, knowledge: Knowledge) -> Index:
    """The references, dates and statements of one document, sorted by position."""
    pack = knowledge.packs[reading.document.language].align
    mine = [one for one in resolution.references if one.span.document == reading.document.id]
    statements: dict[str, list[Statement]] = {}
    for statement in reading.statements.statements:
        if statement.dropped is None and statement.predicate not in pack.mute:
            statements.setdefault(statement.sentence, []).append(statement)
    dates = sorted((one for one in reading.dates.expressions if one.span), key=start_of)
    return Index(
        references=tuple(sorted((one.span.start, one.span.end, one.targets) for one in mine)),
        dates=tuple(dates),
        starts=tuple(start_of(one) for one in dates),
        statements={sentence: tuple(found) for sentence, found in statements.items()},
        treaties={treaty.id: signings(treaty) for treaty in resolution.treaties},
        tokens=reading.annotation.tokens,
        light=frozenset(fold(word) for word in pack.light),
        dated=pack.dated,
        coarser={one.name: coarser(one) for one in knowledge.predicates},
    )


def passage(reading: Reading, sentence: Sentence, index: Index, pack: AlignPack) -> Passage:
    """The passage of one sentence."""
    tokens = index.tokens[sentence.first : sentence.last]
    words = content_words(tokens, index.light)
    targets = frozenset(within(index, sentence.span))
    dates = dates_within(index, sentence.span)
    text = reading.document.text[sentence.span.start : sentence.span.end]
    taken = [(one.span.start, one.span.end) for one in dates if one.span]
    return Passage(
        span=sentence.span,
        language=reading.document.language,
        text=text,
        section=sentence.section,
        words=tuple(lemma for lemma, _ in words),
        places=tuple(Span(reading.document.id, token.start, token.end) for _, token in words),
        said={fold(key)[:WORD_CHARACTERS]: token.text for token in tokens for key in (token.lemma, token.text)},
        actors=targets - index.treaties.keys(),
        treaties=targets & index.treaties.keys(),
        signed=frozenset(when for one in targets for when in index.treaties.get(one, ())),
        dates=dict(intervals(dates)),
        numbers=numbers_of(text, sentence.span.start, taken, pack),
        told=tuple(told(sentence, index)),
        opens=reading.document.text[max(0, sentence.span.start - 2) : sentence.span.start].strip(" ") in ("", PARTING),
        clauses=clauses_of(text, sentence.span, dates, [(lemma, token.start) for lemma, token in words]),
    )


def signings(treaty: Treaty) -> frozenset[tuple[str, str]]:
    """The intervals, as inclusive ISO dates, in which `treaty` is said to have been signed."""
    times = [slot.time for slot in treaty.signed if slot.time]
    return frozenset((one.earliest, one.latest) for one in times if one.earliest and one.latest)


def within(index: Index, span: Span) -> Iterable[str]:
    """The ids that phrases inside `span` refer to."""
    first = bisect_right(index.references, (span.start - 1, 1 << 60, ()))
    for start, end, targets in index.references[first:]:
        if start >= span.end:
            return
        if end <= span.end:
            yield from targets


def start_of(date: Temporal) -> int:
    """Where a date stands; dates without a span (a document's own) stand nowhere."""
    return date.span.start if date.span else -1


def dates_within(index: Index, span: Span) -> tuple[Temporal, ...]:
    """The temporal expressions inside `span`, in text order."""
    inside = index.dates[bisect_left(index.starts, span.start) : bisect_left(index.starts, span.end)]
    return tuple(one for one in inside if one.span and one.span.end <= span.end)


def intervals(dates: Iterable[Temporal]) -> Iterator[tuple[str, tuple[str, str]]]:
    """EDTF and the interval meant; durations and repeated times date nothing."""
    for date in dates:
        if date.type in ("DATE", "TIME") and date.edtf and date.earliest and date.latest:
            yield date.edtf, (date.earliest, date.latest)


def content_words(tokens: Iterable[Token], light: frozenset[str]) -> tuple[tuple[str, Token], ...]:
    """Folded lemma and token of the words that carry content, in order; those in `light` are left out."""
    lemmas = ((fold(token.lemma)[:WORD_CHARACTERS], token) for token in tokens if token.pos in CONTENT)
    return tuple((lemma, token) for lemma, token in lemmas if len(lemma) > 1 and lemma not in light)


def told(sentence: Sentence, index: Index) -> Iterator[Told]:
    """What the statements of a sentence tell, with their arguments' referents instead of words; some only if dated."""
    for statement in index.statements.get(sentence.id, ()):
        roles = {(argument.role, one) for argument in statement.arguments for one in within(index, argument.span)}
        for one in tellings(statement, frozenset(roles), index.coarser[statement.predicate]):
            if one.when or one.predicate not in index.dated:
                yield one
