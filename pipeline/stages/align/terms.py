"""Terms: names, phrases and words of aligned passages that are each other's counterpart."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from pipeline.knowledge import Knowledge
from pipeline.model import Actor, Alignment, Reading, Resolution, Span, Token, Treaty
from pipeline.stages.align.links import Context, Link, linked
from pipeline.stages.align.passages import CONTENT
from pipeline.stages.align.phrases import Part, parts, phrase_pairs
from pipeline.text import fold

COUNTERPART = 0.5  # likeness from which two linked words are a term of their own

Pair = tuple[Span, Span]


@dataclass(frozen=True)
class Worded:
    """One side of an alignment: its tokens without white space, which of them carry content, and what each is to a
    noun phrase."""

    document: str
    tokens: tuple[Token, ...]
    content: tuple[bool, ...]
    parts: tuple[Part, ...]

    def span(self, first: int, last: int) -> Span:
        """Where the tokens from `first` to `last`, inclusive, stand."""
        return Span(self.document, self.tokens[first].start, self.tokens[last].end)

    def words(self) -> list[str]:
        """The tokens as the text writes them."""
        return [token.text for token in self.tokens]

    def says(self, place: int) -> bool:
        """The token carries content and is no bare number."""
        return self.content[place] and not self.tokens[place].text.isdecimal()


class Texts:
    """The tokens and names of every document, by sentence."""

    def __init__(self, readings: Sequence[Reading], resolution: Resolution, knowledge: Knowledge) -> None:
        self._languages = {one.document.id: one.document.language for one in readings}
        self._packs = knowledge.packs
        self._light = {code: {fold(word) for word in pack.align.light} for code, pack in knowledge.packs.items()}
        self._tokens = {
            sentence.span: one.annotation.tokens[sentence.first : sentence.last]
            for one in readings
            for sentence in one.annotation.sentences
        }
        self._names = names_of(readings, resolution)
        self._dated = {
            one.document.id: sorted((date.span.start, date.span.end) for date in one.dates.expressions if date.span)
            for one in readings
        }

    def sides(self, one: Alignment) -> tuple[Worded, Worded]:
        """Both sides of an alignment, in the order of their languages' codes."""
        left, right = (self.side(one.sides[code]) for code in sorted(one.sides))
        return left, right

    def side(self, spans: Iterable[Span]) -> Worded:
        """The side of an alignment at `spans`."""
        ordered = sorted(spans)
        document = ordered[0].document
        tokens = [token for span in ordered for token in self._tokens.get(span, ()) if token.text.strip()]
        code = self._languages[document]
        light = self._light[code]
        content = (
            token.pos in CONTENT and fold(token.lemma) not in light and not self.dates(document, token)
            for token in tokens
        )
        return Worded(document, tuple(tokens), tuple(content), parts(tokens, self._packs[code]))

    def dates(self, document: str, token: Token) -> bool:
        """The token is part of a date."""
        dated = self._dated[document]
        at = bisect_left(dated, (token.end, 0)) - 1
        return at >= 0 and dated[at][0] <= token.start and token.end <= dated[at][1]

    def names(self, spans: Iterable[Span]) -> Mapping[str, list[Span]]:
        """The names inside `spans` by actor or treaty, one for each form, in text order."""
        found: dict[str, dict[str, Span]] = defaultdict(dict)
        for outer in sorted(spans):
            names = self._names.get(outer.document, [])
            for name, form, target in names[bisect_left(names, (outer, "", "")) :]:
                if name.start >= outer.end:
                    break
                if name.end <= outer.end:
                    found[target].setdefault(form, name)
        return {target: list(forms.values()) for target, forms in found.items()}


def names_of(readings: Sequence[Reading], resolution: Resolution) -> dict[str, list[tuple[Span, str, str]]]:
    """Where each document names an actor or treaty: span, form, id; sorted. What only points to one is no name."""
    nodes: list[Actor | Treaty] = [*resolution.actors, *resolution.treaties]
    forms = {(one.id, code): set(known) for one in nodes for code, known in one.forms.items()}
    documents = {one.document.id: one.document for one in readings}
    names: dict[str, list[tuple[Span, str, str]]] = defaultdict(list)
    for one in resolution.references:
        document = documents.get(one.span.document)
        if document is None:
            continue
        form = " ".join(document.text[one.span.start : one.span.end].split())
        for target in one.targets:
            if form in forms.get((target, document.language), ()):
                names[document.id].append((one.span, form, target))
    return {document: sorted(found) for document, found in names.items()}


def with_terms(found: Sequence[Alignment], texts: Texts, context: Context | None = None) -> tuple[Alignment, ...]:
    """`found` with their terms; the passages of two documents teach each other words, and `context` tells more."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        documents = [one.sides[code][0].document for code in sorted(one.sides)]
        groups[(one.kind, *documents)].append(number)
    made = list(found)
    for (kind, *_), numbers in groups.items():
        sides = [texts.sides(found[number]) for number in numbers]
        spoken = [(left.words(), right.words()) for left, right in sides]
        for number, pair, links in zip(numbers, sides, linked(spoken, kind, context), strict=True):
            made[number] = replace(found[number], terms=terms(found[number], *pair, links, texts))
    return tuple(made)


def terms(one: Alignment, left: Worded, right: Worded, links: Sequence[Link], texts: Texts) -> tuple[Pair, ...]:
    """The names that both sides give, the phrases that answer each other, then the words; each in text order."""
    names = sorted(name_pairs(*(texts.names(one.sides[code]) for code in sorted(one.sides))))
    phrases = ((left.span(*ours), right.span(*theirs)) for ours, theirs in phrase_pairs(left.parts, right.parts, links))
    told = [pair for pair in (*phrases, *words(left, right, links)) if not any(inside(pair, name) for name in names)]
    return tuple(dict.fromkeys([*names, *told]))


def words(left: Worded, right: Worded, links: Sequence[Link]) -> Iterator[Pair]:
    """The single words that answer each other."""
    for link in links:
        if link.likeness >= COUNTERPART and left.says(link.left) and right.says(link.right):
            yield left.span(link.left, link.left), right.span(link.right, link.right)


def name_pairs(left: Mapping[str, list[Span]], right: Mapping[str, list[Span]]) -> Iterator[Pair]:
    """The names of whom both sides name: each form of one with the other's; in order, where both have several."""
    for target in left.keys() & right.keys():
        ours, theirs = left[target], right[target]
        if min(len(ours), len(theirs)) == 1:
            yield from product(ours, theirs)
        else:
            yield from zip(ours, theirs, strict=False)


def inside(pair: Pair, outer: Pair) -> bool:
    """Both spans of `pair` lie within those of `outer`."""
    return all(
        whole.document == one.document and whole.start <= one.start and one.end <= whole.end
        for one, whole in zip(pair, outer, strict=True)
    )
