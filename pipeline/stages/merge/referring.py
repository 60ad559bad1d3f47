"""From a phrase to the actors and treaties that it refers to, by the references that resolve found."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.model import Annotation, Argument, Holder, Mention, Reading, Reference, Resolution, Span, Token

# The type of a treaty's node; the other types are those of actors.
TREATY = "treaty"
# Universal parts of speech that carry no content of their own.
EMPTY = {"DET", "ADP", "PUNCT", "SPACE", "AUX", "CCONJ", "SCONJ", "PRON", "PART", "SYM", "INTJ"}


@dataclass(frozen=True, slots=True)
class Page:
    """One document's references by span, its mentions by head token, its tokens."""

    exact: dict[tuple[int, int], Reference]
    starts: tuple[int, ...]
    ordered: tuple[Reference, ...]
    headed: dict[int, tuple[Mention, ...]]
    names: frozenset[tuple[int, int]] = frozenset()
    tokens: tuple[Token, ...] = ()
    token_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Referrer:
    """Looks up phrases of all documents."""

    pages: dict[str, Page] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def argument(self, argument: Argument, allowed: frozenset[str]) -> tuple[str, ...]:
        """What the phrase refers to of the `allowed` types of nodes; empty where it refers to nothing of them.

        It refers as itself, else as its mention, else as the longest mention with the same head.
        """
        if not allowed:
            return ()
        page = self.pages[argument.span.document]
        spans = [argument.span]
        if argument.mention is not None:
            spans.append(argument.mention.span)
        spans += [mention.span for mention in page.headed.get(argument.head, ())]
        found = (page.exact.get((span.start, span.end)) for span in spans)
        fitting = ([id for id in one.targets if self.types.get(id) in allowed] for one in found if one is not None)
        return tuple(next(filter(None, fitting), ()))

    def is_name(self, reference: Reference) -> bool:
        """True when the reference is a name, not a description or a pronoun."""
        return (reference.span.start, reference.span.end) in self.pages[reference.span.document].names

    def holder(self, holder: Holder) -> tuple[str, ...]:
        """The ids of a holder; empty where it is the author, nobody, or unknown."""
        spans = [span for span in (holder.span, holder.mention.span if holder.mention else None) if span is not None]
        found = first(self.pages[spans[0].document], spans) if spans else None
        return found.targets if found else ()

    def inside(self, span: Span) -> tuple[Reference, ...]:
        """The references that lie in `span`, in text order, those inside a longer one left out."""
        page = self.pages[span.document]
        found: list[Reference] = []
        for reference in page.ordered[bisect_left(page.starts, span.start) :]:
            if reference.span.start >= span.end:
                break
            if reference.span.end <= span.end and not (found and reference.span.end <= found[-1].span.end):
                found.append(reference)
        return tuple(found)

    def head(self, argument: Argument) -> Token | None:
        """The head token of a phrase; None where its document has no such token."""
        tokens = self.pages[argument.span.document].tokens
        return tokens[argument.head] if argument.head < len(tokens) else None

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin in `span`."""
        page = self.pages[span.document]
        first, last = bisect_left(page.token_starts, span.start), bisect_left(page.token_starts, span.end)
        return page.tokens[first:last]


def first(page: Page, spans: Sequence[Span]) -> Reference | None:
    """The reference of the first of `spans` that has one."""
    return next((page.exact[key] for span in spans if (key := (span.start, span.end)) in page.exact), None)


def index(readings: Sequence[Reading], resolution: Resolution) -> Referrer:
    """Index all references by document and span."""
    by_document: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in resolution.references:
        if reference.targets:
            by_document[reference.span.document].append(reference)
    types: dict[str, str] = {actor.id: actor.type for actor in resolution.actors}
    types |= {treaty.id: TREATY for treaty in resolution.treaties}
    pages = {one.document.id: page(one.annotation, by_document[one.document.id]) for one in readings}
    return Referrer(pages, types)


def page(annotation: Annotation, references: list[Reference]) -> Page:
    """Index one document. Where references start together the longest comes first."""
    ordered = tuple(sorted(references, key=lambda one: (one.span.start, -one.span.end)))
    headed: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(annotation.mentions, key=lambda one: (one.span.start - one.span.end, one.span)):
        headed[mention.head].append(mention)
    return Page(
        exact={(one.span.start, one.span.end): one for one in ordered},
        starts=tuple(one.span.start for one in ordered),
        ordered=ordered,
        names=frozenset((one.span.start, one.span.end) for one in annotation.mentions if one.kind == "name"),
        headed={head: tuple(mentions) for head, mentions in headed.items()},
        tokens=annotation.tokens,
        token_starts=tuple(token.start for token in annotation.tokens),
    )
