"""The one shape of what no predicate file covers: somebody `states` something, or the author judges or asserts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Annotation, Argument, Document, Holder, Span, Statement, Temporal
from pipeline.stages.claims.holders import AUTHOR
from pipeline.stages.claims.stance import Stance, settle

RULE = "models/claims/states.toml#{language}.{kind}"


@dataclass(frozen=True, slots=True)
class Way:
    """How a statement was found (`kind` ends its rule), how sure that is, and whose it is."""

    kind: str
    confidence: float
    holder: Holder = AUTHOR


def stated(
    document: Document,
    sentence: str,
    arguments: Sequence[Argument],
    way: Way,
    stance: Stance,
    time: Temporal | None = None,
    written: Temporal | None = None,
    beside: Sequence[Span] = (),
) -> Statement:
    """A `states` statement without an id: its evidence covers the arguments, the time and what is `beside` them.

    `written`: when the document was."""
    spans = [*(one.span for one in arguments), *beside, *([time.span] if time and time.span else [])]
    return Statement(
        id="",
        language=document.language,
        sentence=sentence,
        predicate="states",
        span=hull(spans),
        arguments=tuple(arguments),
        holder=way.holder,
        polarity=stance.polarity,
        modality=settle(stance.modality, time, written),
        time=time,
        cue=stance.cue,
        cue_spans=stance.cue_spans,
        confidence=way.confidence,
        rule=RULE.format(language=document.language, kind=way.kind),
    )


def sentence_of(annotation: Annotation, index: int) -> str:
    """The id of the sentence that a token stands in."""
    return annotation.sentences[annotation.tokens[index].sentence].id


def hull(spans: Sequence[Span]) -> Span:
    """The least span that covers all."""
    return Span(spans[0].document, min(one.start for one in spans), max(one.end for one in spans))
