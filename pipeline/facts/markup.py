"""Passages and cards as HTML for Jupyter and the report, and as plain text for a terminal.

Texts are hostile until shown otherwise: everything is escaped, and every quote stands in an element of its own
direction, so that no bidirectional control reaches past it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from pipeline.facts.evidence import ClaimEvidence, Mark, Passage

# Which mark wins where several cover one character: the smaller ones say more.
WIDE = "evidence"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

STYLE = f"<style>\n{(Path(__file__).parent / 'cards.css').read_text(encoding='utf-8')}</style>"


def evidence_html(found: Sequence[ClaimEvidence]) -> str:
    """The passages of claims, one column a language."""
    return f'{STYLE}<div class="accord">{"".join(claim_html(one) for one in found)}</div>'


def claim_html(found: ClaimEvidence) -> str:
    """One claim: its line, its status, its passages side by side."""
    head = f'<h3><bdi>{escape(found.text)}</bdi></h3><p class="what">{escape(found.status)} · {escape(found.claim)}</p>'
    return f"<article>{head}{sides_html(found)}</article>"


def sides_html(found: ClaimEvidence) -> str:
    """The passages of a claim, one column a language."""
    sides = "".join(
        f'<section aria-label="{escape(language)}">{"".join(passages_in(found, language))}</section>'
        for language in found.languages
    )
    more = f'<p class="what">and {found.more} more</p>' if found.more else ""
    return f'<div class="sides">{sides}</div>{more}'


def passages_in(found: ClaimEvidence, language: str) -> Iterator[str]:
    """The passages of one language."""
    return (passage_html(one) for one in found.passages if one.language == language)


def passage_html(passage: Passage) -> str:
    """A passage in its context, its marks shown, and below it who says it and where."""
    return f'{quoted(passage)}<p class="what"><bdi>{escape(source(passage))}</bdi></p>'


def quoted(passage: Passage, names: Mapping[str, str] | None = None) -> str:
    """A passage between its neighbours, its marks shown; `names` says what roles are called."""
    before, after = (
        f'<span class="around">{escape(cleaned(one))}</span>' if one else "" for one in (passage.before, passage.after)
    )
    text = "".join(marked(passage.text, passage.marks, names))
    return f'<blockquote lang="{escape(passage.language)}" dir="auto">{before} {text} {after}</blockquote>'


def marked(text: str, marks: Sequence[Mark], names: Mapping[str, str] | None = None) -> Iterator[str]:
    """`text` cut at the marks' ends, each piece in the element of the smallest mark that covers it; `names` says what
    roles are called."""
    cuts = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end) if 0 < edge < len(text))})
    for start, end in pairwise(cuts):
        piece = escape(cleaned(text[start:end]))
        over = [mark for mark in marks if mark.start <= start and mark.end >= end]
        role = min(over, key=lambda mark: (mark.end - mark.start, mark.role)).role if over else None
        kind = "" if role == WIDE else ' class="role"'
        title = escape((names or {}).get(role, role)) if role else ""
        yield f'<mark{kind} title="{title}">{piece}</mark>' if role else piece


def cleaned(text: str) -> str:
    """`text` with a visible sign for each control character, and runs of spaces and line ends as one space."""
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"[ \t\r\n]+", " ", text))


def source(passage: Passage) -> str:
    """Who says it, how, and where."""
    stance = [one for one in (passage.polarity, passage.modality) if one not in (None, "affirmed", "asserted")]
    parts = [passage.title, f"{passage.start}-{passage.end}", passage.holder, *stance]
    if passage.told != "own":
        parts.append(f"{passage.told}: {passage.why}" if passage.why else passage.told)
    return " · ".join(part for part in parts if part)


def evidence_text(found: Sequence[ClaimEvidence]) -> str:
    """The passages for a terminal: the claim, then each passage with its evidence between brackets."""
    return "\n\n".join("\n".join(claim_lines(one)) for one in found)


def claim_lines(found: ClaimEvidence) -> Iterator[str]:
    """One claim and its passages as lines."""
    yield f"{cleaned(found.text)}  [{found.status}, {found.claim}]"
    for passage in found.passages:
        yield f"  {passage.language}  {cleaned(bracketed(passage))}"
        yield f"      {cleaned(source(passage))}"
    if found.more:
        yield f"  and {found.more} more"


def bracketed(passage: Passage) -> str:
    """A passage with its evidence between double angle brackets."""
    evidence = [mark for mark in passage.marks if mark.role == WIDE]
    if not evidence:
        return passage.text
    start, end = evidence[0].start, min(evidence[0].end, len(passage.text))
    return f"{passage.text[:start]}⟦{passage.text[start:end]}⟧{passage.text[end:]}"


def card_html(kind: str, title: str, rows: Sequence[tuple[str, str]], below: str) -> str:
    """A small card: what it is, what it is called, what is known of it, and something below."""
    known = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td><bdi>{escape(cleaned(value))}</bdi></td></tr>'
        for name, value in rows
    )
    head = f'<p class="what">{escape(kind)}</p><h3><bdi>{escape(cleaned(title))}</bdi></h3>'
    return f'{STYLE}<div class="accord">{head}<table>{known}</table>{below}</div>'
