"""The page: one file, every language inside, nothing asked of any network.

The texts are strangers: whatever comes from them is escaped where it enters the markup (`pipeline.report.markup`), and
a policy of hashes lets no script or style run but the page's own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from pipeline.report.asymmetry import asymmetry_section
from pipeline.report.conflicts import conflicts_section
from pipeline.report.figures import Figures, languages_section, network_section, timeline_section
from pipeline.report.issues import issues_section
from pipeline.report.markup import said
from pipeline.report.passages import chosen, evidence_section
from pipeline.report.sight import Sight
from pipeline.report.summary import summary


def report_page(sights: Sequence[Sight], drawn: Sequence[Figures]) -> bytes:
    """`index.html`, UTF-8: the first language is shown, the others wait for the switch."""
    style, script = part("page.css"), part("page.js")
    allowed = f"script-src {digest(script)}; style-src {digest(style)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    bodies = [
        body(sight, figures, number > 0) for number, (sight, figures) in enumerate(zip(sights, drawn, strict=True))
    ]
    filled = {
        "policy": policy,
        "language": escape(sights[0].code),
        "title": said(sights[0].words.title),
        "style": style,
        "script": script,
        "choose": " · ".join(said(sight.words.language) for sight in sights),
        "switch": "".join(button(sight, number == 0) for number, sight in enumerate(sights)),
        "bodies": "\n".join(bodies),
    }
    return fill(part("page.html"), filled).encode("utf-8")


def body(sight: Sight, figures: Figures, hidden: bool) -> str:
    """Everything in one language."""
    code, words = escape(sight.code), sight.words
    moments = (*figures.life.treaties, *figures.life.claims)
    rows = chosen(sight, {id_ for one in moments for id_ in one.claims})
    cards = {row["id"] for row in rows}
    sections = (
        summary(sight),
        timeline_section(sight, figures, cards),
        network_section(sight, figures),
        languages_section(sight, figures),
        evidence_section(sight, rows),
        conflicts_section(sight),
        asymmetry_section(sight, cards),
        issues_section(sight),
    )
    return (
        f'<div class="tongue" lang="{code}" data-tongue="{code}" data-title="{escape(words.title)}"'
        f"{' hidden' if hidden else ''}>"
        f'<a class="skip" href="#{code}-main">{said(words.skip)}</a>'
        f"<header><h1>{said(words.title)}</h1>"
        f'<nav aria-label="{escape(words.contents)}"><ul>{contents(sight)}</ul></nav></header>'
        f'<main id="{code}-main" tabindex="-1">{"".join(sections)}</main>'
        f"<footer><p>{said(words.end)}</p></footer></div>"
    )


def contents(sight: Sight) -> str:
    """Links to the sections."""
    words = sight.words
    named = {
        "summary": words.summary, "timeline": words.timeline, "network": words.network, "languages": words.languages,
        "evidence": words.evidence, "conflicts": words.conflicts, "asymmetry": words.asymmetry, "issues": words.issues,
    }  # fmt: skip
    return "".join(
        f'<li><a href="#{escape(sight.code)}-{name}">{said(title)}</a></li>' for name, title in named.items()
    )


def button(sight: Sight, pressed: bool) -> str:
    """The switch to one language, named in that language."""
    code = escape(sight.code)
    state = f'data-to="{code}" aria-pressed="{str(pressed).lower()}"'
    return f'<button type="button" lang="{code}" {state}>{said(sight.name)}</button>'


def part(name: str) -> str:
    """A part of the page that lies beside this module."""
    return files("pipeline.report").joinpath(name).read_text(encoding="utf-8")


def fill(template: str, values: dict[str, str]) -> str:
    """`template` with each `@@name@@` replaced once; what is put in is not looked at again."""
    pieces = template.split("@@")
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))


def digest(source: str) -> str:
    """`source` as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
