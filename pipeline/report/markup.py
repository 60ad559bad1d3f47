"""Pieces of HTML: everything that comes from a text or a table is escaped here, and keeps its direction to itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from pipeline.facts.markup import cleaned


def shown(text: object) -> str:
    """Text of a stranger, in an element of its own direction."""
    return f"<bdi>{escape(cleaned(str(text)))}</bdi>"


def said(text: str, **values: object) -> str:
    """Words of the page with their `{names}` filled in, escaped."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return escape(cleaned(text))


def count(number: int) -> str:
    """A number that is read in any language: digits in groups of three, a narrow space between."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], label: str) -> str:
    """A table of ready cells, in a group that scrolls on a narrow screen."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    inside = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wide" role="group" tabindex="0" aria-label="{escape(label)}">{inside}</div>'


def section(name: str, title: str, how: str, body: str) -> str:
    """A section of the page with its heading, and a line on how to read it."""
    lead = f'<p class="how">{escape(how)}</p>' if how else ""
    head = f'<h2 id="{name}-name">{escape(title)}</h2>{lead}'
    return f'<section id="{name}" aria-labelledby="{name}-name">{head}{body}</section>'
