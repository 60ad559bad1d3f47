"""The dates that a phrase for a treaty has of its own, and the phrase without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.model import Span, Temporal
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.views import View


def own_dates(view: View, span: Span, indices: range, head: int) -> tuple[Temporal, ...]:
    """Dates that stand in the phrase before its head, or follow it with nothing but small words between.

    Where a statement tells of the making, words such as *in* may stand between as well.
    """
    making = any(s.predicate in view.acts.dating and s.polarity == "affirmed" for s in view.told.get(head, ()))
    stop = _folded([*view.pack.stop, *(view.pack.beside if making else ())])
    dates = [
        one for one in view.dates_in(max(0, span.start - 40), span.end + 60) if one.layer == "timex" and one.earliest
    ]
    found: list[Temporal] = []
    for date in dates:
        loose = not making and _is_loose(view, date, head, indices)
        own = not loose and _is_own(view, date, span, indices, head, stop)
        if own or (found and _is_joined(view, found[-1], date)):
            found.append(date)
    return tuple(found)


def called(view: View, head: int, indices: range, own: Sequence[Temporal]) -> Span:
    """The phrase as the treaty is called: without *own* before it and without a date at its end (« son propre traité
    d'adhésion du 10 octobre »)."""
    start, end = view.tokens[indices[0]].start, view.tokens[indices[-1]].end
    vague = _folded(view.syntax.vague_modifiers)
    for index in range(indices[0], head):
        if view.lemmas[index] not in vague or view.tokens[index].text[:1].isupper():
            break
        start = view.tokens[index + 1].start
    ending = next(
        (one for one in own if one.span and one.span.end == end and one.span.start > view.tokens[head].end), None
    )
    last = _end_of_name(view, head, indices, ending) if ending else end
    bare = len(view.indices(start, last)) < 2  # *the treaty of 3 May 1921*: its date is all that it has
    return Span(view.document, start, end if bare else last)


def _is_loose(view: View, date: Temporal, head: int, indices: range) -> bool:
    """Nothing but an article between the phrase and the date behind it: the date is of the verb (« ratifia le traité le
    3 mai »), as no *of* makes it the treaty's."""
    start = _end_of_name(view, head, indices, date)
    if date.span is None or date.span.start < start:
        return False
    between = view.text[start : date.span.start]
    return not between.strip() or all(view.tokens[i].pos == "DET" for i in view.indices(start, date.span.start))


def _is_joined(view: View, first: Temporal, second: Temporal) -> bool:
    """« 1996 et 1997 »: nothing but a conjunction between."""
    if first.span is None or second.span is None:
        return False
    gap = view.indices(first.span.end, second.span.start)
    return len(gap) == 1 and view.tokens[gap[0]].pos == "CCONJ"


def _is_own(view: View, date: Temporal, span: Span, indices: range, head: int, stop: frozenset[str]) -> bool:
    if date.span is None:
        return False
    anchor = view.tokens[head]
    before = date.span.end <= anchor.start
    start, end = (date.span.end, anchor.start) if before else (_end_of_name(view, head, indices, date), date.span.start)
    gap = view.text[start : span.start if before and date.span.end <= span.start else end]
    words = [folded(word) for word in re.findall(r"\w+", gap)]
    if any(view.tokens[i].pos == "PRON" for i in view.indices(anchor.end, date.span.start)):
        return False  # « un traité qui complète celui de 1963 »
    if before:
        return not gap.strip() if date.span.end <= span.start else len(words) <= 2
    return all(word in stop for word in words) and len(words) <= 4 and not re.search(r"[.;:!?]", gap)


def _end_of_name(view: View, head: int, indices: range, date: Temporal) -> int:
    """Where the words before the date end: the last word of the phrase before the date that is not small."""
    small = ("ADP", "DET", "PUNCT")
    start = date.span.start if date.span else 0
    before = [i for i in indices if view.tokens[i].end <= start and view.tokens[i].pos not in small]
    return view.tokens[max([head, *before])].end


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, words))
