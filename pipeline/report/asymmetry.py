"""Asymmetry: what only one language tells, under the reason where there is one."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from pipeline.report.markup import count, said, section, shown
from pipeline.report.sight import Sight

REASONS, CLAIMS = 30, 40
Claims = list[tuple[str, str]]


def asymmetry_section(sight: Sight, cards: Collection[str]) -> str:
    """A block for each language; what has a reason comes first, under it."""
    words = sight.words
    blocks = [block(code, by_reason(sight, code), sight, cards) for code in sight.languages()]
    body = "".join(blocks) or f"<p>{said(words.asymmetry_none)}</p>"
    return section(f"{sight.code}-asymmetry", words.asymmetry, words.asymmetry_how if any(blocks) else "", body)


def by_reason(sight: Sight, code: str) -> dict[str | None, Claims]:
    """The claims (id, text) that only `code` tells, by reason; the most frequent reasons first, then those without."""
    found: dict[str | None, Claims] = {}
    for id_, text, why in sight.facts.only(code).select("id", "text", "why_only").iter_rows():
        found.setdefault(why, []).append((id_, text))
    return dict(sorted(found.items(), key=lambda one: (one[0] is None, -len(one[1]), one[0] or "")))


def block(code: str, reasons: dict[str | None, Claims], sight: Sight, cards: Collection[str]) -> str:
    """One language."""
    total = sum(len(claims) for claims in reasons.values())
    if not total:
        return ""
    head = f"<h3>{said(sight.words.only, language=sight.called(code), count=count(total))}</h3>"
    shown_reasons = list(reasons.items())[:REASONS]
    if None in reasons and None not in dict(shown_reasons):
        shown_reasons.append((None, reasons[None]))
    told = sum(len(claims) for _, claims in shown_reasons)
    left = f"<p>{said(sight.words.left_out, count=count(total - told))}</p>" if told < total else ""
    return head + "".join(reason(why, claims, sight, cards) for why, claims in shown_reasons) + left


def reason(why: str | None, claims: Claims, sight: Sight, cards: Collection[str]) -> str:
    """The claims under one reason, folded away."""
    title = f'<span lang="en">{shown(why)}</span>' if why else said(sight.words.no_reason)
    items = "".join(f"<li>{link(id_, text, sight, cards)}</li>" for id_, text in claims[:CLAIMS])
    left = len(claims) - CLAIMS
    items += f"<li>{said(sight.words.left_out, count=count(left))}</li>" if left > 0 else ""
    return f"<details><summary>{title} ({count(len(claims))})</summary><ul>{items}</ul></details>"


def link(id_: str, text: str, sight: Sight, cards: Collection[str]) -> str:
    """A claim in words; a link where its evidence stands on the page."""
    return f'<a href="#{sight.code}-{escape(id_)}">{shown(text)}</a>' if id_ in cards else shown(text)
