"""Sums and shares that a sentence gives, checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Document, Issue, Quantity, Span
from pipeline.stages.claims.numerals import either
from pipeline.stages.claims.quantities import surface
from pipeline.stages.claims.tree import Tree

# A share may differ by a percentage point, a sum by two in a hundred; five times that where the text says *about*.
_SHARE, _SUM, _LOOSE = 0.01, 0.02, 5.0
_REMEDY = "Check the figures against the source; correct the text or record a decision"


def check_sums(
    tree: Tree, annotation: Annotation, quantities: Sequence[Quantity], document: Document, pack: Pack
) -> tuple[Issue, ...]:
    """An issue (`sum`) for each sum or share of a sentence whose parts do not fit its whole."""
    issues: list[Issue] = []
    ordered = sorted(quantities, key=lambda one: one.span)
    starts = [one.span.start for one in ordered]
    for sentence in annotation.sentences:
        near = ordered[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        here = [one for one in near if one.span.end <= sentence.span.end]
        if len(here) < 2:
            continue
        text = surface(annotation, sentence)
        issues += _shares(here, text, sentence.span.start, document, pack)
        issues += _totals(here, text, sentence.span.start, document, pack)
    return tuple(issues)


def _shares(here: list[Quantity], text: str, offset: int, document: Document, pack: Pack) -> Iterator[Issue]:
    """*One third, or 780 million out of 2.2 billion*; *30 out of 90 (33 %)*."""
    table = pack.quantities
    renamed, of = rf"\W*{either(table.alternatives)}\W*$", rf"\W*(?:\w+\s+){{0,2}}{either(table.out_of)}\W*$"
    for first, second, third in zip(here, here[1:], here[2:], strict=False):
        between = [text[a.span.end - offset : b.span.start - offset] for a, b in ((first, second), (second, third))]
        if _is_share(first) and re.match(renamed, between[0]) and re.match(of, between[1]):
            yield from _share(first, second, third, document)
        elif _is_share(third) and re.match(of, between[0]) and re.fullmatch(r"[^\w,;]*\(\W*", between[1]):
            yield from _share(third, first, second, document)


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit in ("ratio", "%")


def _share(share: Quantity, part: Quantity, whole: Quantity, document: Document) -> Iterator[Issue]:
    if part.unit not in (whole.unit, None) and whole.unit is not None:
        return
    said = share.value / (100 if share.unit == "%" else 1)
    counted = (part.value * part.scale) / (whole.value * whole.scale) if whole.value else 0.0
    loose = any(one.approximate or one.comparison for one in (share, part, whole))
    if abs(said - counted) > _SHARE * (_LOOSE if loose else 1):
        message = f"A share does not fit: {said:.1%} is said, the figures give {counted:.1%}"
        yield _issue(message, [share, part, whole], document)


def _totals(here: list[Quantity], text: str, offset: int, document: Document, pack: Pack) -> Iterator[Issue]:
    """*300,000 men: the sum of A (80,000), B (60,000) and C (150,000-170,000)*."""
    for found in re.finditer(rf"(?<!\w){either(pack.quantities.total)}(?!\w)", text, re.IGNORECASE):
        before = [one for one in here if one.span.end <= offset + found.start()]
        after = [one for one in here if one.span.start >= offset + found.end()]
        direct = bool(after) and after[0].span.start - offset - found.end() <= 2
        whole, parts = (after[0], after[1:]) if direct and not before else (before[-1] if before else None, after)
        alike = [one for one in parts if whole is not None and _alike(one, whole)]
        if whole is not None and len(alike) >= 2 and len(alike) == len(parts):
            yield from _total(whole, alike, document)
            return


def _alike(part: Quantity, whole: Quantity) -> bool:
    same = part.unit == whole.unit or None in (part.unit, whole.unit)
    return same and part.unit not in ("%", "ratio", "times") and part.per == whole.per


def _total(whole: Quantity, parts: list[Quantity], document: Document) -> Iterator[Issue]:
    low = sum(one.value * one.scale for one in parts)
    high = sum((one.upper if one.upper is not None else one.value) * one.scale for one in parts)
    said_low = whole.value * whole.scale
    said_high = (whole.upper if whole.upper is not None else whole.value) * whole.scale
    loose = any(one.approximate or one.comparison for one in (whole, *parts))
    slack = _SUM * said_high * (_LOOSE if loose else 1)
    if said_low > high + slack or said_high < low - slack:
        figure = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        yield _issue(f"A sum does not fit: {said_low:g} is said, the parts give {figure}", [whole, *parts], document)


def _issue(message: str, about: Sequence[Quantity], document: Document) -> Issue:
    spans: tuple[Span, ...] = tuple(sorted(one.span for one in about))
    return Issue(stage="claims", kind="sum", message=message, remedy=_REMEDY, path=document.path, spans=spans)
